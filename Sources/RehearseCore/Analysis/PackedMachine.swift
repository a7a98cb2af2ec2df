/// How a scene goes on, without what it says.
enum SceneWay: Sendable, BitwiseCopyable { case choices, story, ending, nowhere }

/// The rules of a scenario on packed states: what `ScenarioMachine` does, for millions of states.
/// What each part means stands there; that both agree is tested.
struct PackedMachine<State: PackedState>: Sendable {
  struct Scene: Sendable {
    var way: SceneWay
    var isFailure = false
    var visited: StateField?
    var passages = 0..<0
    /// Choices or turns.
    var items = 0..<0
    /// The loop that it stands in.
    var component = 0
    /// What may be remembered at the turn there.
    var keep = State()
    /// The same for a play that comes from outside its loop: what was chosen before stands in the
    /// same bits as its own choices.
    var keepOnArrival = State()
  }

  struct Passage: Sendable {
    var condition: Int32
    var effects: Range<Int>
    /// Which of the scenario's conditional passages it is, all scenes in a row; nil where it has
    /// no condition.
    var place: Int?
  }

  struct Choice: Sendable {
    var condition: Int32
    var isOnce: Bool
    var isCritical: Bool
    var chosen: StateField?
    var effects: Range<Int>
    /// Nil comes back to the same turn.
    var target: Int?
    /// The units that may come to be passed before it goes on, in `passed`.
    var passed: Range<Int>
  }

  struct Turn: Sendable, BitwiseCopyable {
    enum Trigger: Sendable, BitwiseCopyable { case when, chance, otherwise }
    var trigger: Trigger
    var condition = ConditionCode.holds
    /// Out of 10,000.
    var chance = 0
    var target: Int?
  }

  enum Effect: Sendable, BitwiseCopyable {
    /// `top` is the width of the meter's range.
    case add(StateField, Int64, top: Int64)
    case put(StateField, UInt64)
  }

  var layout: StateLayout
  var scenes: ContiguousArray<Scene> = []
  var passages: ContiguousArray<Passage> = []
  var choices: ContiguousArray<Choice> = []
  var turns: ContiguousArray<Turn> = []
  var effects: ContiguousArray<Effect> = []
  var passed: ContiguousArray<StateField> = []
  var conditions = ConditionCode()
  /// The places where a play can begin, before the first scene is entered: one for each set of
  /// units that may have been passed before.
  var beginnings: [State] = []
}

/// What was seen of each condition, over all states.
struct ConditionsSeen: Sendable {
  static let held: UInt8 = 1
  static let failed: UInt8 = 2

  var passages: ContiguousArray<UInt8>
  /// Offered counts as held.
  var choices: ContiguousArray<UInt8>
  var turns: ContiguousArray<UInt8>

  init(passages: Int, choices: Int, turns: Int) {
    self.passages = ContiguousArray(repeating: 0, count: passages)
    self.choices = ContiguousArray(repeating: 0, count: choices)
    self.turns = ContiguousArray(repeating: 0, count: turns)
  }
}

extension PackedMachine {
  @inline(__always)
  func scene(of state: State) -> Int { Int(state.value(layout.scene)) }

  /// Goes to a scene and applies its effects; then forgets what cannot matter any more.
  @inline(__always)
  func enter(_ number: Int, _ state: inout State, _ seen: inout ConditionsSeen) {
    let isArrival = scenes[scene(of: state)].component != scenes[number].component
    state.put(UInt64(number), layout.scene)
    if let visited = scenes[number].visited { state.put(1, visited) }
    for index in scenes[number].passages {
      if let place = passages[index].place {
        let holds = conditions.holds(passages[index].condition, in: state)
        seen.passages[place] |= holds ? ConditionsSeen.held : ConditionsSeen.failed
        if !holds { continue }
      }
      apply(passages[index].effects, to: &state)
    }
    state.keep(isArrival ? scenes[number].keepOnArrival : scenes[number].keep)
  }

  /// Whether a choice is offered; `seen` remembers what its condition said.
  @inline(__always)
  func offers(_ index: Int, in state: State, _ seen: inout ConditionsSeen) -> Bool {
    if choices[index].isOnce, let chosen = choices[index].chosen, state.value(chosen) == 1 {
      return false
    }
    let holds =
      choices[index].condition == ConditionCode.holds
      || conditions.holds(choices[index].condition, in: state)
    seen.choices[index] |= holds ? ConditionsSeen.held : ConditionsSeen.failed
    return holds
  }

  /// Chooses, and goes where that leads; true where its points were earned before.
  @inline(__always)
  func choose(_ index: Int, in state: inout State, _ seen: inout ConditionsSeen) -> Bool {
    let before = scene(of: state)
    let wasEarned = mark(index, in: &state)
    go(index, from: before, &state, &seen)
    return wasEarned
  }

  @inline(__always)
  func mark(_ index: Int, in state: inout State) -> Bool {
    guard let chosen = choices[index].chosen else { return false }
    let was = state.value(chosen) == 1
    state.put(1, chosen)
    return was
  }

  @inline(__always)
  func go(_ index: Int, from scene: Int, _ state: inout State, _ seen: inout ConditionsSeen) {
    apply(choices[index].effects, to: &state)
    if let target = choices[index].target {
      enter(target, &state, &seen)
    } else {
      state.keep(scenes[scene].keep)
    }
  }

  @inline(__always)
  func apply(_ range: Range<Int>, to state: inout State) {
    for index in range {
      switch effects[index] {
      case .put(let field, let value): state.put(value, field)
      case .add(let field, let change, let top):
        let sum = Int64(state.value(field)).addingReportingOverflow(change)
        let value = sum.overflow ? (change < 0 ? 0 : top) : min(max(sum.partialValue, 0), top)
        state.put(UInt64(value), field)
      }
    }
  }

  /// Puts the turns that the story can take into `taken`: one that is certain, or all that chance
  /// can bring.
  @inline(__always)
  func findTurns(
    in state: State, _ seen: inout ConditionsSeen, _ taken: inout ContiguousArray<Int>
  ) {
    taken.removeAll(keepingCapacity: true)
    let items = scenes[scene(of: state)].items
    var rest: Int?
    var hasChance = false
    for index in items {
      switch turns[index].trigger {
      case .when:
        // No `when` after `otherwise` is looked at.
        if rest != nil { continue }
        let holds = conditions.holds(turns[index].condition, in: state)
        seen.turns[index] |= holds ? ConditionsSeen.held : ConditionsSeen.failed
        if holds {
          taken.append(index)
          return
        }
      case .otherwise: if rest == nil { rest = index }
      case .chance: hasChance = true
      }
    }
    var left = 10_000
    if hasChance {
      for index in items where turns[index].trigger == .chance && left > 0 {
        if turns[index].chance > 0 { taken.append(index) }
        left -= turns[index].chance
      }
    }
    if let rest, left > 0 { taken.append(rest) }
  }

  /// How often, out of 10,000, chance takes each of the turns that `findTurns` named.
  func odds(of turn: Int, in scene: Int) -> Int {
    var left = 10_000
    for index in scenes[scene].items where turns[index].trigger == .chance {
      let share = max(0, min(left, turns[index].chance))
      if index == turn { return share }
      left -= share
    }
    return turns[turn].trigger == .otherwise ? left : 10_000
  }
}
