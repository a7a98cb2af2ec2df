/// The links and pieces of code in the text of a file, with the exact bytes of each.
///
/// cmark says what a text means, but not where in a link its destination stands, and its places are
/// only near on the later lines of an item. Editing needs both, and needs them in a text that is
/// half written. A test holds what is found here against cmark.
package struct MarkdownMarks: Sendable {
  package struct Link: Equatable, Sendable {
    /// The words between the brackets.
    package var words: Range<Int>
    package var destination: Range<Int>
  }

  /// A part of the text whose inlines belong together: lines of a paragraph, a heading, an item.
  package struct Part: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
      case paragraph, item
      case heading(level: Int)
    }
    package var kind: Kind
    /// From behind the marker to the end of the last line.
    package var range: Range<Int>
    /// How far in its first line begins, and whether in a quote.
    package var indentation: Int
    package var isQuoted: Bool
  }

  package private(set) var parts: [Part] = []
  package private(set) var links: [Link] = []
  /// The bytes between the backquotes.
  package private(set) var codes: [Range<Int>] = []
  private let bytes: [UInt8]

  /// `bytes` is the whole file; what stands before `start` is front matter.
  package init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    findParts(from: start)
    for part in parts { findMarks(in: part.range) }
  }

  /// The part that a place stands in or directly behind.
  package func part(at offset: Int) -> Part? {
    parts.last { $0.range.lowerBound <= offset && offset <= $0.range.upperBound }
  }

  // MARK: Parts

  private mutating func findParts(from start: Int) {
    var position = start
    var fence: (mark: UInt8, length: Int)?
    var open: Part?
    func close(_ parts: inout [Part]) {
      if let part = open { parts.append(part) }
      open = nil
    }
    while position < bytes.count {
      let lineStart = position
      var end = position
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      position = end + 1
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { position += 1 }

      var text = skipBlanks(lineStart, end)
      var isQuoted = false
      while text < end, bytes[text] == UInt8(ascii: ">") {
        isQuoted = true
        text = skipBlanks(text + 1, end)
      }
      let indentation = text - lineStart
      if let opened = fence {
        let run = runLength(text, end)
        if bytes[text..<end].first == opened.mark, run >= opened.length,
          skipBlanks(text + run, end) == end
        {
          fence = nil
        }
        continue
      }
      guard text < end else {
        close(&parts)
        continue
      }
      if isFence(text, end) {
        close(&parts)
        fence = (bytes[text], runLength(text, end))
        continue
      }
      if bytes[text] == UInt8(ascii: "#") {
        let level = runLength(text, end)
        let after = skipBlanks(text + level, end)
        if level <= 6, after > text + level || after == end {
          close(&parts)
          parts.append(
            Part(
              kind: .heading(level: level), range: after..<max(after, endOfHeading(after, end)),
              indentation: indentation, isQuoted: isQuoted))
          continue
        }
      }
      if let marker = itemMarker(text, end) {
        close(&parts)
        open = Part(
          kind: .item, range: marker..<end, indentation: indentation, isQuoted: isQuoted)
        continue
      }
      if let level = underline(text, end), let part = open, part.kind == .paragraph {
        open?.kind = .heading(level: level)
        close(&parts)
        continue
      }
      if open?.isQuoted == isQuoted || (open != nil && !isQuoted) {
        let first = open?.range.lowerBound ?? text
        open?.range = first..<end
      } else {
        close(&parts)
        open = Part(
          kind: .paragraph, range: text..<end, indentation: indentation, isQuoted: isQuoted)
      }
    }
    close(&parts)
  }

  private func skipBlanks(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index
  }

  /// How often the byte at `start` is repeated.
  private func runLength(_ start: Int, _ end: Int) -> Int {
    guard start < end else { return 0 }
    var index = start
    while index < end, bytes[index] == bytes[start] { index += 1 }
    return index - start
  }

  private func isFence(_ start: Int, _ end: Int) -> Bool {
    let mark = bytes[start]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return false }
    let length = runLength(start, end)
    // Three backquotes and another one in the same line are code in a text.
    return length >= 3
      && (mark == UInt8(ascii: "~") || !bytes[(start + length)..<end].contains(mark))
  }

  /// The marks at the end of `## Title ##` are no part of it.
  private func endOfHeading(_ start: Int, _ end: Int) -> Int {
    func withoutBlanks(_ end: Int) -> Int {
      var end = end
      while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
      return end
    }
    let last = withoutBlanks(end)
    var marks = last
    while marks > start, bytes[marks - 1] == UInt8(ascii: "#") { marks -= 1 }
    guard marks < last, marks == start || withoutBlanks(marks) < marks else { return last }
    return withoutBlanks(marks)
  }

  /// `===` or `---` under a paragraph make it a heading.
  private func underline(_ start: Int, _ end: Int) -> Int? {
    let mark = bytes[start]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "="),
      skipBlanks(start + runLength(start, end), end) == end
    else { return nil }
    return mark == UInt8(ascii: "=") ? 1 : 2
  }

  /// Where the text of an item begins, behind `-`, `1.` and a box.
  private func itemMarker(_ start: Int, _ end: Int, depth: Int = 0) -> Int? {
    guard depth < 16 else { return nil }
    var index = start
    switch bytes[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): index += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while index < end, (0x30...0x39).contains(bytes[index]) { index += 1 }
      guard index < end, index - start <= 9,
        bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")")
      else { return nil }
      index += 1
    default: return nil
    }
    guard index < end, bytes[index] == 0x20 || bytes[index] == 0x09 else { return nil }
    index = skipBlanks(index, end)
    // An item in an item, and the box of a task.
    if index < end, let inner = itemMarker(index, end, depth: depth + 1) { return inner }
    if index + 3 < end, bytes[index] == UInt8(ascii: "["), bytes[index + 2] == UInt8(ascii: "]"),
      bytes[index + 3] == 0x20, [0x20, 0x78, 0x58].contains(bytes[index + 1])
    {
      index = skipBlanks(index + 3, end)
    }
    return index
  }

  // MARK: Marks

  private mutating func findMarks(in range: Range<Int>) {
    var index = range.lowerBound
    let end = range.upperBound
    // Where brackets are open: what stands behind each.
    var brackets: [Int] = []
    var longestRun: [Int: Int] = [:]
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "`"):
        let length = runLength(index, end)
        let content = index + length
        // Where no run of this length follows, none needs to be looked for again.
        if longestRun[length] != end, let close = closingRun(length, content, end) {
          codes.append(content..<close)
          index = close + length
        } else {
          longestRun[length] = end
          index = content
        }
      case UInt8(ascii: "["):
        brackets.append(index + 1)
        index += 1
      case UInt8(ascii: "]"):
        guard let words = brackets.popLast() else {
          index += 1
          continue
        }
        if let link = destination(index + 1, end) {
          links.append(Link(words: words..<index, destination: link.range))
          index = link.after
        } else if words == range.lowerBound + 1, index + 1 < end,
          bytes[index + 1] == UInt8(ascii: ":")
        {
          // `[name]: destination`, which `[words][name]` leads to.
          let start = skipBlanks(index + 2, end)
          var after = start
          while after < end, bytes[after] > 0x20 { after += 1 }
          if after > start { links.append(Link(words: words..<index, destination: start..<after)) }
          index = after
        } else {
          index += 1
        }
      default: index += 1
      }
    }
  }

  private func closingRun(_ length: Int, _ start: Int, _ end: Int) -> Int? {
    var index = start
    while index < end {
      guard bytes[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let run = runLength(index, end)
      if run == length { return index }
      index += run
    }
    return nil
  }

  /// Reads `(destination "title")`, as CommonMark 6.3 has it.
  private func destination(_ start: Int, _ end: Int) -> (range: Range<Int>, after: Int)? {
    guard start < end, bytes[start] == UInt8(ascii: "(") else { return nil }
    // Nobody writes a longer one, and looking for the end of each `](` would take its square.
    let end = min(end, start + 4_096)
    func skipSpace(_ from: Int) -> Int {
      var index = from
      while index < end, bytes[index] <= 0x20 { index += 1 }
      return index
    }
    var index = skipSpace(start + 1)
    let range: Range<Int>
    if index < end, bytes[index] == UInt8(ascii: "<") {
      let from = index + 1
      index = from
      while index < end, bytes[index] != UInt8(ascii: ">") {
        if bytes[index] == 0x0A || bytes[index] == UInt8(ascii: "<") { return nil }
        index += 1
      }
      guard index < end else { return nil }
      range = from..<index
      index += 1
    } else {
      let from = index
      var depth = 0
      scan: while index < end {
        switch bytes[index] {
        case UInt8(ascii: "\\") where index + 1 < end: index += 1
        case UInt8(ascii: "("): depth += 1
        case UInt8(ascii: ")"):
          if depth == 0 { break scan }
          depth -= 1
        case ...0x20: break scan
        default: break
        }
        index += 1
      }
      index = min(index, end)
      range = from..<index
    }
    let afterDestination = index
    index = skipSpace(index)
    if index < end, index > afterDestination, bytes[index] != UInt8(ascii: ")") {
      let quote = bytes[index]
      let closing =
        quote == UInt8(ascii: "(") ? UInt8(ascii: ")") : quote
      guard [0x22, 0x27, 0x28].contains(quote) else { return nil }
      index += 1
      while index < end, bytes[index] != closing {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      index = skipSpace(index + 1)
    }
    guard index < end, bytes[index] == UInt8(ascii: ")") else { return nil }
    return (range, index + 1)
  }
}
