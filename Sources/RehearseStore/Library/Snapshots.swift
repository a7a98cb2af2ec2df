internal import Foundation
internal import GRDB

extension Library {
  /// Keeps the content of a course, and answers with its digest (see `CourseDigest`). Content that
  /// is kept already takes no space again.
  ///
  /// - Throws: `StoreError`, or `CourseFolderError` if the folder cannot be read.
  package func takeSnapshot(
    of source: some CourseSource, course: String, at now: String
  ) throws -> String {
    let digest = try CourseDigest(of: source).hex
    if try snapshotExists(digest) {
      try point(course, to: digest)
      return digest
    }
    // The files are read again while they are stored: the digest is of the very bytes that are
    // kept, even if somebody saves a file in this moment.
    do {
      return try records.queue.write { db in
        var files: [CourseDigest.File] = []
        for path in try inFolder({ try source.paths() }) {
          guard let bytes = try inFolder({ try source.bytes(of: path) }) else { continue }
          files.append(.init(path: path, digest: try Self.store(bytes, in: db)))
        }
        let manifest = CourseDigest(files: files)
        try Self.store(manifest, course: course, at: now, in: db)
        return manifest.hex
      }
    } catch let failure as FolderFailure {
      throw failure.cause
    } catch {
      throw StoreError(error, at: records.path, .writing)
    }
  }

  package func takeSnapshot(
    of folder: CourseFolder, course: String, at now: String
  ) throws -> String {
    try takeSnapshot(of: FolderSource(folder), course: course, at: now)
  }

  /// The bytes of a file; nil if the snapshot has none of that name.
  /// - Throws: `.damaged` if the bytes are not those that were kept.
  package func file(
    _ path: String, inSnapshot digest: String
  ) throws(StoreError) -> [UInt8]? {
    guard let normal = try? CoursePath.normalized(path) else { return nil }
    return try records.read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT blob.bytes, blob.digest
          FROM snapshot_file JOIN blob ON blob.digest = snapshot_file.blob
          WHERE snapshot = ? AND path = ?
          """, arguments: [digest, normal])
      guard let row else { return nil }
      let bytes = [UInt8](try row.decode(Data.self, atIndex: 0))
      guard try SHA256Digest.hex(of: bytes) == row.decode(atIndex: 1) else {
        throw StoreError.damaged(path: records.path, detail: "\(normal) was changed in it")
      }
      return bytes
    }
  }

  /// All files of a snapshot, sorted by the bytes of their paths.
  /// - Throws: `.noSuchSnapshot`.
  package func paths(inSnapshot digest: String) throws(StoreError) -> [String] {
    guard try snapshotExists(digest) else { throw .noSuchSnapshot(digest: digest) }
    return try records.read { db in
      try Row.fetchAll(
        db, sql: "SELECT path FROM snapshot_file WHERE snapshot = ? ORDER BY path",
        arguments: [digest]
      ).map { try $0.decode(atIndex: 0) }
    }
  }

  package func snapshotExists(_ digest: String) throws(StoreError) -> Bool {
    try records.read { db in
      try Int.fetchOne(db, sql: "SELECT 1 FROM snapshot WHERE digest = ?", arguments: [digest])
        != nil
    }
  }

  /// Notes which content a course has now, where that changed.
  private func point(_ course: String, to digest: String) throws(StoreError) {
    let known = try self.course(course)
    guard let known, known.snapshot != digest else { return }
    try records.write { try Self.point(course, to: digest, in: $0) }
  }

  private static func point(_ course: String, to digest: String, in db: Database) throws {
    try db.execute(
      sql: "UPDATE course SET snapshot = ? WHERE id = ?", arguments: [digest, course])
  }

  static func store(_ bytes: [UInt8], in db: Database) throws -> String {
    let digest = SHA256Digest.hex(of: bytes)
    try db.execute(
      sql: "INSERT INTO blob (digest, bytes) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING",
      arguments: [digest, Data(bytes)])
    return digest
  }

  static func store(
    _ manifest: CourseDigest, course: String, at now: String, in db: Database
  ) throws {
    try storeAside(manifest, course: course, at: now, in: db)
    try point(course, to: manifest.hex, in: db)
  }

  /// The same for content that is not what the course has now.
  static func storeAside(
    _ manifest: CourseDigest, course: String, at now: String, in db: Database
  ) throws {
    let digest = manifest.hex
    try db.execute(
      sql: """
        INSERT INTO snapshot (digest, course, taken_at) VALUES (?, ?, ?)
        ON CONFLICT (digest) DO NOTHING
        """, arguments: [digest, course, now])
    if db.changesCount > 0 {
      let statement = try db.cachedStatement(
        sql: "INSERT INTO snapshot_file (snapshot, path, blob) VALUES (?, ?, ?)")
      for file in manifest.files {
        try statement.execute(arguments: [digest, file.path, file.digest])
      }
    }
  }
}

/// Carries an error of the folder through a transaction, whose own errors are about the record.
private struct FolderFailure: Error { var cause: any Error }

private func inFolder<T>(_ body: () throws -> T) throws -> T {
  do { return try body() } catch { throw FolderFailure(cause: error) }
}
