extension Rule {
  static let longPausePoint = Rule(
    "long-pause-point", .advice,
    "A pause point has at most nine items.",
    why: """
      Between two pauses, five to nine items are a rule of thumb (Gawande 2009, “The Checklist \
      Manifesto”, chapter 6); long checklists are cut short by those who work them (Degani & Wiener \
      1993, “Cockpit checklists”). Items that do not belong are not counted: with a customer they \
      are not shown.
      """,
    example: (
      """
      ## Before the call

      - [ ] Agenda
      - [ ] Names
      - [ ] Budget
      - [ ] History
      - [ ] Tickets
      - [ ] Contract
      - [ ] Dates
      - [ ] Numbers
      - [ ] Room
      - [ ] Line
      """,
      """
      ## The day before

      - [ ] Agenda
      - [ ] Names
      - [ ] Budget
      - [ ] History
      - [ ] Tickets

      ## Before the call

      - [ ] Contract
      - [ ] Dates
      - [ ] Numbers
      - [ ] Room
      - [ ] Line
      """
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
