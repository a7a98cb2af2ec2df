extension Rule {
  static let noMinutes = Rule(
    "no-minutes", .advice,
    "Lessons, role-plays, checklists and assessments say how many minutes they take.",
    why: """
      People learn between two meetings. “What fits into ten minutes?” finds only what says how long \
      it takes.
      """,
    example: (
      """
      ---
      kind: lesson
      title: What to say first
      ---

      Say the news first.
      """,
      """
      ---
      kind: lesson
      title: What to say first
      minutes: 1
      ---

      Say the news first.
      """
    )
  ) { review, findings in
    for unit in review.units where unit.about.kind.isLearnt && !unit.about.has("minutes") {
      findings.report(
        "A unit says how many minutes it takes; this one does not.",
        help: "Add a line to the front matter, such as `minutes: 8`.", at: unit.about.range,
        in: unit.about.path)
    }
  }
}

extension UnitKind {
  /// What people go through to learn, unlike what they look up or are given.
  var isLearnt: Bool {
    switch self {
    case .lesson, .scenario, .checklist, .assessment: true
    case .course, .aid, .certification: false
    }
  }
}

extension UnitDescription {
  func has(_ field: String) -> Bool { fields.contains { $0.name == field } }
}
