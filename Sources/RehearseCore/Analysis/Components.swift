/// The strongly connected components of a graph: Pearce's variant of Tarjan's algorithm ("A
/// space-efficient algorithm for finding strongly connected components", 2016), which needs one
/// number for each node. Without recursion, since a path can be as long as there are states.
struct Components {
  /// The edges of each node in a row.
  struct Edges: Sendable {
    private(set) var targets: ContiguousArray<UInt32> = []
    private(set) var ends: ContiguousArray<UInt32> = []

    init(nodes: Int = 0, edges: Int = 0) {
      ends.reserveCapacity(nodes)
      targets.reserveCapacity(edges)
    }

    var nodeCount: Int { ends.count }

    @inline(__always)
    mutating func append(_ target: UInt32) { targets.append(target) }

    @inline(__always)
    mutating func endNode() { ends.append(UInt32(targets.count)) }

    @inline(__always)
    func range(_ node: Int) -> Range<Int> {
      (node == 0 ? 0 : Int(ends[node - 1]))..<Int(ends[node])
    }
  }

  /// All nodes, component after component. No edge leads from a component to a later one.
  private(set) var order: ContiguousArray<UInt32> = []
  /// The number of each node's component, in the order of `order`, from 0.
  private(set) var numbers: ContiguousArray<UInt32>
  private(set) var count = 0

  init(_ edges: Edges) {
    let nodes = edges.nodeCount
    numbers = ContiguousArray(repeating: 0, count: nodes)
    order.reserveCapacity(nodes)
    var visit = Visit()
    for node in 0..<nodes where numbers[node] == 0 { find(from: node, edges, &visit) }
    // Finished components count down from the top, so that they compare above every open node.
    for node in 0..<nodes { numbers[node] = UInt32.max - numbers[node] }
  }

  private struct Frame {
    var node: UInt32
    var edge: UInt32
    var isRoot = true
  }

  private struct Visit {
    var frames: ContiguousArray<Frame> = []
    var open: ContiguousArray<UInt32> = []
    var index: UInt32 = 1
  }

  private mutating func find(from start: Int, _ edges: Edges, _ visit: inout Visit) {
    func opened(_ node: Int) -> Frame {
      numbers[node] = visit.index
      visit.index += 1
      return Frame(node: UInt32(node), edge: UInt32(edges.range(node).lowerBound))
    }
    var frame = opened(start)
    while true {
      let node = Int(frame.node)
      if frame.edge < edges.ends[node] {
        let target = Int(edges.targets[Int(frame.edge)])
        if numbers[target] == 0 {
          visit.frames.append(frame)
          frame = opened(target)
        } else {
          if numbers[target] < numbers[node] {
            numbers[node] = numbers[target]
            frame.isRoot = false
          }
          frame.edge += 1
        }
        continue
      }
      if frame.isRoot {
        let number = UInt32.max - UInt32(count)
        count += 1
        visit.index -= 1
        while let last = visit.open.last, numbers[Int(last)] >= numbers[node] {
          visit.open.removeLast()
          numbers[Int(last)] = number
          order.append(last)
          visit.index -= 1
        }
        numbers[node] = number
        order.append(frame.node)
      } else {
        visit.open.append(frame.node)
      }
      guard let parent = visit.frames.popLast() else { return }
      // The parent looks at the same edge again, now that its end is known.
      frame = parent
    }
  }
}
