/// Bounds on the score of a scenario whose states are too many: as if every condition could hold or
/// not at any time. No play earns more than `best` or less than `worst`.
struct SceneBounds {
  /// Nil where no play can reach an ending that counts.
  let best: Int?
  let worst: Int?

  init(_ scenario: Scenario, _ graph: SceneGraph) {
    var bestOf: [Int?] = Array(repeating: nil, count: graph.isLoop.count)
    var worstOf = bestOf
    var members: [[Int]] = Array(repeating: [], count: graph.isLoop.count)
    for scene in scenario.scenes.indices { members[graph.component[scene]].append(scene) }
    // Ways lead to lower numbers.
    for component in members.indices {
      var best: Int?
      var worst: Int?
      var inside = 0
      var lostInside = 0
      func leave(_ gain: Int, to target: Int, isMistake: Bool) {
        if !isMistake, let reached = bestOf[target] {
          best = max(best ?? Int.min, reached + gain)
        }
        if let reached = worstOf[target] { worst = min(worst ?? Int.max, reached + gain) }
      }
      for scene in members[component] {
        switch scenario.scenes[scene].way {
        case .ending(let kind):
          worst = min(worst ?? 0, 0)
          if kind != .failure { best = max(best ?? 0, 0) }
        case .choices(let choices):
          for choice in choices {
            let target = graph.component[choice.target ?? scene]
            if target == component {
              // Each is earned at most once, however often a play comes by.
              inside += choice.isCritical ? 0 : max(0, choice.points)
              lostInside += min(0, choice.points)
            } else {
              leave(choice.points, to: target, isMistake: choice.isCritical)
            }
          }
        case .story(let turns):
          for turn in turns {
            if let target = turn.target, graph.component[target] != component {
              leave(0, to: graph.component[target], isMistake: false)
            }
          }
        case .nowhere: break
        }
      }
      bestOf[component] = best.map { $0 + inside }
      worstOf[component] = worst.map { $0 + lostInside }
    }
    let start = graph.component.first
    best = start.flatMap { bestOf[$0] }
    worst = start.flatMap { worstOf[$0] }
  }
}
