private let cover = unitText("course", "- [A talk](talk.md)", front: "skills: risk = Naming risks")
private let page = unitText("lesson", "## First steps\n\nText.")

private func talk(
  _ rule: String, _ broken: String, mended: String, with files: [String: String] = [:]
)
  -> FindingCase
{
  FindingCase(
    rule, scenarioText("## Opening\n\n" + broken + endScene),
    mended: scenarioText("## Opening\n\n" + mended + endScene),
    course: files.merging(["course.md": cover]) { file, _ in file })
}

extension FindingCase {
  static let courses: [FindingCase] = [
    FindingCase(
      "cover-kind", "⟦⟧" + unitText("lesson", "Text."), mended: cover, path: "course.md",
      course: ["talk.md": page]),
    talk(
      "missing-file", "- ⟦[Read](pgae.md)⟧, then [go](#end)",
      mended: "- [Read](page.md), then [go](#end)", with: ["page.md": page]
    ),
    talk(
      "missing-file", "⟦![A plan](plan.png)⟧\n\n- [Go](#end)",
      mended: "![A plan](plan.png)\n\n- [Go](#end)", with: ["plan.png": ""]
    ).exceptInBroken("plan.png"),
    talk(
      "link-leaves-course", "See ⟦[that](../other/page.md)⟧.\n\n- [Go](#end)",
      mended: "See [that](https://example.org/../page.md).\n\n- [Go](#end)"),
    talk(
      "unknown-anchor", "- ⟦[Read](page.md#frist-steps)⟧, then [go](#end)",
      mended: "- [Read](page.md#first-steps), then [go](#end)", with: ["page.md": page]),
    talk(
      "unknown-unit", "- [Go](#end)\n- [Stay](#end) `⟦if passed pgae⟧`",
      mended: "- [Go](#end) `if passed page`\n- [Stay](page.md) `unless passed talk`",
      with: ["page.md": page]
    ).also(["not-in-outline"]),
    talk(
      "unknown-skill", "- [Go](#end) `⟦points 3 rsik⟧`", mended: "- [Go](#end) `points 3 risk`"),
    FindingCase(
      "unknown-skill", unitText("lesson", "Text.", front: "skills: ⟦risk, tact⟧"),
      mended: unitText("lesson", "Text.", front: "skills: risk"), course: ["course.md": cover]),
    FindingCase(
      "repeated-unit", unitText("lesson", "Text.", front: "id: ⟦page⟧"),
      mended: unitText("lesson", "Text.", front: "id: talk"),
      course: [
        "course.md": unitText("course", "- [A talk](talk.md)\n- [A page](page.md)"),
        "page.md": page,
      ]),
    FindingCase(
      "not-in-outline", "⟦⟧" + unitText("lesson", "Text."),
      mended: scenarioText("## A\n\n`ending success`"), path: "deep/other.md",
      course: [
        "course.md": unitText("course", "- [A talk](talk.md)"),
        "talk.md": unitText("lesson", "Text."),
      ]
    ).withMended("course.md", unitText("course", "- [A](talk.md)\n- [B](deep/other.md)")),
    talk(
      "calls-itself", "⟦- [Again](talk.md), then [go](#end)⟧", mended: "- [Go](#end)"),
    talk(
      "call-needs-unit", "⟦- [Read](badge.md), then [go](#end)⟧",
      mended: "See [the badge](badge.md).\n\n- [Go](#end)",
      with: ["badge.md": unitText("certification", "## Requirements\n\n- [A](talk.md) `passed`")]),
  ]

  fileprivate func also(_ rules: [String]) -> FindingCase {
    var copy = self
    copy.also = rules
    return copy
  }

  fileprivate func exceptInBroken(_ file: String) -> FindingCase {
    var copy = self
    copy.onlyMended[file] = copy.course?.removeValue(forKey: file)
    return copy
  }

  fileprivate func withMended(_ file: String, _ text: String) -> FindingCase {
    var copy = self
    copy.onlyMended[file] = text
    return copy
  }
}
