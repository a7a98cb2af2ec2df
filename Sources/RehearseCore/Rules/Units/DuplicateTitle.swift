extension Rule {
  static let duplicateTitle = Rule(
    "duplicate-title", .warning,
    "Each unit has a title of its own.",
    why: "In the outline, in results and on a certificate, people know a unit by its title.",
    example: (
      "Two files with the line `title: The price`.",
      "One with `title: The price`, and one with `title: The price, a year later`."
    )
  ) { review, findings in
    var seen: [String: String] = [:]
    for unit in review.units where unit.about.kind != .course && unit.about.has("title") {
      let title = Words.split(unit.about.title.lowercased()).joined(separator: " ")
      guard let other = seen[title] else {
        seen[title] = unit.about.path
        continue
      }
      findings.report(
        "Each unit has a title of its own; this one is also the title of \(other).",
        help: "Change one of the two.", at: unit.about.place(of: "title"), in: unit.about.path)
    }
  }
}
