extension FindingCase {
  static let scenes: [FindingCase] = [
    .scenario("no-scenes", "Text.", mended: "## One\n\n`ending success`").atTop,
    .scenario(
      "repeated-scene", "## One\n\n- [Go](#one-1)\n\n⟦## One⟧\n\n`ending success`",
      mended: "## One\n\n- [Go](#two)\n\n## One {#two}\n\n`ending success`"),
    .scene("unknown-scene", "- ⟦[Go](#ned)⟧", mended: "- [Go](#end)"),
    .scene(
      "unknown-scene", "- [Go](#end) `⟦if visited nowhere⟧`",
      mended: "- [Go](#end) `if visited opening`"),
    .scene("unknown-meter", "- [Go](#end) `⟦trsut +5⟧`", mended: "- [Go](#end) `trust +5`"),
    .scene(
      "unknown-meter", "- [Go](#end)\n- [Stay](#end) `⟦if trsut > 5⟧`",
      mended: "- [Go](#end)\n- [Stay](#end) `if trust > 5`"),
    .scene(
      "unknown-speaker", "⟦**Maja:**⟧ Hello.\n\n- [Go](#end)",
      mended: "**maya**: Hello. **Bold:** text\n\n- [Go](#end)"),
    .scene(
      "flag-never-set", "- [Go](#end) `⟦if asked⟧`\n- [Stay](#end) `clear asked`",
      mended: "- [Go](#end) `if asked`\n- [Stay](#end) `set asked`"),
    .scene(
      "meter-as-flag", "- [Go](#end) `⟦if trust⟧`", mended: "- [Go](#end) `if trust > 0`"),
    .scene(
      "share-in-scenario", "- [Go](#end) `⟦if diagnostic >= 80%⟧`",
      mended: "- [Go](#end) `if passed diagnostic`"),
    .scenario(
      "dead-end", "## Opening\n\n- [Go](#wall)\n\n⟦## Wall⟧\n\nNothing here.",
      mended: "## Opening\n\n- [Go](#wall)\n\n## Wall\n\n`ending failure` Nothing here."),
    .scenario(
      "ending-goes-on", "⟦## Opening⟧\n\n`ending success`\n\n- [Go](#opening)",
      mended: "## Opening\n\n`ending success`\n\n- Not a link"),
    .scenario(
      "choice-before-scene", "⟦- [Go](#opening)⟧\n\n## Opening\n\n`ending success`",
      mended: "- Just a list\n\n## Opening\n\n`ending success`"),
    .scenario(
      "conditional-ending",
      "## Opening\n\n`set met`\n\n`if met` `⟦ending success⟧`",
      mended: "## Opening\n\n`set met`\n\n`ending success`\n\n`if met` Well done."),
    .scene(
      "conditional-ending", "`if trust > 3` `⟦in your own words⟧`\n\n- [Go](#end)",
      mended: "`in your own words`\n\n- [Go](#end)"),
    .scene(
      "missing-blank", "- [Go](#end)\n\n⟦-⟧[Stay](#end)", mended: "- [Go](#end)\n- [Stay](#end)"),
    .scenario(
      "missing-blank", "## Opening\n\n`ending success`\n\n⟦##Next⟧\n\n`ending partial`",
      mended: "## Opening\n\n`ending success`\n\n#1 of many"),
    .scene(
      "quote-outside-choice", "- [Go](#end)\n\n⟦> Well said.⟧",
      mended: "> A sign on the wall.\n\n- [Go](#end)\n  > Well said."),
    .scene(
      "directive-without-code", "- [Go](#end)⟦ ‘points 3’ ⟧`once`",
      mended: "- [Go](#end) `points 3` `once`\n- [Three points to make](#end)"),
    .scenario(
      "unreached-scene", "## Opening\n\n`ending success`\n\n⟦## Alone⟧\n\n`ending failure`",
      mended:
        "## Opening\n\n- `chance 0%` [Go](#alone)\n- `otherwise` [Go](#alone)\n\n## Alone\n\n`ending failure`"
    ),
    .scenario(
      "comment-open", "## Opening\n\n`ending success`\n\n⟦<!-- Ask Maya⟧\n\nShe waits.",
      mended: "## Opening\n\n`ending success`\n\n<!-- Ask Maya -->\n\nShe waits."),
    .scene(
      "word-bullet", "⟦• One⟧\n\n- [Go](#end)", mended: "A • in the middle.\n\n- [Go](#end)"),
    .scenario(
      "two-endings", "## Opening\n\n`ending success`\n\n`⟦ending partial⟧`",
      mended: "## Opening\n\n`ending success`\n\nText with `ending partial` in it."),
  ]

  static let lists: [FindingCase] = [
    .scene(
      "two-lists", "- [One](#end)\n\nText.\n\n⟦- [Two](#end)⟧",
      mended: "- Just a list\n- of words\n\n1. [One](#end)\n2. [Two](#end)"),
    .scene(
      "mixed-list", "- [One](#end)\n⟦- `otherwise` [Two](#end)⟧",
      mended: "- `when trust > 3` [One](#end)\n- `otherwise` [Two](#end)"),
    .scene("broken-link", "- ⟦[One] (#end)⟧", mended: "- [One](#end)"),
    .scene("broken-link", "- [One](#end)\n⟦- [Two](the end)⟧", mended: "- [One](#end)"),
    .scene(
      "choice-without-link", "- [One](#end)\n⟦- Two⟧", mended: "- [One](#end)\n- [Two](#end)"),
    .scene("choice-without-text", "⟦- [](#end)⟧", mended: "- [One](#end)"),
    .scene(
      "choice-leaves-course", "- [One](#end), see ⟦[there](https://example.org)⟧",
      mended: "- [One](#end), see there"),
    .scene(
      "two-targets", "- [One](#end) or ⟦[two](#opening)⟧", mended: "- [One](#end) or two"),
    .scene(
      "call-after-target", "- [One](#end), then ⟦[read](page.md)⟧",
      mended: "- [Read](page.md), then [go on](#end)"),
    .scene(
      "turn-leaves-scenario", "- `otherwise` ⟦[Read](page.md)⟧", mended: "- `otherwise` [Go](#end)"),
    .scene(
      "turn-without-link", "- `when trust > 3` [Go](#end)\n⟦- `otherwise` go⟧",
      mended: "- `when trust > 3` [Go](#end)\n- `otherwise` [go](#end)"),
    .scene(
      "two-triggers", "- `when trust > 3` `⟦chance 30%⟧` [Go](#end)\n- `otherwise` [Go](#end)",
      mended: "- `chance 30%` [Go](#end)\n- `otherwise` [Go](#end)"),
    .scene(
      "turn-after-otherwise", "- `otherwise` [Go](#end)\n⟦- `when trust > 3` [Go](#end)⟧",
      mended: "- `when trust > 3` [Go](#end)\n- `otherwise` [Go](#end)"),
    .scene(
      "chances-over", "- `chance 60%` [Go](#end)\n⟦- `chance 40.01%` [Go](#end)⟧",
      mended: "- `chance 60%` [Go](#end)\n- `chance 40 %` [Go](#end)"),
    .scene(
      "story-without-otherwise", "- `when trust > 3` [Go](#end)\n⟦- `chance 99.99%` [Go](#end)⟧",
      mended: "- `when trust > 3` [Go](#end)\n- `chance 100%` [Go](#end)"),
  ]

  /// A finding about the whole file, which stands at its first character.
  fileprivate var atTop: FindingCase {
    var copy = self
    copy.broken = "⟦⟧" + broken
    return copy
  }
}
