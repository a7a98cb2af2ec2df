extension Rule {
  static let repeatedOption = Rule(
    "repeated-option", .warning,
    "Options, steps and left sides of pairs are different.",
    why: """
      Of two options with the same words, or two steps, one is marked wrong for no reason that the \
      learner could see. Capitals, blanks and punctuation do not make a difference here, unless an \
      option consists of nothing else or has code in it. Haladyna, Downing and Rodriguez (2002), \
      guideline 22.
      """,
    example: (
      "### When do you warn?\n\n- (x) At once\n- ( ) Later\n- ( ) later.\n\n> Then they can plan.",
      "### When do you warn?\n\n- (x) At once\n- ( ) Later\n- ( ) When asked\n\n> Then they can plan."
    )
  ) { review, findings in
    for exam in review.exams {
      for question in exam.questions {
        for (text, range) in repeated(in: question) {
          findings.report(
            "Options, steps and left sides of pairs are different: “\(text)” stands here twice.",
            help: "Change one of the two, or take it out.",
            at: range ?? question.range, in: exam.path)
        }
      }
    }
  }

  private static func repeated(in question: ExamQuestion) -> [(text: String, range: SourceRange?)] {
    if let options = question.options {
      // A few options: to compare each with each takes less than to remember them.
      return options.indices.filter { index in
        options[..<index].contains { isSame($0, options[index]) }
      }.map { (options[$0].text, options[$0].range) }
    }
    var seen: Set<String> = []
    let texts: [[Inline]] =
      switch question.question.form {
      case .ordering(let ordering): ordering.steps
      case .matching(let matching): matching.pairs.map(\.left)
      default: []
      }
    return texts.filter { text in
      let words = text.plainText
      let plain = isExact(words, text.isMarkedUp) ? "" : PlainWords.plain(words)
      return !seen.insert(plain.isEmpty ? words : plain).inserted
    }.map { ($0.plainText, $0.range) }
  }

  private static func isSame(_ a: ExamOption, _ b: ExamOption) -> Bool {
    guard a.words == b.words else { return false }
    return a.text == b.text
      || !(a.words.isEmpty || isExact(a.text, a.isMarkedUp) || isExact(b.text, b.isMarkedUp))
  }

  /// Signs make a difference between numbers and formulas: −5 and 5, 1.5 and 15, > 3 and < 3.
  private static func isExact(_ text: String, _ isMarkedUp: Bool) -> Bool {
    isMarkedUp || text.utf8.contains { (0x30...0x39).contains($0) }
  }
}
