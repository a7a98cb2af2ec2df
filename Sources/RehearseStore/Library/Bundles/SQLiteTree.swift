/// A b-tree of SQLite (<https://sqlite.org/fileformat2.html>, section 1.6) that rows are appended to
/// in their order: every page is filled before the next one begins.
struct SQLiteTree {
  enum Kind { case table, index }

  /// A finished page, and what the level above says of it: the last row in it for a table, the
  /// entry between it and the next page for an index.
  private struct Branch {
    var page: Int
    var separator: [UInt8]
  }

  private let kind: Kind
  private var leaf: SQLitePage
  private var branches: [Branch] = []
  private var lastRow: Int64 = 0
  /// An entry of an index that did not fit on the last page. It stands between that page and the
  /// next, unless it is the last of all: no page may be empty.
  private var pending: [UInt8]?

  init(_ kind: Kind) {
    self.kind = kind
    leaf = SQLitePage(kind)
  }

  mutating func append(_ record: SQLiteRecord, row: Int64?, to pages: inout SQLitePages) {
    let cell = record.cell(kind, row: row, overflow: &pages)
    if let separator = pending {
      branches.append(Branch(page: pages.append(leaf.page), separator: separator))
      leaf = SQLitePage(kind)
      pending = nil
    }
    if leaf.fits(cell) {
      leaf.append(cell)
    } else if kind == .index {
      pending = cell
    } else {
      branches.append(
        Branch(page: pages.append(leaf.page), separator: SQLiteRecord.varint(UInt64(lastRow))))
      leaf = SQLitePage(kind)
      leaf.append(cell)
    }
    lastRow = row ?? 0
  }

  /// Writes what is left, and answers with the number of the root page.
  mutating func finish(in pages: inout SQLitePages) -> Int {
    if let last = pending {
      let separator = leaf.removeLast()
      branches.append(Branch(page: pages.append(leaf.page), separator: separator))
      leaf = SQLitePage(kind)
      leaf.append(last)
    }
    var level = branches
    var last = pages.append(leaf.page)
    while !level.isEmpty { (level, last) = Self.levelAbove(level, last, kind, &pages) }
    return last
  }

  /// The pages above a level: its branches, and its last page.
  private static func levelAbove(
    _ branches: [Branch], _ last: Int, _ kind: Kind, _ pages: inout SQLitePages
  ) -> (branches: [Branch], last: Int) {
    var above: [Branch] = []
    var inner = SQLitePage(inner: kind)
    var previous: Branch?
    for (index, branch) in branches.enumerated() {
      let cell = UInt32(branch.page).bigEndianBytes + branch.separator
      if inner.fits(cell) {
        inner.append(cell)
        previous = branch
      } else if index < branches.count - 1 {
        above.append(
          Branch(page: pages.append(inner.page(right: branch.page)), separator: branch.separator))
        inner = SQLitePage(inner: kind)
      } else if let end = previous {
        // The very last branch would leave a page without a cell after it: the one before goes up.
        _ = inner.removeLast()
        above.append(
          Branch(page: pages.append(inner.page(right: end.page)), separator: end.separator))
        inner = SQLitePage(inner: kind)
        inner.append(cell)
      }
    }
    return (above, pages.append(inner.page(right: last)))
  }
}

/// A page of a b-tree while cells are added: the pointers grow down from the top, the cells up from
/// the end.
struct SQLitePage {
  private let type: UInt8
  private let headerOffset: Int
  private var cells: [[UInt8]] = []
  private var size = 0

  init(_ kind: SQLiteTree.Kind, headerOffset: Int = 0) {
    type = kind == .table ? 13 : 10
    self.headerOffset = headerOffset
  }

  init(inner kind: SQLiteTree.Kind) {
    type = kind == .table ? 5 : 2
    headerOffset = 0
  }

  private var headerSize: Int { type > 5 ? 8 : 12 }

  func fits(_ cell: [UInt8]) -> Bool {
    headerOffset + headerSize + 2 * (cells.count + 1) + size + cell.count <= SQLiteArchive.pageSize
  }

  mutating func append(_ cell: [UInt8]) {
    cells.append(cell)
    size += cell.count
  }

  mutating func removeLast() -> [UInt8] {
    let cell = cells.removeLast()
    size -= cell.count
    return cell
  }

  var page: [UInt8] { page(right: nil) }

  /// - Parameter right: the last child of an inner page.
  func page(right: Int?) -> [UInt8] {
    var page = [UInt8](repeating: 0, count: SQLiteArchive.pageSize)
    var start = page.count
    var pointers: [UInt8] = []
    for cell in cells {
      start -= cell.count
      page.replaceSubrange(start..<(start + cell.count), with: cell)
      pointers += UInt16(start).bigEndianBytes
    }
    var top: [UInt8] = [type, 0, 0]
    top += UInt16(cells.count).bigEndianBytes
    top += UInt16(start).bigEndianBytes
    top.append(0)
    if let right { top += UInt32(right).bigEndianBytes }
    top += pointers
    page.replaceSubrange(headerOffset..<(headerOffset + top.count), with: top)
    return page
  }
}
