extension Rule {
  static let flagNeverAsked = Rule(
    "flag-never-asked", .warning,
    "A flag that is set is asked for in a condition.",
    why: """
      A flag is not shown to anybody. One that no condition asks for changes nothing: either it is \
      left over, or the place where it should matter is missing.
      """,
    example: (
      """
      - [“What is it for?”](#answer) `set asked`
      - [“Agreed.”](#answer)
      """,
      """
      - [“What is it for?”](#opening) `set asked`
      - [“Agreed, as you told me.”](#answer) `if asked`
      """
    )
  ) { review, findings in
    for (about, scenario) in review.scenarios where !scenario.flags.isEmpty {
      let asked = review.nameUse[about.path]?.askedFlags ?? []
      for (flag, place) in scenario.flagPlaces.enumerated() where !asked[flag] {
        guard let place else { continue }
        let name = scenario.flags[flag]
        findings.report(
          "A flag that is set is asked for in a condition; none asks for `\(name)`.",
          help: NearMiss.of(
            name, among: asked.indices.filter { asked[$0] }.map { scenario.flags[$0] }
          )
          .map { "Did you mean `\($0)`?" }
            ?? "Ask for it where it should matter, with `if \(name)`, or take it out.",
          at: place, in: about.path)
      }
    }
  }
}
