import RehearseCore

/// A case of a rule in `Rules/`: the course around the file is a cover that links it, unless given.
private func unitCase(
  _ rule: String, _ broken: String, mended: String, path: String = "talk.md",
  with files: [String: String] = [:]
) -> FindingCase {
  let cover = unitText("course", "- [It](\(path))", front: "skills: risk = Risk\nwhy: You can.")
  return FindingCase(
    rule, broken, mended: mended, path: path,
    course: files.merging(["course.md": cover]) { file, _ in file })
}

private func talkCase(
  _ name: String, _ broken: String, mended: String, front: String = "",
  with files: [String: String] = [:]
) -> FindingCase {
  unitCase(
    name, scenarioText(broken + endScene, front: front),
    mended: scenarioText(mended + endScene, front: front), with: files)
}

private func file(_ kind: String, _ fields: String, _ body: String) -> String {
  "---\nkind: \(kind)\n\(fields)\n---\n\n\(body)\n"
}

private func words(_ count: Int) -> String {
  (1...count).map { "word\($0 % 10 == 0 ? "." : "")" }.joined(separator: " ")
}

private let lesson = unitText("lesson", "Text.")
private let items = (1...10).map { "- [ ] Item \($0)" }
private let twoChoices = "## A\n\n- [x](#end) `points 1`\n- [y](#end)"

extension FindingCase {
  static let unitRules: [FindingCase] = [
    unitCase(
      "image-without-text", unitText("lesson", "See ⟦![](team.png)⟧ and ![two](team.png)."),
      mended: unitText("lesson", "See ![one](team.png)."), with: ["team.png": ""]),
    unitCase(
      "no-minutes", "⟦⟧" + file("lesson", "title: A", "Text."),
      mended: file("lesson", "title: A\nminutes: 3", "Text.")),
    unitCase(
      "no-why", "⟦⟧" + file("checklist", "title: A\nwhy:", "## A\n\n- [ ] b"),
      mended: file("checklist", "title: A\nwhy: You can.", "## A\n\n- [ ] b")),
    unitCase(
      "no-why", "⟦⟧" + unitText("course", "- [It](talk.md)"),
      mended: unitText("course", "- [It](talk.md)", front: "why: You can."), path: "course.md",
      with: ["talk.md": file("aid", "title: A", "An aid needs none.")]),
    unitCase(
      "reading-time", file("lesson", "title: A\nminutes: ⟦1⟧", words(500)),
      mended: file("lesson", "title: A\nminutes: 2", words(500))),
    unitCase(
      "reading-time", file("lesson", "title: A\nminutes: ⟦10⟧", words(500)),
      mended: file("lesson", "title: A\nminutes: 9", words(500))),
    unitCase(
      "reading-time", file("assessment", "title: A\nminutes: ⟦20⟧", "### One?\n\nAnswer: 1"),
      mended: file(
        "assessment", "title: A\nminutes: 20",
        (1...10).map { "### Q\($0)?\n\nAnswer: \($0)" }.joined(separator: "\n\n"))),
    unitCase(
      "reading-time",
      file(
        "assessment", "title: A\nminutes: ⟦20⟧\ndraw: 1",
        (1...10).map { "### Q\($0)?\n\nAnswer: \($0)" }.joined(separator: "\n\n")),
      mended: file(
        "assessment", "title: A\nminutes: 3\ndraw: 1",
        (1...10).map { "### Q\($0)?\n\nAnswer: \($0)" }.joined(separator: "\n\n"))),
    talkCase(
      "reading-time", "## A\n\n\(words(800))\n\n- [x](#b)\n\n## B\n\n\(words(800))\n\n- [y](#end)",
      // The way past the long text may be taken.
      mended: "## A\n\n- [x](#b)\n- [y](#end)\n\n## B\n\n\(words(1600))\n\n- [z](#end)",
      front: "minutes: 3"
    ).marking("minutes: 3", as: "minutes: ⟦3⟧"),
    talkCase(
      "reading-time", "## A\n\n- [x](#end)", mended: "## A\n\n- [x](long.md), then [y](#end)",
      front: "minutes: 30",
      with: ["long.md": file("checklist", "title: Long\nminutes: 20", "## A\n\n- [ ] b")]
    ).marking("minutes: 30", as: "minutes: ⟦30⟧"),
    unitCase(
      "duplicate-title", file("lesson", "title: ⟦The  price⟧", "Text."),
      mended: file("lesson", "title: The price, later", "Text."), path: "other.md",
      with: [
        "course.md": unitText("course", "- [A](a.md)\n- [B](other.md)"),
        "a.md": file("lesson", "title: the price", "Text."),
      ]),
    unitCase(
      "duplicate-heading", unitText("lesson", "## A\n\n### Why\n\nOne.\n\n⟦### Why?⟧\n\nTwo."),
      mended: unitText("lesson", "## A\n\n### Why\n\nOne.\n\n## B\n\n### Why\n\nTwo.")),
    talkCase(
      "duplicate-heading", "## A\n\n- [x](#again)\n\n⟦## A {#again}⟧\n\n- [y](#end)",
      mended: "## A\n\n- [x](#again)\n\n## A again {#again}\n\n- [y](#end)"),
    unitCase(
      "duplicate-heading",
      unitText("assessment", "## S\n\n### Q?\n\nAnswer: 1\n\n## T\n\n⟦### Q?⟧\n\nAnswer: 1"),
      mended: unitText("assessment", "## S\n\n### Q?\n\nAnswer: 1\n\n## T\n\n### R?\n\nAnswer: 1")),
    unitCase(
      "duplicate-heading", unitText("checklist", "## A\n\n- [ ] a\n\n⟦## A⟧\n\n- [ ] b"),
      mended: unitText("checklist", "## A\n\n- [ ] a\n\n## B\n\n- [ ] b")),
    unitCase(
      "unused-file", "⟦⟧" + unitText("course", "- [It](talk.md)"),
      mended: unitText("course", "![old](images/old%20plan.png)\n\n- [It](talk.md)"),
      path: "course.md",
      with: [
        "talk.md": lesson, "images/old plan.png": "", "README.md": "", "LICENSE": "",
        "images/readme.txt": "", "talk.md~": "",
      ]),
  ]

  static let scenarioRules: [FindingCase] = [
    talkCase(
      "flag-never-asked", "## A\n\n- [x](#end) `⟦set f⟧`\n- [y](#a) `set f`",
      mended: "## A\n\n- [x](#end) `set f`\n- [y](#a) `unless f and trust > 3`"),
    talkCase(
      "flag-never-asked", "## A\n\n`⟦clear f⟧` He waits.\n\n- [x](#end)",
      mended: "## A\n\n`set f` He waits.\n\n- `when f` [x](#end)\n- `otherwise` [y](#a)"),
    unitCase(
      "meter-never-changed",
      file(
        "scenario", "title: A\nmeters: a = 1 of 5 ;  ⟦b = 1 of 5⟧", "## A\n\n`a +1`" + endScene
      ).replacingOnce("`a +1`", "`a +1` He waits.\n\n- [x](#end) `if b > 2`\n- [y](#end)"),
      mended: file(
        "scenario", "title: A\nmeters: a = 1 of 5; b = 1 of 5",
        "## A\n\n`a +1` He waits.\n\n- [x](#end) `b = 3`" + endScene)),
    unitCase(
      "meter-never-asked",
      file(
        "scenario", "title: A\nmeters: a = 1 of 5; ⟦b = 1 of 5⟧",
        "## A\n\n- [x](#end) `b +1` `a +1`\n- [y](#end) `if a > 1`" + endScene),
      mended: file(
        "scenario", "title: A\nmeters: a = 1 of 5; b = 1 of 5",
        "## A\n\n`b +1` He waits.\n\n- `when not (b > 1 or a < 3)` [x](#end)\n- `otherwise` [y](#a)"
          + endScene)),
    unitCase(
      "cast-never-speaks",
      file(
        "scenario", "title: A\ncast: Maya = Client; ⟦Tom = CFO⟧; You = Consultant",
        "## A\n\n**Maya:** Tom is late.\n\n- [x](#end)" + endScene),
      mended: file(
        "scenario", "title: A\ncast: Maya = Client; Tom = CFO; You = Consultant",
        "**maya**: Hello.\n\n## A\n\n- [x](#end)\n\n  **Tom:** Late again." + endScene)),
    talkCase(
      "choice-without-feedback", "## A\n\n⟦- [x](#end)⟧\n- [y](#end) `points 1`\n  > Good.",
      mended: "## A\n\n- [x](#end)\n  > Not so good.\n- [y](#end) `points 1`\n  > Good."),
    talkCase(
      "choice-without-feedback", "## A\n\n⟦- [x](#end)⟧\n⟦- [y](#end) `critical`⟧",
      // Nothing is judged; and a unit that is played speaks for itself.
      mended: "## A\n\n- [x](#b)\n- [y](#end) `trust +1`\n\n## B\n\n"
        + "- [Read](page.md), then [go](#end)\n- [y](#end) `points 1`",
      with: ["page.md": lesson]),
    talkCase(
      "no-best-choice",
      "⟦## A⟧\n\n- [x](#b) `points 2`\n- [y](#end) `points 2`\n\n"
        + "## B\n\n- [x](#end)\n- [y](#end) `trust +1`",
      mended: "## A\n\n- [x](#b) `points 2`\n- [y](#end) `points 3`\n\n"
        + "## B\n\n- [x](#a)\n- [y](#end)"),
    talkCase(
      "no-best-choice",
      "\(twoChoices.replacingOnce("#end", "#b"))\n\n⟦## B⟧\n\n- [x](#end)\n- [y](#end)",
      mended: "## A\n\n- [x](#b)\n- [y](#b)\n\n## B\n\n- [x](#end)\n- [y](#end)"),
    talkCase(
      "first-choice-best",
      "\(twoChoices.replacingOnce("#end", "#b"))\n\n## B\n\n⟦- [x](#end) `points 1`⟧\n- [y](#end)",
      mended:
        "\(twoChoices.replacingOnce("#end", "#b"))\n\n## B\n\n- [x](#end)\n- [y](#end) `points 1`"
    ),
    talkCase(
      "first-choice-best",
      // Through a scene in which the story decides.
      "\(twoChoices.replacingOnce("#end", "#s"))\n\n## S\n\n- `chance 50%` [b](#b)\n- `otherwise` [e](#end)"
        + "\n\n## B\n\n⟦- [x](#end) `points 1`⟧\n- [y](#end)",
      // The scene before leads here by its other choice.
      mended:
        "## A\n\n- [x](#end) `points 1`\n- [y](#b)\n\n## B\n\n- [x](#end) `points 1`\n- [y](#end)"
    ),
    talkCase(
      "longest-choice-best",
      "## A\n\n⟦- [xyz](#b) `points 1`⟧\n- [x](#b)\n- [y](#b)\n\n## B\n\n- [x](#c)\n- [xyz](#c) `points 1`"
        + "\n- [y](#c)\n\n## C\n\n- [x](#end)\n- [y](#end)\n- [xyz](#end) `points 1`",
      // Two of three are what chance makes once in four such role-plays.
      mended:
        "## A\n\n- [xyz](#b) `points 1`\n- [x](#b)\n- [y](#b)\n\n## B\n\n- [x](#c)\n- [xyz](#c) `points 1`"
        + "\n- [y](#c)\n\n## C\n\n- [x](#end)\n- [yyyy](#end)\n- [xyz](#end) `points 1`"),
    talkCase(
      "long-scene", "⟦## A⟧\n\n\(words(240))\n\n- [\(words(11))](#end)",
      mended: "## A\n\n\(words(240))\n\n`if trust > 50` \(words(50))\n\n- [\(words(10))](#end)\n"
        + "  > \(words(50))\n- [\(words(50))](#end) `if trust > 70`"),
    talkCase(
      "single-ending", "## A\n\n- [x](#end)\n- [y](#end)",
      mended: "## A\n\n- [x](#end)\n- [y](#b)\n\n## B\n\n`ending success`"
    ).marking("## End", as: "⟦## End⟧"),
    talkCase(
      "single-ending", "## A\n\n- [x](#end)\n- [y](#end)", mended: "## A\n\n- [x](#end)"
    ).marking("## End", as: "⟦## End⟧"),
    unitCase(
      "no-pass-mark", "⟦⟧" + scenarioText(twoChoices + endScene),
      mended: scenarioText(twoChoices + endScene, front: "pass: 50%")),
    unitCase(
      "no-pass-mark", "⟦⟧" + scenarioText(twoChoices + endScene),
      mended: scenarioText("## A\n\n- [x](#end)\n- [y](#end)" + endScene)),
  ]

  static let otherRules: [FindingCase] = [
    unitCase(
      "no-pause-point", unitText("checklist", "First.\n\n⟦- [ ] a\n- [ ] b⟧\n\n## Then\n\n- [ ] c"),
      mended: unitText("checklist", "# Title\n\n## Now\n\n- [ ] a\n- [ ] b")),
    unitCase(
      "long-pause-point", unitText("checklist", "⟦## A⟧\n\n\(items.joined(separator: "\n"))"),
      mended: unitText(
        "checklist",
        "## A\n\n\(items[..<9].joined(separator: "\n"))\n\n## B\n\n- [ ] c")),
    unitCase(
      "long-pause-point",
      unitText("checklist", "⟦## A⟧\n\n\(items.joined(separator: "\n"))"),
      // Of ten, one does not belong.
      mended: unitText(
        "checklist",
        "## A\n\n"
          + items.dropFirst().map { $0.replacingOnce("[ ]", "[x]") }.joined(separator: "\n")
          + "\n- [ ] c")),
    unitCase(
      "impossible-requirement",
      unitText(
        "certification",
        "## Requirements\n\n⟦- [A](a.md) `passed`⟧\n⟦- [A](list.md) `at least 80%`⟧\n"
          + "⟦- [A](a.md) `at least 50%` `each section 50%`⟧\n\n## Renewal\n\n"
          + "- Any 1 of\n  ⟦- [B](course.md) `completed`⟧\n  - [A](a.md) `completed`"),
      mended: unitText(
        "certification",
        "## Requirements\n\n- [A](a.md) `completed`\n- [A](exercise.md) `at least 80%`\n"
          + "- [E](exam.md) `each section 50%`"),
      with: [
        "a.md": lesson, "list.md": unitText("checklist", "## A\n\n- [ ] b"),
        "exercise.md": unitText("checklist", "## A\n\n- [ ] b\n- [x] c"),
        "exam.md": unitText("assessment", "### One?\n\nAnswer: 1"),
      ]),
    unitCase(
      "impossible-requirement",
      unitText(
        "certification",
        "## Requirements\n\n⟦- Any 2 of\n  - [A](exam.md) `passed`\n  - [A](exam.md) `completed`⟧"),
      mended: unitText(
        "certification",
        "## Requirements\n\n- Any 2 of\n  - [A](exam.md) `passed`\n  - [A](a.md) `completed`"),
      with: ["a.md": lesson, "exam.md": unitText("assessment", "### One?\n\nAnswer: 1")]),
    unitCase(
      "impossible-requirement",
      unitText("certification", "## Requirements\n\n⟦- [Other](other.md) `at least 80%`⟧"),
      mended: unitText("certification", "## Requirements\n\n- [Other](other.md) `passed`"),
      with: ["a.md": lesson, "other.md": certificate("valid: 2 months")]),
    unitCase(
      "circular-certification",
      unitText(
        "certification",
        "## Requirements\n\n- [A](a.md) `completed`\n⟦- [It](talk.md) `passed`⟧\n"
          + "- Any 1 of\n  - [It](talk.md) `passed`\n  - [A](a.md) `completed`"),
      mended: unitText(
        "certification",
        "## Requirements\n\n- Any 1 of\n  - [It](talk.md) `passed`\n  - [A](a.md) `completed`"),
      with: ["a.md": lesson]),
    unitCase(
      "fixed-end", certificate("valid: ⟦51 weeks⟧\nexpires: on 31 December"),
      mended: certificate("valid: 12 months\nexpires: on 31 December"), with: ["a.md": lesson]),
    unitCase(
      "renewal-window", certificate("valid: 2 months\nrenew: ⟦from 63 days before⟧"),
      // Two months may have 62 days.
      mended: certificate("valid: 2 months\nrenew: from 62 days before"), with: ["a.md": lesson]),
    unitCase(
      "renewal-window", certificate("renew: ⟦from 60 days before⟧"),
      mended: certificate("renew: from 60 days before\nexpires: on 31 December"),
      with: ["a.md": lesson]),
    unitCase(
      "circular-order",
      unitText(
        "course",
        "⟦- [A](talk.md) `after b`⟧\n⟦- [B](b.md) `after c`⟧\n⟦- [C](c.md) `after talk`⟧\n"
          + "- [D](d.md) `after c`"),
      mended: unitText(
        "course",
        "- [A](talk.md)\n- [B](b.md) `after c` `after talk`\n- [C](c.md) `after talk`\n"
          + "- [D](d.md)"),
      path: "course.md",
      with: ["talk.md": lesson, "b.md": lesson, "c.md": lesson, "d.md": lesson]),
  ]

  /// Every case of a rule in `Rules/`.
  static let rules =
    unitRules + scenarioRules + otherRules + explorationRules + questionRules

  /// Puts the marks where one cannot write them: in what a helper makes.
  private func marking(_ text: String, as marked: String) -> FindingCase {
    var copy = self
    copy.broken = broken.replacingOnce(text, marked)
    return copy
  }
}

private func certificate(_ front: String) -> String {
  unitText("certification", "## Requirements\n\n- [A](a.md) `completed`", front: front)
}

extension String {
  /// With the first occurrence of `old` replaced; without Foundation.
  func replacingOnce(_ old: String, _ new: String) -> String {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(old) {
        return self[..<start] + new + self[index(start, offsetBy: old.count)...]
      }
      start = index(after: start)
    }
    return self
  }
}
