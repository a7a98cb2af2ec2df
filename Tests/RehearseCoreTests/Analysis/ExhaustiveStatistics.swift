import RehearseCore

// What follows from all plays together, as numbers.

extension ExhaustivePlayer {
  /// How many plays there are from the first beginning to an ending.
  func ways() -> ScenarioAnalysis.WayCount {
    let canEnd = stillToEarn().worst.map { $0 != nil }
    var counts: [Int: UInt128] = [:]
    var open: Set<Int> = []
    /// Nil where a play can come by twice.
    func count(_ state: Int) -> UInt128? {
      if let known = counts[state] { return known }
      guard open.insert(state).inserted else { return nil }
      defer { open.remove(state) }
      var sum: UInt128 = ending(state) == nil ? 0 : 1
      for move in moves[state] where canEnd[move.target] {
        guard let more = count(move.target) else { return nil }
        sum += more
      }
      counts[state] = sum
      return sum
    }
    guard canEnd[0] else { return .exactly(0) }
    return count(0).map { .exactly($0) } ?? .endless
  }

  /// What the best strategy earns on average from the beginning that is best for it. By its own
  /// choice it makes no critical mistake and keeps to where it can still end well; where luck
  /// leaves no such way, it has what it earned.
  func expected() -> Double? {
    let (best, _) = stillToEarn()
    // No play loses more, and going round in a loop for ever earns as little as that.
    let least = scenario.scenes.flatMap(\.choices).reduce(0.0) { sum, choice in
      sum + min(0, Double(choice.points.reduce(0) { $0 + $1.points }))
    }
    var values = best.enumerated().map { $1 == nil || ending($0) != nil ? 0 : least }
    var change = 1.0
    while change > 1e-10 {
      change = 0
      for state in states.indices.reversed() where best[state] != nil && ending(state) == nil {
        let turns = scenario.scenes[states[state].scene].turns
        var value = 0.0
        if turns.isEmpty {
          value =
            moves[state].filter { !$0.isCritical && best[$0.target] != nil }.map {
              values[$0.target] + Double(points[$0.target] - points[state])
            }.max() ?? 0
        } else {
          for move in moves[state] { value += share(of: move.item, turns) * values[move.target] }
        }
        change = max(change, (value - values[state]).magnitude)
        values[state] = value
      }
    }
    return (0..<beginningCount).filter { best[$0] != nil }.map { values[$0] }.max() ?? 0
  }

  /// How often, of one time, the story takes a turn that it can take.
  private func share(of item: Int, _ turns: [SmallScenario.Turn]) -> Double {
    var rest = 100
    for (place, turn) in turns.enumerated() {
      guard case .chance(let percent) = turn.trigger else { continue }
      if place == item { return Double(min(percent, rest)) / 100 }
      rest -= min(percent, rest)
    }
    if case .otherwise = turns[item].trigger { return Double(rest) / 100 }
    return 1
  }
}
