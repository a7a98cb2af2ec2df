extension Rule {
  static let scenarioWithoutPass = Rule(
    "no-pass-mark", .advice,
    "A role-play whose choices earn points says what passes.",
    why: """
      Without `pass:` every ending but `failure` passes, and the points decide nothing: the worst \
      way to a friendly ending passes as the best one does.
      """,
    example: (
      """
      ---
      kind: scenario
      title: The price
      ---

      ## Opening

      - [“Why?”](#end) `points 5`

      ## End

      `ending success`
      """,
      """
      ---
      kind: scenario
      title: The price
      pass: 70%
      ---

      ## Opening

      - [“Why?”](#end) `points 5`

      ## End

      `ending success`
      """
    )
  ) { review, findings in
    for (about, scenario) in review.scenarios
    where scenario.passMark == nil && scenario.hasPoints
      && !about.fields.contains(where: { $0.name == "pass" })
    {
      findings.report(
        "A role-play whose choices earn points says what passes; this one has no `pass:`.",
        help: "Add a line to the front matter: `pass: 70%`.", at: about.range, in: about.path)
    }
  }
}
