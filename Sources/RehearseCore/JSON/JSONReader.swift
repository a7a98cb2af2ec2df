/// Reads JSON (RFC 8259) strictly, as I-JSON (RFC 7493): what two readers could take differently is
/// refused, for signatures are over the value that was read.
package struct JSONReader {
  package enum Failure: Error, Equatable, Sendable {
    case tooLarge(bytes: Int)
    case notUTF8
    /// Deeper than `maximumDepth`.
    case tooDeep(offset: Int)
    /// Something else stands at this byte than JSON has there.
    case unexpected(offset: Int)
    case repeatedName(String)
    /// More than `maximumValues`.
    case tooManyValues
    /// A number beyond what a double holds.
    case numberOutOfRange(offset: Int)
  }

  package static let maximumDepth = 64
  package static let maximumBytes = 64 * 1024 * 1024
  /// A value takes 24 bytes at the most beside its text, and two bytes in a file can be one.
  package static let maximumValues = 250_000

  /// - Throws: `Failure`; never traps, and takes no more memory than a small multiple of the input.
  package static func read(
    _ bytes: [UInt8], maximumBytes: Int = JSONReader.maximumBytes
  ) throws(Failure) -> JSONValue {
    guard bytes.count <= maximumBytes else { throw .tooLarge(bytes: bytes.count) }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
    var reader = JSONReader(bytes)
    let value = try reader.value(depth: 0)
    reader.skipBlanks()
    guard reader.next == nil else { throw reader.unexpected }
    return value
  }

  private let bytes: [UInt8]
  private var place = 0
  private var count = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }
  private var unexpected: Failure { .unexpected(offset: place) }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      place += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    place += 1
    return true
  }

  private mutating func take(_ word: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue
  {
    let letters = Array("\(word)".utf8)
    guard bytes[place...].starts(with: letters) else { throw unexpected }
    place += letters.count
    return value
  }

  private mutating func value(depth: Int) throws(Failure) -> JSONValue {
    guard depth <= Self.maximumDepth else { throw .tooDeep(offset: place) }
    count += 1
    guard count <= Self.maximumValues else { throw .tooManyValues }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try take("true", true)
    case UInt8(ascii: "f"): return try take("false", false)
    case UInt8(ascii: "n"): return try take("null", .null)
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(Failure) -> JSONValue {
    place += 1
    var members: [String: JSONValue] = [:]
    skipBlanks()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw unexpected }
      let name = try string()
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw unexpected }
      // Also names that only look the same, letters with and without joined marks, count as one.
      guard members[name] == nil else { throw .repeatedName(name) }
      members[name] = try value(depth: depth + 1)
      skipBlanks()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw unexpected }
    }
  }

  private mutating func array(depth: Int) throws(Failure) -> JSONValue {
    place += 1
    var items: [JSONValue] = []
    skipBlanks()
    if take(UInt8(ascii: "]")) { return .array(items) }
    while true {
      items.append(try value(depth: depth + 1))
      skipBlanks()
      if take(UInt8(ascii: "]")) { return .array(items) }
      guard take(UInt8(ascii: ",")) else { throw unexpected }
    }
  }

  private mutating func string() throws(Failure) -> String {
    place += 1
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        place += 1
        return String(decoding: text, as: UTF8.self)
      case 0..<0x20: throw unexpected
      case UInt8(ascii: "\\"):
        place += 1
        try escape(into: &text)
      default:
        text.append(byte)
        place += 1
      }
    }
    throw unexpected
  }

  private mutating func escape(into text: inout [UInt8]) throws(Failure) {
    guard let byte = next else { throw unexpected }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      place += 1
      text += String(try scalar()).utf8
      return
    default: throw unexpected
    }
    place += 1
  }

  /// After `\u`: four digits, and the other half of a pair where this is the first.
  private mutating func scalar() throws(Failure) -> Unicode.Scalar {
    let first = try codeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800...0xDBFF).contains(first), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u"))
    else { throw unexpected }
    let second = try codeUnit()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw unexpected }
    return scalar
  }

  private mutating func codeUnit() throws(Failure) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw unexpected
      }
      unit = unit << 4 | UInt32(digit)
      place += 1
    }
    return unit
  }

  private mutating func number() throws(Failure) -> JSONValue {
    let start = place
    func isDigit(_ byte: UInt8?) -> Bool {
      byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    }
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) {
      guard isDigit(next) else { throw unexpected }
      while isDigit(next) { place += 1 }
    }
    if take(UInt8(ascii: ".")) {
      guard isDigit(next) else { throw unexpected }
      while isDigit(next) { place += 1 }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard isDigit(next) else { throw unexpected }
      while isDigit(next) { place += 1 }
    }
    guard place - start <= 1_000,
      let value = Double(String(decoding: bytes[start..<place], as: UTF8.self)), value.isFinite
    else { throw .numberOutOfRange(offset: start) }
    return .number(value)
  }
}
