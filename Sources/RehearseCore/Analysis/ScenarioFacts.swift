// What every drawing of a scenario says of its scenes and ways, in words: a colour or a line may
// say it again, but never alone.

extension ScenarioMap {
  package struct Fact: Sendable, Equatable {
    package enum Kind: Sendable {
      case ending, condition, effect, call, critical, missed, outlook, trap, heat, plain
    }
    package var kind: Kind
    package var text: String

    init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// Of a scene, by its place in `scenes`.
  package func facts(ofScene index: Int, heat: ScenarioHeat? = nil) -> [Fact] {
    let scene = scenes[index]
    var facts: [Fact] = []
    if let ending = scene.ending { facts.append(Fact(.ending, "ending: \(ending.rawValue)")) }
    if !scene.isReached { facts.append(Fact(.missed, analysis.isExact ? "never reached" : unmet)) }
    if scene.asksOwnWords { facts.append(Fact(.plain, "in your own words")) }
    if scene.ending == nil, scene.ways.isEmpty {
      facts.append(Fact(.trap, "leads nowhere"))
    } else if analysis.deadEnds.contains(where: { $0.scene == index }) {
      facts.append(Fact(.trap, "dead end in some plays"))
    }
    if analysis.loops.contains(where: { $0.scenes.contains(index) }) {
      facts.append(Fact(.trap, "in a loop with no way out"))
    } else if analysis.trap?.scene == index,
      !analysis.deadEnds.contains(where: { $0.scene == index })
    {
      facts.append(Fact(.trap, "no ending can follow in some plays"))
    }
    if let heat { facts += Self.facts(heat.scenes[index], isEnding: scene.ending != nil) }
    return facts
  }

  private static func facts(_ counts: ScenarioHeat.SceneCounts, isEnding: Bool) -> [Fact] {
    var facts = [Fact(.heat, isEnding ? "\(counts.came) ended here" : "\(counts.came) came here")]
    if counts.stopped > 0 { facts.append(Fact(.heat, "\(counts.stopped) stopped here")) }
    return facts
  }

  /// Of a way, its points aside.
  package func facts(of way: Way, heat: ScenarioHeat? = nil) -> [Fact] {
    var facts: [Fact] = []
    if let condition = way.condition { facts.append(Fact(.condition, "if \(condition)")) }
    if way.isOnce { facts.append(Fact(.condition, "once")) }
    facts += way.effects.map { Fact(.effect, $0) }
    if let call = way.call { facts.append(Fact(.call, "plays \(call)")) }
    if way.isCritical { facts.append(Fact(.critical, "critical mistake")) }
    if scenes[way.from].isReached, !way.isOffered {
      let never = way.isChoice ? "never offered" : "never taken"
      facts.append(Fact(.missed, analysis.isExact ? never : unmet))
    }
    if way.isChoice, way.isOffered, analysis.isExact { facts.append(outlook(way)) }
    if let heat {
      let taken = heat.taken[way.from][way.item]
      var text = "taken \(taken) of \(heat.decisions(in: way.from))"
      if let share = heat.share(of: way.item, in: way.from) { text += " (\(share.description))" }
      facts.append(Fact(.heat, text))
    }
    return facts
  }

  private var unmet: String { "not met within the limit" }

  /// What can be earned from the choice to an ending, its own points among it.
  private func outlook(_ way: Way) -> Fact {
    switch (way.worst, way.best) {
    case (nil, _): Fact(.outlook, "no ending follows")
    case (let worst?, let best?):
      Fact(
        .outlook,
        worst == best
          ? "worth \(Self.signed(best))" : "worth \(Self.signed(worst)) to \(Self.signed(best))")
    // A critical mistake says so itself.
    case (let worst?, nil) where way.isCritical:
      Fact(.outlook, "worth \(Self.signed(worst)) at worst")
    case (_?, nil): Fact(.outlook, "no ending that passes follows")
    }
  }

  /// `+5 points`, `+5 candour`, `−1 point`, `0 points`; nil for a turn, which earns nothing.
  package func points(of way: Way) -> String? {
    guard way.isChoice else { return nil }
    let sign = way.points > 0 ? "+" : ""
    if way.skills.count == 1, way.skills[0].points == way.points {
      return "\(sign)\(Self.signed(way.points)) \(way.skills[0].skill)"
    }
    let skills = way.skills.map { "\(Self.signed($0.points)) \($0.skill)" }
    return sign + Self.points(way.points)
      + (skills.isEmpty ? "" : " (\(skills.joined(separator: ", ")))")
  }

  /// `1. Say yes` as it is numbered for the learner; turns have no number.
  package func label(of way: Way) -> String {
    way.isChoice ? "\(way.item + 1). \(way.text)" : way.text
  }
}
