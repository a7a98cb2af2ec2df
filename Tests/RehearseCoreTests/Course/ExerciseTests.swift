import Testing

@testable import RehearseCore

@Suite struct ExerciseTests {
  private func files(_ text: String) -> [Exercise.File] {
    let lesson = UnitReader.read(path: "l.md", bytes: Array(unitText("lesson", text).utf8)).value
    guard case .lesson(let blocks) = lesson.content else { return [] }
    return Exercise(blocks).files
  }

  @Test func filesStandUnderTheirPaths() {
    let text = """
      Words.

      **`course.md`**

      ```markdown
      ---
      kind: course
      ---

      1. [A](talks/a.md)
      ```

      **`talks/a.md`**

      ~~~markdown
      ## One

      ```
      code
      ```
      ~~~

      **`course.md`**

      ```markdown
      The second of a name is not handed out.
      ```
      """
    #expect(
      files(text) == [
        .init(path: "course.md", text: "---\nkind: course\n---\n\n1. [A](talks/a.md)\n"),
        .init(path: "talks/a.md", text: "## One\n\n```\ncode\n```\n"),
      ])
  }

  @Test(arguments: [
    "**`../a.md`**\n\n```markdown\nx\n```", "**`/a.md`**\n\n```markdown\nx\n```",
    "**`.a.md`**\n\n```markdown\nx\n```", "**`a/../b.md`**\n\n```markdown\nx\n```",
    "**`a.sh`**\n\n```markdown\nx\n```", "**`a//b.md`**\n\n```markdown\nx\n```",
    "**`a b.md`**\n\n```markdown\nx\n```", "**`a.md`**\n\n```\nx\n```",
    "**`a.md`** it is\n\n```markdown\nx\n```", "`a.md`\n\n```markdown\nx\n```",
    "**`a.md`**\n\nWords.\n\n```markdown\nx\n```",
  ])
  func anythingElseIsJustText(_ text: String) { #expect(files(text) == []) }
}
