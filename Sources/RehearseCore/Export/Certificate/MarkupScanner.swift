/// Walks over the tags of an XML text without keeping any, so that a large file costs no memory.
/// Whether tags match is not its business.
struct MarkupScanner {
  struct Tag {
    /// From `<` to behind `>`.
    var place: Range<Int>
    var name: Range<Int>
    /// Whether it ends with `/>`.
    var isClosed: Bool
  }

  let bytes: [UInt8]
  private var position = 0
  private(set) var hasDocumentType = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// False where something began that has no end.
  var isAtEnd: Bool { position >= bytes.count }

  /// The next tag that begins an element; nil at the end, and where something does not end.
  mutating func nextTag() -> Tag? {
    while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = start
      if has("<!--", at: start) {
        guard skip(past: "-->", from: start + 4) else { return nil }
      } else if has("<![CDATA[", at: start) {
        guard skip(past: "]]>", from: start + 9) else { return nil }
      } else if has("<?", at: start) {
        guard skip(past: "?>", from: start + 2) else { return nil }
      } else if has("<!", at: start) {
        hasDocumentType = true
        return nil
      } else if has("</", at: start) {
        guard skip(past: ">", from: start + 2) else { return nil }
      } else {
        return tag(at: start)
      }
    }
    position = bytes.count
    return nil
  }

  private mutating func tag(at start: Int) -> Tag? {
    var end = start + 1
    while end < bytes.count, !Self.isBlank(bytes[end]), bytes[end] != UInt8(ascii: ">"),
      bytes[end] != UInt8(ascii: "/")
    { end += 1 }
    let name = (start + 1)..<end
    var quote: UInt8?
    while end < bytes.count {
      let byte = bytes[end]
      if quote == byte {
        quote = nil
      } else if quote == nil {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
        if byte == UInt8(ascii: ">") {
          position = end + 1
          return Tag(
            place: start..<(end + 1), name: name, isClosed: bytes[end - 1] == UInt8(ascii: "/"))
        }
      }
      end += 1
    }
    return nil
  }

  func isNamed(_ tag: Tag, _ name: [UInt8]) -> Bool { bytes[tag.name].elementsEqual(name) }

  /// The value of an attribute as it stands; nil where there is none, or one with references in it.
  func value(of name: String, in tag: Tag) -> String? {
    var place = tag.name.upperBound
    let end = tag.place.upperBound - (tag.isClosed ? 2 : 1)
    while place < end {
      while place < end, Self.isBlank(bytes[place]) { place += 1 }
      let start = place
      while place < end, bytes[place] != UInt8(ascii: "="), !Self.isBlank(bytes[place]) {
        place += 1
      }
      let isWanted = bytes[start..<place].elementsEqual(name.utf8)
      while place < end, Self.isBlank(bytes[place]) || bytes[place] == UInt8(ascii: "=") {
        place += 1
      }
      guard place < end else { return nil }
      let quote = bytes[place]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let close = bytes[(place + 1)..<end].firstIndex(of: quote)
      else { return nil }
      if isWanted {
        let value = bytes[(place + 1)..<close]
        return value.contains(UInt8(ascii: "&")) ? nil : String(validating: value, as: UTF8.self)
      }
      place = close + 1
    }
    return nil
  }

  /// The CDATA sections up to the end of the element; nil where there is anything else but blanks.
  mutating func sections(after tag: Tag) -> String? {
    var text: [UInt8] = []
    position = tag.place.upperBound
    while position < bytes.count {
      if Self.isBlank(bytes[position]) {
        position += 1
      } else if has("<![CDATA[", at: position) {
        let start = position + 9
        guard skip(past: "]]>", from: start) else { return nil }
        text += bytes[start..<(position - 3)]
      } else if has("</", at: position) {
        return String(validating: text, as: UTF8.self)
      } else {
        return nil
      }
    }
    return nil
  }

  private func has(_ wanted: StaticString, at place: Int) -> Bool {
    guard place + wanted.utf8CodeUnitCount <= bytes.count else { return false }
    let wanted = UnsafeBufferPointer(start: wanted.utf8Start, count: wanted.utf8CodeUnitCount)
    return zip(wanted, bytes[place...]).allSatisfy(==)
  }

  private mutating func skip(past end: StaticString, from start: Int) -> Bool {
    var place = start
    while place < bytes.count, !has(end, at: place) { place += 1 }
    guard place < bytes.count else { return false }
    position = place + end.utf8CodeUnitCount
    return true
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
