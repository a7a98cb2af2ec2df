/// Takes a text apart into its paragraphs, headings and items, line by line.
struct PartFinder {
  typealias Part = MarkdownMarks.Part

  private let bytes: [UInt8]
  private var parts: [Part] = []
  /// The paragraph or item that the next line may go on.
  private var open: Part?
  /// The fence of the block of code that the lines stand in.
  private var fence: (mark: UInt8, length: Int)?
  /// Whether the lines stand in a comment.
  private var isComment = false

  static func parts(of bytes: [UInt8], from start: Int) -> [Part] {
    var finder = PartFinder(bytes: bytes)
    finder.run(from: start)
    return finder.parts
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run(from start: Int) {
    var position = start
    while position < bytes.count {
      let start = position
      var end = position
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      position = end + 1
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { position += 1 }
      take(start, end)
    }
    close()
  }

  private mutating func close() {
    if let part = open { parts.append(part) }
    open = nil
  }

  private mutating func take(_ start: Int, _ end: Int) {
    var text = bytes.skippingBlanks(start, end)
    var isQuoted = false
    while text < end, bytes[text] == UInt8(ascii: ">") {
      isQuoted = true
      text = bytes.skippingBlanks(text + 1, end)
    }
    let indentation = text - start
    func part(_ kind: Part.Kind, _ range: Range<Int>) -> Part {
      Part(kind: kind, range: range, indentation: indentation, isQuoted: isQuoted)
    }
    if fence != nil {
      endFence(text, end)
    } else if isComment || bytes.has("<!--", at: text, before: end) {
      close()
      isComment = bytes.firstPlace(of: "-->", from: text, before: end) == nil
    } else if text == end {
      close()
    } else if isFence(text, end) {
      close()
      fence = (bytes[text], bytes.runLength(text, end))
    } else if let (level, range) = heading(text, end) {
      close()
      parts.append(part(.heading(level: level), range))
    } else if let marker = itemMarker(text, end) {
      close()
      open = part(.item, marker..<end)
    } else if let level = underline(text, end), open?.kind == .paragraph {
      open?.kind = .heading(level: level)
      close()
    } else if let before = open, before.isQuoted == isQuoted || !isQuoted {
      open?.range = before.range.lowerBound..<end
    } else {
      close()
      open = part(.paragraph, text..<end)
    }
  }

  private func isFence(_ start: Int, _ end: Int) -> Bool {
    let mark = bytes[start]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return false }
    let length = bytes.runLength(start, end)
    // Three backquotes and another one in the same line are code in a text.
    return length >= 3
      && (mark == UInt8(ascii: "~") || !bytes[(start + length)..<end].contains(mark))
  }

  private mutating func endFence(_ start: Int, _ end: Int) {
    guard let opened = fence else { return }
    let run = bytes.runLength(start, end)
    if run >= opened.length, bytes[start] == opened.mark,
      bytes.skippingBlanks(start + run, end) == end
    {
      fence = nil
    }
  }

  /// `## Title`: the level, and the title without the marks.
  private func heading(_ start: Int, _ end: Int) -> (level: Int, range: Range<Int>)? {
    guard bytes[start] == UInt8(ascii: "#") else { return nil }
    let level = bytes.runLength(start, end)
    let text = bytes.skippingBlanks(start + level, end)
    guard level <= 6, text > start + level || text == end else { return nil }
    return (level, text..<max(text, endOfHeading(text, end)))
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
      bytes.skippingBlanks(start + bytes.runLength(start, end), end) == end
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
    index = bytes.skippingBlanks(index, end)
    // An item in an item, and the box of a task.
    if index < end, let inner = itemMarker(index, end, depth: depth + 1) { return inner }
    if index + 3 < end, bytes[index] == UInt8(ascii: "["), bytes[index + 2] == UInt8(ascii: "]"),
      bytes[index + 3] == 0x20, [0x20, 0x78, 0x58].contains(bytes[index + 1])
    {
      index = bytes.skippingBlanks(index + 3, end)
    }
    return index
  }
}

extension [UInt8] {
  /// The first byte from `start` on that is neither a blank nor a tab.
  func skippingBlanks(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, self[index] == 0x20 || self[index] == 0x09 { index += 1 }
    return index
  }

  func has(_ words: StaticString, at start: Int, before end: Int) -> Bool {
    guard start + words.utf8CodeUnitCount <= end else { return false }
    return words.withUTF8Buffer { self[start..<(start + $0.count)].elementsEqual($0) }
  }

  func firstPlace(of words: StaticString, from start: Int, before end: Int) -> Int? {
    (start..<Swift.max(start, end)).first { has(words, at: $0, before: end) }
  }

  /// How often the byte at `start` is repeated.
  func runLength(_ start: Int, _ end: Int) -> Int {
    guard start < end else { return 0 }
    var index = start
    while index < end, self[index] == self[start] { index += 1 }
    return index - start
  }
}
