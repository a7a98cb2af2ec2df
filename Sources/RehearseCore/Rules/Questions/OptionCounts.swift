extension Rule {
  static let tooManyOptions = Rule(
    "too-many-options", .advice,
    "A question has at most five options, and one with several right ones at most eight.",
    why: """
      Wrong options that nobody takes cost reading time and measure nothing; three in all are mostly \
      enough. Rodriguez, "Three Options Are Optimal for Multiple-Choice Items: A Meta-Analysis of \
      80 Years of Research" (2005).
      """,
    example: (
      "### In which month?\n\n- (x) May\n"
        + ["June", "July", "August", "September", "October"].map { "- ( ) \($0)" }
        .joined(separator: "\n") + "\n\n> By agreement.",
      "### In which month?\n\n- (x) May\n- ( ) June\n- ( ) July\n\n> By agreement."
    )
  ) { review, findings in
    for exam in review.exams {
      for question in exam.questions {
        guard let options = question.options else { continue }
        let limit = question.single == nil ? 8 : 5
        guard options.count > limit else { continue }
        findings.report(
          "A question has at most five options, and one with several right ones at most eight; this "
            + "one has \(options.count).",
          help: "Keep the wrong options that people really take.",
          at: question.range, in: exam.path)
      }
    }
  }

  static let everyOptionRight = Rule(
    "every-option-right", .warning,
    "A question with several right options has a wrong one too.",
    why: "Where all are right, ticking everything is right, and nothing was asked.",
    example: (
      "### Which of these belong?\n\n- [x] What happened\n- [x] What you do now\n\n> Both help.",
      """
      ### Which of these belong?

      - [x] What happened
      - [x] What you do now
      - [ ] Whose fault it was

      > Two of them help.
      """
    )
  ) { review, findings in
    for exam in review.exams {
      for question in exam.questions {
        guard case .multiple(let multiple) = question.question.form,
          multiple.options.allSatisfy(\.isRight)
        else { continue }
        findings.report(
          "A question with several right options has a wrong one too; here all are right.",
          help: "Add what people wrongly take for right, or ask for an order or for pairs.",
          at: question.range, in: exam.path)
      }
    }
  }

  static let statedCount = Rule(
    "stated-count", .warning,
    "A question that says how many options are right has so many.",
    why: """
      “Which two …” with three right options cannot be answered as it asks, and costs points. \
      English only.
      """,
    example: (
      """
      ### Which two belong in bad news?

      - [x] What happened
      - [x] What you do now
      - [x] What it means for them
      - [ ] Whose fault it was

      > People need these to plan.
      """,
      """
      ### Which three belong in bad news?

      - [x] What happened
      - [x] What you do now
      - [x] What it means for them
      - [ ] Whose fault it was

      > People need these to plan.
      """
    )
  ) { review, findings in
    guard review.isEnglish else { return }
    for exam in review.exams {
      for question in exam.questions {
        guard let options = question.options,
          let (word, count) = stated(in: question.stem.map(exam.vocabulary.spelling)),
          options.count(where: \.isRight) != count
        else { continue }
        let right = options.count(where: \.isRight)
        findings.report(
          "A question that says how many options are right has so many: this one says \(word) and "
            + "has \(right).",
          help: "Change the number in the question, or the marks at the options.",
          at: question.range, in: exam.path)
      }
    }
  }

  /// “Which two answers …?”, “Choose three.”: nothing else that a number can stand in.
  private static func stated(in words: [String]) -> (String, Int)? {
    for (index, word) in words.enumerated().dropFirst() {
      guard ["which", "choose", "tick", "select", "pick"].contains(words[index - 1]),
        let count = EnglishWords.numbers[word],
        // “Which two-day course …”, “Which three years in a row …” do not count options.
        words.dropFirst(index + 1).first.map({
          ![
            "day", "days", "year", "years", "hour", "hours",
            "week", "weeks", "month", "months", "minute", "minutes", "person", "part", "step",
            "and", "or", "thirds", "point",
          ].contains($0)
        }) ?? true
      else { continue }
      return (word, count)
    }
    return nil
  }
}
