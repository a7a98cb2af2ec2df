/// What is known of a scenario's states, whatever their size: each by its number, the beginnings
/// first.
struct ExploredStates: Sendable {
  /// What a scene is for the analysis.
  struct Frame: Sendable, BitwiseCopyable {
    var way: SceneWay
    var isFailure: Bool
    /// The first of its choices or turns, counted over all scenes.
    var firstItem: Int
    var itemCount: Int
  }

  let beginningCount: Int
  let isComplete: Bool
  let seen: ConditionsSeen
  let frames: ContiguousArray<Frame>
  /// Whether each choice is a critical mistake, all scenes in a row.
  let isMistake: ContiguousArray<Bool>
  let scenes: ContiguousArray<UInt32>
  let edges: Components.Edges
  let labels: ContiguousArray<EdgeLabel>
  let components: Components
  private let index: any StateIndex

  init<State: PackedState>(_ graph: StateGraph<State>, index: any StateIndex) {
    beginningCount = graph.beginningCount
    isComplete = graph.isComplete
    seen = graph.seen
    frames = ContiguousArray(
      graph.machine.scenes.map {
        Frame(
          way: $0.way, isFailure: $0.isFailure, firstItem: $0.items.lowerBound,
          itemCount: $0.items.count)
      })
    isMistake = ContiguousArray(graph.machine.choices.map(\.isCritical))
    scenes = graph.scenes
    edges = graph.edges
    labels = graph.labels
    self.index = index
    components = Components(graph.edges)
  }

  var stateCount: Int { scenes.count }

  @inline(__always)
  func scene(of node: Int) -> Int { Int(scenes[node]) }

  /// The number of a turn of the engine's; nil where it was not met.
  func node(for state: ScenarioMachine.State, hasPassed: (String) -> Bool) -> Int? {
    index.node(for: state, hasPassed: hasPassed)
  }

  /// All ways on from a state; where there are many states, go through `edges.range` instead.
  func moves(from node: Int) -> [Move] { edges.range(node).map { move($0) } }

  @inline(__always)
  func move(_ edge: Int) -> Move {
    let label = labels[edge]
    return Move(item: label.place, target: Int(edges.targets[edge]), wasEarned: label.wasEarned)
  }

  func hasNoMoves(_ node: Int) -> Bool { edges.range(node).isEmpty }

  /// Every edge, in the order in which it was met.
  @inline(__always)
  func forEachEdge(_ body: (Edge) -> Void) {
    for node in 0..<stateCount {
      let range = edges.range(node)
      guard !range.isEmpty else { continue }
      let frame = frames[scene(of: node)]
      for edge in range {
        body(
          Edge(
            from: node, to: Int(edges.targets[edge]), item: frame.firstItem + labels[edge].place,
            isChoice: frame.way == .choices, wasEarned: labels[edge].wasEarned))
      }
    }
  }
}

/// Finds the number of a state.
protocol StateIndex: Sendable {
  func node(for state: ScenarioMachine.State, hasPassed: (String) -> Bool) -> Int?
}

struct Edge {
  var from: Int
  var to: Int
  /// The choice or the turn, counted over all scenes.
  var item: Int
  var isChoice: Bool
  /// Whether the points of the choice were earned before.
  var wasEarned: Bool
}

/// A way from one state to the next.
struct Move: Sendable, Equatable, BitwiseCopyable {
  /// The place of the choice or turn in its scene.
  var item: Int
  var target: Int
  /// Whether the points of the choice were earned before.
  var wasEarned: Bool
}

/// All packed states, and how a turn of the engine's becomes one.
struct PackedStateIndex<State: PackedState>: StateIndex {
  private let table: StateTable<State>
  private let layout: StateLayout
  /// For each scene, what is remembered at the turn there.
  private let keep: ContiguousArray<State>
  private let scenario: Scenario
  private let variables: StateVariables
  private let graph: SceneGraph

  init(
    _ states: StateGraph<State>, _ scenario: Scenario, _ variables: StateVariables,
    _ graph: SceneGraph
  ) {
    table = states.table
    layout = states.machine.layout
    keep = ContiguousArray(states.machine.scenes.map(\.keep))
    self.scenario = scenario
    self.variables = variables
    self.graph = graph
  }

  func node(for state: ScenarioMachine.State, hasPassed: (String) -> Bool) -> Int? {
    guard keep.indices.contains(state.scene) else { return nil }
    var packed = State()
    packed.put(UInt64(state.scene), layout.scene)
    for (place, variable) in variables.all.enumerated() {
      guard let field = layout.variables[place] else { continue }
      switch variable {
      case .meter(let meter):
        let start = scenario.meters[meter].range.lowerBound
        packed.put(UInt64(Int64(state.meters[meter]) - Int64(start)), field)
      case .flag(let flag): packed.put(state.flags.contains(flag) ? 1 : 0, field)
      case .visited(let scene): packed.put(state.visited.contains(scene) ? 1 : 0, field)
      case .passed(let unit): packed.put(hasPassed(variables.passedUnits[unit]) ? 1 : 0, field)
      }
    }
    var choice = 0
    for (scene, fields) in layout.chosen.enumerated() {
      // Other loops use the same bits for choices of their own.
      if graph.component[scene] == graph.component[state.scene] {
        for (place, field) in fields.enumerated() {
          if let field, state.chosen.contains(choice + place) { packed.put(1, field) }
        }
      }
      if case .choices(let choices) = scenario.scenes[scene].way { choice += choices.count }
    }
    packed.keep(keep[state.scene])
    return table.number(of: packed)
  }
}

extension Scenario {
  var conditionalPassageCount: Int {
    scenes.reduce(0) { $0 + $1.passages.count { $0.condition != nil } }
  }

  /// Whether some text shows or not without changing anything.
  var hasConditionalText: Bool {
    scenes.contains { $0.passages.contains { $0.condition != nil && $0.effects.isEmpty } }
  }
}
