extension Rule {
  static let negativeQuestion = Rule(
    "negative-question", .advice,
    "A negative in a question is avoided, or stands out.",
    why: """
      People who know the answer read over a “not”, and get wrong what they know. Negatives in what \
      somebody says, in a clause (“who have not”), and those that are emphasised (`*not*`, `**not**`) \
      or in capitals are fine. English only. Haladyna, Downing and Rodriguez (2002), guideline 17.
      """,
    example: (
      """
      ### Which of these does not belong in bad news?

      - ( ) What happened
      - ( ) What you do now
      - (x) Whose fault it was

      > It does not help to plan.
      """,
      """
      ### Which of these does **not** belong in bad news?

      - ( ) What happened
      - ( ) What you do now
      - (x) Whose fault it was

      > It does not help to plan.
      """
    )
  ) { review, findings in
    guard review.isEnglish else { return }
    for exam in review.exams {
      let isNegative = exam.vocabulary.table(Negatives.isNegative)
      for question in exam.questions where question.stem.contains(where: { isNegative[Int($0)] }) {
        guard let negative = Negatives(of: question.question), negative.isPlain else { continue }
        findings.report(
          "A negative in a question is avoided, or stands out; “\(negative.word)” here does neither.",
          help: "Ask for what holds, or write “**\(negative.word)**”.",
          at: question.range, in: exam.path)
      }
    }
  }
}
