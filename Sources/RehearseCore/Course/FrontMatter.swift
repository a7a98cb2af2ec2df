/// The `name: value` lines at the top of a course file. Flat on purpose: a value is everything
/// after the colon, so that nothing in a title needs quoting.
package struct FrontMatter: Sendable {
  package struct Field: Equatable, Sendable {
    package var name: String
    package var value: String
    package var nameRange: SourceRange
    package var valueRange: SourceRange
  }

  package private(set) var fields: [Field] = []
  /// How many lines it takes, the fences included; 0 where there is none.
  package private(set) var lineCount = 0
  /// Where the text after it starts.
  package private(set) var bodyOffset = 0

  package subscript(_ name: String) -> Field? {
    fields.first { $0.name == name }
  }

  package init(_ source: SourceText, findings: inout [Finding]) {
    let lines = LineScanner(source.bytes)
    var scanner = lines
    guard let first = scanner.next(), Self.isFence(source.bytes[first.content]) else {
      findings.append(Finding(.noFrontMatter, at: .firstCharacter))
      return
    }
    var isClosed = false
    let findingsBefore = findings.count
    // How many fields stand without a gap at the top: surely meant as fields.
    var leading: Int?
    while let line = scanner.next() {
      lineCount = line.number
      bodyOffset = line.next
      let bytes = source.bytes[line.content]
      if Self.isFence(bytes) {
        isClosed = true
        break
      }
      if Self.isNearlyFence(bytes) {
        isClosed = true
        findings.append(
          Finding(.frontMatterNotClosed, at: SourceRange(line: line.number, length: bytes.count)))
        break
      }
      if line.number > 200 { break }
      let known = fields.count
      readField(bytes, line: line.number, findings: &findings)
      if fields.count == known { leading = leading ?? known }
    }
    if !isClosed {
      // Without an end, everything would be front matter: better all of it as text. What was
      // found in that text would only hide the one line that is missing.
      findings.removeSubrange(findingsBefore...)
      fields.removeSubrange((leading ?? fields.count)...)
      findings.append(Finding(.frontMatterNotClosed, at: SourceRange(line: 1, length: 3)))
      lineCount = 1
      bodyOffset = first.next
    }
  }

  private mutating func readField(
    _ bytes: ArraySlice<UInt8>, line: Int, findings: inout [Finding]
  ) {
    guard let text = bytes.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }) else { return }
    if bytes[text] == UInt8(ascii: "#") { return }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else {
      let line = SourceRange(line: line, length: bytes.count)
      let meant = Self.withoutColon(String(decoding: bytes, as: UTF8.self))
      findings.append(
        Finding(.frontMatterLine(nearest: meant.map { "\($0.name): \($0.value)" }), at: line))
      // Taken as it was meant, so that nothing else is found to be missing.
      if let meant, self[meant.name] == nil {
        fields.append(
          Field(name: meant.name, value: meant.value, nameRange: line, valueRange: line))
      }
      return
    }
    let name = Words.trim(String(decoding: bytes[..<colon], as: UTF8.self)).lowercased()
    let raw = bytes[(colon + 1)...]
    let valueStart = raw.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? raw.endIndex
    let field = Field(
      name: name,
      value: Words.trim(String(decoding: raw, as: UTF8.self)),
      nameRange: SourceRange(
        line: line, column: text - bytes.startIndex + 1, length: colon - text),
      valueRange: SourceRange(
        line: line, column: valueStart - bytes.startIndex + 1, length: bytes.endIndex - valueStart))
    if self[name] != nil {
      findings.append(Finding(.repeatedField(name), at: field.nameRange))
    } else {
      fields.append(field)
    }
  }

  /// `kind scenario`, `minutes = 10`, `title; A talk`: a known name without its colon.
  private static func withoutColon(_ line: String) -> (name: String, value: String)? {
    let words = Words.split(line)
    guard words.count <= 40 else { return nil }
    for count in [2, 1] where words.count > count {
      let name = words.prefix(count).joined(separator: " ").lowercased()
        .filter { $0.isLetter || $0 == " " }
      guard names.contains(name) else { continue }
      let rest = words.dropFirst(count).drop { $0.allSatisfy { "=;,-–".contains($0) } }
      return rest.isEmpty ? nil : (name, rest.joined(separator: " "))
    }
    return nil
  }

  /// Every name that some kind of file has.
  static let names: Set<String> = [
    "kind", "title", "id", "minutes", "skills", "why", "allow", "version", "language", "author",
    "licence", "cast", "meters", "pass", "mode", "draw", "attempts", "time limit", "feedback",
    "confidence", "sealed", "valid", "renew", "grace", "expires", "badge", "logo", "colour",
    "signatory",
    "footer",
  ]

  /// Two hyphens, or more than three.
  private static func isNearlyFence(_ line: ArraySlice<UInt8>) -> Bool {
    let text = Words.trim(String(decoding: line, as: UTF8.self))
    return text.utf8.count > 1 && text.utf8.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    // Word processors turn three hyphens into dashes.
    let text = Words.trim(String(decoding: line, as: UTF8.self)).unicodeScalars
    let isAllDashes = text.allSatisfy { $0 == "-" || $0 == "\u{2013}" || $0 == "\u{2014}" }
    return isAllDashes && (text.count == 3 || text.first != "-") && (1...3).contains(text.count)
  }
}

extension FrontMatter.Field {
  /// A part of a value, trimmed, with its place.
  package struct Part: Equatable, Sendable {
    package var text: String
    package var range: SourceRange
  }

  /// The parts of the value between separators, without empty ones.
  package func parts(between separator: Unicode.Scalar) -> [Part] {
    let bytes = value.utf8
    var column = Int(valueRange.start.column)
    return bytes.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false)
      .compactMap { piece in
        defer { column += piece.count + 1 }
        let text = String(Substring(piece))
        let trimmed = Words.trim(text)
        guard !trimmed.isEmpty else { return nil }
        let blanks = text.utf8.count - Words.trimStart(text).utf8.count
        return Part(
          text: trimmed,
          range: SourceRange(
            line: Int(valueRange.start.line), column: column + blanks, length: trimmed.utf8.count))
      }
  }
}

/// Walks over lines without listing them all.
struct LineScanner: Sequence, IteratorProtocol {
  struct Line {
    var number: Int
    var content: Range<Int>
    var next: Int
  }

  private let bytes: [UInt8]
  private var position = 0
  private var number = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Line? {
    guard position < bytes.count else { return nil }
    let start = position
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    var after = end + 1
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { after += 1 }
    position = Swift.min(after, bytes.count)
    number += 1
    return Line(number: number, content: start..<end, next: position)
  }
}
