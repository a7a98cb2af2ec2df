extension Rule {
  static let middleNumber = Rule(
    "key-in-the-middle", .warning,
    "Among numbers, the right one is at times the least or the greatest.",
    why: """
      Who looks for wrong numbers goes a little below the right one and a little above it; people \
      who guess take one from the middle. It is reported where the key is never at either end, over \
      so many questions that chance would do it in less than 1 of 100 assessments. Millman, Bishop \
      and Ebel, "An Analysis of Test-Wiseness" (1965).
      """,
    example: (
      (1...5).map {
        "### How long is notice \($0)?\n\n- ( ) \($0) days\n- (x) \($0 + 7) days\n- ( ) \($0 + 14) days"
      }.joined(separator: "\n\n"),
      (1...5).map {
        "### How long is notice \($0)?\n\n- ( ) \($0) days\n- \($0 == 3 ? "( )" : "(x)") \($0 + 7) days\n"
          + "- \($0 == 3 ? "(x)" : "( )") \($0 + 14) days"
      }.joined(separator: "\n\n")
    )
  ) { review, findings in
    for exam in review.exams {
      var first: SourceRange?
      var count = 0
      var chance = 1.0
      for question in exam.questions {
        guard let (options, key) = question.single, options.count >= 3 else { continue }
        guard options.allSatisfy(\.hasDigit) else { continue }
        let values = options.compactMap { NumberAnswer($0.text)?.value }
        guard values.count == options.count, Set(values).count == values.count,
          let least = values.min(), let greatest = values.max()
        else { continue }
        if values[key] == least || values[key] == greatest {
          count = 0
          break
        }
        if first == nil { first = question.range }
        count += 1
        chance *= Double(options.count - 2) / Double(options.count)
      }
      guard count > 0, chance < Significance.limit, let first else { continue }
      findings.report(
        "Among numbers, the right one is at times the least or the greatest: in none of these "
          + "\(count) questions is it.",
        help: "Choose the wrong numbers so that in some questions all of them lie on one side.",
        at: first, in: exam.path)
    }
  }
}
