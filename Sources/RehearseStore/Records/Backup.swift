internal import Foundation
internal import GRDB

extension RecordsDatabase {
  /// Writes a copy of the whole record into one file that only its owner may read. The copy is
  /// consistent while others write, and was read back and checked before it got its name.
  ///
  /// - Throws: `.exists` unless `replacing`, `.sameFile` for the record itself, `.damaged` if the
  ///   record is not whole, and what can go wrong in writing `destination`.
  package func backup(to destination: String, replacing: Bool = false) throws(StoreError) {
    guard !DiskFile.isSame(destination, path) else { throw .sameFile(path: destination) }
    guard replacing || !DiskFile.exists(destination) else { throw .exists(path: destination) }
    let temporary = destination + ".partial-\(ProcessInfo.processInfo.processIdentifier)"
    for suffix in SideFile.all { DiskFile.remove(temporary + suffix) }
    do {
      try DiskFile.create(temporary)
      let copy = try DatabaseQueue(
        path: temporary, configuration: Self.configuration(patience: .zero))
      try queue.backup(to: copy)
      try copy.writeWithoutTransaction { db in
        // One file, which can also be read from a disk that cannot be written.
        try db.execute(sql: "PRAGMA journal_mode = DELETE")
        try RecordsCheck.examine(db, path: path)
      }
      try copy.close()
      try DiskFile.synchronize(temporary)
      guard try DiskFile.place(temporary, at: destination, replacing: replacing) else {
        throw StoreError.exists(path: destination)
      }
    } catch {
      for suffix in SideFile.all { DiskFile.remove(temporary + suffix) }
      throw Self.blame(error, source: path, destination: destination)
    }
  }

  /// Of two files, which one was it? What is damaged or in use is the source; the rest is about
  /// writing.
  private static func blame(
    _ error: any Error, source: String, destination: String
  ) -> StoreError {
    if let error = error as? SystemError {
      return StoreError(SystemError(code: error.code, path: destination), .writing)
    }
    switch StoreError(error, at: destination, .writing) {
    case .damaged(_, let detail): return .damaged(path: source, detail: detail)
    case .busy: return .busy(path: source)
    case .cannotRead(_, let detail): return .cannotRead(path: source, detail: detail)
    case let other: return other
    }
  }
}
