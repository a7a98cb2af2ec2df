/// A row in the record format of SQLite (<https://sqlite.org/fileformat2.html>, section 2.1).
struct SQLiteRecord {
  enum Value {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])
  }

  let payload: [UInt8]

  init(_ values: [Value]) {
    var types: [UInt8] = []
    var body: [UInt8] = []
    for value in values {
      switch value {
      case .null: types += Self.varint(0)
      case .integer(let number):
        let (type, width) = Self.integerType(number)
        types += Self.varint(type)
        body += number.bigEndianBytes.suffix(width)
      case .text(let text):
        types += Self.varint(UInt64(text.utf8.count) * 2 + 13)
        body += text.utf8
      case .blob(let bytes):
        types += Self.varint(UInt64(bytes.count) * 2 + 12)
        body += bytes
      }
    }
    // The length of the header counts itself; under 127 bytes of types it takes one byte.
    let length = Self.varint(UInt64(types.count) + (types.count < 127 ? 1 : 2))
    payload = length + types + body
  }

  /// The cell of a leaf: what fits on the page by SQLite's rule, and the rest on pages of its own.
  ///
  /// - Parameter row: the row's number, which cells of an index do not have.
  func cell(_ kind: SQLiteTree.Kind, row: Int64?, overflow pages: inout SQLitePages) -> [UInt8] {
    let usable = SQLiteArchive.pageSize
    let most = kind == .table ? usable - 35 : (usable - 12) * 64 / 255 - 23
    let least = (usable - 12) * 32 / 255 - 23
    var local = payload.count
    if local > most {
      let fitting = least + (local - least) % (usable - 4)
      local = fitting <= most ? fitting : least
    }
    var cell = Self.varint(UInt64(payload.count))
    if let row { cell += Self.varint(UInt64(row)) }
    cell += payload[..<local]
    var rest = payload[local...]
    guard !rest.isEmpty else { return cell }
    cell += UInt32(pages.count + 1).bigEndianBytes
    while !rest.isEmpty {
      let part = rest.prefix(usable - 4)
      rest = rest.dropFirst(usable - 4)
      // The pages of one row follow one another; the last says 0.
      let next = rest.isEmpty ? 0 : UInt32(pages.count + 2)
      let filler = [UInt8](repeating: 0, count: usable - 4 - part.count)
      _ = pages.append(next.bigEndianBytes + part + filler)
    }
    return cell
  }

  /// The shortest of the types that hold the number, and how many bytes it takes.
  private static func integerType(_ number: Int64) -> (type: UInt64, width: Int) {
    switch number {
    case 0: (8, 0)
    case 1: (9, 0)
    case -128...127: (1, 1)
    case -32_768...32_767: (2, 2)
    case -8_388_608...8_388_607: (3, 3)
    case Int64(Int32.min)...Int64(Int32.max): (4, 4)
    default: (6, 8)
    }
  }

  /// Seven bits a byte, the most significant ones first. Nothing here needs the ninth byte.
  static func varint(_ number: UInt64) -> [UInt8] {
    var bytes = [UInt8(number & 0x7F)]
    var rest = number >> 7
    while rest > 0 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    return bytes.reversed()
  }
}
