extension Rule {
  static let hintNeverShown = Rule(
    "hint-never-shown", .advice,
    "Hints stand where a question can be practised.",
    why: """
      Hints show in practice alone. With `attempts:` an assessment is not practised, since practice \
      would give its answers away, and nobody sees a hint.
      """,
    example: (
      """
      ---
      kind: assessment
      title: Dates
      attempts: 1, then wait 7 days
      ---

      ### When do you warn?

      Answer: early

      Hint: Who has to plan?

      > Then they can plan.
      """,
      """
      ---
      kind: assessment
      title: Dates
      ---

      ### When do you warn?

      Answer: early

      Hint: Who has to plan?

      > Then they can plan.
      """
    )
  ) { review, findings in
    for exam in review.exams where exam.assessment.attempts != nil {
      let hinted = exam.questions.filter { !$0.question.hints.isEmpty }
      guard let first = hinted.first else { continue }
      let count = hinted.count == 1 ? "one question has" : "\(hinted.count) questions have"
      findings.report(
        "Hints stand where a question can be practised: here attempts are counted, and \(count) hints "
          + "that nobody sees.",
        help: "Take the hints out, or `attempts:`.", at: first.range, in: exam.path)
    }
  }
}
