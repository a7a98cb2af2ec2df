import Foundation

/// A disk in memory that can be filled up or made read-only. Only root can have one.
final class SmallDisk: Sendable {
  let path: String

  static let isPossible: Bool = (try? SmallDisk()) != nil

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

  /// `ro` or `rw`
  func remount(_ mode: String) throws {
    // A program that another test starts just now may hold a copy of what we had open here.
    for _ in 0..<50 {
      if Self.run("mount", "-o", "remount,\(mode)", path) { return }
      Thread.sleep(forTimeInterval: 0.1)
    }
    throw NoDisk()
  }

  /// Leaves so many bytes free.
  func fill(but free: Int) throws {
    let file = path + "/ballast"
    try Data().write(to: URL(fileURLWithPath: file))
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
    defer { try? handle.close() }
    while (try? handle.write(contentsOf: Data(count: 4096))) != nil {}
    let size = try handle.offset()
    try handle.truncate(atOffset: size > UInt64(free) ? size - UInt64(free) : 0)
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
