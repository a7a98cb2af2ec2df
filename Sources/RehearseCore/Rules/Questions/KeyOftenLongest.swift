extension Rule {
  static let keyOftenLongest = Rule(
    "key-often-longest", .warning,
    "The right option is the longest no more often than the others.",
    why: """
      Where the right option is the longest in most questions, choosing the longest is a way to \
      pass. It is reported where that is so in at least half as many questions again as chance \
      would make it, and where chance alone would do that in less than 1 of 100 assessments \
      (exactly, with each question's own number of options). Sources: see `longest-key`.
      """,
    example: (
      """
      ## Dates

      ### When do you warn?

      - ( ) At the end
      - ( ) When asked
      - (x) When it may slip

      > They can still plan.

      ### Whom do you ring?

      - ( ) Nobody
      - ( ) The lawyer
      - (x) The project lead

      > She has to act.

      ### What do you bring?

      - ( ) A reason
      - ( ) An excuse
      - (x) Two ways to go on

      > She has to choose.

      ### What do you log?

      - ( ) Who is to blame
      - ( ) The weather
      - (x) The decision itself

      > It is what will be asked for.

      ### What comes last?

      - ( ) The bill
      - ( ) A report
      - (x) The next call

      > So that nobody waits.
      """,
      """
      ## Dates

      ### When do you warn?

      - ( ) At the very end
      - ( ) When they ask
      - (x) When it may slip

      > They can still plan.

      ### Whom do you ring?

      - ( ) Nobody at all
      - ( ) Your own lawyer
      - (x) The lead

      > She has to act.

      ### What do you bring?

      - ( ) A reason
      - ( ) A very good excuse
      - (x) Two ways

      > She has to choose.
      """
    )
  ) { review, findings in
    for exam in review.exams {
      var longest = 0
      var chances: [Double] = []
      for question in exam.questions {
        guard let (options, key) = question.single else { continue }
        let length = options[key].length
        chances.append(1 / Double(options.count))
        if options.indices.allSatisfy({ $0 == key || options[$0].length < length }) { longest += 1 }
      }
      let expected = chances.reduce(0, +)
      guard Double(longest) >= 1.5 * expected,
        Chances.atLeast(longest, of: chances) < Significance.limit
      else { continue }
      findings.report(
        "The right option is the longest no more often than the others: here it is in \(longest) of "
          + "\(chances.count) questions, and chance would make it \(Int(expected.rounded())).",
        help: "Make some wrong options longer, or move reasons from right ones to the rationale.",
        at: exam.questions.first?.range ?? .firstCharacter, in: exam.path)
    }
  }
}
