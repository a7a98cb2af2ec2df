extension Rule {
  static let doubleNegative = Rule(
    "double-negative", .warning,
    "A question with a negative has no options with negatives, and a statement has one at most.",
    why: """
      Working out what “not” and “never” make together is a test of patience. English only. Haladyna, \
      Downing and Rodriguez (2002), guidelines 17 and 27.
      """,
    example: (
      """
      ### Which of these is **not** wise?

      - ( ) Not to warn too late
      - ( ) Asking what it is for
      - (x) Promising the date again

      > It was wrong once.
      """,
      """
      ### Which of these is unwise?

      - ( ) Warning early
      - ( ) Asking what it is for
      - (x) Promising the date again

      > It was wrong once.
      """
    )
  ) { review, findings in
    guard review.isEnglish else { return }
    for exam in review.exams {
      let isNegative = exam.vocabulary.table(Negatives.isNegative)
      for question in exam.questions where question.stem.contains(where: { isNegative[Int($0)] }) {
        guard let negative = Negatives(of: question.question) else { continue }
        if let options = question.options {
          for option in options {
            let words = PlainWords.of(EnglishWords.unquoted(option.text))
            guard let word = words.first(where: Negatives.isNegative) else { continue }
            findings.report(
              "A question with a negative has no options with negatives: “\(negative.word)” stands "
                + "above, “\(word)” here.",
              help: "Ask for what holds, or say the option without “\(word)”.",
              at: option.range, in: exam.path)
          }
        } else if negative.count > 1 {
          findings.report(
            "A statement has one negative at most; this one has \(negative.count).",
            help: "Say what holds, in one clause.",
            at: question.range, in: exam.path)
        }
      }
    }
  }
}
