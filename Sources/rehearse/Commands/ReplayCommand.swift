import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Mark a transcript again, against the course it was made with.",
    discussion: "The exit status is 1 where the course is another than the transcript's.")

  @Argument(help: "The transcript, as `rehearse export-transcript` writes it.")
  var transcript: String

  @Option(help: "The folder of the course.")
  var course: String

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    try reporting {
      guard let data = FileManager.default.contents(atPath: transcript) else {
        throw fail("“\(transcript)” cannot be read.", "Name a transcript file.", 74)
      }
      let source = FolderSource(try CourseFolder(course))
      let read = try Transcript.read(Array(data), hash: SHA256Digest.bytes)
      let digest = try CourseDigest(of: source).hex
      guard digest == read.header.digest else {
        throw fail(
          "The transcript belongs to the course content \(read.header.digest.prefix(12))…; this"
            + " folder holds \(digest.prefix(12))….",
          "Replay it against the folder as it was when the attempt began.", 1)
      }
      let program = try OpenCourse(source).program(read.header.unit)
      let session = try Replay.session(of: read, program: program)
      let report = AttemptReport(read, session)
      if json { return try printJSON(report) }
      let console = try StandardConsole.make(
        plain: screen.plain, historyDirectory: nil,
        environment: ProcessInfo.processInfo.environment)
      console.writeParagraph(
        StyledText(
          "\(report.events) events, every hash fits."
            + (session.result.map {
              $0.isAwaitingMarking
                ? " Awaiting marking: the key is not here." : " \($0.points.description) points."
            } ?? "")
            + " Status: \(report.status)."))
    }
  }
}
