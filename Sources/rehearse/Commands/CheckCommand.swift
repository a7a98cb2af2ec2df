import ArgumentParser
import RehearseCore
import RehearseStore

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a course: every finding with its place and its mend.",
    discussion: "The exit status is 1 where there are errors. Warnings leave it at 0.")

  @Argument(help: "The folder of the course, or a file in it.")
  var folder: String

  @Flag(help: "Print a JSON array of all findings.")
  var json = false

  func run() throws {
    let reading = try reporting {
      try CourseFolderReading.read(CourseFolder(CourseFinder.folder(of: folder)))
    }
    let diagnostics = reading.diagnostics
    if json {
      try printJSON(diagnostics.map(DiagnosticReport.init))
    } else {
      print(FindingsText.text(diagnostics), terminator: "")
    }
    // The process ends while it still holds the course: taking a large one apart, piece by piece,
    // would cost as much again as a part of reading it.
    withExtendedLifetime(reading) { Self.exit(withError: reading.hasErrors ? ExitCode(1) : nil) }
  }
}

/// A finding as programs read it. Lines and columns from 1, in code points; the end is exclusive.
private struct DiagnosticReport: Encodable {
  var file: String
  var line: Int32
  var column: Int32
  var endLine: Int32
  var endColumn: Int32
  var severity: String
  var rule: String
  var message: String
  var help: String

  init(_ diagnostic: Diagnostic) {
    file = diagnostic.file
    line = diagnostic.range.start.line
    column = diagnostic.range.start.column
    endLine = diagnostic.range.end.line
    endColumn = diagnostic.range.end.column
    severity = diagnostic.severity.rawValue
    rule = diagnostic.rule
    message = diagnostic.message
    help = diagnostic.help
  }
}
