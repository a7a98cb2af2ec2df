/// Text that looks right to its author, and is read as something else.
extension FindingCase {
  static let slips: [FindingCase] = [
    FindingCase(
      "kind-does-not-fit",
      "---\nkind: ⟦lesson⟧\ntitle: T\ncast: Maya = Client\n---\n\n## A\n\n`ending success`\n",
      mended:
        "---\nkind: scenario\ntitle: T\ncast: Maya = Client\n---\n\n## A\n\n`ending success`\n"),
    FindingCase(
      // One name of another kind among its own is just one too many.
      "unknown-field", unitText("checklist", "- [ ] Look", front: "mode: read-do\n⟦draw⟧: 3"),
      mended: unitText("checklist", "- [ ] Look", front: "mode: read-do")),
    .scene(
      "indented-too-far", "- [Go](#end)\n        ⟦> Well said.⟧\n- [Stay](#opening)",
      mended: "- [Go](#end)\n  > Well said.\n- [Stay](#opening)"),
    .scene(
      "indented-too-far", "- [Go](#end)\n  > Well said.\n      ⟦- [Stay](#opening)⟧",
      mended: "- [Go](#end)\n  > Well said.\n- [Stay](#opening)"),
    .scene(
      "indented-too-far", "- [Go](#end)\n\n  ⟦- [Stay](#opening)⟧",
      mended: "- [Go](#end)\n\n  - Words\n\n- [Stay](#opening)"),
    .unit(
      "checklist", "indented-too-far", "- [ ] Look\n\n        ⟦It is seldom there.⟧",
      mended: "- [ ] Look\n\n      let it = 1\n\n  It is seldom there."),
    .scene(
      "loose-quote-line", "- [Go](#end)\n  > Well said.\n  ⟦She nods.⟧",
      mended: "- [Go](#end)\n  > Well said.\n  > And early.\n\n  She nods."),
    .scene(
      "text-outside-item", "- [Go](#end)\n\n⟦She nods.⟧", mended: "- [Go](#end)\n\n  She nods."),
    .unit(
      "checklist", "text-outside-item", "- [ ] Look\n\n⟦It is there.⟧\n\nAsk: “Where?”\n\n- [ ] Go",
      mended: "It is there.\n\n- [ ] Look\n\n  It is there.\n\n  Ask: “Where?”\n\n- [ ] Go"),
    .unit(
      "checklist", "unknown-label", "- [ ] Look\n\n  ⟦Aks: “Where?”⟧",
      mended: "- [ ] Look\n\n  Also: it asks.\n\n  Ask: “Where?”"),
    .unit(
      "assessment", "unknown-label", "### One?\n\n⟦Answer - 5⟧\n⟦Hnit: Count.⟧",
      mended: "### One?\n\nAnswer the telephone.\n\nAnswer: 5\nHint: Count."),
    .unit(
      "assessment", "unknown-label", "### One?\n\n⟦Answer 5⟧", mended: "### One?\n\nAnswer: 5"),
    .unit(
      "assessment", "unknown-label", "### One?\n\n⟦Put in oder⟧\n\n1. a\n2. b",
      mended: "### One?\n\nPut in order\n\n1. a\n2. b"),
    .scenario(
      "heading-level", "## Opening\n\n- [Go](#end)\n\n⟦# End⟧\n\n`ending success`",
      mended: "# A talk\n\n## Opening\n\n### A note\n\n- [Go](#end)\n\n## End\n\n`ending success`"),
    .scenario(
      "heading-level", "## Opening\n\n- [Go](#end)\n\n⟦**End**⟧\n\n`ending success`",
      mended: "## Opening\n\n**A note**\n\n- [Go](#end)\n\n## End\n\n`ending success`"),
    .unit(
      "assessment", "heading-level",
      "## A\n\n### One?\n\nAnswer: 1\n\n⟦#### Two?⟧\n\nAnswer: 2\n\n⟦## Three?⟧\n\nAnswer: 3",
      mended: "## A\n\n### One?\n\n#### A note\n\nAnswer: 1\n\n### Two?\n\nAnswer: 2"),
    .scenario(
      "heading-id", "## Opening\n\n- [Go](#the-end)\n\n## ⟦End {the-end}⟧\n\n`ending success`",
      mended: "## Opening\n\n- [Go](#the-end)\n\n## End {#the-end}\n\n`ending success`"),
    .scene(
      "speaker-form", "⟦Maya: I see.⟧\n\n- [Go](#end)",
      mended: "**Maya:** I see.\n\nThe answer: Maya sees.\n\n- [Go](#end)"),
    .scene(
      "speaker-form", "⟦**Maya**⟧ “I see.”\n\n- [Go](#end)",
      mended: "**Maya** looks up.\n\n- [Go](#end)"),
    .unit(
      "assessment", "empty-section", "⟦## A⟧\n\nText.\n\n## B\n\n### One?\n\nAnswer: 1",
      mended: "## B\n\nText.\n\n### One?\n\nAnswer: 1"),
    .unit(
      "assessment", "option-without-text", "### One?\n\n- (x) a\n⟦- ( )⟧",
      mended: "### One?\n\n- (x) a\n- ( ) b"),
    .unit(
      "assessment", "number-form", "### One?\n\n⟦Answer: 23-25 hours⟧",
      mended: "### One?\n\nAnswer: 24 ± 1 hours"),
    .unit(
      "assessment", "number-form", "### One?\n\n⟦Answer: 24 plus or minus 1⟧",
      mended: "### One?\n\nAnswer: SAML two | 3 days"),
  ]
}
