extension Rule {
  static let meterNeverAsked = Rule(
    "meter-never-asked", .advice,
    "A meter that changes is asked for in a condition.",
    why: """
      Learners see a meter move and take it that it matters. One that no condition asks for has no \
      consequence: the conversation goes on as if nothing had happened.
      """,
    example: (
      """
      ---
      kind: scenario
      title: The price
      meters: trust = 50 of 100
      ---

      ## Opening

      - [“Agreed.”](#end) `trust -30`

      ## End

      `ending success`
      """,
      """
      ---
      kind: scenario
      title: The price
      meters: trust = 50 of 100
      ---

      ## Opening

      - [“Agreed.”](#end) `trust -30`

      ## End

      `ending success`

      `if trust < 30` He does not look up.
      """
    )
  ) { review, findings in
    for (about, scenario) in review.scenarios where !scenario.meters.isEmpty {
      guard let use = review.nameUse[about.path] else { continue }
      for (index, meter) in scenario.meters.enumerated()
      where use.changedMeters[index] && !use.askedMeters[index] {
        findings.report(
          "A meter has consequences; `\(meter.name)` changes, and no condition asks for it.",
          help: "Let something depend on it, such as `if \(meter.name) >= \(meter.start)`.",
          at: about.place(of: meter.name, in: "meters"), in: about.path)
      }
    }
  }
}
