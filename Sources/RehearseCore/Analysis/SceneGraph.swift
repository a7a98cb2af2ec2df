/// Which scene can follow which, whatever the conditions say: the frame in which every play moves.
struct SceneGraph {
  /// For each scene, the scenes that its choices or its story lead to. A call that comes back is a
  /// way from the scene to itself.
  let next: [[Int]]
  /// For each scene, the number of its strongly connected component. Components are numbered so
  /// that every way leads to the same or a lower number.
  let component: [Int]
  /// For each component, whether a way inside it can be gone twice.
  let isLoop: [Bool]

  init(_ scenario: Scenario) {
    next = scenario.scenes.indices.map { scene in
      switch scenario.scenes[scene].way {
      case .choices(let choices): choices.indices.map { choices[$0].target ?? scene }
      case .story(let turns): turns.compactMap(\.target)
      case .ending, .nowhere: []
      }
    }
    let next = self.next
    var edges = Components.Edges(nodes: next.count, edges: next.reduce(0) { $0 + $1.count })
    for targets in next {
      for target in targets { edges.append(UInt32(target)) }
      edges.endNode()
    }
    let components = Components(edges)
    component = components.numbers.map { Int($0) }
    var isLoop = Array(repeating: false, count: components.count)
    for (scene, targets) in next.enumerated() {
      for target in targets where component[target] == component[scene] {
        isLoop[component[scene]] = true
      }
    }
    self.isLoop = isLoop
  }

  /// Whether a play can come back to the scene after leaving it, or stay.
  func isInLoop(_ scene: Int) -> Bool { isLoop[component[scene]] }
  /// The scenes that links lead to from the first one.
  var linkedFromBeginning: Set<Int> {
    var linked: Set<Int> = []
    var waiting = next.isEmpty ? [] : [0]
    while let scene = waiting.popLast() {
      if linked.insert(scene).inserted { waiting += next[scene] }
    }
    return linked
  }
}
