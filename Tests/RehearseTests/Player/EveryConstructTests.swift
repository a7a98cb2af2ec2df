import RehearseCore
import RehearseStore
import Testing

@testable import rehearse

@Suite struct EveryConstructTests {
  @Test func checksWithoutAFinding() throws {
    let course = try CourseFolderReading.review(CourseFolder(EveryConstruct.path))
    #expect(FindingsText.text(course.diagnostics) == "No findings.\n")
  }

  /// So that a construct which nobody uses here any more is missed.
  @Test func usesEveryDirective() throws {
    let source = FolderSource(try CourseFolder(EveryConstruct.path))
    var text = ""
    for path in try source.paths() {
      text += String(decoding: try #require(try source.bytes(of: path)), as: UTF8.self)
    }
    for keyword in Directive.keywords {
      #expect(text.contains("`\(keyword)"), "\(keyword)")
    }
    for word in [" and ", " or ", "not ", "(trust", "visited ", "passed ", ">=", "<=", "!=", "= "] {
      #expect(text.contains(word), "\(word)")
    }
  }
}
