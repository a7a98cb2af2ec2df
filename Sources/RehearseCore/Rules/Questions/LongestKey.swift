extension Rule {
  /// Half as long again as the longest wrong option, and by 20 characters at least: less is seen
  /// by nobody, and options of a word or two may differ.
  private static let longerBy = (numerator: 3, denominator: 2, characters: 20)

  static let longestKey = Rule(
    "longest-key", .warning,
    "The right option is not much longer than every other.",
    why: """
      Who writes a question takes care that the right answer is quite right, and that makes it \
      long; people who know nothing of the matter choose the longest option. It is reported where \
      the right option has at least half as many characters again as the longest wrong one, and \
      at least 20 more. Haladyna, Downing and Rodriguez, "A Review of Multiple-Choice Item-Writing \
      Guidelines" (2002), guidelines 24 and 28d; NBME, "Item-Writing Guide": long correct option.
      """,
    example: (
      """
      ### When do you tell a customer that a date will slip?

      - ( ) When it has slipped
      - (x) As soon as you know that it may slip, together with what you will do about it
      - ( ) When they ask

      > Then they can still plan.
      """,
      """
      ### When do you tell a customer that a date will slip?

      - ( ) When it has slipped
      - (x) When it may slip
      - ( ) When they ask

      > Then they can still plan, and hear at once what you will do about it.
      """
    )
  ) { review, findings in
    for exam in review.exams {
      for question in exam.questions {
        guard let options = question.options,
          let key = options.filter(\.isRight).min(by: { $0.length < $1.length }),
          let wrong = options.filter({ !$0.isRight }).map(\.length).max(),
          key.length * longerBy.denominator >= wrong * longerBy.numerator,
          key.length - wrong >= longerBy.characters
        else { continue }
        findings.report(
          "The right option is not much longer than every other: this one has \(key.length) "
            + "characters, the longest wrong one \(wrong).",
          help: "Move what explains it to the rationale, or make the others as full.",
          at: key.range, in: exam.path)
      }
    }
  }
}
