private func question(_ rule: String, _ broken: String, mended: String, also: [String] = [])
  -> FindingCase
{
  .unit("assessment", rule, broken, mended: mended, also: also)
}

private func sealed(_ broken: String, mended: String) -> FindingCase {
  FindingCase(
    "sealed-with-key", unitText("assessment", broken, front: "sealed: yes"),
    mended: unitText("assessment", mended, front: "sealed: yes"))
}

extension FindingCase {
  static let checklists: [FindingCase] = [
    FindingCase(
      "empty-checklist", "⟦⟧" + unitText("checklist", "Text."),
      mended: unitText("checklist", "- [ ] Ask")),
    FindingCase(
      "empty-pause-point", unitText("checklist", "⟦## Before⟧\n\nText.\n\n## After\n\n- [ ] Ask"),
      mended: unitText("checklist", "## Before\n\n- [ ] Look\n\n## After\n\n- [ ] Ask")),
    .unit(
      "checklist", "item-without-box", "- [ ] Ask\n⟦- Look⟧", mended: "- [ ] Ask\n- [ ] Look"),
    .unit(
      "checklist", "item-without-text", "- [ ] Ask\n⟦- [x] `critical`⟧",
      mended: "- [ ] Ask\n- [x] Look `critical`"),
  ]

  static let assessments: [FindingCase] = [
    FindingCase(
      "no-questions", "⟦⟧" + unitText("assessment", "Text."),
      mended: unitText("assessment", "### One?\n\nAnswer: 1")),
    question(
      "question-without-stem", "⟦### `points 2`⟧\n\nAnswer: 1", mended: "### `points`\n\nAnswer: 1"),
    question(
      "question-without-answer", "⟦### One?⟧\n\nText.\n\n### Two?\n\nAnswer: 2",
      mended: "### One?\n\nText.\n\nAnswer: yes | no\n\n### Two?\n\nAnswer: 2"),
    question(
      "question-with-two-forms", "⟦### One?⟧\n\n- [ ] a\n- [x] b\n\nAnswer: 2",
      mended: "### One?\n\n- [ ] a\n- [x] b"),
    question(
      "one-key", "⟦### One?⟧\n\n- (x) a\n- (x) b", mended: "### One?\n\n- ( ) a\n- (X) b"),
    question(
      "one-key", "⟦### One?⟧\n\n- ( ) a\n- ( ) b\n\n### Two?\n\nAnswer: 2",
      mended: "### One?\n\n- ( ) a\n- (x) b"),
    question(
      "no-key", "⟦### One?⟧\n\n- [ ] a\n- [ ] b\n\n### Two?\n\nAnswer: 2",
      mended: "### One?\n\n- [x] a\n- [x] b"),
    question(
      "too-few-options", "⟦### One?⟧\n\n- (x) a\n\n### Two?\n\nAnswer: 2",
      mended: "### One?\n\n- (x) a\n- ( ) b"),
    question("too-few-options", "⟦### One?⟧\n\n- [x] a", mended: "### One?\n\n- [x] a\n- [ ] b"),
    question(
      "option-without-mark", "### One?\n\n- (x) a\n⟦- b⟧", mended: "### One?\n\n- (x) a\n- ( ) b"),
    question(
      "item-without-box", "### One?\n\n- [x] a\n⟦- b⟧", mended: "### One?\n\n- [x] a\n- [ ] b"),
    question(
      "empty-answer", "### One?\n\n⟦Answer: |⟧\n\n### Two?\n\nAnswer: 2",
      mended: "### One?\n\nAnswer: !\n\n### Two?\n\nAnswer: 2"),
    question(
      "too-few-to-order", "### One?\n\nPut in order\n\n⟦1. a⟧\n\n### Two?\n\nAnswer: 2",
      mended: "### One?\n\nPut in order\n\n1. a\n1. b"),
    sealed("⟦### One?⟧\n\n- ( ) a\n- (x) b", mended: "### One?\n\n- ( ) a\n- ( ) b"),
    sealed("⟦### One?⟧\n\n- [ ] a\n- [x] b", mended: "### One?\n\n- [ ] a\n- [ ] b"),
    sealed(
      "⟦### One?⟧\n\n- ( ) a\n  > No.\n- ( ) b", mended: "### One?\n\n- ( ) a\n- ( ) b"),
    sealed(
      "### One?\n\nAnswer: sealed text\n\n### Two?\n\n⟦Answer: 14 days⟧",
      mended: "### One?\n\nAnswer: sealed text\n\n### Two?\n\nAnswer: sealed number days"),
    sealed(
      "### One?\n\nAnswer: sealed text\n\n### Two?\n\n⟦Answer: true⟧",
      mended: "### One?\n\nAnswer: sealed text\n\n### Two?\n\nAnswer: sealed true or false"),
    sealed(
      "⟦### One?⟧\n\nAnswer: sealed text\n\n> Why.", mended: "### One?\n\nAnswer: sealed text"),
    sealed(
      "⟦### One?⟧\n\nAnswer: sealed text\n\nHint: Look.",
      mended: "### One?\n\nAnswer: sealed text"),
    sealed("⟦### One?⟧\n\nRubric:\n\n- [ ] a", mended: "### One?\n\nAnswer: sealed text"),
    question(
      "too-few-to-match",
      "### One?\n\n⟦| a | b |\n| - | - |\n| 1 | 2 |⟧\n\n### Two?\n\nAnswer: 2",
      mended: "### One?\n\n| a | b |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |"),
    question(
      "draw-too-large", "⟦## Part `draw 2`⟧\n\n### One?\n\nAnswer: 1",
      mended: "## Part `draw 1`\n\n### One?\n\nAnswer: 1"),
    FindingCase(
      "draw-too-large", unitText("assessment", "### One?\n\nAnswer: 1", front: "draw: ⟦2⟧"),
      mended: unitText("assessment", "### One?\n\nAnswer: 1", front: "draw: 1")),
    FindingCase(
      "draws-disagree",
      unitText(
        "assessment",
        "## A `draw 1`\n\n### One?\n\nAnswer: 1\n\n## B `draw 1`\n\n### Two?\n\nAnswer: 2",
        front: "draw: ⟦3⟧"),
      mended: unitText(
        "assessment",
        "## A `draw 1`\n\n### One?\n\nAnswer: 1\n\n## B `draw 1`\n\n### Two?\n\nAnswer: 2",
        front: "draw: 2")),
  ]

  static let outlines: [FindingCase] = [
    FindingCase(
      "empty-outline", "⟦⟧" + unitText("course", "Text."),
      mended: unitText("course", "- [A talk](talk.md)")),
    .unit(
      "course", "outline-without-link", "- [A talk](talk.md)\n⟦- Another⟧",
      mended: "- [A talk](talk.md)\n- [Another](other.md)"),
    .unit(
      "course", "repeated-outline-entry",
      "- [A talk](talk.md)\n\n## Again\n\n⟦- [Talk](./talk.md)⟧",
      mended: "- [A talk](talk.md)\n\n## Again\n\n- [Talk](tell.md)"),
    .unit(
      "course", "unknown-directive", "- [A talk](talk.md) `⟦aftr other⟧`",
      mended: "- [A talk](talk.md) `after other`"),
  ]

  static let certifications: [FindingCase] = [
    FindingCase(
      "no-requirements", "⟦⟧" + unitText("certification", "Text."),
      mended: unitText("certification", "## Requirements\n\n- [Final](final.md) `passed`")),
    .unit(
      "certification", "requirement", "## Requirements\n\n- [A](a.md) `passed`\n⟦- Ask nicely⟧",
      mended: "## Requirements\n\n- [A](a.md) `passed`"),
    .unit(
      "certification", "requirement",
      // As a formatter leaves a nested list that it took for text.
      "## Requirements\n\n- [A](a.md) `passed`\n⟦- Any 1 of - [B](b.md) `passed` - [C](c.md) `passed`⟧",
      mended:
        "## Requirements\n\n- [A](a.md) `passed`\n- Any 1 of\n  - [B](b.md) `passed`\n  - [C](c.md) `passed`"
    ),
    .unit(
      "certification", "requirement-without-demand", "## Requirements\n\n⟦- [A](a.md)⟧",
      mended: "## Requirements\n\n- [A](a.md) `at least 80 %` `each section 60%`"),
    .unit(
      "certification", "any-of-too-many",
      "## Requirements\n\n⟦- Any 2 of\n  - [A](a.md) `passed`⟧",
      mended: "## Requirements\n\n- Any 1 of:\n  - [A](a.md) `completed`"),
    .unit(
      "certification", "unknown-part",
      "## Requirements\n\n- [A](a.md) `passed`\n\n⟦## Renewel⟧\n\nText.",
      mended: "## Requirements\n\n- [A](a.md) `passed`\n\n## RENEWAL\n\n- [A](a.md) `passed`"),
  ]
}
