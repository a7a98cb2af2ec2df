internal import Foundation
internal import GRDB

/// Whether a database is a record, and one that this program knows.
enum RecordsCheck {
  /// True if every migration was applied, false if some are to come.
  /// - Throws: `.notOurs`, `.newer`, or `.damaged` if there is nothing in the file: a record is
  ///   never empty, for it gets its name when it is whole.
  static func isCurrent(_ db: Database, path: String) throws -> Bool {
    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == RecordsSchema.applicationID else {
      guard try Int.fetchOne(db, sql: "PRAGMA page_count") != 0 else {
        throw StoreError.damaged(path: path, detail: "it is empty")
      }
      throw StoreError.notOurs(path: path)
    }
    let applied = try RecordsSchema.migrator.appliedIdentifiers(db)
    let known = RecordsSchema.migrations.map(\.name)
    guard applied.isSubset(of: known) else { throw StoreError.newer(path: path) }
    return applied.count == known.count
  }

  /// Reads everything, compares the tables and triggers with what the migrations make, follows
  /// every reference and works out every digest. Slow: for backups, not for each start.
  static func examine(_ db: Database, path: String) throws {
    let findings = try String.fetchAll(db, sql: "PRAGMA integrity_check(1)")
    guard findings == ["ok"] else {
      throw StoreError.damaged(path: path, detail: findings.first ?? "its check gave no answer")
    }
    _ = try isCurrent(db, path: path)
    guard try !RecordsSchema.migrator.appliedIdentifiers(db).isEmpty,
      try !RecordsSchema.migrator.hasSchemaChanges(db)
    else { throw StoreError.notOurs(path: path) }
    if try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") != nil {
      throw StoreError.damaged(path: path, detail: "a part of it is missing")
    }
    let blobs = try Row.fetchCursor(db, sql: "SELECT bytes, digest FROM blob")
    while let row = try blobs.next() {
      let bytes = [UInt8](try row.decode(Data.self, atIndex: 0))
      guard try SHA256Digest.hex(of: bytes) == row.decode(atIndex: 1) else {
        throw StoreError.damaged(path: path, detail: "a course file was changed in it")
      }
    }
  }
}
