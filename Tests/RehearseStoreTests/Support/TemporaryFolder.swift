import Foundation
import Testing

@testable import RehearseStore

/// A folder that is gone when the value goes.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path =
      try #require(CourseFolder.resolved(NSTemporaryDirectory())) + "/rehearse-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var directory: DataDirectory { DataDirectory(path: path + "/data") }

  /// Writes a file, with the folders above it, and answers with its absolute path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: DiskFile.folder(of: file), withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: target)
  }

  /// A database of some other program.
  func writeOtherDatabase(to path: String) throws {
    try RecordsDatabase.inMemory().queue.writeWithoutTransaction { db in
      try db.execute(sql: "ATTACH ? AS other", arguments: [path])
      try db.execute(sql: "CREATE TABLE other.recipe (name TEXT); DETACH other")
    }
  }

  /// The names of what is in a folder here, sorted.
  func names(in name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + "/" + name).sorted()
  }
}

func bytes(_ path: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
}
