extension Rule {
  static let singleEnding = Rule(
    "single-ending", .advice,
    "A role-play with choices can end in more than one way.",
    why: """
      A conversation that ends the same whatever one says teaches that it does not matter. Two \
      endings are enough: one where it went well, one where it did not.
      """,
    example: (
      """
      - [“Of course.”](#signed)
      - [“What is it for?”](#signed)

      ## Signed

      `ending success`
      """,
      """
      - [“Of course.”](#regret)
      - [“What is it for?”](#signed)

      ## Signed

      `ending success`

      ## Regret

      `ending failure`
      """
    )
  ) { review, findings in
    for (about, scenario) in review.scenarios {
      let endings = scenario.scenes.filter { if case .ending = $0.way { true } else { false } }
      guard endings.count == 1, scenario.scenes.contains(where: { $0.offered.count > 1 })
      else { continue }
      findings.report(
        "A role-play with choices can end in more than one way; this is its only ending.",
        help: "Add a scene for how it ends when it does not go well: `ending failure`.",
        at: endings[0].range, in: about.path)
    }
  }
}
