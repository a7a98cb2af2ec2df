import Foundation
import RehearseCore
import Testing

/// `docs/course-format.md` is true: its examples are a course without findings, for reading and for the
/// rules.
@Suite struct CourseFormatExamples {
  private static let page: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return (try? String(contentsOf: root.appending(path: "docs/course-format.md"), encoding: .utf8))
      ?? ""
  }()

  /// Each example stands under a line with its path in bold code; a path that comes again replaces
  /// the file.
  private static var examples: [(path: String, text: String)] {
    let pattern = /(?m)^\*\*`([^`\n]+)`\*\*\n\n```markdown\n((?s:.*?))^```$/
    return page.matches(of: pattern).map { (String($0.output.1), String($0.output.2)) }
  }

  @Test func theExamplesCheckWithoutFindings() throws {
    let files = Dictionary(Self.examples.map { ($0.path, $0.text) }) { _, last in last }
    #expect(files.count >= 8)
    #expect(reviewCourse(files).map { "\($0.file):\($0.range.start.line) \($0.rule)" } == [])
    #expect(readCourse(files).value?.units.count == files.count)
  }

  /// What the page promises before anything else.
  @Test func theFirstTwoFilesAreACourseWithoutFindings() {
    let files = Dictionary(uniqueKeysWithValues: Self.examples.prefix(2).map { ($0.path, $0.text) })
    #expect(files.count == 2)
    #expect(reviewCourse(files).map { "\($0.file):\($0.range.start.line) \($0.rule)" } == [])
  }

  @Test func everyKindOfFileHasAnExample() {
    let kinds = Self.examples.map {
      UnitReader.describe(path: $0.path, bytes: Array($0.text.utf8)).kind
    }
    #expect(Set(kinds) == Set(UnitKind.allCases))
  }
}
