/// Reads XML 1.0 as content packages have it, strictly: a document that is not well-formed is refused
/// whole. It knows no document types, so that no entity but the five of XML and character references
/// can stand for anything, and nothing is ever fetched.
package struct XMLReader {
  package static let maximumBytes = 16 * 1024 * 1024
  package static let maximumDepth = 64

  package enum Failure: Error, Equatable, Sendable {
    case tooLarge(bytes: Int)
    case notUTF8
    case documentType(line: Int)
    case tooDeep(line: Int)
    case notWellFormed(line: Int, expected: String)

    package var line: Int {
      switch self {
      case .tooLarge, .notUTF8: 1
      case .documentType(let line), .tooDeep(let line), .notWellFormed(let line, _): line
      }
    }

    /// Why it is not read, as a part of a sentence.
    package var reason: String {
      switch self {
      case .tooLarge(let bytes): "it has \(bytes) bytes, and 16 MiB is the most"
      case .notUTF8: "it is not text in UTF-8"
      case .documentType: "it has a document type (DOCTYPE), which is not read"
      case .tooDeep: "its elements nest more than \(XMLReader.maximumDepth) deep"
      case .notWellFormed(_, let expected): "it is not well-formed XML: expected \(expected)"
      }
    }
  }

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  /// The root element.
  package static func read(_ bytes: [UInt8]) throws(Failure) -> MarkupElement {
    guard bytes.count <= maximumBytes else { throw .tooLarge(bytes: bytes.count) }
    guard (try? UTF8Span(validating: bytes.span)) != nil else { throw .notUTF8 }
    var reader = XMLReader(bytes: bytes)
    return try reader.document()
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  private mutating func document() throws(Failure) -> MarkupElement {
    var open: [MarkupElement] = []
    while true {
      if peek("<") {
        if try skipMarkup() { continue }
        if peek("<![CDATA[") {
          guard !open.isEmpty else { throw failure("an element") }
          try take("<![CDATA[")
          let text = try until("]]>", "the end of a CDATA section (]]>)")
          open[open.count - 1].children.append(.text(text))
          continue
        }
        if peek("</") {
          try take("</")
          let name = try name()
          skipBlanks()
          try take(">")
          guard let element = open.popLast(), element.name == name else {
            throw failure(open.isEmpty ? "one element alone" : "</…> of the element that is open")
          }
          guard open.isEmpty else {
            open[open.count - 1].children.append(.element(element))
            continue
          }
          try end()
          return element
        }
        guard open.count < Self.maximumDepth else { throw .tooDeep(line: line) }
        let (element, isClosed) = try tag()
        if !isClosed {
          open.append(element)
        } else if open.isEmpty {
          try end()
          return element
        } else {
          open[open.count - 1].children.append(.element(element))
        }
      } else if position >= bytes.count {
        throw failure(open.last.map { "</\($0.name)>" } ?? "an element")
      } else if open.isEmpty {
        let before = position
        skipBlanks()
        guard position > before else { throw failure("<") }
      } else {
        let text = try text(upTo: UInt8(ascii: "<"))
        open[open.count - 1].children.append(.text(text))
      }
    }
  }

  /// After the root nothing may stand but comments.
  private mutating func end() throws(Failure) {
    while position < bytes.count {
      let before = position
      skipBlanks()
      if peek("<") { _ = try skipMarkup() }
      guard position > before else { throw failure("the end of the file") }
    }
  }

  /// Comments and processing instructions; true where there was one.
  private mutating func skipMarkup() throws(Failure) -> Bool {
    if peek("<!--") {
      try take("<!--")
      _ = try until("-->", "the end of a comment (-->)")
    } else if peek("<?") {
      try take("<?")
      _ = try until("?>", "?>")
    } else if peek("<!"), !peek("<![CDATA[") {
      throw .documentType(line: line)
    } else {
      return false
    }
    return true
  }

  private mutating func tag() throws(Failure) -> (MarkupElement, isClosed: Bool) {
    let start = line
    try take("<")
    var element = MarkupElement(name: try name(), line: start)
    while true {
      let before = position
      skipBlanks()
      if peek("/>") {
        try take("/>")
        return (element, true)
      }
      if peek(">") {
        try take(">")
        return (element, false)
      }
      guard position > before else { throw failure("a blank or >") }
      let name = try name()
      skipBlanks()
      try take("=")
      skipBlanks()
      guard let quote = position < bytes.count ? bytes[position] : nil,
        quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      else { throw failure("a quotation mark") }
      advance()
      let value = try text(upTo: quote, isAttribute: true)
      advance()
      guard element.attributes.updateValue(value, forKey: name) == nil else {
        throw failure("each attribute once")
      }
    }
  }

  private mutating func name() throws(Failure) -> String {
    let start = position
    while position < bytes.count, Self.isName(bytes[position]) { position += 1 }
    guard position > start, !Self.cannotBegin(bytes[start]) else { throw failure("a name") }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: ":"),
      UInt8(ascii: "-"), UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }

  private static func cannotBegin(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func text(
    upTo end: UInt8, isAttribute: Bool = false
  ) throws(Failure) -> String {
    var out: [UInt8] = []
    while position < bytes.count, bytes[position] != end {
      switch bytes[position] {
      case UInt8(ascii: "&"): out += Array(try reference().utf8)
      case UInt8(ascii: "<"): throw failure("&lt; for a < in an attribute")
      case 0x0D:
        out.append(0x0A)
        advance()
        if position < bytes.count, bytes[position] == 0x0A { advance() }
      case let byte:
        out.append(byte)
        advance()
      }
    }
    guard position < bytes.count || !isAttribute else { throw failure("the end of an attribute") }
    return String(decoding: out, as: UTF8.self)
  }

  private mutating func reference() throws(Failure) -> String {
    try take("&")
    let start = position
    while position < bytes.count, position - start < 12, bytes[position] != UInt8(ascii: ";") {
      position += 1
    }
    let name = String(decoding: bytes[start..<position], as: UTF8.self)
    guard position < bytes.count, let text = Self.named(name) else {
      throw failure("one of &amp; &lt; &gt; &quot; &apos; or the number of a character")
    }
    try take(";")
    return text
  }

  private static func named(_ name: String) -> String? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let value =
        digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
      guard let value, value >= 0x20 || [9, 10, 13].contains(value),
        let scalar = Unicode.Scalar(value)
      else { return nil }
      return String(scalar)
    }
  }

  // MARK: Bytes

  private mutating func advance() {
    if bytes[position] == 0x0A { line += 1 }
    if bytes[position] == 0x0D, position + 1 >= bytes.count || bytes[position + 1] != 0x0A {
      line += 1
    }
    position += 1
  }

  private func peek(_ wanted: StaticString) -> Bool {
    guard position + wanted.utf8CodeUnitCount <= bytes.count else { return false }
    let wanted = UnsafeBufferPointer(start: wanted.utf8Start, count: wanted.utf8CodeUnitCount)
    return zip(wanted, bytes[position...]).allSatisfy(==)
  }

  private mutating func take(_ wanted: StaticString) throws(Failure) {
    guard peek(wanted) else { throw failure("“\(wanted)”") }
    position += wanted.utf8CodeUnitCount
  }

  private mutating func skipBlanks() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { advance() }
  }

  private mutating func until(_ end: StaticString, _ expected: String) throws(Failure) -> String {
    let start = position
    while position < bytes.count, !peek(end) { advance() }
    guard position < bytes.count else { throw failure(expected) }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    try take(end)
    return text
  }

  private func failure(_ expected: String) -> Failure {
    .notWellFormed(line: line, expected: expected)
  }
}
