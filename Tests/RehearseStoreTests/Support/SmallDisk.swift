import Foundation

/// A disk in memory that can be filled up or made read-only. Only root can have one.
final class SmallDisk: Sendable {
  let path: String

  static let isPossible: Bool = {
    guard let disk = try? SmallDisk() else { return false }
    return FileManager.default.fileExists(atPath: disk.path)
  }()

  struct NoDisk: Error {}

  init(size: String = "1m") throws {
    path = NSTemporaryDirectory() + "/rehearse-disk-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard Self.run("mount", "-t", "tmpfs", "-o", "size=\(size)", "tmpfs", path) else {
      try FileManager.default.removeItem(atPath: path)
      throw NoDisk()
    }
  }

  deinit {
    _ = Self.run("umount", path)
    try? FileManager.default.removeItem(atPath: path)
  }

  func makeReadOnly() throws {
    guard Self.run("mount", "-o", "remount,ro", path) else { throw NoDisk() }
  }

  func makeWritable() throws {
    guard Self.run("mount", "-o", "remount,rw", path) else { throw NoDisk() }
  }

  /// Writes a file until nothing more fits.
  func fill() throws {
    try Data().write(to: URL(fileURLWithPath: path + "/ballast"))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path + "/ballast"))
    defer { try? file.close() }
    for size in [1 << 16, 1 << 12, 1] {
      while (try? file.write(contentsOf: Data(count: size))) != nil {}
    }
  }

  func empty() throws { try FileManager.default.removeItem(atPath: path + "/ballast") }

  private static func run(_ arguments: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
