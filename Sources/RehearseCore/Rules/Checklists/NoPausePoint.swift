extension Rule {
  static let noPausePoint = Rule(
    "no-pause-point", .advice,
    "The items of a checklist stand under a heading that says when to stop and check.",
    why: """
      A checklist is used at moments: before the call, before the load. Without a pause point nobody \
      knows when to take it out. Gawande 2009, “The Checklist Manifesto”, chapter 6.
      """,
    example: ("- [ ] Ring the duty phone", "## Before the call\n\n- [ ] Ring the duty phone")
  ) { review, findings in
    for unit in review.units {
      guard case .checklist(let checklist) = unit.content, let first = checklist.pausePoints.first,
        first.title.isEmpty
      else { continue }
      findings.report(
        "Items stand under a heading that says when to stop and check; these stand under none.",
        help: "Put a heading above them, such as `## Before the call`.", at: first.range,
        in: unit.about.path)
    }
  }
}
