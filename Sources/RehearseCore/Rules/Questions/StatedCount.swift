extension Rule {
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
