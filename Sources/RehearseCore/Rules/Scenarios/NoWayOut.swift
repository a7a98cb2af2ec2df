extension Rule {
  static let noWayOut = Rule(
    "no-way-out", .error,
    "From everywhere in a scenario some way leads to an ending.",
    why: """
      A learner can come to a place from which every way goes round in a circle: they can go on \
      choosing, and never end. Every state of the scenario was gone through to know it.
      """,
    example: (
      """
      ## Opening

      - [Wait](#waiting)
      - [Call back later](#over)

      ## Waiting

      - [Wait a little longer](#waiting)
      """,
      """
      ## Opening

      - [Wait](#waiting)
      - [Call back later](#over)

      ## Waiting

      - [Wait a little longer](#waiting)
      - [Hang up](#over)
      """
    )
  ) { review, findings in
    for (unit, analysis) in review.explored {
      let scenes = analysis.scenario.scenes
      for loop in analysis.closedLoops {
        guard let first = loop.first else { continue }
        let titles = loop.prefix(5).map { "“\(scenes[$0].title)”" }.joined(separator: ", ")
        let way = analysis.trap.map { analysis.words(for: $0) } ?? ""
        findings.report(
          "From everywhere some way leads to an ending: a play can come to go round in"
            + " \(titles)\(loop.count > 5 ? " and more" : "") for ever\(way).",
          help: "Give one of these scenes a choice that leads out, whatever was said before.",
          at: scenes[first].range, in: unit.about.path)
      }
    }
  }
}
