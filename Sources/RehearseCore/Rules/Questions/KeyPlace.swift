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
}
