extension Rule {
  static let firstChoiceBest = Rule(
    "first-choice-best", .advice,
    "The best choice does not stand first in two scenes in a row.",
    why: """
      Choices show in the order of the file. Whoever finds the best one in the first place twice \
      begins to take the first one without reading on. A row is scenes that follow one another in \
      the file, each reached by the first choice of the one before.
      """,
    example: (
      """
      ## Opening

      - [“What is it for?”](#budget) `points 3`
      - [“Of course.”](#budget)

      ## Budget

      - [“Compared with what?”](#end) `points 3`
      - [“I can take ten percent off.”](#end)
      """,
      """
      ## Opening

      - [“What is it for?”](#budget) `points 3`
      - [“Of course.”](#budget)

      ## Budget

      - [“I can take ten percent off.”](#end)
      - [“Compared with what?”](#end) `points 3`
      """
    )
  ) { review, findings in
    for (about, scenario) in review.scenarios {
      let rows = FirstChoiceRows(scenario)
      for (scene, row) in rows.ends where row > 1 {
        findings.report(
          "The best choice stands first in \(row) scenes in a row, up to this one.",
          help: "Move it down here, or in the scene before.",
          at: scenario.scenes[scene].offered[0].range, in: about.path)
      }
    }
  }
}

/// For each scene how many scenes in a row, up to it, have their best choice first.
private struct FirstChoiceRows {
  /// The last scene of each row, and how long the row is.
  private(set) var ends: [(scene: Int, row: Int)] = []

  init(_ scenario: Scenario) {
    var rows = scenario.scenes.map { $0.hasBestChoiceFirst ? 1 : 0 }
    var goesOn = rows.map { _ in false }
    for scene in rows.indices where rows[scene] > 0 {
      guard case .choices(let choices) = scenario.scenes[scene].way, let next = choices[0].target
      else { continue }
      // A scene in which the story decides by itself is passed through.
      let following: [Int] =
        if case .story(let turns) = scenario.scenes[next].way {
          turns.compactMap(\.target)
        } else {
          [next]
        }
      for next in following where next > scene && rows[next] > 0 {
        rows[next] = max(rows[next], rows[scene] + 1)
        goesOn[scene] = true
      }
    }
    for scene in rows.indices where rows[scene] > 1 && !goesOn[scene] {
      ends.append((scene, rows[scene]))
    }
  }
}

extension Scenario.Scene {
  fileprivate var hasBestChoiceFirst: Bool {
    guard case .choices(let choices) = way, choices.count > 1, let first = choices.first,
      !first.isCritical, first.condition == nil
    else { return false }
    return choices.dropFirst().allSatisfy { $0.points < first.points }
  }
}
