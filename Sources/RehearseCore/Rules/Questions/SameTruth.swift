extension Rule {
  static let sameTruth = Rule(
    "same-truth", .warning,
    "Of the statements to be judged, some are true and some are false.",
    why: """
      Who has met four true statements and no false one stops reading. It is reported where all of \
      four or more have the same answer.
      """,
    example: (
      (1...4).map { "### Statement \($0) holds.\n\nAnswer: true\n\n> Section \($0)." }
        .joined(separator: "\n\n"),
      (1...4).map { "### Statement \($0) holds.\n\nAnswer: \($0 > 2)\n\n> Section \($0)." }
        .joined(separator: "\n\n")
    )
  ) { review, findings in
    for exam in review.exams {
      let statements = exam.questions.compactMap { question in
        if case .trueFalse(let statement) = question.question.form {
          (question, statement.isTrue)
        } else {
          nil
        }
      }
      guard let first = statements.first, statements.count >= 4,
        statements.allSatisfy({ $0.1 == first.1 })
      else { continue }
      findings.report(
        "Of the statements to be judged, some are true and some are false: all "
          + "\(statements.count) here are \(first.1).",
        help: "Turn about half of them round, so that reading them is needed.",
        at: first.0.range, in: exam.path)
    }
  }
}
