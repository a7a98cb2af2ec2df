import ArgumentParser
import Foundation
import RehearseStore

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy your whole record into one file.")

  @Argument(help: "The file to write.")
  var file: String

  @Flag(help: "Replace the file if it is there.")
  var replace = false

  func run() throws {
    try reporting {
      let directory = DataDirectory(environment: ProcessInfo.processInfo.environment)
      try RecordsDatabase(in: directory).backup(to: file, replacing: replace)
      print("Your record is copied to \(file.printable).")
    }
  }
}
