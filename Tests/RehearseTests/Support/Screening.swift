import RehearseCore
import RehearseStore
import Testing

@testable import rehearse

/// How a transcript is recorded: each once for a wide terminal, and once as narrow and plain as it
/// gets.
enum Screening: CaseIterable, CustomTestStringConvertible {
  case wide, narrow

  var testDescription: String { self == .wide ? "80 columns" : "40 columns, plain" }

  /// Plays a session and compares what stood on the screen with the file of that name.
  func expect(
    _ name: String, rows: Int? = nil, course: String = EveryConstruct.path,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ session: (Rehearsal) throws -> Void
  ) throws {
    let columns = self == .wide ? 80 : 40
    let rehearsal = try Rehearsal(
      columns: columns, rows: rows, theme: self == .wide ? .unstyled : .plain, course: course)
    try session(rehearsal)
    try TranscriptFile.expect(
      rehearsal.screen, toMatch: name + (self == .wide ? "" : "-40"), columns: columns,
      typed: rehearsal.typed, sourceLocation: sourceLocation)
    if self == .narrow {
      // Plain means ASCII; what an author or a learner wrote stays as it is.
      for sign in "─░█✓✗·│●" {
        #expect(!rehearsal.screen.contains(sign), "\(sign)", sourceLocation: sourceLocation)
      }
    }
  }
}
