extension Rule {
  static let keyPlace = Rule(
    "key-in-same-place", .warning,
    "Where options keep their order, the right one stands now here, now there.",
    why: """
      Options are shuffled, unless the question says `keep order`; there, a favourite place shows. \
      It is reported where all of four or more such questions have the key in one place, or so many \
      that chance would do it in less than 1 of 100 assessments. Haladyna, Downing and Rodriguez \
      (2002), guideline 20.
      """,
    example: (
      """
      ### How long is a notice? `keep order`

      - ( ) 1 week
      - (x) 2 weeks
      - ( ) 3 weeks

      > Section 1.

      ### How long is a trial? `keep order`

      - ( ) 10 days
      - (x) 20 days
      - ( ) 30 days

      > Section 2.

      ### How long is a call? `keep order`

      - ( ) 15 minutes
      - (x) 20 minutes
      - ( ) 25 minutes

      > Section 3.

      ### How long is a break? `keep order`

      - ( ) 1 hour
      - (x) 2 hours
      - ( ) 3 hours

      > Section 4.
      """,
      """
      ### How long is a notice? `keep order`

      - ( ) 1 week
      - (x) 2 weeks
      - ( ) 3 weeks

      > Section 1.

      ### How long is a trial? `keep order`

      - (x) 20 days
      - ( ) 30 days
      - ( ) 40 days

      > Section 2.

      ### How long is a call? `keep order`

      - ( ) 10 minutes
      - ( ) 15 minutes
      - (x) 20 minutes

      > Section 3.

      ### How long is a break? `keep order`

      - ( ) 1 hour
      - (x) 2 hours
      - ( ) 3 hours

      > Section 4.
      """
    )
  ) { review, findings in
    for exam in review.exams {
      let kept = exam.questions.filter(\.question.keepsOrder).compactMap { question in
        question.single.map { (question, $0.options.count, $0.key) }
      }
      let most = kept.map(\.1).max() ?? 0
      for place in 0..<most {
        let here = kept.filter { $0.2 == place }
        let chances = kept.map { place < $0.1 ? 1 / Double($0.1) : 0 }
        guard let first = here.first,
          here.count == kept.count
            ? kept.count >= 4
            : Chances.atLeast(here.count, of: chances) * Double(most) < Significance.limit
        else { continue }
        findings.report(
          "Where options keep their order, the right one stands now here, now there: in "
            + "\(here.count) of \(kept.count) such questions it stands at place \(place + 1).",
          help:
            "Move the key of some of them, or take `keep order` out where the order says nothing.",
          at: first.0.range, in: exam.path)
        break
      }
    }
  }

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
