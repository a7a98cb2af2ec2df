extension Rule {
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
