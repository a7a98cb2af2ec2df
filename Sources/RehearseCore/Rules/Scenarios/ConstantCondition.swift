extension Rule {
  static let constantCondition = Rule(
    "constant-condition", .warning,
    "A condition makes a difference: in some play it holds, in some it does not.",
    why: """
      A condition that says the same in every play is a mistake or a leftover: the author meant a \
      difference that nobody meets. Every state of the scenario was gone through to know it. A \
      choice whose condition never holds is found by `choice-never-offered`.
      """,
    example: (
      """
      ## Opening

      - [“May I see the plan?”](#plan) `set asked`
      - [“Tell me about the plan.”](#plan) `set asked`

      ## Plan

      - [“May Tom join us?”](#tom) `if asked`
      - [“Thank you.”](#over)
      """,
      """
      ## Opening

      - [“May I see the plan?”](#plan) `set asked`
      - [“Tell me about the plan.”](#plan)

      ## Plan

      - [“May Tom join us?”](#tom) `if asked`
      - [“Thank you.”](#over)
      """
    )
  ) { review, findings in
    for (unit, analysis) in review.explored {
      let scenario = analysis.scenario
      for condition in analysis.constantConditions
      where condition.kind != .choice || condition.holds {
        let scene = scenario.scenes[condition.scene]
        let words: String
        let range: SourceRange
        switch condition.kind {
        case .choice:
          words = scene.choices[condition.item].condition?.text(in: scenario) ?? ""
          range = scene.choices[condition.item].range
        case .turn:
          guard case .when(let asked) = scene.turns[condition.item].trigger else { continue }
          words = asked.text(in: scenario)
          range = scene.turns[condition.item].range
        case .text:
          words = scene.passages[condition.item].condition?.text(in: scenario) ?? ""
          range = scene.passages[condition.item].block?.range ?? scene.range
        }
        findings.report(
          "A condition makes a difference: `\(words)` \(condition.holds ? "always" : "never") holds"
            + " here.",
          help: condition.holds
            ? "Take the condition out, or change it to what was meant."
            : "Change the condition to what was meant, or take out what hangs on it.",
          at: range, in: unit.about.path)
      }
    }
  }
}
