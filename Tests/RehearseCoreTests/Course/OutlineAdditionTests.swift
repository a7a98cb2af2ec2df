import RehearseCore
import Testing

/// A line for a new unit goes where it can be read, and looks like its neighbours.
@Suite struct OutlineAdditionTests {
  private static let files = [
    "a.md": "kind: lesson", "b.md": "kind: scenario", "c.md": "kind: checklist",
    "d.md": "kind: aid",
  ]

  private func add(
    _ kind: UnitKind, to outline: String, ending: String = "\n"
  ) -> (cover: String, line: Int, text: String)? {
    let cover = ("---\nkind: course\ntitle: T\n---\n" + outline)
      .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ending)
    let reading = Course.read(paths: Self.files.keys + ["course.md"]) { path in
      .success(
        Array((Self.files[path].map { "---\n\($0)\ntitle: U\n---\n\nText.\n" } ?? cover).utf8))
    }
    guard let course = reading.value,
      let addition = OutlineAddition.adding(
        "[New](new.md)", to: "new.md", kind: kind, to: Array(cover.utf8), of: course)
    else { return nil }
    return (String(decoding: addition.bytes, as: UTF8.self), addition.line, addition.text)
  }

  @Test func underOthersOfItsKind() throws {
    let outline = """
      ## Learn

      1. [A](a.md)
      2. [B](b.md) `after a`

         More about B.

      ## Use

      * [C](c.md)

      After the list.

      """
    let lesson = try #require(add(.lesson, to: outline))
    #expect(lesson.line == 11)
    #expect(lesson.text == "3. [New](new.md)")
    #expect(lesson.cover.contains("   More about B.\n3. [New](new.md)\n\n## Use"))
    let checklist = try #require(add(.checklist, to: outline))
    #expect(checklist.cover.contains("* [C](c.md)\n* [New](new.md)\n\nAfter"))
  }

  @Test func whatPeopleWorkThroughStaysTogether() throws {
    let outline = "## Learn\n\n- [A](a.md)\n\n## Aids\n\n- [D](d.md)"
    #expect(try #require(add(.assessment, to: outline)).line == 8)
    #expect(try #require(add(.aid, to: outline)).cover.hasSuffix("(d.md)\n- [New](new.md)\n"))
  }

  @Test(arguments: [
    ("1. [A](a.md)\n1. [B](b.md)\n", "1. [New](new.md)"),
    ("1. [A](a.md)\n", "2. [New](new.md)"),
    ("9) [A](a.md)\n", "10) [New](new.md)"),
    ("  -  [A](a.md)\n", "- [New](new.md)"),
    ("+ [A](a.md)", "+ [New](new.md)"),
  ])
  func asItsNeighbours(outline: String, text: String) {
    #expect(add(.lesson, to: outline)?.text == text)
  }

  @Test func linesEndAsTheyDid() throws {
    let added = try #require(add(.lesson, to: "- [A](a.md)\n- [B](b.md)\n", ending: "\r\n"))
    #expect(added.cover.hasSuffix("- [B](b.md)\r\n- [New](new.md)\r\n"))
  }

  @Test func notWithoutAnOutline() {
    #expect(add(.lesson, to: "Nothing yet.\n") == nil)
  }
}
