extension Rule {
  static let hintGivesAnswer = Rule(
    "hint-gives-answer", .warning,
    "Only the last hint may give the answer.",
    why: """
      Hints are a ladder: a learner who is given the answer on the first rung does not try the second. \
      It is reported where a hint before the last has the whole answer, word for word, and the \
      question does not have it already.
      """,
    example: (
      """
      ### What is the first number in a negotiation called?

      Answer: anchor | the anchor

      Hint: It is the anchor that all later numbers hang on.
      Hint: Ships have one too.

      > All later numbers are compared with it.
      """,
      """
      ### What is the first number in a negotiation called?

      Answer: anchor | the anchor

      Hint: All later numbers hang on it.
      Hint: Ships have an anchor too.

      > All later numbers are compared with it.
      """
    )
  ) { review, findings in
    for exam in review.exams {
      for question in exam.questions.map(\.question) where question.hints.count > 1 {
        guard let answer = TellableAnswer(to: question) else { continue }
        let known = question.stem.plainText + "\n" + question.text.plainText
        for (number, hint) in question.hints.dropLast().enumerated() {
          guard let told = answer.told(by: hint.plainText, beyond: known) else { continue }
          findings.report(
            "Only the last hint may give the answer; hint \(number + 1) of \(question.hints.count) "
              + "has “\(told)”.",
            help: "Say where to look, and keep the answer for the last hint.",
            at: hint.range ?? question.range, in: exam.path)
        }
      }
    }
  }
}

/// What a hint would have to say to be the answer.
private enum TellableAnswer {
  case words([[String]])
  case number(DecimalNumber)

  init?(to question: Question) {
    switch question.form {
    case .single(let single):
      self = .words(single.options.filter(\.isRight).map { PlainWords.of($0.text.plainText) })
    case .shortText(let short): self = .words(short.accepted.map(PlainWords.of))
    case .number(let number): self = .number(number.value)
    case .multiple, .trueFalse, .ordering, .matching, .free: return nil
    }
  }

  /// The answer as it stands in the hint; nil where it does not, or where the question says it too.
  func told(by hint: String, beyond known: String) -> String? {
    switch self {
    case .words(let answers):
      let hint = PlainWords.of(hint)
      let told = answers.filter { PlainWords.contains($0, in: hint) }
      // Seldom come to, and long.
      let known = told.isEmpty ? [] : PlainWords.of(known)
      return told.first { !PlainWords.contains($0, in: known) }?.joined(separator: " ")
    case .number(let value):
      let isTold = Self.numbers(in: hint).contains(value)
      return isTold && !Self.numbers(in: known).contains(value) ? value.description : nil
    }
  }

  private static func numbers(in text: String) -> [DecimalNumber] {
    Words.split(text).compactMap { word in
      let digits = word.unicodeScalars.drop { !("0"..."9").contains($0) && $0 != "-" && $0 != "−" }
      let end = digits.lastIndex { ("0"..."9").contains($0) }
      return end.flatMap { DecimalNumber(String(digits[...$0])) }
    }
  }
}
