internal import GRDB

/// Whether a database is a record, and one that this program knows.
enum RecordsCheck {
  /// True if every migration was applied, false if some are to come.
  /// - Throws: `.notOurs` or `.newer`.
  static func isCurrent(_ db: Database, path: String) throws -> Bool {
    let applied = try RecordsSchema.migrator.appliedIdentifiers(db)
    let identity = try Int.fetchOne(db, sql: "PRAGMA application_id")
    if identity != RecordsSchema.applicationID {
      // An empty database is a record whose making was cut short.
      let tables = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM sqlite_master WHERE name NOT LIKE '%grdb_migrations%'")
      guard identity == 0, tables == 0 else { throw StoreError.notOurs(path: path) }
      return false
    }
    let known = RecordsSchema.migrations.map(\.name)
    guard applied.isSubset(of: known) else { throw StoreError.newer(path: path) }
    return applied.count == known.count
  }

  /// Reads everything, compares the tables and triggers with what the migrations make, and follows
  /// every reference. Slow: for backups, not for each start.
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
  }
}
