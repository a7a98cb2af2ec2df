// What the analysis says about one place in a play.

extension ScenarioAnalysis {
  /// A turn of a play, as the analysis knows it.
  package struct Turn: Sendable, Equatable {
    let node: Int
  }

  /// The turn that a play has come to: its state after the scene was entered. Nil where the
  /// scenario is not known to its end.
  package func turn(
    _ state: ScenarioMachine.State, hasPassed: (String) -> Bool
  ) -> Turn? {
    guard bounds != nil else { return nil }
    return states?.node(for: state, hasPassed: hasPassed).map(Turn.init)
  }

  /// The most points that can still be earned, as `best`.
  package func best(from turn: Turn) -> Int? { bounds?.best(of: turn.node) }

  package func worst(from turn: Turn) -> Int? { bounds?.worst(of: turn.node) }

  /// The most points from a turn on when this choice is taken there, its own among them, whatever
  /// the luck; nil where it is not offered, is a critical mistake, or can no longer end well.
  package func best(taking choice: Int, from turn: Turn) -> Int? {
    guard let states, let bounds else { return nil }
    let scene = scenario.scenes[states.scene(of: turn.node)]
    guard scene.choices.indices.contains(choice), !scene.choices[choice].isCritical else {
      return nil
    }
    return states.moves(from: turn.node).filter { $0.item == choice }.compactMap { move in
      bounds.best(of: move.target).map { $0 + (move.wasEarned ? 0 : scene.choices[choice].points) }
    }.max()
  }

  /// A shortest way that earns all that can still be earned: what was best from there.
  package func bestLine(from turn: Turn) -> [Step] {
    guard let states, let bounds, bounds.best(of: turn.node) != nil else { return [] }
    var parents: [Int: (node: Int, item: Int)] = [:]
    var waiting = [turn.node]
    var next = 0
    while next < waiting.count {
      let node = waiting[next]
      next += 1
      let scene = scenario.scenes[states.scene(of: node)]
      if let ending = scene.ending, ending != .failure {
        return line(to: node, from: turn.node, parents, states)
      }
      for move in states.moves(from: node) {
        let choice = scene.choices.isEmpty ? nil : scene.choices[move.item]
        let gain = move.wasEarned ? 0 : choice?.points ?? 0
        guard choice?.isCritical != true, move.target != turn.node, parents[move.target] == nil,
          let after = bounds.best(of: move.target), after + gain == bounds.best(of: node)
        else { continue }
        parents[move.target] = (node, move.item)
        waiting.append(move.target)
      }
    }
    return []
  }

  private func line(
    to end: Int, from start: Int, _ parents: [Int: (node: Int, item: Int)],
    _ states: ExploredStates
  ) -> [Step] {
    var line: [Step] = []
    var node = end
    while node != start, let parent = parents[node] {
      line.append(Step(scene: states.scene(of: parent.node), item: parent.item))
      node = parent.node
    }
    return line.reversed()
  }

  /// The beginning from which the best score can be reached.
  package var beginning: Turn? {
    guard let states, let bounds else { return nil }
    let beginnings = 0..<states.beginningCount
    return (beginnings.first { bounds.best(of: $0) == best } ?? beginnings.first).map(Turn.init)
  }

  /// The most and the least that any play earns for one skill, as `best` and `worst`; nil where
  /// the scenario is not known to its end.
  package func score(for skill: String) -> (best: Int?, worst: Int?)? {
    guard let states, isExact else { return nil }
    let bounds = ScoreBounds(states, gains: scenario.gains(for: skill))
    let beginnings = 0..<states.beginningCount
    return (
      beginnings.compactMap { bounds.best(of: $0) }.max(),
      beginnings.compactMap { bounds.worst(of: $0) }.min()
    )
  }

  package struct EndingFacts: Sendable, Equatable {
    package var scene: Int
    package var kind: Directive.Ending
    /// A shortest way there; nil where no play reaches it.
    package var way: [Step]?
  }

  /// The endings in the order of the text.
  package var endings: [EndingFacts] {
    var firsts: [Int: Int] = [:]
    for node in 0..<(states?.stateCount ?? 0) {
      guard let scene = states?.scene(of: node) else { break }
      if firsts[scene] == nil { firsts[scene] = node }
    }
    let ways = states.map { ShortestWays($0) }
    var found: [EndingFacts] = []
    for (index, scene) in scenario.scenes.enumerated() {
      guard let kind = scene.ending else { continue }
      var ending = EndingFacts(scene: index, kind: kind, way: nil)
      if let node = firsts[index] { ending.way = ways?.way(to: node) }
      found.append(ending)
    }
    return found
  }

  /// The skills that choices earn points for.
  package var skills: [String] {
    Set(scenario.scenes.flatMap { $0.choices.flatMap { $0.skillPoints.map(\.skill) } }).sorted()
  }
}
