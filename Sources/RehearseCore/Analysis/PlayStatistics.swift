internal import Synchronization

// What the analysis says about all plays together: how many there are, and what chance makes of them.

extension ScenarioAnalysis {
  /// How many different plays there are: sequences of choices and turns from the beginning to an
  /// ending.
  package enum WayCount: Equatable, Sendable {
    case exactly(UInt128)
    /// More than can be counted here.
    case more(than: UInt128)
    /// A loop can be gone round any number of times.
    case endless
  }

  /// The plays of someone who has passed no other unit yet; nil where the scenario is not known to
  /// its end. Passing a unit that a choice plays or not is one play more where something after it
  /// can hang on that.
  package var ways: WayCount? {
    guard let states, let bounds else { return nil }
    var counts = ContiguousArray(repeating: UInt128(0), count: states.stateCount)
    var endless = ContiguousArray(repeating: false, count: states.stateCount)
    var isCapped = false
    states.components.forEach { members in
      let isLoop = states.isLoop(members)
      for node in members {
        let node = Int(node)
        if isLoop {
          endless[node] = bounds.worst[node] != ScoreBounds.none
          continue
        }
        if states.frames[states.scene(of: node)].way == .ending {
          counts[node] = 1
          continue
        }
        let range = states.edges.range(node)
        for edge in range where !states.repeats(edge, in: range) {
          let move = states.move(edge)
          let (sum, overflow) = counts[node].addingReportingOverflow(counts[move.target])
          counts[node] = overflow ? .max : sum
          isCapped = isCapped || overflow
          if endless[move.target] { endless[node] = true }
        }
      }
    }
    guard states.beginningCount > 0 else { return .exactly(0) }
    if endless[0] { return .endless }
    return isCapped ? .more(than: counts[0]) : .exactly(counts[0])
  }

  /// Whether chance decides anywhere that a play comes to.
  package var hasChance: Bool {
    scenario.scenes.indices.contains { scene in
      isReached[scene]
        && scenario.scenes[scene].turns.contains {
          if case .chance = $0.trigger { true } else { false }
        }
    }
  }

  /// The points that the best strategy earns on average, which never leaves the ways to an ending
  /// that counts by its own choice; where luck does, the points stay as earned. Nil where the
  /// scenario is not known to its end. Units that choices play come to be passed.
  package var expected: Double? {
    guard let states, let bounds else { return nil }
    // From below: a loop that can be gone round for ever keeps what it begins with, and an ending
    // can lie lower than that.
    let gains = scenario.gains
    let odds = scenario.odds
    let least = gains.reduce(0.0) { $0 + Double(min($1, 0)) }
    var values = ContiguousArray(bounds.best.map { $0 == ScoreBounds.none ? 0 : least })
    states.settle(rows: 1, &values, worthwhile: { _ in true }) { node, values, own in
      let frame = states.frames[states.scene(of: node)]
      var most = -Double.infinity
      var mean = 0.0
      for edge in states.edges.range(node) {
        let move = states.move(edge)
        let item = frame.firstItem + move.item
        guard frame.way == .choices else {
          mean += values[move.target] * odds[item]
          continue
        }
        guard !states.isMistake[item], bounds.best[move.target] != ScoreBounds.none else {
          continue
        }
        most = max(most, values[move.target] + Double(move.wasEarned ? 0 : gains[item]))
      }
      own[0] = frame.way != .choices ? mean : most == -.infinity ? 0 : most
    }
    let beginnings = 0..<states.beginningCount
    return beginnings.filter { bounds.best[$0] != ScoreBounds.none }.map { values[$0] }.max() ?? 0
  }

  /// What share of plays at random passes, from 0 to 1. Each offered choice is as likely as the
  /// next, and a unit that a choice plays comes to be passed every other time.
  package enum RandomShare: Equatable, Sendable {
    case exactly(Double)
    /// Of so many plays.
    case seen(Double, plays: Int)

    package var value: Double {
      switch self {
      case .exactly(let share), .seen(let share, _): share
      }
    }
  }

  /// - Parameter plays: how many plays are tried where exact counting would take too much room; fewer
  ///   where they do not end.
  /// - Returns: nil where nothing can be passed, or where the best score is not known.
  package func randomShare(
    passable: PassableUnits = .none, plays: Int = 10_000, seed: UInt64 = 1
  ) -> RandomShare? {
    randomShares.share(RandomShares.Question(plays: plays, seed: seed)) {
      makeRandomShare(passable: passable, plays: plays, seed: seed)
    }
  }

  private func makeRandomShare(
    passable: PassableUnits, plays: Int, seed: UInt64
  ) -> RandomShare? {
    guard let states, let bounds, let best else { return nil }
    let mark = scenario.passMark ?? Percent(0)
    // The fewest points at which the mark is reached.
    let needed = (0...max(best, 0)).first { mark.isReached(by: Points($0), of: Points(best)) }
    let gains = scenario.gains
    guard let needed, gains.allSatisfy({ $0 >= 0 }),
      states.stateCount * (needed + 1) <= Self.maximumCells, states.largestLoop <= 1_000
    else {
      var random = RandomPlay(scenario, passable: passable)
      random.play(plays, seed: seed, decisions: Self.maximumDecisions)
      return .seen(random.share(passing: mark, of: best), plays: random.plays)
    }
    let width = needed + 1
    var chances = ContiguousArray(repeating: 0.0, count: states.stateCount * width)
    let odds = scenario.odds
    states.settle(rows: width, &chances, worthwhile: { bounds.best[$0] != ScoreBounds.none }) {
      node, chances, own in
      for missing in 0..<width { own[missing] = 0 }
      let frame = states.frames[states.scene(of: node)]
      if frame.way == .ending {
        own[0] = frame.isFailure ? 0 : 1
        return
      }
      let range = states.edges.range(node)
      var items = 0
      for edge in range where edge == range.lowerBound || !states.isSameItem(edge, edge - 1) {
        items += 1
      }
      for edge in range {
        let move = states.move(edge)
        let item = frame.firstItem + move.item
        var share: Double
        var gain = 0
        if frame.way == .choices {
          if states.isMistake[item] { continue }
          // All that can come of one choice stand beside one another, and are equally likely.
          let alike = range.reduce(0) { $0 + (states.isSameItem(edge, $1) ? 1 : 0) }
          share = 1 / Double(items) / Double(alike)
          gain = move.wasEarned ? 0 : Int(gains[item])
        } else {
          share = odds[item]
        }
        for missing in 0..<width {
          own[missing] += share * chances[move.target * width + max(0, missing - gain)]
        }
      }
    }
    return states.beginningCount > 0 ? .exactly(chances[needed]) : .exactly(0)
  }

  private static let maximumCells = 6_000_000
  private static let maximumDecisions = 1_000_000
}

extension ExploredStates {
  /// How many states the largest loop has.
  fileprivate var largestLoop: Int {
    var largest = 0
    components.forEach { if $0.count > 1 { largest = max(largest, $0.count) } }
    return largest
  }

  func isLoop(_ members: ArraySlice<UInt32>) -> Bool {
    guard members.count == 1, let node = members.first else { return true }
    return edges.range(Int(node)).contains { edges.targets[$0] == node }
  }

  /// Whether two edges of one state stand for the same choice or turn.
  @inline(__always)
  fileprivate func isSameItem(_ a: Int, _ b: Int) -> Bool { labels[a].place == labels[b].place }

  /// Whether an edge before it is the same: what can come of one choice stands beside one another.
  @inline(__always)
  fileprivate func repeats(_ edge: Int, in range: Range<Int>) -> Bool {
    var other = edge - 1
    while other >= range.lowerBound, isSameItem(other, edge) {
      if move(other) == move(edge) { return true }
      other -= 1
    }
    return false
  }

  /// Gives every state a row of values that hang on those after it: once where nothing comes back,
  /// and in loops again and again until nothing moves any more. `fill` puts a state's new values
  /// into the row that it is given.
  fileprivate func settle(
    rows: Int, _ values: inout ContiguousArray<Double>, worthwhile: (Int) -> Bool,
    fill: (Int, ContiguousArray<Double>, inout ContiguousArray<Double>) -> Void
  ) {
    var row = ContiguousArray(repeating: 0.0, count: rows)
    components.forEach { members in
      let isLoop = isLoop(members)
      for _ in 0..<(isLoop ? 100_000 : 1) {
        var change = 0.0
        for node in members where worthwhile(Int(node)) {
          fill(Int(node), values, &row)
          for (place, new) in row.enumerated() {
            let index = Int(node) * rows + place
            change = max(change, (new - values[index]).magnitude)
            values[index] = new
          }
        }
        if change < 1e-12 { break }
      }
    }
  }
}

extension Scenario {
  /// How likely the story takes each turn where it can be taken, from 0 to 1, all scenes in a row.
  fileprivate var odds: ContiguousArray<Double> {
    ContiguousArray(scenes.flatMap { scene in scene.turns.indices.map { scene.odds(of: $0) } })
  }
}

extension Scenario.Scene {
  /// How likely the story takes a turn where it can be taken, from 0 to 1.
  fileprivate func odds(of item: Int) -> Double {
    // Chances past the whole have only what the ones before them leave.
    var rest = 10_000
    for (index, turn) in turns.enumerated() {
      guard case .chance(let percent) = turn.trigger else { continue }
      let share = max(0, min(rest, percent.hundredths))
      if index == item { return Double(share) / 10_000 }
      rest -= share
    }
    if case .otherwise = turns[item].trigger { return Double(rest) / 10_000 }
    return 1
  }
}

/// What was counted of random play: it takes longer than all else that is asked of an analysis, and
/// whoever checks a course at every keystroke asks again.
final class RandomShares: Sendable {
  struct Question: Hashable, Sendable {
    var plays: Int
    var seed: UInt64
  }

  private let known = Mutex<[Question: ScenarioAnalysis.RandomShare?]>([:])

  func share(
    _ question: Question, make: () -> ScenarioAnalysis.RandomShare?
  ) -> ScenarioAnalysis.RandomShare? {
    if let known = known.withLock({ $0[question] }) { return known }
    let share = make()
    known.withLock { $0[question] = .some(share) }
    return share
  }
}
