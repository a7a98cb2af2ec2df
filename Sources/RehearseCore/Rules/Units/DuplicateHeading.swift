extension Rule {
  static let duplicateHeading = Rule(
    "duplicate-heading", .advice,
    "Headings that stand beside one another are different.",
    why: """
      Learners and links know a place by its heading. The second of two that are alike can be linked \
      by a number only, which becomes another one when the text is moved.
      """,
    example: (
      """
      ## Example

      One.

      ## Example

      Another.
      """,
      """
      ## An example

      One.

      ## An example from finance

      Another.
      """
    )
  ) { review, findings in
    for unit in review.units {
      if case .scenario(let scenario) = unit.content {
        // Like slugs are an error where no id makes them differ, and there may be thousands.
        var titles: Set<String> = []
        for scene in scenario.scenes where !titles.insert(scene.title).inserted {
          findings.report(
            "Headings are different; there is another one like this above.",
            help: "Say what is particular about this one.", at: scene.range, in: unit.about.path)
        }
        continue
      }
      var seen: Set<[String]> = []
      unit.forEachHeading { trail, range in
        guard let last = trail.last, !last.isEmpty, !seen.insert(trail).inserted else { return }
        findings.report(
          "Headings are different; there is another one like this above.",
          help: "Say what is particular about this one.", at: range, in: unit.about.path)
      }
    }
  }
}

extension Unit {
  /// Every heading that a reader sees, as the slugs of those that it stands under and its own. The
  /// same words under another heading are another place.
  fileprivate func forEachHeading(_ visit: ([String], SourceRange) -> Void) {
    switch content {
    case .lesson(let blocks), .aid(let blocks):
      var trail: [(level: Int, slug: String)] = []
      for block in blocks {
        guard case .heading(let level, let inlines) = block.kind else { continue }
        trail.removeAll { $0.level >= level }
        trail.append((level, Slug.of(inlines.plainText)))
        visit(trail.map(\.slug), block.range)
      }
    case .checklist(let checklist):
      for point in checklist.pausePoints { visit([Slug.of(point.title)], point.range) }
    case .assessment(let assessment):
      for section in assessment.sections {
        if !section.title.isEmpty { visit([Slug.of(section.title)], section.range) }
        // The same question in two sections is asked twice.
        for question in section.questions {
          visit(["", Slug.of(question.stem.plainText)], question.range)
        }
      }
    case .scenario, .outline, .certification: break
    }
  }
}
