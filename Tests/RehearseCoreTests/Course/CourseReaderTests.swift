import RehearseCore
import Testing

@Suite struct CourseReaderTests {
  static let files = [
    "course.md": unitText("course", "- [A](b/talk.md)\n- [B](b/page.md)"),
    "b/talk.md": scenarioText("## One\n\n- [Read](page.md), then [go](#end)" + endScene),
    "b/page.md": unitText("lesson", "Text.", front: "id: reading"), "README.md": "# Not a unit",
    "b/plan.png": "",
  ]

  @Test func aWholeCourse() throws {
    let reading = readCourse(Self.files)
    #expect(lines(reading.diagnostics) == [])
    let course = try #require(reading.value)
    #expect(Set(course.units.keys) == ["course.md", "b/talk.md", "b/page.md"])
    #expect(course.names.path(of: "reading") == "b/page.md")
    #expect(course.names.path(of: "b/page") == "b/page.md")
    #expect(course.names.path(of: "b/page.md") == "b/page.md")
    #expect(course.names.path(of: "page") == nil)
  }

  @Test func withoutACover() {
    var files = Self.files
    files["course.md"] = nil
    let reading = readCourse(files)
    #expect(reading.value == nil)
    #expect(lines(reading.diagnostics) == ["no-cover 1:1-1:1"])
  }

  @Test func aFileThatCannotBeReadIsNamed() {
    let reading = Course.read(paths: Array(Self.files.keys)) { path in
      path == "b/page.md"
        ? .failure(CourseFileFailure(reason: "permission denied"))
        : .success(Array((Self.files[path] ?? "").utf8))
    }
    #expect(reading.value != nil)
    #expect(reading.diagnostics.map(\.rule) == ["cannot-read"])
    #expect(reading.diagnostics.map(\.file) == ["b/page.md"])
    #expect(reading.diagnostics.first?.message.contains("permission denied") == true)
  }

  @Test func circlesOfCallsAreFoundOnce() {
    func calling(_ other: String) -> String {
      scenarioText("## One\n\n- [Play](\(other).md), then [go](#end)" + endScene)
    }
    let reading = readCourse([
      "course.md": unitText("course", "- [A](a.md)"), "a.md": calling("b"), "b.md": calling("c"),
      "c.md": calling("a"),
    ])
    #expect(reading.diagnostics.map(\.problem) == [.callsItself(["a.md", "b.md", "c.md", "a.md"])])
  }

  /// The order in which a folder lists its files changes nothing.
  @Test func theOrderOfFilesDoesNotMatter() {
    var files = Self.files
    files["x.md"] = unitText("lesson", "See [that](nowhere.md).")
    files["y.md"] = unitText("lesson", "See [that](nowhere.md) `x`.", front: "skills: none")
    let first = readCourse(files).diagnostics
    #expect(first.count == 5)
    for _ in 0..<5 {
      let again = Course.read(paths: files.keys.shuffled()) {
        .success(Array((files[$0] ?? "").utf8))
      }
      #expect(again.diagnostics == first)
    }
  }
}
