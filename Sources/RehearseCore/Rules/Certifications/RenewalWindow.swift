extension Rule {
  static let renewalWindow = Rule(
    "renewal-window", .warning,
    "A certificate can be renewed for a part of the time that it is valid.",
    why: """
      Renewal that begins before the certificate is given, or for one that never ends, is a slip in \
      the dates: reminders would be sent on the first day, or never.
      """,
    example: (
      """
      ---
      kind: certification
      title: Certified
      valid: 30 days
      renew: from 60 days before
      ---

      ## Requirements

      - [What to say first](lessons/first-words.md) `completed`
      """,
      """
      ---
      kind: certification
      title: Certified
      valid: 12 months
      renew: from 60 days before
      ---

      ## Requirements

      - [What to say first](lessons/first-words.md) `completed`
      """
    )
  ) { review, findings in
    for unit in review.units {
      guard case .certification(let certification) = unit.content,
        let renew = certification.renewFrom
      else { continue }
      let place = unit.about.place(of: "renew")
      if let valid = certification.valid {
        if renew.isSurelyLonger(than: valid) {
          findings.report(
            "Renewal is for a part of the time that a certificate is valid; this begins before it.",
            help: "Lower the time in `renew:`, or raise `valid:`.", at: place, in: unit.about.path)
        }
      } else if certification.expiry == .completion, !unit.about.has("valid") {
        findings.report(
          "Renewal is for certificates that end; this one has no `valid:`.",
          help: "Add for example `valid: 12 months`, or take `renew:` out.", at: place,
          in: unit.about.path)
      }
    }
  }
}

extension Certification.Period {
  /// Whether it is longer in every calendar.
  fileprivate func isSurelyLonger(than other: Self) -> Bool {
    unit == other.unit ? count > other.count : days.lowerBound > other.days.upperBound
  }

  private var days: ClosedRange<Int> {
    switch unit {
    case .days: count...count
    case .weeks: count * 7...count * 7
    case .months: count * 28...count * 31
    case .years: count * 365...count * 366
    }
  }
}
