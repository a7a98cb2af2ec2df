/// Where each thing that a play remembers stands in a packed state.
struct StateLayout: Sendable {
  let scene: StateField
  /// For each variable, its field; nil where nothing asks for it.
  let variables: [StateField?]
  /// For each choice of each scene, the field that says whether it was chosen; nil where no play
  /// comes back to the scene, or where nothing hangs on it.
  let chosen: [[StateField?]]
  let wordCount: Int

  /// Nil where a state would not fit in `maximumWords`.
  init?(_ scenario: Scenario, _ variables: StateVariables, _ graph: SceneGraph) {
    var room = Room()
    guard let scene = room.field(upTo: UInt64(scenario.scenes.count)) else { return nil }
    self.scene = scene
    var fields: [StateField?] = []
    for (place, variable) in variables.all.enumerated() {
      guard variables.asked.contains(place) else {
        fields.append(nil)
        continue
      }
      var top: UInt64 = 1
      if case .meter(let meter) = variable {
        let range = scenario.meters[meter].range
        top = UInt64(bitPattern: Int64(range.upperBound) &- Int64(range.lowerBound))
      }
      guard let field = room.field(upTo: top) else { return nil }
      fields.append(field)
    }
    self.variables = fields
    // A choice's bit matters only while its component is not left, and is 0 before it is entered:
    // all components use the same room.
    var rooms: [Int: Room] = [:]
    var chosen: [[StateField?]] = []
    for index in scenario.scenes.indices {
      guard case .choices(let choices) = scenario.scenes[index].way, graph.isInLoop(index) else {
        chosen.append([])
        continue
      }
      let component = graph.component[index]
      var own: [StateField?] = []
      for place in choices.indices {
        let leadsBack = graph.component[choices[place].target ?? index] == component
        let isAsked =
          choices[place].isOnce || choices[place].points != 0
          || !choices[place].skillPoints.isEmpty
        guard leadsBack, isAsked else {
          own.append(nil)
          continue
        }
        guard let field = rooms[component, default: room].field(upTo: 1) else { return nil }
        own.append(field)
      }
      chosen.append(own)
    }
    self.chosen = chosen
    wordCount = max(room.wordCount, rooms.values.map(\.wordCount).max() ?? 0)
  }

  static let maximumWords = 8

  private struct Room {
    private(set) var wordCount = 1
    private var used: UInt64 = 0

    mutating func field(upTo top: UInt64) -> StateField? {
      let width = UInt64(64 - top.leadingZeroBitCount)
      if used + width > 64 {
        wordCount += 1
        used = 0
      }
      guard wordCount <= StateLayout.maximumWords else { return nil }
      defer { used += width }
      return StateField(
        word: wordCount - 1, shift: used, mask: width == 64 ? .max : (1 << width) - 1)
    }
  }
}
