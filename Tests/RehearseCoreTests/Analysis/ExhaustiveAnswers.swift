// What follows from all plays together.

extension ExhaustivePlayer {
  /// What was earned on the way to a state, for one skill or for all.
  func points(of state: State, skill: String? = nil) -> Int {
    var sum = 0
    for (scene, part) in scenario.scenes.enumerated() {
      for (item, choice) in part.choices.enumerated()
      where state.chosen & choiceBit(scene, item) != 0 {
        for points in choice.points where skill == nil || points.skill == skill {
          sum += points.points
        }
      }
    }
    return sum
  }

  func ending(_ state: Int) -> String? { scenario.scenes[states[state].scene].ending }

  /// The most points of any play that reaches an ending other than failure without a critical
  /// mistake.
  func best(skill: String? = nil) -> Int? {
    states.indices.filter { ending($0) != nil && ending($0) != "failure" && !isCritical[$0] }
      .map { points(of: states[$0], skill: skill) }.max()
  }

  /// The least points of any play that reaches an ending.
  func worst(skill: String? = nil) -> Int? {
    states.indices.filter { ending($0) != nil }.map { points(of: states[$0], skill: skill) }.min()
  }

  /// What can still be earned from every state: for `best` without a critical mistake from there
  /// on, and not to a failure.
  func stillToEarn() -> (best: [Int?], worst: [Int?]) {
    let ends = states.indices.filter { ending($0) != nil }
    let most = spread(
      ends.filter { ending($0) != "failure" }.sorted { points[$0] > points[$1] },
      backwards { !$0.isCritical })
    let least = spread(ends.sorted { points[$0] < points[$1] }, backwards { _ in true })
    return (
      states.indices.map { state in most[state].map { points[$0] - points[state] } },
      states.indices.map { state in least[state].map { points[$0] - points[state] } }
    )
  }

  private func backwards(_ isAllowed: (Move) -> Bool) -> [[Int]] {
    var previous: [[Int]] = Array(repeating: [], count: states.count)
    for (state, moves) in moves.enumerated() {
      for move in moves where isAllowed(move) { previous[move.target].append(state) }
    }
    return previous
  }

  /// For each state the first of the ends that it can come to.
  private func spread(_ ends: [Int], _ previous: [[Int]]) -> [Int?] {
    var first: [Int?] = Array(repeating: nil, count: states.count)
    for end in ends where first[end] == nil {
      var waiting = [end]
      first[end] = end
      while let state = waiting.popLast() {
        for before in previous[state] where first[before] == nil {
          first[before] = end
          waiting.append(before)
        }
      }
    }
    return first
  }

  /// The fewest choices and turns from a state to an ending that earn all that can be earned.
  func shortestBestLine(from start: Int) -> Int? {
    let (best, _) = stillToEarn()
    return shortestBestLine(from: start, best: best)
  }

  func shortestBestLine(from start: Int, best: [Int?]) -> Int? {
    guard let most = best[start] else { return nil }
    var distance = [start: 0]
    var waiting = [start]
    var next = 0
    while next < waiting.count {
      let state = waiting[next]
      next += 1
      if let ending = ending(state), ending != "failure", points[state] - points[start] == most {
        return distance[state]
      }
      for move in moves[state] where !move.isCritical && distance[move.target] == nil {
        distance[move.target] = (distance[state] ?? 0) + 1
        waiting.append(move.target)
      }
    }
    return nil
  }

  /// The scenes of every loop that no way leads out of and that has no ending: sets of states that
  /// all lead to one another and to nothing else.
  func closedLoops(doomed: [Bool]) -> Set<[Int]> {
    let previous = backwards { _ in true }
    var loops: Set<[Int]> = []
    var done: Set<Int> = []
    for start in states.indices.reversed() where doomed[start] && !done.contains(start) {
      done.insert(start)
      // What leads to a state that was looked at before leads out of its own loop.
      guard !moves[start].isEmpty,
        let ahead = reached(from: start, { moves[$0].map(\.target) }, isIn: { !done.contains($0) }),
        let behind = reached(from: start, { previous[$0].filter(ahead.contains) }),
        ahead == behind
      else { continue }
      done.formUnion(ahead)
      loops.insert(Set(ahead.map { states[$0].scene }).sorted())
    }
    return loops
  }

  /// All that can be reached; nil where something outside is.
  private func reached(
    from start: Int, _ next: (Int) -> [Int], isIn: (Int) -> Bool = { _ in true }
  ) -> Set<Int>? {
    var seen: Set<Int> = [start]
    var waiting = [start]
    while let state = waiting.popLast() {
      for other in next(state) where !seen.contains(other) {
        guard isIn(other) else { return nil }
        seen.insert(other)
        waiting.append(other)
      }
    }
    return seen
  }
}
