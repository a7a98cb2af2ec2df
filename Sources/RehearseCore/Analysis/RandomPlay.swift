/// Plays a scenario at random through the engine's own rules, and keeps what was seen: the
/// comparison for the analysis, and all there is where a scenario is too large for it.
package struct RandomPlay: Sendable {
  package private(set) var plays = 0
  package private(set) var decisions = 0
  package private(set) var isReached: [Bool]
  /// For each scene and choice, whether it was offered.
  package private(set) var isOffered: [[Bool]]
  /// How often each scene was where a play ended.
  package private(set) var endedIn: [Int]
  /// Plays that stood still, or went on for too long.
  package private(set) var stuck = 0
  /// The most and the least points of plays that count, as in `ScenarioAnalysis`.
  package private(set) var best: Int?
  package private(set) var worst: Int?
  /// How many plays ended, not in failure and without a critical mistake, with each score.
  package private(set) var scores: [Int: Int] = [:]

  /// A play that has not ended after so many decisions is given up.
  package static let maximumDecisions = 10_000

  private let machine: ScenarioMachine
  private let calls: [String: [String]]

  /// Units that a choice plays come to be passed every other time.
  package init(_ scenario: Scenario, passable: PassableUnits = .none) {
    machine = ScenarioMachine(scenario)
    isReached = Array(repeating: false, count: scenario.scenes.count)
    isOffered = scenario.scenes.map { Array(repeating: false, count: $0.choices.count) }
    endedIn = Array(repeating: 0, count: scenario.scenes.count)
    var calls: [String: [String]] = [:]
    let asked = scenario.conditions.flatMap(\.leaves).compactMap { leaf -> String? in
      if case .passed(let name) = leaf { passable.path(of: name) } else { nil }
    }
    if !asked.isEmpty {
      for choice in scenario.scenes.flatMap(\.choices) {
        guard let call = choice.call, calls[call] == nil else { continue }
        let played = passable.playedBy(call)
        calls[call] = Set(asked).intersection(played).sorted()
      }
    }
    self.calls = calls
    self.passable = passable
  }

  private let passable: PassableUnits

  /// Plays once more for each number up to `count`; the same seed gives the same plays.
  ///
  /// - Parameter maximum: no play begins after so many decisions in all. Where plays do not get out
  ///   of a loop, a few of them take as many as thousands of others.
  package mutating func play(_ count: Int, seed: UInt64, decisions maximum: Int = .max) {
    var generator = Self.generator(seed: seed)
    play(count, &generator, decisions: maximum)
  }

  static func generator(seed: UInt64) -> Generator { Generator(seed: seed, stream: "random-play") }

  /// The same in parts, each going on where the one before it ended.
  mutating func play(_ count: Int, _ generator: inout Generator, decisions maximum: Int = .max) {
    var offered: [Int] = []
    for _ in 0..<count where decisions < maximum { playOnce(&generator, &offered) }
  }

  private mutating func playOnce(_ generator: inout Generator, _ offered: inout [Int]) {
    plays += 1
    guard !machine.scenario.scenes.isEmpty else {
      stuck += 1
      return
    }
    var state = machine.start()
    var passed: Set<String> = []
    let passable = self.passable
    func hasPassed(_ name: String) -> Bool {
      !passed.isEmpty && passable.path(of: name).map(passed.contains) ?? false
    }
    machine.enter(&state, hasPassed: hasPassed)
    var turns = 0
    for _ in 0..<Self.maximumDecisions {
      isReached[state.scene] = true
      switch machine.scenario.scenes[state.scene].way {
      case .ending(let kind):
        endedIn[state.scene] += 1
        worst = min(worst ?? state.points, state.points)
        if kind != .failure, !state.hasCriticalMistake {
          best = max(best ?? state.points, state.points)
          scores[state.points, default: 0] += 1
        }
        return
      case .nowhere:
        stuck += 1
        return
      case .story(let list):
        turns += 1
        guard turns <= ScenarioMachine.maximumTurns,
          let item = machine.turn(
            in: state, hasPassed: hasPassed, roll: { generator.next(below: 10_000) }),
          let next = list[item].target
        else {
          stuck += 1
          return
        }
        state.scene = next
        machine.enter(&state, hasPassed: hasPassed)
      case .choices(let choices):
        turns = 0
        machine.findOffered(in: state, hasPassed: hasPassed, &offered)
        guard !offered.isEmpty else {
          stuck += 1
          return
        }
        for place in offered { isOffered[state.scene][place] = true }
        let taken = offered[generator.next(below: offered.count)]
        decisions += 1
        if let call = choices[taken].call, let units = calls[call] {
          for unit in units where generator.next(below: 2) == 1 { passed.insert(unit) }
        }
        _ = machine.choose(taken, in: &state)
        if choices[taken].target != nil { machine.enter(&state, hasPassed: hasPassed) }
      }
    }
    stuck += 1
  }

  /// The share of plays that passed a mark, given the best score, from 0 to 1.
  package func share(passing mark: Percent, of best: Int) -> Double {
    guard plays > 0 else { return 0 }
    let passed = scores.reduce(0) {
      mark.isReached(by: Points($1.key), of: Points(best)) ? $0 + $1.value : $0
    }
    return Double(passed) / Double(plays)
  }
}
