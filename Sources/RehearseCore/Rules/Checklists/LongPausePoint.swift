extension Rule {
  static let longPausePoint = Rule(
    "long-pause-point", .advice,
    "A pause point has at most nine items.",
    why: """
      People work five to nine items in one go; of longer lists they skip some. Gawande 2009, “The \
      Checklist Manifesto”, chapter 6; Degani & Wiener 1993, “Cockpit checklists”. Items that do not \
      belong are not counted: with a customer they are not shown.
      """,
    example: (
      "Ten items under one heading.", "Five items under each of two headings."
    )
  ) { review, findings in
    for unit in review.units {
      guard case .checklist(let checklist) = unit.content else { continue }
      for point in checklist.pausePoints {
        let count = point.items.count(where: \.belongs)
        guard count > 9 else { continue }
        findings.report(
          "A pause point has at most nine items; this one has \(count).",
          help: "Divide it with another `##` heading, or leave out what nobody forgets.",
          at: point.range, in: unit.about.path)
      }
    }
  }
}
