/// A shortest way to every state: one from which it was met first.
struct ShortestWays {
  private let states: ExploredStates
  private let beginnings: Int
  private var parents: ContiguousArray<UInt32>

  init(_ states: ExploredStates) {
    self.states = states
    beginnings = states.beginningCount
    var parents = ContiguousArray(repeating: UInt32.max, count: states.stateCount)
    // Edges come in the order in which they were met: breadth first.
    states.forEachEdge { edge in
      if parents[edge.to] == .max { parents[edge.to] = UInt32(edge.from) }
    }
    self.parents = parents
  }

  func way(to node: Int) -> [ScenarioAnalysis.Step] {
    var way: [ScenarioAnalysis.Step] = []
    var node = node
    while node >= beginnings, parents[node] != .max {
      let parent = Int(parents[node])
      guard let move = states.moves(from: parent).first(where: { $0.target == node }) else { break }
      way.append(ScenarioAnalysis.Step(scene: states.scene(of: parent), item: move.item))
      node = parent
    }
    return way.reversed()
  }
}
