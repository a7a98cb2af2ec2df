private func lesson(_ front: String) -> String { "---\n\(front)\n---\n\nText.\n" }

extension FindingCase {
  static let frontMatter: [FindingCase] = [
    FindingCase(
      "no-front-matter", "⟦⟧# A title\n\nText.\n", mended: lesson("kind: lesson\ntitle: T")),
    FindingCase(
      "front-matter-open", "⟦---⟧\nkind: lesson\ntitle: T\n\nText without a colon.\nMore: text.\n",
      mended: lesson("kind: lesson\ntitle: T")),
    FindingCase(
      "front-matter-line", lesson("kind: lesson\n⟦no colon here⟧\ntitle: T"),
      mended: lesson("kind: lesson\n# a remark\n\ntitle: T")),
    FindingCase(
      "missing-field", "⟦⟧" + lesson("title: T"), mended: lesson("kind: lesson\ntitle: T")),
    FindingCase(
      "missing-field", lesson("kind: lesson\n⟦title⟧:"),
      mended: lesson("kind: lesson\ntitle: :")),
    FindingCase(
      "repeated-field", lesson("kind: lesson\ntitle: T\n⟦TITLE⟧: U"),
      mended: lesson("KIND: Lesson\n  title : T")),
    FindingCase(
      "unknown-field", lesson("kind: lesson\ntitle: T\n⟦minuets⟧: 5"),
      mended: lesson("kind: lesson\ntitle: T\nminutes: 5")),
    FindingCase(
      "unknown-field", lesson("kind: lesson\ntitle: T\n⟦pass⟧: 70%"),
      mended: lesson("kind: lesson\ntitle: T\nwhy: To know")),
    FindingCase(
      "field-value", lesson("kind: lesson\ntitle: T\nminutes: ⟦ten⟧"),
      mended: lesson("kind: lesson\ntitle: T\nminutes: 10")),
    FindingCase(
      "field-value", lesson("kind: lesson\ntitle: “é” T\nid:   ⟦a b⟧"),
      mended: lesson("kind: lesson\ntitle: “é” T\nid: a-b")),
    FindingCase(
      "field-value", scenarioText("## Opening\n\n`ending success`", front: "pass: ⟦101%⟧"),
      mended: scenarioText("## Opening\n\n`ending success`", front: "pass: 100 %")),
    FindingCase(
      "field-value",
      "---\nkind: scenario\ntitle: T\nmeters: ⟦trust = 50; pace = 7 from -5 to 5⟧\n---\n\n## A\n\n`ending success`\n"
        .replacing("trust = 50;", with: "trust = 50 of 100;"),
      mended:
        "---\nkind: scenario\ntitle: T\nmeters: trust = 50 of 100; pace = −5 from −5 to +5\n---\n\n## A\n\n`ending success`\n"
    ),
    FindingCase(
      "unknown-kind", lesson("kind: ⟦lessson⟧\ntitle: T"), mended: lesson("kind: Lesson\ntitle: T")),
    FindingCase(
      "repeated-name",
      "---\nkind: scenario\ntitle: T\ncast: ⟦Maya = one; Maya = other⟧\n---\n\n## A\n\n`ending success`\n",
      mended:
        "---\nkind: scenario\ntitle: T\ncast: Maya = one; Tom = other\n---\n\n## A\n\n`ending success`\n"
    ),
    FindingCase(
      "repeated-name",
      "---\nkind: scenario\ntitle: T\nmeters: ⟦a = 1 of 2; a = 2 of 3⟧\n---\n\n## A\n\n`ending success`\n",
      mended:
        "---\nkind: scenario\ntitle: T\nmeters: a = 1 of 2; b = 2 of 3\n---\n\n## A\n\n`ending success`\n"
    ),
    FindingCase(
      "empty-unit", "⟦⟧---\nkind: aid\ntitle: T\n---\n\n  \n",
      mended: "---\nkind: aid\ntitle: T\n---\n.\n"),
    FindingCase(
      "line-too-long",
      lesson("kind: lesson\ntitle: T") + "\n⟦⟧" + String(repeating: "a", count: 256 * 1024 + 1),
      mended: lesson("kind: lesson\ntitle: T") + "\n" + String(repeating: "a", count: 256 * 1024)),
    FindingCase(
      "too-many-bars",
      lesson("kind: lesson\ntitle: T") + "\n⟦⟧" + String(repeating: "|", count: 201),
      mended: lesson("kind: lesson\ntitle: T") + "\n" + String(repeating: "|", count: 200)),
    FindingCase(
      "nested-too-deep",
      lesson("kind: lesson\ntitle: T") + "\n" + String(repeating: ">", count: 48) + "⟦deep⟧\n",
      mended: lesson("kind: lesson\ntitle: T") + "\n" + String(repeating: ">", count: 46) + "deep\n"
    ),
  ]

  static let directives: [FindingCase] = [
    .scene(
      "unknown-directive", "- [Go](#end) `⟦pionts 5⟧`", mended: "- [Go](#end) `points 5`"),
    .scene(
      "unknown-directive", "- [“Go” 👩‍💻](#end) `⟦jump⟧` `points 5`",
      mended: "- [“Go” 👩‍💻](#end) `points 5`"),
    .scene(
      "unknown-directive", "`⟦sett a⟧`\n\n- [Go](#end) `if a`\n- [Stay](#opening) `set a`",
      mended: "`set a`\n\n- [Go](#end) `if a`"),
    .scene(
      "misplaced-directive", "- [Go](#end) `⟦ending success⟧`", mended: "- [Go](#end) `critical`"),
    .scene("misplaced-directive", "`⟦points 5⟧`\n\n- [Go](#end)", mended: "- [Go](#end)"),
    .scene(
      "misplaced-directive", "- `when trust < 9` [A](#end) `⟦points 3⟧`\n- `otherwise` [B](#end)",
      mended: "- `when trust < 9` [A](#end)\n- `otherwise` [B](#end)"),
    .scenario(
      "misplaced-directive", "## Opening `⟦once⟧`\n\n`ending partial`",
      mended: "## Opening\n\n`ending partial`"),
    FindingCase(
      "misplaced-directive", unitText("checklist", "- [ ] Ask `⟦points 2⟧`"),
      mended: unitText("checklist", "- [ ] Ask `critical`")),
    FindingCase(
      "misplaced-directive", unitText("assessment", "### One? `⟦points 2 risk⟧`\n\nAnswer: 5"),
      mended: unitText("assessment", "### One? `points 2` `keep order`\n\nAnswer: 5")),
    FindingCase(
      "misplaced-directive",
      unitText("course", "## Units\n\n- [A talk](talk.md) `⟦skip if trust >= 3⟧`"),
      mended: unitText("course", "## Units\n\n- [A talk](talk.md) `skip if talk >= 80%`")),
  ]
}
