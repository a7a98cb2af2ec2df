/// Writes an SQLite archive (<https://sqlite.org/sqlar.html>) page by page, as the file format of
/// SQLite says (<https://sqlite.org/fileformat2.html>).
///
/// SQLite itself would lay the same rows out in another way from one version to the next: 3.40 and
/// 3.54 differ as soon as the index needs a second level. Here the same files give the same bytes
/// on every machine. The data are not compressed, which the format allows, for the same reason:
/// what deflate makes of a text depends on the library that does it.
enum SQLiteArchive {
  static let pageSize = 4096
  /// “RHBN” in ASCII, by which a bundle is told from other databases.
  static let applicationID: UInt32 = 0x5248_424E
  /// The number of the bundle's format, in the database's `user_version`.
  static let version: UInt32 = 1
  /// A regular file that its owner may change and everybody may read.
  static let mode = 0o100644

  /// To the letter what SQLite's own tool makes.
  static let tableSQL = """
    CREATE TABLE sqlar(
      name TEXT PRIMARY KEY,  -- name of the file
      mode INT,               -- access permissions
      mtime INT,              -- last modification time
      sz INT,                 -- original file size
      data BLOB               -- compressed content
    )
    """
  static let indexName = "sqlite_autoindex_sqlar_1"

  /// - Parameter files: each path once.
  static func bytes(of files: [(path: String, bytes: [UInt8])]) -> [UInt8] {
    let files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var pages = SQLitePages()
    var table = SQLiteTree(.table)
    var index = SQLiteTree(.index)
    for (number, file) in files.enumerated() {
      let row = Int64(number + 1)
      let record = SQLiteRecord([
        .text(file.path), .integer(Int64(mode)), .integer(0), .integer(Int64(file.bytes.count)),
        .blob(file.bytes),
      ])
      table.append(record, row: row, to: &pages)
    }
    let tableRoot = table.finish(in: &pages)
    for (number, file) in files.enumerated() {
      let record = SQLiteRecord([.text(file.path), .integer(Int64(number + 1))])
      index.append(record, row: nil, to: &pages)
    }
    let indexRoot = index.finish(in: &pages)

    var schema = SQLitePage(.table, headerOffset: SQLitePages.headerSize)
    schema.append(
      SQLiteRecord([
        .text("table"), .text("sqlar"), .text("sqlar"), .integer(Int64(tableRoot)),
        .text(tableSQL),
      ]).cell(.table, row: 1, overflow: &pages))
    schema.append(
      SQLiteRecord([
        .text("index"), .text(indexName), .text("sqlar"), .integer(Int64(indexRoot)), .null,
      ]).cell(.table, row: 2, overflow: &pages))
    pages.finish(schema.page)
    return pages.bytes
  }
}

/// The pages of a database, numbered from 1. The first one comes last, when the roots are known.
struct SQLitePages {
  static let headerSize = 100
  private(set) var bytes = [UInt8](repeating: 0, count: SQLiteArchive.pageSize)

  var count: Int { bytes.count / SQLiteArchive.pageSize }

  /// Adds a page and answers with its number.
  mutating func append(_ page: [UInt8]) -> Int {
    bytes += page
    return count
  }

  /// Writes the first page, with the header of the file in the space that `page` leaves for it.
  mutating func finish(_ page: [UInt8]) {
    bytes.replaceSubrange(0..<page.count, with: page)
    var header = Array("SQLite format 3\0".utf8)
    header += UInt16(SQLiteArchive.pageSize).bigEndianBytes
    header += [1, 1]  // written and read without a write-ahead log
    header += [0, 64, 32, 32]  // nothing reserved; the payload fractions are fixed
    header += UInt32(1).bigEndianBytes  // change counter
    header += UInt32(count).bigEndianBytes
    header += UInt32(0).bigEndianBytes + UInt32(0).bigEndianBytes  // no free pages
    header += UInt32(1).bigEndianBytes  // schema cookie
    header += UInt32(4).bigEndianBytes  // schema format
    header += UInt32(0).bigEndianBytes + UInt32(0).bigEndianBytes  // cache size, no vacuum root
    header += UInt32(1).bigEndianBytes  // UTF-8
    header += SQLiteArchive.version.bigEndianBytes
    header += UInt32(0).bigEndianBytes  // no incremental vacuum
    header += SQLiteArchive.applicationID.bigEndianBytes
    header += [UInt8](repeating: 0, count: 20)
    header += UInt32(1).bigEndianBytes  // the change counter that the page count is valid for
    header += UInt32(0).bigEndianBytes  // written by no version of SQLite
    bytes.replaceSubrange(0..<Self.headerSize, with: header)
  }
}

extension FixedWidthInteger {
  var bigEndianBytes: [UInt8] {
    stride(from: bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: self >> $0) }
  }
}
