import Foundation
import RehearseStore

/// The tiny course that exercises every construct of the format.
enum EveryConstruct {
  static var path: String {
    let source: StaticString = #filePath
    let tests = source.description.split(separator: "/").dropLast(2).joined(separator: "/")
    return "/\(tests)/Courses/every-construct"
  }
}

/// A folder that is gone when the value goes.
final class Folder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/rehearse-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders above it, and answers with its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return path + "/" + name
  }

  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)), as: UTF8.self)
  }

  /// A copy of the course, to be changed.
  func copyCourse(to name: String = "course") throws -> String {
    let copy = path + "/" + name
    try FileManager.default.copyItem(atPath: EveryConstruct.path, toPath: copy)
    return copy
  }

  /// Replaces words in a file. False if they are not in it.
  func replace(_ old: String, with new: String, in name: String) throws -> Bool {
    let before = try text(of: name)
    guard before.contains(old) else { return false }
    try write(before.replacingOccurrences(of: old, with: new), to: name)
    return true
  }
}
