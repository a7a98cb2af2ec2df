/// Reads pieces of HTML as authors paste them: nothing is an error. What is open at the end is closed,
/// an end without a beginning is passed over, and a `<` that begins no tag is text.
struct HTMLReader {
  private static let maximumDepth = 32
  private static let void: Set = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]
  /// What an opening tag ends without saying so.
  private static let closes: [String: Set<String>] = [
    "li": ["li", "p"], "p": ["p"], "tr": ["tr", "td", "th"], "td": ["td", "th"],
    "th": ["td", "th"], "ul": ["p"], "ol": ["p"], "table": ["p"], "pre": ["p"], "div": ["p"],
    "blockquote": ["p"], "h1": ["p"], "h2": ["p"], "h3": ["p"], "h4": ["p"], "h5": ["p"],
    "h6": ["p"],
  ]
  /// An end without a beginning inside one of these closes nothing outside it.
  private static let walls: Set = ["ul", "ol", "table", "td", "th", "blockquote"]

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private let line: Int
  private var open: [MarkupElement]
  /// How often a tag had no end. Each time the whole text was searched for it: after a few, a `<` is
  /// text.
  private var unfinished = 0
  private static let maximumUnfinished = 20

  static func nodes(_ text: String, line: Int) -> [MarkupNode] {
    var reader = HTMLReader(text, line: line)
    return reader.read()
  }

  private init(_ text: String, line: Int) {
    scalars = Array(text.unicodeScalars)
    self.line = line
    open = [MarkupElement(name: "", line: line)]
  }

  private mutating func read() -> [MarkupNode] {
    var text = String.UnicodeScalarView()
    func flush(_ open: inout [MarkupElement]) {
      guard !text.isEmpty else { return }
      open[open.count - 1].children.append(.text(String(text)))
      text = String.UnicodeScalarView()
    }
    while position < scalars.count {
      if scalars[position] == "<" {
        if starts(with: "<!--") {
          flush(&open)
          position += 4
          while position < scalars.count, !starts(with: "-->") { position += 1 }
          position = min(position + 3, scalars.count)
          continue
        }
        if unfinished < Self.maximumUnfinished, let tag = tag() {
          flush(&open)
          apply(tag)
          continue
        }
      } else if scalars[position] == "&", let entity = entity() {
        text.append(contentsOf: entity.unicodeScalars)
        continue
      }
      text.append(scalars[position])
      position += 1
    }
    flush(&open)
    while open.count > 1 { close() }
    return open[0].children
  }

  private struct Tag {
    var name: String
    var attributes: [String: String]
    var isEnd: Bool
    var isClosed: Bool
  }

  /// The tag at this place; nil, without moving on, where there is none.
  private mutating func tag() -> Tag? {
    var index = position + 1
    let isEnd = index < scalars.count && scalars[index] == "/"
    if isEnd { index += 1 }
    let start = index
    while index < scalars.count, Self.isName(scalars[index]) { index += 1 }
    guard index > start, scalars[start].properties.isAlphabetic else { return nil }
    var tag = Tag(
      name: Self.string(scalars[start..<index]).lowercased(), attributes: [:], isEnd: isEnd,
      isClosed: false)
    while index < scalars.count, scalars[index] != ">" {
      if scalars[index] == "/" || Words.isBlank(scalars[index]) {
        tag.isClosed = scalars[index] == "/"
        index += 1
        continue
      }
      let nameStart = index
      while index < scalars.count, !Words.isBlank(scalars[index]),
        !">=/".unicodeScalars.contains(scalars[index])
      { index += 1 }
      let name = Self.string(scalars[nameStart..<index]).lowercased()
      guard index < scalars.count else { return unfinishedTag() }
      if scalars[index] == "=" {
        guard let (value, after) = value(at: index + 1) else { return unfinishedTag() }
        tag.attributes[name] = value
        index = after
      } else if index == nameStart {
        index += 1
      } else {
        tag.attributes[name] = ""
      }
    }
    guard index < scalars.count else { return unfinishedTag() }
    position = index + 1
    return tag
  }

  private mutating func unfinishedTag() -> Tag? {
    unfinished += 1
    return nil
  }

  private func value(at start: Int) -> (String, after: Int)? {
    guard start < scalars.count else { return nil }
    var index = start
    let quote = scalars[start]
    if quote == "\"" || quote == "'" {
      index += 1
      while index < scalars.count, scalars[index] != quote { index += 1 }
      guard index < scalars.count else { return nil }
      return (Self.resolved(scalars[(start + 1)..<index]), index + 1)
    }
    while index < scalars.count, scalars[index] != ">", !Words.isBlank(scalars[index]) {
      index += 1
    }
    return (Self.resolved(scalars[start..<index]), index)
  }

  private mutating func apply(_ tag: Tag) {
    if tag.isEnd {
      guard let place = open.lastIndex(where: { $0.name == tag.name }), place > 0 else { return }
      let hasWall = open[(place + 1)...].contains { Self.walls.contains($0.name) }
      if hasWall, !Self.walls.contains(tag.name) { return }
      while open.count > place { close() }
      return
    }
    if let closed = Self.closes[tag.name] {
      while let last = open.last, open.count > 1, closed.contains(last.name) { close() }
    }
    let element = MarkupElement(name: tag.name, attributes: tag.attributes, line: line)
    if tag.isClosed || Self.void.contains(tag.name) || open.count >= Self.maximumDepth {
      open[open.count - 1].children.append(.element(element))
    } else {
      open.append(element)
    }
  }

  private mutating func close() {
    guard open.count > 1, let element = open.popLast() else { return }
    open[open.count - 1].children.append(.element(element))
  }

  private mutating func entity() -> String? {
    var index = position + 1
    while index < scalars.count, index - position < 34,
      Self.isName(scalars[index]) || scalars[index] == "#"
    {
      index += 1
    }
    guard index < scalars.count, scalars[index] == ";" else { return nil }
    let text = Self.string(scalars[position...index])
    guard let resolved = Self.entity(text) else { return nil }
    position = index + 1
    return resolved
  }

  private static func resolved(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var reader = HTMLReader(string(scalars), line: 1)
    var out = ""
    while reader.position < reader.scalars.count {
      if reader.scalars[reader.position] == "&", let entity = reader.entity() {
        out += entity
      } else {
        out.unicodeScalars.append(reader.scalars[reader.position])
        reader.position += 1
      }
    }
    return out
  }

  /// `&auml;` as text: CommonMark knows the same names as HTML.
  private static func entity(_ text: String) -> String? {
    switch text {
    case "&amp;": return "&"
    case "&lt;": return "<"
    case "&gt;": return ">"
    case "&quot;": return "\""
    case "&nbsp;": return "\u{A0}"
    default:
      var findings: [Finding] = []
      let document = MarkdownDocument(Array("x\(text)x".utf8)[...], findings: &findings)
      guard case .paragraph(let inlines)? = document.blocks.first?.kind else { return nil }
      let plain = inlines.plainText
      return plain.contains(text) ? nil : String(plain.dropFirst().dropLast())
    }
  }

  private func starts(with text: String) -> Bool {
    let wanted = text.unicodeScalars
    return position + wanted.count <= scalars.count
      && zip(wanted, scalars[position...]).allSatisfy(==)
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
