internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// The archive in a bundle, read from memory: whatever else happens to the file meanwhile, and
/// whatever lies beside it (a journal, a log), plays no part.
///
/// The order matters. The header is looked at before SQLite is, the schema before any row of it is
/// asked for, and nothing is checked with SQLite's help that could call something in the schema.
struct BundleDatabase {
  private let queue: DatabaseQueue

  init(_ bytes: [UInt8]) throws(BundleError) {
    try Self.checkHeader(bytes)
    var configuration = Configuration()
    configuration.label = "bundle"
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
      for (limit, value) in Self.limits { sqlite3_limit(db.sqliteConnection, limit, value) }
      try Self.load(bytes, into: db)
    }
    do {
      queue = try DatabaseQueue(configuration: configuration)
    } catch {
      throw Self.reason(error)
    }
  }

  /// Every file of the archive with its content, in the order of the rows.
  func entries() throws(BundleError) -> [PackedCourse.File] {
    do {
      return try queue.read { db in
        try Self.checkSchema(db)
        let findings = try String.fetchAll(db, sql: "PRAGMA integrity_check(1)")
        guard findings == ["ok"] else {
          throw BundleError.damaged(detail: findings.first ?? "its check gave no answer")
        }
        return try Self.rows(db).map { row in
          let bytes = try Data.fetchOne(
            db.cachedStatement(sql: "SELECT data FROM sqlar WHERE rowid = ?"),
            arguments: [row.number])
          guard let bytes, bytes.count == row.size else {
            throw BundleError.damaged(detail: "an entry changed")
          }
          return PackedCourse.File(path: row.path, bytes: [UInt8](bytes))
        }
      }
    } catch {
      throw Self.reason(error)
    }
  }

  // MARK: Before SQLite

  /// <https://sqlite.org/fileformat2.html>, section 1.3.
  private static func checkHeader(_ bytes: [UInt8]) throws(BundleError) {
    guard bytes.count >= 512, bytes.starts(with: "SQLite format 3\0".utf8),
      number(bytes[68..<72]) == SQLiteArchive.applicationID
    else { throw .notABundle }
    let version = number(bytes[60..<64])
    guard version <= SQLiteArchive.version else { throw .newer }
    guard version == SQLiteArchive.version else { throw .notABundle }
    guard bytes[18] == 1, bytes[19] == 1 else { throw .damaged(detail: "a part of it is missing") }
    guard number(bytes[56..<60]) == 1 else { throw .damaged(detail: "its text is not UTF-8") }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func load(_ bytes: [UInt8], into db: Database) throws {
    guard let memory = sqlite3_malloc64(UInt64(bytes.count)) else {
      throw DatabaseError(resultCode: .SQLITE_NOMEM)
    }
    bytes.withUnsafeBytes { source in
      if let start = source.baseAddress { memory.copyMemory(from: start, byteCount: source.count) }
    }
    let code = sqlite3_deserialize(
      db.sqliteConnection, "main", memory.assumingMemoryBound(to: UInt8.self), Int64(bytes.count),
      Int64(bytes.count),
      UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY))
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  /// Room for what is asked here, and for little else.
  private static let limits: [(Int32, Int32)] = [
    (SQLITE_LIMIT_LENGTH, Int32(CourseBundle.maximumSize)), (SQLITE_LIMIT_SQL_LENGTH, 10_000),
    (SQLITE_LIMIT_COLUMN, 100), (SQLITE_LIMIT_EXPR_DEPTH, 50), (SQLITE_LIMIT_COMPOUND_SELECT, 5),
    (SQLITE_LIMIT_VDBE_OP, 10_000), (SQLITE_LIMIT_FUNCTION_ARG, 10), (SQLITE_LIMIT_ATTACHED, 0),
    (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100), (SQLITE_LIMIT_VARIABLE_NUMBER, 10),
    (SQLITE_LIMIT_TRIGGER_DEPTH, 1), (SQLITE_LIMIT_WORKER_THREADS, 0),
  ]

  // MARK: With SQLite

  /// The one table and its index, to the letter, and nothing else.
  private static func checkSchema(_ db: Database) throws {
    let expected: [[String?]] = [
      ["table", "sqlar", "sqlar", SQLiteArchive.tableSQL],
      ["index", SQLiteArchive.indexName, "sqlar", nil],
    ]
    let rows = try Row.fetchAll(
      db, sql: "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid")
    let found = rows.map { row -> [String?] in
      Array(row.databaseValues.map { String.fromDatabaseValue($0) })
    }
    guard found != expected else { return }
    let strange = found.first { !expected.contains($0) }
    throw BundleError.foreignSchema(name: (strange?[1] ?? "an empty schema").shortened)
  }

  private struct EntryRow {
    var number: Int64
    var path: String
    var size: Int
  }

  /// What the rows say of themselves, before any content is taken out. The table itself is read,
  /// not its index.
  private static func rows(_ db: Database) throws -> [EntryRow] {
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT rowid, CAST(name AS BLOB), typeof(name), typeof(mode), mode, typeof(mtime),
          typeof(sz), sz, typeof(data), length(data)
        FROM sqlar NOT INDEXED ORDER BY rowid
        """)
    var rows: [EntryRow] = []
    var total = 0
    while let row = try cursor.next() {
      // The manifest counts too.
      guard rows.count <= CourseFolder.maximumFiles else {
        throw BundleError.tooManyFiles(limit: CourseFolder.maximumFiles)
      }
      let name = [UInt8](try row.decode(Data?.self, atIndex: 1) ?? Data())
      let shown = String(decoding: name, as: UTF8.self).shortened
      let types = try [2, 3, 5, 6].map { try row.decode(String.self, atIndex: $0) }
      guard types == ["text", "integer", "integer", "integer"] else {
        throw BundleError.oddEntry(path: shown)
      }
      guard let path = String(validating: name, as: UTF8.self), !name.contains(0) else {
        throw BundleError.path(.unusableName(path: shown))
      }
      guard try row.decode(Int.self, atIndex: 4) == SQLiteArchive.mode else {
        throw BundleError.notPlain(path: shown)
      }
      guard try row.decode(String.self, atIndex: 8) == "blob" else {
        throw BundleError.oddEntry(path: shown)
      }
      let said = try row.decode(Int.self, atIndex: 7)
      let size = try row.decode(Int.self, atIndex: 9)
      guard max(said, size) <= CourseFolder.maximumFileSize else {
        throw BundleError.fileTooLarge(path: shown, limit: CourseFolder.maximumFileSize)
      }
      guard said <= size else { throw BundleError.compressed(path: shown) }
      guard said == size else {
        throw BundleError.wrongSize(path: shown, said: said, found: size)
      }
      total += size
      guard total <= CourseFolder.maximumSize + CourseFolder.maximumFileSize else {
        throw BundleError.filesTooLarge(limit: CourseFolder.maximumSize)
      }
      rows.append(EntryRow(number: try row.decode(atIndex: 0), path: path, size: size))
    }
    return rows
  }

  private static func reason(_ error: any Error) -> BundleError {
    switch error {
    case let error as BundleError: error
    case let error as DatabaseError where error.resultCode == .SQLITE_NOTADB: .notABundle
    case let error as DatabaseError:
      .damaged(detail: (error.message ?? "SQLite error \(error.resultCode.rawValue)").shortened)
    default: .damaged(detail: "a value is not of its kind")
    }
  }
}

extension String {
  /// Enough of a foreign name to tell it by.
  fileprivate var shortened: String { count > 200 ? prefix(200) + "…" : self }
}
