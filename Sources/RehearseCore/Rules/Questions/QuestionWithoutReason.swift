extension Rule {
  static let questionWithoutReason = Rule(
    "question-without-reason", .advice,
    "Every question says why its answer is right.",
    why: """
      The moment after a wrong answer is the one in which people learn, if they are told why. A quote \
      under the question says it, or quotes under the options.
      """,
    example: (
      "### How many days before?\n\nAnswer: 14",
      "### How many days before?\n\nAnswer: 14\n\n> Two weeks are in the handbook."
    )
  ) { review, findings in
    for exam in review.exams {
      for question in exam.questions.map(\.question)
      where question.rationale.isEmpty && !question.hasFeedback {
        findings.report(
          "Every question says why its answer is right; this one does not.",
          help: "Write it at its end, after a blank line, with `> ` in front.",
          at: question.range, in: exam.path)
      }
    }
  }
}

extension Question {
  fileprivate var hasFeedback: Bool {
    switch form {
    case .single(let single): single.options.contains { !$0.feedback.isEmpty }
    case .multiple(let multiple): multiple.options.contains { !$0.feedback.isEmpty }
    default: false
    }
  }
}
