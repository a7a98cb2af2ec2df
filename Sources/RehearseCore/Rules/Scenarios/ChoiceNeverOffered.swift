extension Rule {
  static let choiceNeverOffered = Rule(
    "choice-never-offered", .warning,
    "Every choice is offered in some play.",
    why: """
      The condition of the choice holds in no state that a play can come to there, so nobody ever \
      sees it. Every state of the scenario was gone through to know it.
      """,
    example: (
      """
      ## Opening

      - [“May I see the plan?”](#plan) `set asked`
      - [Hang up](#over)

      ## Plan

      - [“May Tom join us?”](#tom) `unless asked`
      - [“Thank you.”](#over)
      """,
      """
      ## Opening

      - [“May I see the plan?”](#plan) `set asked`
      - [Hang up](#over)

      ## Plan

      - [“May Tom join us?”](#tom) `if asked`
      - [“Thank you.”](#over)
      """
    )
  ) { review, findings in
    for (unit, analysis) in review.explored {
      for condition in analysis.constantConditions
      where condition.kind == .choice && !condition.holds {
        let choice = analysis.scenario.scenes[condition.scene].choices[condition.item]
        let words = choice.condition?.text(in: analysis.scenario) ?? ""
        findings.report(
          "Every choice is offered in some play: this one never is, for `\(words)` never holds"
            + " here.",
          help: "Change the condition, or what leads here; or take the choice out.",
          at: choice.range, in: unit.about.path)
      }
    }
  }
}
