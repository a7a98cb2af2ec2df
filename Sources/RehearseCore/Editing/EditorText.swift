/// How an editor counts the characters of a line (LSP 3.17, `PositionEncodingKind`).
package enum PositionEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  /// Code points, as a `Diagnostic` counts them.
  case utf32 = "utf-32"

  /// How much a byte adds: what a character counts is added at its first byte.
  fileprivate func width(_ byte: UInt8) -> Int {
    switch self {
    case .utf8: 1
    case .utf16: byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
    case .utf32: byte & 0xC0 == 0x80 ? 0 : 1
    }
  }
}

/// A place as editors give it: line and character from 0.
package struct EditorPosition: Hashable, Sendable, Comparable {
  package var line: Int
  package var character: Int

  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  package static func < (a: Self, b: Self) -> Bool {
    (a.line, a.character) < (b.line, b.character)
  }
}

/// The text of one file in an editor. Everything about it is found by the offset of a byte; the
/// places of editors and of diagnostics are turned into offsets here and nowhere else.
package struct EditorText: Sendable {
  package private(set) var bytes: [UInt8]
  /// Where each line starts. After the last line end comes one more line, maybe empty.
  private var starts: [Int] = []

  /// A byte order mark is left out: editors do not count it.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
    findLines()
  }

  package init(_ text: String) { self.init(Array(text.utf8)) }

  /// CR LF, LF and CR end a line, for LSP as for CommonMark.
  private mutating func findLines() {
    var starts = [0]
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices {
        switch bytes[index] {
        case 0x0A: starts.append(index + 1)
        case 0x0D where index + 1 == bytes.count || bytes[index + 1] != 0x0A:
          starts.append(index + 1)
        default: break
        }
      }
    }
    self.starts = starts
  }

  package var lineCount: Int { starts.count }

  /// A line by its number from 0, without its end; an empty range at the end for one too far.
  package func line(_ number: Int) -> Range<Int> {
    guard starts.indices.contains(number) else { return bytes.count..<bytes.count }
    var end = number + 1 < starts.count ? starts[number + 1] : bytes.count
    while end > starts[number], bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return starts[number]..<end
  }

  /// The number, from 0, of the line that a byte stands on.
  package func lineNumber(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The byte at a place. What lies outside the text is taken as the nearest place inside, as LSP
  /// asks; what lies within a character, as its beginning.
  package func offset(of position: EditorPosition, _ encoding: PositionEncoding) -> Int {
    guard position.line >= 0 else { return 0 }
    let line = line(position.line)
    var rest = max(position.character, 0)
    var offset = line.lowerBound
    if encoding == .utf8 {
      offset = min(line.lowerBound + min(rest, line.count), line.upperBound)
      while offset < line.upperBound, offset > line.lowerBound, bytes[offset] & 0xC0 == 0x80 {
        offset -= 1
      }
      return offset
    }
    while offset < line.upperBound {
      let width = encoding.width(bytes[offset])
      if width > rest { break }
      rest -= width
      offset += 1
      while offset < line.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }

  package func position(of offset: Int, _ encoding: PositionEncoding) -> EditorPosition {
    let offset = min(max(offset, 0), bytes.count)
    let number = lineNumber(of: offset)
    let line = line(number)
    var character = 0
    for index in line.lowerBound..<max(min(offset, line.upperBound), line.lowerBound) {
      character += encoding.width(bytes[index])
    }
    return EditorPosition(line: number, character: character)
  }

  /// The bytes that a diagnostic is about (lines and columns from 1, in code points).
  package func offsets(ofDiagnostic range: SourceRange) -> Range<Int> {
    func offset(_ position: SourcePosition) -> Int {
      self.offset(
        of: EditorPosition(line: Int(position.line) - 1, character: Int(position.column) - 1),
        .utf32)
    }
    let start = offset(range.start)
    return start..<max(start, offset(range.end))
  }

  /// The bytes of something that was read from the file (lines and columns from 1, in bytes).
  package func offsets(_ range: SourceRange) -> Range<Int> {
    func offset(_ position: SourcePosition) -> Int {
      let line = line(Int(position.line) - 1)
      return line.lowerBound + min(max(Int(position.column) - 1, 0), line.count)
    }
    let start = offset(range.start)
    return start..<max(start, offset(range.end))
  }

  package subscript(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// Puts `text` in the place of what stands between two places.
  package mutating func replace(
    _ start: EditorPosition, _ end: EditorPosition, _ encoding: PositionEncoding,
    with text: String
  ) {
    let from = offset(of: start, encoding)
    let to = max(from, offset(of: end, encoding))
    bytes.replaceSubrange(from..<to, with: Array(text.utf8))
    findLines()
  }
}

/// A change of one file: the bytes to replace, and what takes their place.
package struct TextEdit: Equatable, Sendable {
  package var range: Range<Int>
  package var text: String

  package init(_ range: Range<Int>, _ text: String) {
    self.range = range
    self.text = text
  }
}
