/// A scenario's scenes as an indented tree: each stands in full once, inside the scene that first
/// leads to it, and every other way to it is a join.
package struct ScenarioTree: Sendable, Equatable {
  /// Where a way leads, as the tree has it.
  package enum Next: Sendable, Equatable {
    /// To a scene that stands inside this one, after its ways.
    case inside
    /// To a scene that stands further up, or further down, in full.
    case above, below
    /// Back to the scene that the way begins in.
    case here
    case nowhere
  }

  package enum Content: Sendable, Equatable {
    /// A scene, by its place in `ScenarioMap.scenes`. Its ways come next.
    case scene(Int)
    /// A way, by its place in `ScenarioMap.ways`.
    case way(Int, Next)
  }

  package struct Row: Sendable, Equatable {
    /// How many scenes it stands inside of: that of a way is its scene's.
    package var depth: Int
    package var content: Content
  }

  package struct Part: Sendable, Equatable {
    package enum Kind: Sendable { case beginning, continued, unlinked }
    /// Whether it begins where the scenario does, goes on from a join where the tree became too
    /// deep, or is what no way leads to.
    package var kind: Kind
    package var rows: [Row]
  }

  package let parts: [Part]

  /// - Parameter maximumDepth: scenes that would stand deeper are drawn in a part of their own.
  package init(_ map: ScenarioMap, maximumDepth: Int = 8) {
    var isClaimed = Array(repeating: false, count: map.scenes.count)
    var isDrawn = isClaimed
    var parts: [Part] = []
    var deferred: [Int] = []

    func part(_ kind: Part.Kind, from root: Int) -> Part {
      var rows: [Row] = []
      var waiting = [(scene: root, depth: 0)]
      while let (scene, depth) = waiting.popLast() {
        isDrawn[scene] = true
        rows.append(Row(depth: depth, content: .scene(scene)))
        var children: [Int] = []
        for way in map.scenes[scene].ways {
          let next: Next
          switch map.ways[way].to {
          case nil: next = .nowhere
          case scene?: next = .here
          case let target? where isClaimed[target]:
            next = isDrawn[target] ? .above : children.contains(target) ? .inside : .below
          case let target?:
            isClaimed[target] = true
            if depth < maximumDepth {
              children.append(target)
              next = .inside
            } else {
              deferred.append(target)
              next = .below
            }
          }
          rows.append(Row(depth: depth, content: .way(way, next)))
        }
        waiting += children.reversed().map { ($0, depth + 1) }
      }
      return Part(kind: kind, rows: rows)
    }

    for scene in map.scenes.indices where !isClaimed[scene] {
      isClaimed[scene] = true
      parts.append(part(scene == 0 ? .beginning : .unlinked, from: scene))
      var next = 0
      while next < deferred.count {
        parts.append(part(.continued, from: deferred[next]))
        next += 1
      }
      deferred = []
    }
    self.parts = parts
  }
}
