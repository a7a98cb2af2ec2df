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
        if scenario.scenes[states.scene(of: node)].ending != nil {
          counts[node] = 1
          continue
        }
        let moves = states.moves(from: node)
        for (index, move) in moves.enumerated() where !moves.repeats(index) {
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
    let least = scenario.gains.reduce(0.0) { $0 + Double(min($1, 0)) }
    var values = ContiguousArray(bounds.best.map { $0 == ScoreBounds.none ? 0 : least })
    states.settle(&values) { node, values in
      let scene = scenario.scenes[states.scene(of: node)]
      var most: Double?
      var mean = 0.0
      for move in states.moves(from: node) {
        let after = values[move.target]
        guard case .choices(let choices) = scene.way else {
          mean += after * scene.odds(of: move.item)
          continue
        }
        guard !choices[move.item].isCritical, bounds.best[move.target] != ScoreBounds.none else {
          continue
        }
        let reached = after + Double(move.wasEarned ? 0 : choices[move.item].points)
        most = max(most ?? reached, reached)
      }
      return scene.choices.isEmpty ? mean : most ?? 0
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
    var own = ContiguousArray(repeating: 0.0, count: width)
    states.settle(rows: width, &chances, worthwhile: { bounds.best[$0] != ScoreBounds.none }) {
      node, chances in
      for missing in 0..<width { own[missing] = 0 }
      let scene = scenario.scenes[states.scene(of: node)]
      if let ending = scene.ending {
        own[0] = ending == .failure ? 0 : 1
        return own
      }
      let moves = states.moves(from: node)
      var items = 0
      for (index, move) in moves.enumerated() where index == 0 || moves[index - 1].item != move.item
      {
        items += 1
      }
      for move in moves {
        var share: Double
        var gain = 0
        if case .choices(let choices) = scene.way {
          if choices[move.item].isCritical { continue }
          // All that can come of one choice stand beside one another, and are equally likely.
          share = 1 / Double(items) / Double(moves.count { $0.item == move.item })
          gain = move.wasEarned ? 0 : choices[move.item].points
        } else {
          share = scene.odds(of: move.item)
        }
        for missing in 0..<width {
          own[missing] += share * chances[move.target * width + max(0, missing - gain)]
        }
      }
      return own
    }
    return states.beginningCount > 0 ? .exactly(chances[needed]) : .exactly(0)
  }

  private static let maximumCells = 6_000_000
  private static let maximumDecisions = 1_000_000
}

extension [Move] {
  /// Whether a move before it is the same: what can come of one choice stands beside one another.
  fileprivate func repeats(_ index: Int) -> Bool {
    self[..<index].reversed().prefix { $0.item == self[index].item }.contains(self[index])
  }
}

extension ExploredStates {
  /// How many states the largest loop has.
  fileprivate var largestLoop: Int {
    var largest = 0
    components.forEach { if $0.count > 1 { largest = max(largest, $0.count) } }
    return largest
  }

  func isLoop(_ members: ArraySlice<UInt32>) -> Bool {
    guard members.count == 1, let node = members.first.map(Int.init) else { return true }
    return moves(from: node).contains { $0.target == node }
  }

  /// Gives every state a value that hangs on those after it: once where nothing comes back, and in
  /// loops again and again until nothing moves any more.
  fileprivate func settle(
    _ values: inout ContiguousArray<Double>,
    _ value: (Int, ContiguousArray<Double>) -> Double
  ) {
    settle(rows: 1, &values, worthwhile: { _ in true }) { node, values in [value(node, values)] }
  }

  fileprivate func settle(
    rows: Int, _ values: inout ContiguousArray<Double>, worthwhile: (Int) -> Bool,
    _ value: (Int, ContiguousArray<Double>) -> ContiguousArray<Double>
  ) {
    components.forEach { members in
      let isLoop = isLoop(members)
      for _ in 0..<(isLoop ? 100_000 : 1) {
        var change = 0.0
        for node in members where worthwhile(Int(node)) {
          let row = value(Int(node), values)
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

extension Scenario.Scene {
  /// How likely the story takes a turn where it can be taken, from 0 to 1.
  func odds(of item: Int) -> Double {
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
