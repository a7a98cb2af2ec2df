import RehearseCore

/// Markdown as lines of a terminal. What it holds is independent of the console it goes to, so that
/// a text can be laid out again when the terminal changes its size.
struct MarkdownLayout {
  struct Line: Equatable, Sendable {
    var text: StyledText
    /// The index of the top-level block that the line belongs to. A blank line between two blocks
    /// belongs to the first.
    var block: Int

    init(_ text: StyledText, block: Int = 0) {
      self.text = text
      self.block = block
    }
  }

  let width: Int
  private(set) var lines: [Line] = []
  var inline: InlineLayout

  var theme: Theme { inline.theme }
  var links: LinkTable { inline.links }

  /// Lays out `blocks` in at most `width` columns (never fewer than 20). `first` stands before the
  /// first line and `rest` before the others, as the number before a choice does. `links` are those
  /// of the text before, whose numbering goes on here.
  init(
    _ blocks: [Block], width: Int, theme: Theme,
    first: StyledText = StyledText(), rest: StyledText = StyledText(),
    links: LinkTable = LinkTable()
  ) {
    self.width = max(Self.narrowest, width)
    inline = InlineLayout(theme: theme, links: links)
    let indent = max(first.width, rest.width)
    let indents = self.width - indent >= Self.narrowestIndented
    let body = indents ? self.width - indent : self.width
    for (index, block) in blocks.enumerated() {
      let laidOut = self.lines(of: block, width: body)
      guard !laidOut.isEmpty else { continue }
      if !lines.isEmpty {
        lines.append(Line(StyledText(), block: lines[lines.count - 1].block))
      }
      lines += laidOut.map { Line($0, block: index) }
    }
    guard indents else {
      if !first.isEmpty { lines.insert(Line(first.droppingTrailingBlanks), at: 0) }
      return
    }
    if lines.isEmpty, !first.isEmpty { lines = [Line(StyledText())] }
    for index in lines.indices {
      lines[index].text = ((index == 0 ? first : rest) + lines[index].text).droppingTrailingBlanks
    }
  }

  static let narrowest = 20
  /// Where an indent would leave less than this, the text goes under its mark without one.
  static let narrowestIndented = 12

  // MARK: Blocks

  /// The lines of several blocks with a blank line between two, unless they are to be `tight`.
  mutating func lines(of blocks: [Block], width: Int, tight: Bool = false) -> [StyledText] {
    var result: [StyledText] = []
    for block in blocks {
      let lines = lines(of: block, width: width)
      if !tight, !result.isEmpty, !lines.isEmpty { result.append(StyledText()) }
      result += lines
    }
    return result
  }

  private mutating func lines(of block: Block, width: Int) -> [StyledText] {
    switch block.kind {
    case .paragraph(let inlines): return inline.text(inlines).wrapped(to: width)
    case .heading(let level, let inlines): return heading(level, inlines, width: width)
    case .list(let list): return lines(of: list, width: width)
    case .quote(let blocks):
      let mark = StyledText("\(theme.glyphs.quote) ", .dim)
      return indented(blocks, width: width, first: mark, rest: mark)
    case .code(_, let text): return code(text, width: width)
    case .table(let table): return lines(of: table, width: width)
    case .html(let html):
      let words = html.withoutTags
      return words.isEmpty ? [] : StyledText(words).wrapped(to: width)
    case .rule: return [.repeating(theme.glyphs.rule, count: width, .dim)]
    }
  }

  private mutating func heading(_ level: Int, _ inlines: [Inline], width: Int) -> [StyledText] {
    let lines = inline.text(inlines, role: .heading).wrapped(to: width)
    // Where a heading cannot stand out by its looks, a line under it says that it is one.
    guard !theme.isStyled, level <= 2, let longest = lines.map(\.width).max() else { return lines }
    let glyph = level == 1 ? theme.glyphs.doubleRule : theme.glyphs.rule
    return lines + [.repeating(glyph, count: longest)]
  }

  /// Blocks with marks before their lines; without them where they would leave too little room.
  mutating func indented(
    _ blocks: [Block], width: Int, tight: Bool = false, first: StyledText, rest: StyledText
  ) -> [StyledText] {
    let indent = max(first.width, rest.width)
    guard width - indent >= Self.narrowestIndented else {
      return [first.droppingTrailingBlanks] + lines(of: blocks, width: width, tight: tight)
    }
    var lines = lines(of: blocks, width: width - indent, tight: tight)
    if lines.isEmpty { lines = [StyledText()] }
    return lines.enumerated().map { index, line in
      ((index == 0 ? first : rest) + line).droppingTrailingBlanks
    }
  }

  /// Code keeps its lines and blanks. A line that is too long goes on under a mark.
  private func code(_ text: String, width: Int) -> [StyledText] {
    let indent = StyledText.blanks(2)
    let mark = StyledText("\(theme.glyphs.continuation) ", .dim)
    var lines = text.printable.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.flatMap { line -> [StyledText] in
      let line = StyledText(line.expandingTabs(), .code)
      if line.width + 2 <= width { return [(indent + line).droppingTrailingBlanks] }
      return line.cut(to: width - 2 - mark.width).enumerated().map { index, piece in
        indent + (index == 0 ? piece : mark + piece)
      }
    }
  }
}

extension String {
  /// The words of HTML, for courses are read where HTML means nothing: comments and tags left out.
  fileprivate var withoutTags: String {
    var result = ""
    var rest = self[...]
    while let open = rest.firstIndex(of: "<") {
      result += rest[..<open]
      rest = rest[open...]
      let end = rest.hasPrefix("<!--") ? rest.firstRange(of: "-->") : rest.firstRange(of: ">")
      rest = end.map { rest[$0.upperBound...] } ?? ""
    }
    result += rest
    return result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
