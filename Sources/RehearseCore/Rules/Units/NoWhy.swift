extension Rule {
  static let noWhy = Rule(
    "no-why", .advice,
    "The course, and each lesson, role-play, checklist and assessment, says what it changes at work.",
    why: """
      Adults learn what they have a use for, and a course whose use nobody sees is not finished. \
      Knowles, “The Adult Learner”; Keller 1987 on relevance, “Development and use of the ARCS model”.
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
      why: Your first sentence is the news.
      ---

      Say the news first.
      """
    )
  ) { review, findings in
    for unit in review.units
    where (unit.about.kind.isLearnt || unit.about.kind == .course)
      && unit.about.why?.isEmpty ?? true
    {
      findings.report(
        "A unit says what it changes in the reader's working day; this one does not.",
        help: "Add a line to the front matter: `why: You name a price once, and let it stand.`",
        at: unit.about.range, in: unit.about.path)
    }
  }
}
