/// What is known of a scenario's states, whatever their size: each by its number, the beginnings
/// first.
protocol ExploredStates: Sendable {
  var stateCount: Int { get }
  var beginningCount: Int { get }
  var isComplete: Bool { get }
  var seen: ConditionsSeen { get }
  var components: Components { get }
  func scene(of node: Int) -> Int
  /// The number of a turn of the engine's; nil where it was not met.
  func node(for state: ScenarioMachine.State, hasPassed: (String) -> Bool) -> Int?
  func moves(from node: Int) -> [Move]
  func hasNoMoves(_ node: Int) -> Bool
  func bounds(gains: ContiguousArray<Int32>) -> ScoreBounds
  /// Every edge, in the order in which it was met.
  func forEachEdge(_ body: (Edge) -> Void)
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
struct Move: Sendable, Equatable {
  /// The place of the choice or turn in its scene.
  var item: Int
  var target: Int
  /// Whether the points of the choice were earned before.
  var wasEarned: Bool
}

struct Exploration<State: PackedState>: ExploredStates {
  let graph: StateGraph<State>
  let components: Components
  private let scenario: Scenario
  private let variables: StateVariables
  private let scenes: SceneGraph

  init(
    _ scenario: Scenario, _ variables: StateVariables, _ layout: StateLayout, _ scenes: SceneGraph,
    passable: PassableUnits, includingText: Bool, limit: Int
  ) {
    self.scenario = scenario
    self.variables = variables
    self.scenes = scenes
    let machine = PackedMachine<State>(
      scenario, variables, layout, scenes, passable: passable, includingText: includingText)
    graph = StateGraph(
      machine, conditionalPassages: scenario.conditionalPassageCount, limit: limit)
    components = Components(graph.edges)
  }

  var stateCount: Int { graph.table.count }
  var beginningCount: Int { graph.beginningCount }
  var isComplete: Bool { graph.isComplete }
  var seen: ConditionsSeen { graph.seen }

  func scene(of node: Int) -> Int { graph.scene(of: node) }

  func bounds(gains: ContiguousArray<Int32>) -> ScoreBounds {
    ScoreBounds(graph, components, gains: gains)
  }

  func moves(from node: Int) -> [Move] {
    graph.edges.range(node).map {
      Move(
        item: graph.labels[$0].place, target: Int(graph.edges.targets[$0]),
        wasEarned: graph.labels[$0].wasEarned)
    }
  }

  func hasNoMoves(_ node: Int) -> Bool { graph.edges.range(node).isEmpty }

  func forEachEdge(_ body: (Edge) -> Void) {
    for node in 0..<stateCount {
      let range = graph.edges.range(node)
      guard !range.isEmpty else { continue }
      let scene = graph.scene(of: node)
      let first = graph.machine.scenes[scene].items.lowerBound
      let isChoice = graph.machine.scenes[scene].way == .choices
      for edge in range {
        let label = graph.labels[edge]
        body(
          Edge(
            from: node, to: Int(graph.edges.targets[edge]), item: first + label.place,
            isChoice: isChoice, wasEarned: label.wasEarned))
      }
    }
  }

  func node(for state: ScenarioMachine.State, hasPassed: (String) -> Bool) -> Int? {
    guard graph.machine.scenes.indices.contains(state.scene) else { return nil }
    let layout = graph.machine.layout
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
      if scenes.component[scene] == scenes.component[state.scene] {
        for (place, field) in fields.enumerated() {
          if let field, state.chosen.contains(choice + place) { packed.put(1, field) }
        }
      }
      if case .choices(let choices) = scenario.scenes[scene].way { choice += choices.count }
    }
    packed.keep(graph.machine.scenes[state.scene].keep)
    return graph.table.number(of: packed)
  }
}

extension Scenario {
  var conditionalPassageCount: Int {
    scenes.reduce(0) { $0 + $1.passages.count { $0.condition != nil } }
  }
}
