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
    parts = PartFinder.parts(of: bytes, from: start)
    for part in parts { findMarks(in: part.range) }
  }

  /// The part that a place stands in or directly behind.
  package func part(at offset: Int) -> Part? {
    parts.last { $0.range.lowerBound <= offset && offset <= $0.range.upperBound }
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
        let length = bytes.runLength(index, end)
        let content = index + length
        // Where no run of this length follows, none needs to be looked for again.
        if longestRun[length] != end, let close = closingRun(length, content, end) {
          codes.append(content..<close)
          index = close + length
        } else {
          longestRun[length] = end
          index = content
        }
      case UInt8(ascii: "<") where bytes.has("<!--", at: index, before: end):
        let close = bytes.firstPlace(of: "-->", from: index, before: min(end, index + 4_096))
        index = close ?? index + 4
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
          let start = bytes.skippingBlanks(index + 2, end)
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
      let run = bytes.runLength(index, end)
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
