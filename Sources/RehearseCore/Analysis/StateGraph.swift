/// Every state that a play of a scenario can come to, and every way between them.
///
/// A state is a turn: a scene after its effects, with what can still matter. States are numbered in
/// the order in which they are met, breadth first, so that a lower number is never farther from the
/// beginning.
struct StateGraph<State: PackedState>: Sendable {
  let machine: PackedMachine<State>
  private(set) var table = StateTable<State>()
  /// How many of the first states are beginnings.
  private(set) var beginningCount = 0
  private(set) var edges = Components.Edges()
  /// For each edge, the place of the choice or turn in its scene, and whether its points were
  /// earned before.
  private(set) var labels: ContiguousArray<EdgeLabel> = []
  /// The scene of each state.
  private(set) var scenes: ContiguousArray<UInt32> = []
  private(set) var seen: ConditionsSeen
  /// Whether every state was met. Otherwise some states stand there without their edges.
  private(set) var isComplete = true

  /// - Parameter limit: how many states are met at most.
  init(_ machine: PackedMachine<State>, conditionalPassages: Int, limit: Int) {
    self.machine = machine
    seen = ConditionsSeen(
      passages: conditionalPassages, choices: machine.choices.count, turns: machine.turns.count)
    guard !machine.scenes.isEmpty else { return }
    for beginning in machine.beginnings {
      var state = beginning
      machine.enter(0, &state, &seen)
      _ = table.meet(state)
    }
    beginningCount = table.count
    explore(limit)
  }

  private mutating func explore(_ limit: Int) {
    let machine = self.machine
    var taken: ContiguousArray<Int> = []
    var node = 0
    while node < table.count {
      if table.count > limit {
        isComplete = false
        break
      }
      let state = table.states[node]
      let scene = machine.scene(of: state)
      switch machine.scenes[scene].way {
      case .choices: followChoices(machine, state, scene)
      case .story:
        machine.findTurns(in: state, &seen, &taken)
        for turn in taken { follow(turn, machine, state, scene) }
      case .ending, .nowhere: break
      }
      scenes.append(UInt32(scene))
      edges.endNode()
      node += 1
    }
    while edges.nodeCount < table.count {
      scenes.append(UInt32(machine.scene(of: table.states[edges.nodeCount])))
      edges.endNode()
    }
    table.close()
  }

  @inline(__always)
  private mutating func followChoices(
    _ machine: PackedMachine<State>, _ state: State, _ scene: Int
  ) {
    let items = machine.scenes[scene].items
    for index in items where machine.offers(index, in: state, &seen) {
      var next = state
      let wasEarned = machine.mark(index, in: &next)
      let label = EdgeLabel(index - items.lowerBound, wasEarned: wasEarned)
      if machine.choices[index].passed.isEmpty {
        machine.go(index, from: scene, &next, &seen)
        edges.append(table.meet(next))
        labels.append(label)
        continue
      }
      let passed = machine.passed[machine.choices[index].passed]
      for var other in PackedMachine.settings(of: passed, in: next) {
        machine.go(index, from: scene, &other, &seen)
        edges.append(table.meet(other))
        labels.append(label)
      }
    }
  }

  @inline(__always)
  private mutating func follow(
    _ turn: Int, _ machine: PackedMachine<State>, _ state: State, _ scene: Int
  ) {
    guard let target = machine.turns[turn].target else { return }
    var next = state
    machine.enter(target, &next, &seen)
    edges.append(table.meet(next))
    labels.append(
      EdgeLabel(turn - machine.scenes[scene].items.lowerBound, wasEarned: false))
  }
}

/// What an edge stands for: the place of the choice or turn in its scene, and whether the points of
/// the choice were earned before.
struct EdgeLabel: Sendable, BitwiseCopyable {
  private var bits: UInt16

  @inline(__always)
  init(_ place: Int, wasEarned: Bool) {
    bits = UInt16(truncatingIfNeeded: place) | (wasEarned ? 0x8000 : 0)
  }

  static var maximumPlace: Int { 0x7FFF }
  @inline(__always) var place: Int { Int(bits & 0x7FFF) }
  @inline(__always) var wasEarned: Bool { bits & 0x8000 != 0 }
}
