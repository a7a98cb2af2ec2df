import Testing

@testable import RehearseCore

@Suite struct ComponentsTests {
  /// Nodes that lead to one another are together, and nothing leads on to a later component.
  @Test(arguments: 0..<8)
  func componentsAreThoseThatTryingFinds(part: Int) {
    var together = 0
    for number in 0..<100 {
      var random = Generator(seed: UInt64(part * 100 + number), stream: "graph")
      let count = 1 + random.next(below: 12)
      var next = Array(repeating: Set<Int>(), count: count)
      for _ in 0..<random.next(below: count * 2 + 1) {
        next[random.next(below: count)].insert(random.next(below: count))
      }
      let components = Components(Self.edges(next))
      let reach = Reachability(next)
      for node in 0..<count {
        let own = (0..<count).filter { components.numbers[$0] == components.numbers[node] }
        #expect(Set(own) == reach.component(node), "\(next)")
        if own.count > 1 { together += 1 }
        for target in next[node] {
          #expect(components.numbers[target] <= components.numbers[node], "\(next)")
        }
      }
      #expect(Set(components.numbers).sorted() == (0..<UInt32(components.count)).map { $0 })
      #expect(components.order.sorted() == (0..<UInt32(count)).map { $0 })
      #expect(components.order.map { components.numbers[Int($0)] }.isSorted, "\(next)")
      var groups: [[UInt32]] = []
      components.forEach { groups.append(Array($0)) }
      #expect(groups.count == components.count)
      #expect(groups.flatMap { $0 } == Array(components.order))
    }
    #expect(together > 100)
  }

  @Test func nothingHasNoComponents() {
    let components = Components(Components.Edges())
    #expect(components.count == 0)
    #expect(components.order.isEmpty)
  }

  /// As long as a play could be: recursion would overflow the stack.
  @Test func aPathOfAMillionNodes() {
    let count = 1_000_000
    let path = Components(Self.edges(count) { $0 + 1 < count ? $0 + 1 : nil })
    #expect(path.count == count)
    #expect(path.order.first == UInt32(count - 1))
    #expect(path.numbers[0] == UInt32(count - 1))
    let loop = Components(Self.edges(count) { ($0 + 1) % count })
    #expect(loop.count == 1)
    #expect(loop.order.count == count)
  }

  private static func edges(_ next: [Set<Int>]) -> Components.Edges {
    var edges = Components.Edges(nodes: next.count)
    for targets in next {
      for target in targets.sorted() { edges.append(UInt32(target)) }
      edges.endNode()
    }
    return edges
  }

  private static func edges(_ count: Int, _ next: (Int) -> Int?) -> Components.Edges {
    var edges = Components.Edges(nodes: count, edges: count)
    for node in 0..<count {
      if let target = next(node) { edges.append(UInt32(target)) }
      edges.endNode()
    }
    return edges
  }
}

extension Array where Element: Comparable {
  fileprivate var isSorted: Bool { zip(self, dropFirst()).allSatisfy { $0 <= $1 } }
}
