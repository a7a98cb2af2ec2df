import RehearseCore

// What only shows when every state of a scenario is gone through.

private func play(_ rule: String, _ broken: String, mended: String, front: String = "")
  -> FindingCase
{
  FindingCase(
    rule, scenarioText(broken, front: front), mended: scenarioText(mended, front: front),
    course: ["course.md": unitText("course", "- [It](talk.md)", front: "why: You can.")])
}

private func tom(_ way: String, heading: String = "## Tom", condition: String) -> String {
  """
  ## A

  - [x](#b) `set asked`
  - [y](#end)

  ## B

  \(way.replacingOnce("CONDITION", condition))
  - [z](#end)

  \(heading)

  - [on](#end)

  ## End

  `ending success`
  """
}

private let stuck = """
  ## A

  - [x](#b)
  - [y](#b) `set asked`

  HEADING

  - [z](#end) `if asked`MORE

  ## End

  `ending success`
  """

private let loop = """
  ## A

  - [x](#b)
  - [y](#end)

  HEADING

  - [again](#b)
  - [and again](#c)

  ## C

  - [back](#b)MORE

  ## End

  `ending success`
  """

private func random(_ mark: String) -> String {
  let scenes = (0..<3).map { number in
    let next = number == 2 ? "end" : "s\(number + 1)"
    return
      "## S\(number)\n\n- [v](#\(next)) `points 2`\n- [w](#\(next)) `points 1`\n- [x](#\(next))\n\n"
  }
  return "---\nkind: scenario\ntitle: A\npass: \(mark)\n---\n\n" + scenes.joined()
    + "## End\n\n`ending success`\n"
}

private func hub(_ choices: Int) -> String {
  "## A\n\n" + (1...choices).map { "- [c\($0)](#a) `once`\n" }.joined() + "- [z](#end)" + endScene
}

extension FindingCase {
  static let explorationRules: [FindingCase] = [
    play(
      "scene-never-reached",
      tom("- [w](#tom) CONDITION", heading: "⟦## Tom⟧", condition: "`unless asked`"),
      mended: tom("- [w](#tom) CONDITION", condition: "`if asked`")),
    play(
      "choice-never-offered",
      tom("⟦- [w](#tom) CONDITION⟧", condition: "`unless asked`"),
      mended: tom("- [w](#tom) CONDITION", condition: "`if asked`\n- [v](#a) `once`")),
    play(
      "constant-condition", tom("⟦- [w](#tom) CONDITION⟧", condition: "`if asked`"),
      mended: tom("- [w](#tom) CONDITION", condition: "")),
    play(
      "constant-condition",
      "## A\n\n- [x](#b) `set f`\n- [y](#b)\n\n## B\n\n⟦- `when f or not f`: [z](#end)⟧\n"
        + "- `otherwise`: [w](#a)" + endScene,
      mended: "## A\n\n- [x](#b) `set f`\n- [y](#b)\n\n## B\n\n- `when f`: [z](#end)\n"
        + "- `otherwise`: [w](#a)" + endScene),
    play(
      "constant-condition",
      "## A\n\n- [x](#b) `set f`\n\n## B\n\n⟦`unless f` Never shown.⟧\n\n- [y](#end)" + endScene,
      mended: "## A\n\n- [x](#b) `set f`\n- [z](#b)\n\n## B\n\n`unless f` Shown.\n\n- [y](#end)"
        + endScene),
    play(
      "gets-stuck",
      stuck.replacingOnce("HEADING", "⟦## B⟧").replacingOnce("MORE", ""),
      mended: stuck.replacingOnce("HEADING", "## B").replacingOnce("MORE", "\n- [w](#end)")),
    play(
      "no-way-out",
      loop.replacingOnce("HEADING", "⟦## B⟧").replacingOnce("MORE", ""),
      mended: loop.replacingOnce("HEADING", "## B").replacingOnce("MORE", "\n- [w](#end)")),
    play(
      "nothing-passes",
      "⟦## A⟧\n\n- [x](#end) `critical`\n- [y](#lost)\n\n## Lost\n\n`ending failure`" + endScene,
      mended: "## A\n\n- [x](#end)\n- [y](#lost)\n\n## Lost\n\n`ending failure`" + endScene),
    FindingCase(
      "passed-at-random", "⟦⟧" + random("30%"), mended: random("90%"),
      course: ["course.md": unitText("course", "- [It](talk.md)")]),
    play("too-large-to-know", "HUB", mended: hub(3)).replacingBroken(
      "⟦⟧" + scenarioText(hub(600))),
  ]

  private func replacingBroken(_ text: String) -> FindingCase {
    var copy = self
    copy.broken = text
    return copy
  }
}
