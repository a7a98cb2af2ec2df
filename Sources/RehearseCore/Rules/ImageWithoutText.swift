extension Rule {
  static let imageWithoutText = Rule(
    "image-without-text", .warning,
    "An image says in words what it shows.",
    why: """
      A screen reader and a terminal show the words and not the picture. WCAG 2.2, success \
      criterion 1.1.1.
      """,
    example: ("![](team.png)", "![The project team, with names](team.png)")
  ) { review, findings in
    for unit in review.units {
      for link in unit.links where link.imageText?.isEmpty == true {
        findings.report(
          "An image says in words what it shows: “\(link.destination)” does not.",
          help: "Write it between the brackets: `![what it shows](\(link.destination))`.",
          at: link.range, in: unit.about.path)
      }
    }
  }
}
