extension Rule {
  /// Not meant: a scene with one choice, a choice that plays another unit, and scenes in which the
  /// author judges nothing, where choices are only ways to go on.
  static let choiceWithoutFeedback = Rule(
    "choice-without-feedback", .advice,
    "The coach says something about every choice that is better or worse than another.",
    why: """
      Feedback that says why teaches more than points alone, most of all after a mistake. Hattie & \
      Timperley 2007, “The power of feedback”; Shute 2008, “Focus on formative feedback”.
      """,
    example: (
      "- [“Of course.”](#end)\n- [“Why?”](#end) `points 5`\n  > You ask before you answer.",
      """
      - [“Of course.”](#end)
        > You have agreed to something that you do not know yet.
      - [“Why?”](#end) `points 5`
        > You ask before you answer.
      """
    )
  ) { review, findings in
    for (about, scenario) in review.scenarios {
      for scene in scenario.scenes {
        guard case .choices(let choices) = scene.way else { continue }
        let silent = choices.count { !$0.isCall && $0.feedback.isEmpty }
        guard silent > 0, choices.count(where: { !$0.isCall }) > 1,
          choices.contains(where: \.isJudged)
        else { continue }
        for choice in choices where !choice.isCall && choice.feedback.isEmpty {
          findings.report(
            "The coach says why a choice is better or worse; this one has no feedback.",
            help: "Add a line under it, indented by two blanks: `> What it leads to.`",
            at: choice.range, in: about.path)
        }
      }
    }
  }
}
