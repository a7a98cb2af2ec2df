extension Rule {
  private static let guessLimit = 0.01

  static let guessingPasses = Rule(
    "guessing-passes", .warning,
    "Nobody passes an exam by guessing.",
    why: """
      It is looked at in exams: assessments with `attempts:`, and those that a certification asks \
      for. It is reported where somebody who understands no question passes in more than 1 of 100 \
      cases, in the attempts that are allowed before a wait (in one where there is no limit). A choice is \
      guessed at one in its options; of several right ones as many are ticked as are right; an order \
      and pairs are guessed at random and earn what is right in them; what has to be typed is not \
      guessed.
      """,
    example: (
      "---\nkind: assessment\ntitle: Dates\nattempts: 1\n---\n\n"
        + (1...5).map {
          "### Statement \($0) holds.\n\nAnswer: \($0 > 2)\n\n> Section \($0)."
        }.joined(separator: "\n\n"),
      "---\nkind: assessment\ntitle: Dates\nattempts: 1\n---\n\n"
        + (1...5).map { "### How many in case \($0)?\n\nAnswer: \($0)\n\n> Section \($0)." }
        .joined(separator: "\n\n")
    )
  ) { review, findings in
    let required = review.requiredUnits
    for exam in review.exams where exam.isExam(required) {
      guard let guessing = ExamStatistics.Chance.guessing(exam.assessment) else { continue }
      let chance = guessing.withRetakes ?? guessing.once
      guard chance > guessLimit else { continue }
      let attempts =
        exam.assessment.attempts.map { $0.count == 1 ? "" : " in \($0.count) attempts" }
        ?? " in one attempt"
      findings.report(
        "Nobody passes an exam by guessing; here somebody who understands no question passes"
          + "\(attempts) with a chance of \(ExamStatistics.Chance.percent(chance)).",
        help: "Ask more questions, or some that are answered with a number or a few words.",
        at: exam.passPlace, in: exam.path)
    }
  }
}
