import ArgumentParser
import Foundation
import RehearseStore

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Take your record back from a backup.",
    discussion: "The record that is there now is kept beside it, not deleted.")

  @Argument(help: "The file that `rehearse backup` wrote.")
  var file: String

  func run() throws {
    try reporting {
      let directory = DataDirectory(environment: ProcessInfo.processInfo.environment)
      let restored = try RecordsDatabase.restore(
        from: file, in: directory, at: Timestamp.text(Date()))
      print("Restored: \(restored.attempts) attempts.")
      if let aside = restored.keptAside { print("The record from before is kept as \(aside).") }
    }
  }
}
