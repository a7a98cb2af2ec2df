extension Rule {
  static let tooLargeToKnow = Rule(
    "too-large-to-know", .advice,
    "A scenario is small enough to be known to its end.",
    why: """
      Past \(ScenarioAnalysis.defaultLimit / 1_000_000) million states not everything is gone \
      through: what is said about such a scenario is a bound, the best score is at most what is \
      named, and attempts between can stay without a verdict.
      """,
    example: (
      "A scene with forty choices that are each offered `once`.", "Four such scenes with ten each."
    )
  ) { review, findings in
    for (unit, analysis) in review.explored where !analysis.isExact {
      findings.report(
        "A scenario is small enough to be known to its end: this one has more than"
          + " \(max(analysis.stateCount, ScenarioAnalysis.defaultLimit)) states, so its scores are"
          + " bounds.",
        help: "Let fewer meters, flags and `once` choices matter at the same time.",
        at: unit.about.range, in: unit.about.path)
    }
  }
}

extension CourseReview {
  /// The scenarios that were explored, in the order of their paths.
  var explored: [(unit: Unit, analysis: ScenarioAnalysis)] {
    units.compactMap { unit in analyses[unit.about.path].map { (unit, $0) } }
  }
}
