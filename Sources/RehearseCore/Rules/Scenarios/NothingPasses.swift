extension Rule {
  static let nothingPasses = Rule(
    "nothing-passes", .error,
    "Some play passes the scenario.",
    why: """
      An attempt passes when it ends, not in failure and without a critical mistake, at the pass \
      mark or over. Where no play reaches such an ending, nobody can pass, and no certification that \
      asks for it can be met. Every state of the scenario was gone through to know it.
      """,
    example: (
      """
      ## Opening

      - [Give in](#lost)

      ## Lost

      `ending failure`
      """,
      """
      ## Opening

      - [Give in](#lost)

      ## Lost

      `ending partial`
      """
    )
  ) { review, findings in
    for (unit, analysis) in review.explored where analysis.isExact && analysis.best == nil {
      findings.report(
        "Some play passes the scenario: no play reaches an ending other than failure without a"
          + " critical mistake.",
        help: "Make a way to `ending success` or `ending partial` without a `critical` choice.",
        at: analysis.scenario.scenes.first?.range ?? unit.about.range, in: unit.about.path)
    }
  }
}
