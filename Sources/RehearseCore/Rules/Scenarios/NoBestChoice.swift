extension Rule {
  /// Only where the choices differ in nothing that the format knows: where they change meters or
  /// lead to different scenes, one can be better than another without points.
  static let noBestChoice = Rule(
    "no-best-choice", .advice,
    "Where choices are marked, one of them is the best.",
    why: """
      A decision in which every choice earns the same, changes the same and leads on to the same \
      teaches that it does not matter what one says.
      """,
    example: (
      """
      - [“Of course.”](#next) `points 2`
      - [“What is it for?”](#next) `points 2`
      """,
      """
      - [“Of course.”](#next)
      - [“What is it for?”](#next) `points 4`
      """
    )
  ) { review, findings in
    for (about, scenario) in review.scenarios where scenario.hasPoints {
      for scene in scenario.scenes {
        guard case .choices(let choices) = scene.way, choices.count > 1,
          let first = choices.first, choices.dropFirst().allSatisfy({ $0.isWorth(first) })
        else { continue }
        findings.report(
          "Where choices are marked, one is the best; here all \(choices.count) "
            + (first.points == 0 ? "earn nothing and lead to the same." : "earn the same."),
          help: "Give the best one more `points` than the others.", at: scene.range,
          in: about.path)
      }
    }
  }
}

extension Scenario.Choice {
  /// Whether it is as good as another by all that the format says.
  fileprivate func isWorth(_ other: Scenario.Choice) -> Bool {
    points == other.points && isCritical == other.isCritical && !isCall && !other.isCall
      && effects == other.effects && (points != 0 || target == other.target)
  }
}
