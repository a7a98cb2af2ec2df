extension Rule {
  static let meterNeverChanged = Rule(
    "meter-never-changed", .warning,
    "A meter changes somewhere in the role-play.",
    why: """
      A meter that nothing changes stays where it begins. A condition on it is always true or always \
      false, and the learner never sees it.
      """,
    example: (
      """
      ---
      kind: scenario
      title: The price
      meters: trust = 50 of 100
      ---

      ## Opening

      - [“Agreed.”](#end)

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

      - [“Agreed.”](#end) `trust +5`

      ## End

      `ending success`
      """
    )
  ) { review, findings in
    for (about, scenario) in review.scenarios where !scenario.meters.isEmpty {
      guard let use = review.nameUse[about.path] else { continue }
      for (index, meter) in scenario.meters.enumerated() where !use.changedMeters[index] {
        let isAsked = use.askedMeters[index]
        findings.report(
          "A meter changes somewhere; nothing changes `\(meter.name)`"
            + (isAsked ? ", and conditions ask for it." : "."),
          help: "Change it at a choice, such as `\(meter.name) +5`, or take it out of `meters:`.",
          at: about.place(of: meter.name, in: "meters"), in: about.path)
      }
    }
  }
}
