/// What occurred in the scenarios that were compared, so that nothing stays untried unnoticed.
struct ScenarioCoverage {
  private(set) var counts: [String: Int] = [:]

  static let wanted: [String] = [
    "loop", "once", "chance", "call", "call that comes back", "passed", "visited", "flag", "meter",
    "critical", "no best", "no worst", "trap", "dead end", "closed loop", "luck leads nowhere",
    "story loop", "failure", "negative best", "negative worst", "truncated", "exact without text",
    "always holds", "never holds", "unreached scene", "critical in a loop", "skill",
    "several loops",
    "conditional effects", "several beginnings", "earned more than once", "states merged",
  ]

  static let fewest = 4

  /// What occurred too seldom.
  var missing: [String] { Self.wanted.filter { counts[$0] ?? 0 < Self.fewest } }

  mutating func note(_ name: String, if holds: Bool = true) {
    if holds { counts[name, default: 0] += 1 }
  }
}

extension ScenarioCoverage {
  mutating func note(_ small: SmallScenario, _ player: ExhaustivePlayer) {
    let choices = small.scenes.flatMap(\.choices)
    let turns = small.scenes.flatMap(\.turns)
    let facts = [player.choiceFacts, player.turnFacts, player.passageFacts].joined().joined()
    note("once", if: choices.contains(where: \.isOnce))
    note("critical", if: choices.contains(where: \.isCritical))
    note("skill", if: choices.contains { $0.points.contains { $0.skill != nil } })
    note("call", if: choices.contains { $0.call != nil })
    note("call that comes back", if: choices.contains { $0.call != nil && $0.target == nil })
    note("chance", if: turns.contains { if case .chance = $0.trigger { true } else { false } })
    note("several beginnings", if: player.beginningCount > 1)
    note("unreached scene", if: Set(player.states.map(\.scene)).count < small.scenes.count)
    note("always holds", if: facts.contains { $0.holds && !$0.fails })
    note("never holds", if: facts.contains { !$0.holds && $0.fails })
    note(
      "conditional effects",
      if: small.scenes.contains {
        $0.paragraphs.contains { !$0.conditions.isEmpty && !$0.effects.isEmpty }
      })
    for name in Set(small.conditions.flatMap(\.names)) { note(name) }
    noteEnds(player)
    noteLoops(small, player)
  }

  private mutating func noteEnds(_ player: ExhaustivePlayer) {
    let best = player.best()
    let worst = player.worst()
    note("no best", if: best == nil)
    note("no worst", if: worst == nil)
    note("negative best", if: best ?? 0 < 0)
    note("negative worst", if: worst ?? 0 < 0)
    note("failure", if: player.states.indices.contains { player.ending($0) == "failure" })
    note("dead end", if: player.stops.contains(true))
    note(
      "luck leads nowhere",
      if: player.states.indices.contains { player.stops[$0] && !player.moves[$0].isEmpty })
    let doomed = player.stillToEarn().worst.map { $0 == nil }
    note("trap", if: doomed.contains(true))
    note("closed loop", if: !player.closedLoops(doomed: doomed).isEmpty)
  }

  private mutating func noteLoops(_ small: SmallScenario, _ player: ExhaustivePlayer) {
    let next = small.scenes.enumerated().map { scene, part in
      Set(part.choices.map { $0.target ?? scene } + part.turns.compactMap(\.target))
    }
    let reach = Reachability(next)
    let loops = Set(small.scenes.indices.filter { reach.leads($0, $0) }.map { reach.component($0) })
    note("loop", if: !loops.isEmpty)
    note("several loops", if: loops.count > 1)
    note(
      "story loop",
      if: small.scenes.indices.contains { scene in
        player.states.indices.contains { state in
          player.states[state].scene == scene
            && player.moves[state].contains {
              !small.scenes[scene].turns.isEmpty && $0.target <= state
            }
        }
      })
    for (scene, part) in small.scenes.enumerated() {
      for (item, choice) in part.choices.enumerated() {
        let leadsBack =
          reach.leads(choice.target ?? scene, scene) || choice.target ?? scene == scene
        note("critical in a loop", if: choice.isCritical && leadsBack)
        let bit = player.choiceBit(scene, item)
        note(
          "earned more than once",
          if: !choice.points.isEmpty
            && player.states.indices.contains { state in
              player.states[state].scene == scene && player.states[state].chosen & bit != 0
                && player.moves[state].contains { $0.item == item }
            })
      }
    }
  }
}

extension SmallScenario.Condition {
  /// What it asks for, in one word each.
  fileprivate var names: [String] {
    switch self {
    case .meter: ["meter"]
    case .flag: ["flag"]
    case .visited: ["visited"]
    case .passed: ["passed"]
    case .not(let inner): inner.names
    case .and(let a, let b), .or(let a, let b): a.names + b.names
    }
  }
}

/// Which node of a small graph leads to which, by trying.
struct Reachability {
  private let reached: [Set<Int>]

  init(_ next: [Set<Int>]) {
    reached = next.indices.map { start in
      var seen: Set<Int> = []
      var waiting = Array(next[start])
      while let node = waiting.popLast() {
        if seen.insert(node).inserted { waiting += next[node] }
      }
      return seen
    }
  }

  /// Whether one or more edges lead from one to the other.
  func leads(_ from: Int, _ to: Int) -> Bool { reached[from].contains(to) }

  /// The nodes that it leads to and that lead to it, and itself.
  func component(_ node: Int) -> Set<Int> {
    reached[node].filter { reached[$0].contains(node) }.union([node])
  }
}
