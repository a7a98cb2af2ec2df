import RehearseCore
import Testing

/// A rule, a text that breaks it at the marked place, and a text that keeps it.
struct FindingCase: CustomTestStringConvertible {
  var rule: String
  /// File by file; everything but `path` stands in both.
  var broken: String
  var mended: String
  /// Other rules that the broken text breaks as well.
  var also: [String]
  var path: String
  /// The rest of the course; nil where one file is read by itself.
  var course: [String: String]?
  /// Files of the course that stand only beside the mended text.
  var onlyMended: [String: String] = [:]

  init(
    _ rule: String, _ broken: String, mended: String, also: [String] = [], path: String = "talk.md",
    course: [String: String]? = nil
  ) {
    self.rule = rule
    self.broken = broken
    self.mended = mended
    self.also = also
    self.path = path
    self.course = course
  }

  /// A scene by the name of Opening and an ending.
  static func scene(_ rule: String, _ broken: String, mended: String, also: [String] = []) -> Self {
    Self(
      rule, scenarioText("## Opening\n\n" + broken + endScene),
      mended: scenarioText("## Opening\n\n" + mended + endScene), also: also)
  }

  static func scenario(_ rule: String, _ broken: String, mended: String, also: [String] = [])
    -> Self
  {
    Self(rule, scenarioText(broken), mended: scenarioText(mended), also: also)
  }

  static func unit(
    _ kind: String, _ rule: String, _ broken: String, mended: String, also: [String] = []
  ) -> Self {
    Self(rule, unitText(kind, broken), mended: unitText(kind, mended), also: also)
  }

  var testDescription: String { "\(rule): \(broken.suffix(60))" }

  var brokenDiagnostics: [Diagnostic] { diagnostics(MarkedText(broken).text, course) }

  var mendedDiagnostics: [Diagnostic] {
    diagnostics(mended, course?.merging(onlyMended) { _, new in new })
  }

  private func diagnostics(_ text: String, _ course: [String: String]?) -> [Diagnostic] {
    guard var files = course else {
      return UnitReader.read(path: path, bytes: Array(text.utf8)).diagnostics
    }
    files[path] = text
    return readCourse(files).diagnostics
  }
}
