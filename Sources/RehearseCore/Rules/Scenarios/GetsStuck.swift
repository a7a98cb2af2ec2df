extension Rule {
  static let getsStuck = Rule(
    "gets-stuck", .error,
    "Every place in a scenario has a way on, or is an ending.",
    why: """
      A learner who comes there is stuck: no choice is offered, or the story has no turn that holds, \
      and the attempt ends without a result. Every state of the scenario was gone through to know it.
      """,
    example: (
      """
      ## Opening

      - [“May I see the plan?”](#plan)
      - [“What does it cost?”](#plan) `set asked`

      ## Plan

      - [“And who pays?”](#over) `if asked`
      """,
      """
      ## Opening

      - [“May I see the plan?”](#plan)
      - [“What does it cost?”](#plan) `set asked`

      ## Plan

      - [“And who pays?”](#over) `if asked`
      - [“Thank you.”](#over)
      """
    )
  ) { review, findings in
    for (unit, analysis) in review.explored {
      for place in analysis.deadEnds {
        let scene = analysis.scenario.scenes[place.scene]
        findings.report(
          "Every place has a way on, or is an ending: in “\(scene.title)” a play can come to stand"
            + " still\(analysis.words(for: place)).",
          help: scene.turns.isEmpty
            ? "Add a choice without a condition, or an ending."
            : "Add a last item to the list: `otherwise` and where the story goes then.",
          at: scene.range, in: unit.about.path)
      }
    }
  }
}

extension ScenarioAnalysis {
  /// ` after 3 choices: “Of course.” → …`, for a finding about a place.
  func words(for place: Place) -> String {
    let choices = place.way.compactMap { step -> String? in
      let choices = scenario.scenes[step.scene].choices
      return choices.indices.contains(step.item) ? "\(step.item + 1)" : nil
    }
    guard !choices.isEmpty else { return "" }
    let shown = choices.prefix(20).joined(separator: ", ") + (choices.count > 20 ? ", …" : "")
    return " (choose \(shown), for example)"
  }
}
