import Foundation
import Testing

@testable import rehearse

/// A session as it should read, in a file of `Transcripts`. `REHEARSE_RECORD=1` writes it anew.
enum TranscriptFile {
  static func expect(
    _ text: String, toMatch name: String, columns: Int? = nil, typed: Set<String> = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    // The digest of the course is another after each change of it, which says nothing here.
    let text = text.replacing(/[0-9a-f]{64}/, with: "(digest)")
    if let columns {
      for line in text.split(separator: "\n") {
        // What was typed behind a prompt is the learner's own.
        let own = typed.filter { line.hasSuffix($0) }.map(\.count).max() ?? 0
        if DisplayWidth.of(String(line.dropLast(own))) > columns {
          Issue.record("wider than \(columns): \(line)", sourceLocation: sourceLocation)
        }
      }
    }
    let path = folder + "/" + name + ".txt"
    if ProcessInfo.processInfo.environment["REHEARSE_RECORD"] != nil {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return
    }
    let expected = try #require(
      FileManager.default.contents(atPath: path),
      "There is no \(name).txt; REHEARSE_RECORD=1 writes it.",
      sourceLocation: sourceLocation)
    if let difference = firstDifference(text, String(decoding: expected, as: UTF8.self)) {
      Issue.record("\(name).txt: \(difference)", sourceLocation: sourceLocation)
    }
  }

  /// Both sides around the first line that differs; nil where none does.
  static func firstDifference(_ text: String, _ expected: String) -> String? {
    guard text != expected else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let others = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let first =
      zip(lines, others).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(lines.count, others.count)
    func around(_ lines: [Substring]) -> String {
      let range = max(0, first - 3)..<max(0, first - 3, min(lines.count, first + 4))
      return range.map { "\($0 == first ? ">" : " ") \($0 + 1): \(lines[$0])" }
        .joined(separator: "\n")
    }
    return "line \(first + 1) differs.\nexpected\n\(around(others))\nfound\n\(around(lines))"
  }

  private static var folder: String {
    let source: StaticString = #filePath
    let tests = source.description.split(separator: "/").dropLast(2).joined(separator: "/")
    return "/\(tests)/Transcripts"
  }
}
