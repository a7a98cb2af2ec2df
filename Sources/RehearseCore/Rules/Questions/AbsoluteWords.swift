extension Rule {
  static let absoluteDistractors = Rule(
    "absolute-words", .warning,
    "Absolute words stand in right options as often as in wrong ones.",
    why: """
      In most fields little is true always or never, and people who take many tests know it. It is \
      reported where all wrong options of a question, and at least two, say always, never, every, \
      only, must or the like, and the right one does not. What stands in quotation marks counts too. \
      English only. Haladyna, Downing and Rodriguez (2002), guideline 28a: specific determiners; \
      NBME: absolute terms.
      """,
    example: (
      """
      ### When do you name a risk?

      - ( ) Never before it is certain
      - ( ) Only when you are asked
      - (x) When there is time to act

      > A risk that can be met is worth naming.
      """,
      """
      ### When do you name a risk?

      - ( ) When it has come true
      - ( ) When somebody asks
      - (x) When there is time to act

      > A risk that can be met is worth naming.
      """
    )
  ) { review, findings in
    guard review.isEnglish else { return }
    for exam in review.exams {
      let isAbsolute = exam.vocabulary.table(absoluteWords.contains)
      for question in exam.questions {
        guard let options = question.options else { continue }
        let marked = options.map { $0.words.first { isAbsolute[Int($0)] } }
        let wrong = options.indices.filter { !options[$0].isRight }
        let said = wrong.compactMap { marked[$0] }
        guard wrong.count >= 2, said.count == wrong.count,
          options.indices.allSatisfy({ !options[$0].isRight || marked[$0] == nil })
        else { continue }
        let quoted = said.map { "“\(exam.vocabulary.spelling($0))”" }.joined(separator: ", ")
        findings.report(
          "Absolute words stand in right options as often as in wrong ones: here every wrong one has "
            + "one (\(quoted)), and no right one.",
          help: "Say in the wrong options what people really believe.",
          at: question.range, in: exam.path)
      }
    }
  }

  /// Not “nobody” or “everything”: they are as often the plain answer to “who?” or “what?”.
  private static let absoluteWords: Set<String> = [
    "absolutely", "all", "always", "any", "completely", "entirely", "every", "exclusively",
    "impossible", "must", "never", "only", "totally",
  ]
}
