/// The best and the worst score that can still be earned from every state.
///
/// Earning changes the state for good, so no way inside a strongly connected component earns
/// anything, and all its states share what its exits offer: the exact bounds come from one walk over
/// the components, the last first.
struct ScoreBounds: Sendable {
  /// The most points of any play from here that reaches an ending other than failure without a
  /// critical mistake; `none` where there is no such play.
  private(set) var best: ContiguousArray<Int32>
  /// The least points of any play from here that reaches an ending; `none` where none does.
  private(set) var worst: ContiguousArray<Int32>

  static var none: Int32 { .min }

  /// - Parameter gains: what each choice earns the first time, all scenes in a row.
  init(_ states: ExploredStates, gains: ContiguousArray<Int32>) {
    let count = states.stateCount
    let components = states.components
    best = ContiguousArray(repeating: Self.none, count: count)
    worst = ContiguousArray(repeating: Self.none, count: count)
    components.forEach { members in
      if members.count == 1, let node = members.first.map(Int.init) {
        (best[node], worst[node]) = bounds(of: node, states, gains)
      } else {
        settle(members, states, gains)
      }
    }
  }

  /// What a state's own edges offer, as far as their ends are known.
  @inline(__always)
  private func bounds(
    of node: Int, _ states: ExploredStates, _ gains: ContiguousArray<Int32>
  ) -> (best: Int32, worst: Int32) {
    let frame = states.frames[states.scene(of: node)]
    var most = Self.none
    var least = Self.none
    switch frame.way {
    case .ending: return (frame.isFailure ? Self.none : 0, 0)
    case .nowhere: return (Self.none, Self.none)
    case .choices, .story: break
    }
    let isStory = frame.way == .story
    for edge in states.edges.range(node) {
      let target = Int(states.edges.targets[edge])
      let label = states.labels[edge]
      let choice = frame.firstItem + label.place
      let gain = isStory || label.wasEarned ? 0 : gains[choice]
      let isMistake = !isStory && states.isMistake[choice]
      if best[target] != Self.none, !isMistake { most = max(most, best[target] + gain) }
      if worst[target] != Self.none {
        let reached = worst[target] + gain
        least = least == Self.none ? reached : min(least, reached)
      }
    }
    return (most, least)
  }

  /// A loop: what one of its states can reach, all can, but for the best where a way inside it is
  /// a critical mistake.
  private mutating func settle(
    _ members: ArraySlice<UInt32>, _ states: ExploredStates, _ gains: ContiguousArray<Int32>
  ) {
    var most = Self.none
    var least = Self.none
    var hasMistakeInside = false
    for node in members {
      let node = Int(node)
      let own = bounds(of: node, states, gains)
      most = max(most, own.best)
      if own.worst != Self.none { least = least == Self.none ? own.worst : min(least, own.worst) }
      hasMistakeInside = hasMistakeInside || states.hasMistake(from: node)
    }
    if hasMistakeInside {
      settleBest(members, states, gains)
    } else {
      for node in members { best[Int(node)] = most }
    }
    for node in members { worst[Int(node)] = least }
  }

  /// The same walk inside a loop, without the ways that are critical mistakes.
  private mutating func settleBest(
    _ members: ArraySlice<UInt32>, _ states: ExploredStates, _ gains: ContiguousArray<Int32>
  ) {
    let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    var inside = Components.Edges()
    for node in members {
      for edge in states.edges.range(Int(node)) where !states.isMistake(edge, from: Int(node)) {
        if let place = places[states.edges.targets[edge]] { inside.append(UInt32(place)) }
      }
      inside.endNode()
    }
    let nodes = Array(members)
    Components(inside).forEach { group in
      var most = Self.none
      for place in group {
        most = max(most, bounds(of: Int(nodes[Int(place)]), states, gains).best)
      }
      for place in group { best[Int(nodes[Int(place)])] = most }
    }
  }
}

extension ExploredStates {
  /// Whether the edge is a critical mistake.
  fileprivate func isMistake(_ edge: Int, from node: Int) -> Bool {
    let frame = frames[scene(of: node)]
    return frame.way == .choices && isMistake[frame.firstItem + labels[edge].place]
  }

  fileprivate func hasMistake(from node: Int) -> Bool {
    edges.range(node).contains { edge in
      components.numbers[Int(edges.targets[edge])] == components.numbers[node]
        && isMistake(edge, from: node)
    }
  }
}

extension Components {
  /// Each component's nodes, the component that nothing leads on from first.
  func forEach(_ body: (ArraySlice<UInt32>) -> Void) {
    var start = 0
    while start < order.count {
      let number = numbers[Int(order[start])]
      var end = start + 1
      while end < order.count, numbers[Int(order[end])] == number { end += 1 }
      body(order[start..<end])
      start = end
    }
  }
}
