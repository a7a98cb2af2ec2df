extension Rule {
  static let fixedEnd = Rule(
    "fixed-end", .warning,
    "A certificate that ends on a fixed day of the year is valid for a year or longer.",
    why: """
      Such a day comes once a year. With a shorter time most certificates hold longer than `valid:` \
      says, until the day comes.
      """,
    example: (
      """
      ---
      kind: certification
      title: Certified
      valid: 3 months
      expires: on 31 December
      ---

      ## Requirements

      - [What to say first](lessons/first-words.md) `completed`
      """,
      """
      ---
      kind: certification
      title: Certified
      valid: 12 months
      expires: on 31 December
      ---

      ## Requirements

      - [What to say first](lessons/first-words.md) `completed`
      """
    )
  ) { review, findings in
    for unit in review.units {
      guard case .certification(let certification) = unit.content,
        case .fixedDate = certification.expiry, let valid = certification.valid, valid.isUnderAYear
      else { continue }
      findings.report(
        "A certificate that ends on a fixed day is valid for a year or longer; this says"
          + " \(valid.words).",
        help: "Write `valid: 12 months`, or `expires: from completion`.",
        at: unit.about.place(of: "valid"), in: unit.about.path)
    }
  }
}

extension Certification.Period {
  fileprivate var isUnderAYear: Bool {
    switch unit {
    case .days: count < 365
    case .weeks: count < 52
    case .months: count < 12
    case .years: count < 1
    }
  }
}
