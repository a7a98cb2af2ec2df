/// The rules of a scenario, to the letter, on plain numbers: one state in, one state out. The
/// player and every analysis step through this same code.
package struct ScenarioMachine: Sendable {
  package let scenario: Scenario
  /// The index of each scene's first choice among all choices.
  private let firstChoice: [Int]
  package let choiceCount: Int

  /// The story goes on by itself at most this often before the learner is asked again.
  package static let maximumTurns = 1_000

  package init(_ scenario: Scenario) {
    self.scenario = scenario
    var first: [Int] = []
    var count = 0
    for scene in scenario.scenes {
      first.append(count)
      if case .choices(let choices) = scene.way { count += choices.count }
    }
    firstChoice = first
    choiceCount = count
  }

  package struct State: Hashable, Sendable {
    package var scene = 0
    package var meters: [Int]
    package var flags: BitSet
    package var visited: BitSet
    /// The choices that were chosen before: earned, and used up where they are `once`.
    package var chosen: BitSet
    package var points = 0
    package var hasCriticalMistake = false
  }

  /// What entering a scene shows, in its order.
  package enum Step: Equatable, Sendable {
    case passage(Int)
    case meter(Int, from: Int, to: Int)
  }

  package func start() -> State {
    State(
      meters: scenario.meters.map(\.start), flags: BitSet(), visited: BitSet(), chosen: BitSet())
  }

  /// Enters the state's scene: applies its effects in the order of the text.
  package func enter(
    _ state: inout State, hasPassed: (String) -> Bool, show: (Step) -> Void = { _ in }
  ) {
    guard scenario.scenes.indices.contains(state.scene) else { return }
    state.visited.insert(state.scene)
    let passages = scenario.scenes[state.scene].passages
    for index in passages.indices {
      if let condition = passages[index].condition,
        !holds(condition, in: state, hasPassed: hasPassed)
      {
        continue
      }
      // First the words, then what they did: a number before its reason gives the sentence away.
      show(.passage(index))
      apply(passages[index].effects, to: &state, show: show)
    }
  }

  /// The author's indices of the choices that are offered.
  package func offered(in state: State, hasPassed: (String) -> Bool) -> [Int] {
    var offered: [Int] = []
    findOffered(in: state, hasPassed: hasPassed, &offered)
    return offered
  }

  /// Puts them into an array that was used before: whoever plays thousands of times asks at every
  /// decision.
  func findOffered(in state: State, hasPassed: (String) -> Bool, _ offered: inout [Int]) {
    offered.removeAll(keepingCapacity: true)
    guard case .choices(let choices) = way(of: state) else { return }
    let first = firstChoice[state.scene]
    for index in choices.indices {
      if choices[index].isOnce, state.chosen.contains(first + index) { continue }
      if let condition = choices[index].condition {
        guard holds(condition, in: state, hasPassed: hasPassed) else { continue }
      }
      offered.append(index)
    }
  }

  /// Chooses: earns the points the first time, applies the effects, moves on. Returns the points
  /// that were won. The new scene is not entered yet.
  package func choose(
    _ index: Int, in state: inout State, show: (Step) -> Void = { _ in }
  ) -> Int {
    guard case .choices(let choices) = way(of: state), choices.indices.contains(index) else {
      return 0
    }
    let choice = choices[index]
    let earned = state.chosen.insert(firstChoice[state.scene] + index) ? choice.points : 0
    state.points += earned
    if choice.isCritical { state.hasCriticalMistake = true }
    apply(choice.effects, to: &state, show: show)
    if let target = choice.target { state.scene = target }
    return earned
  }

  /// The turn that the story takes by itself; nil where it is the learner's turn, at an ending, or
  /// where nothing holds. `roll` gives a number from 0 to 9,999, and is asked only where chance
  /// decides.
  package func turn(in state: State, hasPassed: (String) -> Bool, roll: () -> Int) -> Int? {
    guard case .story(let turns) = way(of: state) else { return nil }
    look: for (index, turn) in turns.enumerated() {
      switch turn.trigger {
      case .when(let condition):
        if holds(condition, in: state, hasPassed: hasPassed) { return index }
      // It always holds: no `when` after it is looked at.
      case .otherwise: break look
      case .chance: continue
      }
    }
    var rest: Int?
    var hasChance = false
    for (index, turn) in turns.enumerated() {
      switch turn.trigger {
      case .chance: hasChance = true
      case .otherwise: rest = rest ?? index
      case .when: break
      }
    }
    guard hasChance else { return rest }
    var left = roll()
    for (index, turn) in turns.enumerated() {
      guard case .chance(let percent) = turn.trigger else { continue }
      left -= percent.hundredths
      if left < 0 { return index }
    }
    return rest
  }

  package func way(of state: State) -> Scenario.Way {
    scenario.scenes.indices.contains(state.scene) ? scenario.scenes[state.scene].way : .nowhere
  }

  package func holds(
    _ condition: Scenario.Condition, in state: State, hasPassed: (String) -> Bool
  ) -> Bool {
    switch condition {
    case .meter(let meter, let comparison, let value): comparison.holds(state.meters[meter], value)
    case .flag(let flag): state.flags.contains(flag)
    case .visited(let scene): state.visited.contains(scene)
    case .passed(let unit): hasPassed(unit)
    case .not(let inner): !holds(inner, in: state, hasPassed: hasPassed)
    case .and(let a, let b):
      holds(a, in: state, hasPassed: hasPassed) && holds(b, in: state, hasPassed: hasPassed)
    case .or(let a, let b):
      holds(a, in: state, hasPassed: hasPassed) || holds(b, in: state, hasPassed: hasPassed)
    case .never: false
    }
  }

  private func apply(
    _ effects: [Scenario.Effect], to state: inout State, show: (Step) -> Void
  ) {
    for effect in effects {
      switch effect {
      case .add(let meter, let change): move(meter, to: state.meters[meter] + change, &state, show)
      case .assign(let meter, let value): move(meter, to: value, &state, show)
      case .set(let flag): state.flags.insert(flag)
      case .clear(let flag): state.flags.remove(flag)
      }
    }
  }

  /// A meter is kept within its range at every change.
  private func move(_ meter: Int, to value: Int, _ state: inout State, _ show: (Step) -> Void) {
    let range = scenario.meters[meter].range
    let before = state.meters[meter]
    let after = min(max(value, range.lowerBound), range.upperBound)
    state.meters[meter] = after
    if after != before { show(.meter(meter, from: before, to: after)) }
  }
}

/// A set of small numbers.
package struct BitSet: Hashable, Sendable {
  private var words: [UInt64] = []

  package init() {}

  package func contains(_ member: Int) -> Bool {
    member >> 6 < words.count && words[member >> 6] & (1 << UInt64(member & 63)) != 0
  }

  /// True where the member is new.
  @discardableResult
  package mutating func insert(_ member: Int) -> Bool {
    while words.count <= member >> 6 { words.append(0) }
    let bit: UInt64 = 1 << UInt64(member & 63)
    let isNew = words[member >> 6] & bit == 0
    words[member >> 6] |= bit
    return isNew
  }

  package mutating func remove(_ member: Int) {
    guard contains(member) else { return }
    words[member >> 6] &= ~(1 << UInt64(member & 63))
    // Equal sets are equal values.
    while words.last == 0 { words.removeLast() }
  }
  /// Adds the members of another set.
  package mutating func formUnion(_ other: BitSet) {
    for (index, word) in other.words.enumerated() {
      if index < words.count { words[index] |= word } else { words.append(word) }
    }
  }
}
