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

  static let overlappingOptions = Rule(
    "overlapping-options", .warning,
    "Ranges of numbers in options do not overlap.",
    why: """
      In “10 to 20 days” and “20 to 30 days” the learner who knows that it is 20 has two right \
      options, or sees that neither can be the one. Haladyna, Downing and Rodriguez (2002), \
      guideline 22.
      """,
    example: (
      "### How long is the notice?\n\n- ( ) 0–10 days\n- (x) 10–20 days\n- ( ) 20–30 days",
      "### How long is the notice?\n\n- ( ) 1–10 days\n- (x) 11–20 days\n- ( ) 21–30 days"
    )
  ) { review, findings in
    for exam in review.exams {
      for question in exam.questions {
        guard let (options, _) = question.single, options.allSatisfy(\.hasDigit) else { continue }
        let ranges = options.compactMap { option in
          NumberRange(option.text).map { (option, $0) }
        }
        guard ranges.count == options.count, Set(ranges.map(\.1.unit)).count == 1 else { continue }
        let sorted = ranges.sorted { ($0.1.least, $0.1.greatest) < ($1.1.least, $1.1.greatest) }
        guard
          let (a, b) = zip(sorted, sorted.dropFirst()).first(where: { a, b in
            b.1.least <= a.1.greatest
          })
        else { continue }
        findings.report(
          "Ranges of numbers in options do not overlap; “\(a.0.text)” and “\(b.0.text)” do.",
          help: "Let each begin above the end of the one before it.",
          at: b.0.range, in: exam.path)
      }
    }
  }
}

/// `10–20 days`, `10 to 20`, `10-20 %`.
private struct NumberRange {
  var least: DecimalNumber
  var greatest: DecimalNumber
  var unit: String

  init?(_ text: String) {
    for separator in ["–", " to ", " - ", "-", "—"] {
      guard let place = Self.place(of: separator, in: text) else { continue }
      let before = String(text[..<place.lowerBound])
      guard let least = DecimalNumber(before),
        let upper = NumberAnswer(String(text[place.upperBound...])), upper.tolerance == .zero,
        least < upper.value
      else { continue }
      self.least = least
      greatest = upper.value
      unit = PlainWords.plain(upper.unit ?? "")
      return
    }
    return nil
  }

  private static func place(of separator: String, in text: String) -> Range<String.Index>? {
    var start = text.startIndex
    while start < text.endIndex {
      // A sign at the beginning is no dash.
      if start > text.startIndex, text[start...].hasPrefix(separator) {
        return start..<text.index(start, offsetBy: separator.count)
      }
      start = text.index(after: start)
    }
    return nil
  }
}
