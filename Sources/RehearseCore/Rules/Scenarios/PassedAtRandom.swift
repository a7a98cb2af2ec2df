extension Rule {
  static let passedAtRandom = Rule(
    "passed-at-random", .warning,
    "A pass says something: who chooses at random hardly ever passes.",
    why: """
      Where more than a quarter of all plays at random pass, a pass shows little. The share is \
      counted exactly over all states, or, where that takes too much room, seen in plays at random.
      """,
    example: (
      """
      ---
      kind: scenario
      title: The call
      pass: 30%
      ---

      ## Opening

      - [Ask](#over) `points 3`
      - [Listen](#over) `points 2`
      - [Explain](#over) `points 1`
      - [Promise](#over) `points 1`

      ## Over

      `ending success`
      """,
      """
      ---
      kind: scenario
      title: The call
      pass: 70%
      ---

      ## Opening

      - [Ask](#over) `points 3`
      - [Listen](#over) `points 2`
      - [Explain](#over) `points 1`
      - [Promise](#over) `points 1`

      ## Over

      `ending success`
      """
    )
  ) { review, findings in
    for (unit, analysis) in review.explored {
      guard analysis.scenario.passMark != nil,
        let share = analysis.randomShare(passable: review.course.passableUnits, plays: 400),
        share.value > 0.25
      else { continue }
      findings.report(
        "A pass says something: \(Int((share.value * 100).rounded()))% of plays at random pass this"
          + " scenario.",
        help: "Raise `pass:`, give fewer choices points, or make more choices cost what matters.",
        at: unit.about.range, in: unit.about.path)
    }
  }
}
