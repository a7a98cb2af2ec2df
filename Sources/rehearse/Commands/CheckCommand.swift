import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a course: every finding with its place and its mend.",
    discussion: """
      The exit status is 1 where there are errors. Warnings and advice leave it at 0.

      An editor gives the text that is not saved yet on standard input, and names its file with \
      --stdin-file: the whole course is checked with that text, and what is found in that file is \
      printed.
      """)

  @Argument(help: "The folder of the course, or a file in it; without it, where you are.")
  var folder = "."

  @Option(help: "How findings are printed: text, json or sarif (for code hosts).")
  var format: CheckFormat?

  @Flag(help: "Print a JSON array of all findings: the same as --format json.")
  var json = false

  @Flag(help: "Check again whenever a file of the course is saved, until Ctrl-C.")
  var watch = false

  @Option(
    help: ArgumentHelp(
      "Take the text of this file of the course from standard input.", valueName: "name"))
  var stdinFile: String?

  private var chosenFormat: CheckFormat { format ?? (json ? .json : .text) }

  func validate() throws {
    try validateCourse(at: folder)
    if json, let format, format != .json {
      throw ValidationError("--json and --format \(format.rawValue) exclude each other.")
    }
    if watch, stdinFile != nil {
      throw ValidationError("--watch and --stdin-file exclude each other.")
    }
    if watch, chosenFormat == .sarif {
      throw ValidationError("--watch prints text or JSON, one line a check.")
    }
  }

  func run() throws {
    let path = CourseFinder.folder(of: folder)
    if watch {
      let folder = try reporting { try CourseFolder(path) }
      return try CourseWatch(folder: folder, format: chosenFormat).run()
    }
    let reading = try reporting {
      let folder = try CourseFolder(path)
      guard let stdinFile else { return try CourseFolderReading.review(folder) }
      let name = try folder.coursePath(of: stdinFile)
      let text = FileHandle.standardInput.readDataToEndOfFile()
      var reading = try CourseFolderReading.review(
        folder, unsaved: CourseFolderReading.UnsavedFile(path: name, bytes: [UInt8](text)))
      reading.diagnostics.removeAll { $0.file != name }
      return reading
    }
    print(try chosenFormat.text(of: reading.diagnostics, in: path), terminator: "")
    // The process ends while it still holds the course: taking a large one apart, piece by piece,
    // would cost as much again as a part of reading it.
    withExtendedLifetime(reading) { Self.exit(withError: reading.hasErrors ? ExitCode(1) : nil) }
  }
}

/// How findings are printed.
enum CheckFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, sarif

  func text(of diagnostics: [Diagnostic], in folder: String) throws -> String {
    switch self {
    case .text: FindingsText.text(diagnostics)
    case .json: try jsonLine(diagnostics.map(DiagnosticReport.init))
    case .sarif:
      try jsonLine(
        SARIFLog(diagnostics, folder: folder, version: Rehearse.configuration.version))
    }
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
