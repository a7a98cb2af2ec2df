import ArgumentParser
import Foundation
import RehearseStore

struct ExportTranscriptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export-transcript", abstract: "Write the transcript of an attempt.",
    discussion: "`rehearse debrief --list` shows the ids. The format is in docs/transcript.md.")

  @Argument(help: "The attempt: its id, or the beginning of it.")
  var attempt: String

  @Option(name: .shortAndLong, help: "The file; without it, standard output.")
  var out: String?

  func run() throws {
    try reporting {
      let environment = ProcessInfo.processInfo.environment
      let records = try RecordsDatabase(in: DataDirectory(environment: environment))
      let overview = try records.attempt(matching: attempt)
      let text = try records.transcript(of: overview.attempt).text
      guard let out else {
        FileHandle.standardOutput.write(Data(text.utf8))
        return
      }
      do {
        try Data(text.utf8).write(to: URL(fileURLWithPath: out), options: .atomic)
      } catch {
        throw fail("“\(out)” cannot be written.", "Choose a folder that you can write to.", 73)
      }
    }
  }
}
