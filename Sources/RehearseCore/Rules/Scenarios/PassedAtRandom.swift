extension Rule {
  static let passedAtRandom = Rule(
    "passed-at-random", .warning,
    "A pass says something: who chooses at random hardly ever passes.",
    why: """
      Where nearly a third of all plays at random pass, a pass shows little. The share is what was \
      seen in up to 500 plays at random; `rehearse map` counts it exactly. Talks of one or two decisions \
      are left alone.
      """,
    example: (
      """
      ---
      kind: scenario
      title: The call
      pass: 30%
      ---

      ## Opening

      - [Ask](#date) `points 2`
      - [Explain](#date) `points 1`
      - [Promise](#date)

      ## Date

      - [Ask](#price) `points 2`
      - [Explain](#price) `points 1`
      - [Promise](#price)

      ## Price

      - [Ask](#over) `points 2`
      - [Explain](#over) `points 1`
      - [Promise](#over)

      ## Over

      `ending success`
      """,
      """
      ---
      kind: scenario
      title: The call
      pass: 80%
      ---

      ## Opening

      - [Ask](#date) `points 2`
      - [Explain](#date) `points 1`
      - [Promise](#date)

      ## Date

      - [Ask](#price) `points 2`
      - [Explain](#price) `points 1`
      - [Promise](#price)

      ## Price

      - [Ask](#over) `points 2`
      - [Explain](#over) `points 1`
      - [Promise](#over)

      ## Over

      `ending success`
      """
    )
  ) { review, findings in
    for (unit, analysis) in review.explored {
      // A talk of one or two decisions cannot tell skill from luck, and is not meant to.
      let decisions = analysis.scenario.scenes.count { $0.choices.count > 1 }
      guard let mark = analysis.scenario.passMark, let best = analysis.best, analysis.isExact,
        decisions > 2
      else { continue }
      var random = RandomPlay(analysis.scenario, passable: review.course.passableUnits)
      // A hundred plays tell most scenarios' share well enough: a true 30% comes out under 15% in
      // one case of several thousand.
      var generator = RandomPlay.generator(seed: 1)
      random.play(100, &generator)
      guard random.share(passing: mark, of: best) >= 0.15 else { continue }
      random.play(400, &generator)
      let share = random.share(passing: mark, of: best)
      guard share >= 0.3 else { continue }
      findings.report(
        "A pass says something: \(Int((share * 100).rounded()))% of plays at random pass this"
          + " scenario.",
        help: "Raise `pass:`, give fewer choices points, or make more choices cost what matters.",
        at: unit.about.range, in: unit.about.path)
    }
  }
}
