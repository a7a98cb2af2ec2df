internal import CCommonMark

/// Turns cmark's tree into values, once, while the tree lives.
struct MarkdownTreeReader {
  let lineOffset: Int
  /// Where the first thing stands that was left out for being nested too deep.
  private(set) var tooDeep: SourceRange?
  /// Every link and image, in the order of the text.
  private(set) var links: [Link] = []
  /// Lines that look like a list or a heading to their author, and are text to CommonMark.
  private(set) var lookalikes: [Finding] = []

  /// The first byte of each line but blanks, from 1; read only where a quote has several lines.
  private let text: ArraySlice<UInt8>
  private lazy var lineStarts = LineStarts(text)

  init(_ text: ArraySlice<UInt8>, lineOffset: Int) {
    self.text = text
    self.lineOffset = lineOffset
  }

  mutating func blocks(in parent: OpaquePointer, depth: Int) -> [Block] {
    var blocks: [Block] = []
    var next = cmark_node_first_child(parent)
    while let node = next {
      if let kind = blockKind(node, depth: depth) {
        var place = range(node)
        if case .list(let list) = kind { place = Self.range(place, around: list.items.last?.range) }
        blocks.append(Block(kind, range: place))
      }
      next = cmark_node_next(node)
    }
    return blocks
  }

  private mutating func blockKind(_ node: OpaquePointer, depth: Int) -> Block.Kind? {
    guard depth < MarkdownDocument.maximumNesting else {
      tooDeep = tooDeep ?? range(node)
      return nil
    }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH:
      let inlines = inlines(in: node, depth: depth + 1)
      let found = Lookalike.findings(in: inlines)
      guard !found.isEmpty else { return .paragraph(inlines) }
      let first = range(node).start.line
      lookalikes += found.map { finding in
        // cmark counts the columns of later lines from where the paragraph begins.
        let line = Int(finding.range.start.line)
        guard line > first, let start = lineStarts.firstByte(of: line - lineOffset) else {
          return finding
        }
        return Finding(
          finding.problem,
          at: SourceRange(line: line, column: start.column, length: start.length))
      }
      return Lookalike.heading(inlines) ?? .paragraph(inlines)
    case CMARK_NODE_HEADING:
      return .heading(
        level: Int(cmark_node_get_heading_level(node)), inlines(in: node, depth: depth + 1))
    case CMARK_NODE_LIST: return .list(list(node, depth: depth + 1))
    case CMARK_NODE_BLOCK_QUOTE:
      let known = lookalikes.count
      let inner = blocks(in: node, depth: depth + 1)
      // What looks like something else was said already.
      if lookalikes.count == known { findLooseLine(in: node) }
      return .quote(inner)
    case CMARK_NODE_CODE_BLOCK:
      reportIndentation(of: node)
      return .code(info: string(cmark_node_get_fence_info(node)), text: literal(node))
    case CMARK_NODE_HTML_BLOCK:
      let html = literal(node)
      reportOpenComment(node, html)
      return Self.isComment(html) ? nil : .html(html)
    case CMARK_NODE_THEMATIC_BREAK: return .rule
    default: return extensionName(node) == "table" ? .table(table(node, depth: depth + 1)) : nil
    }
  }

  private mutating func reportOpenComment(_ node: OpaquePointer, _ html: String) {
    guard Words.trimStart(html).hasPrefix("<!--"), html.firstRange(of: "-->") == nil else { return }
    let line = Int(cmark_node_get_start_line(node))
    let start = lineStarts.firstByte(of: line)
    lookalikes.append(
      Finding(
        .commentOpen,
        at: SourceRange(
          line: line + lineOffset, column: start?.column ?? 1, length: start?.length ?? 0)))
  }

  /// CommonMark takes a line right below a quote for a part of it, even without its `>`.
  private mutating func findLooseLine(in node: OpaquePointer) {
    let first = Int(cmark_node_get_start_line(node))
    let last = Int(cmark_node_get_end_line(node))
    guard last > first else { return }
    for line in (first + 1)...last {
      guard let start = lineStarts.firstByte(of: line), start.byte != UInt8(ascii: ">") else {
        continue
      }
      lookalikes.append(
        Finding(
          .looseQuoteLine,
          at: SourceRange(line: line + lineOffset, column: start.column, length: start.length)))
      return
    }
  }

  /// Text that is indented by four blanks or more is code to CommonMark. Nobody means that who writes
  /// a quote, a list or whole sentences there.
  private mutating func reportIndentation(of node: OpaquePointer) {
    var (length, offset, character): (Int32, Int32, CChar) = (0, 0, 0)
    guard cmark_node_get_fenced(node, &length, &offset, &character) == 0 else { return }
    let words = Words.trim(literal(node))
    let mark = words.prefix { ">-*#".contains($0) }
    let isSentence =
      words.contains(" ") && words.last.map(".?!”".contains) == true
      && words.first.map { $0.isUppercase || "“*".contains($0) } == true
    guard isSentence || !mark.isEmpty && words.dropFirst(mark.count).first == " " else { return }
    let line = Int(cmark_node_get_start_line(node))
    let start = lineStarts.firstByte(of: line)
    lookalikes.append(
      Finding(
        .indentedTooFar(String(mark.prefix(6))),
        at: SourceRange(
          line: line + lineOffset, column: start?.column ?? 1, length: start?.length ?? 0)))
  }

  private mutating func list(_ node: OpaquePointer, depth: Int) -> MarkdownList {
    var items: [MarkdownItem] = []
    var next = cmark_node_first_child(node)
    while let item = next {
      let isTask = extensionName(item) == "tasklist"
      let blocks = blocks(in: item, depth: depth)
      items.append(
        MarkdownItem(
          box: isTask ? cmark_gfm_extensions_get_tasklist_item_checked(item) : nil,
          blocks: blocks,
          range: Self.range(range(item), around: blocks.last?.range)))
      next = cmark_node_next(item)
    }
    let isNumbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    return MarkdownList(
      start: isNumbered ? Int(cmark_node_get_list_start(node)) : nil,
      isTight: cmark_node_get_list_tight(node) != 0,
      items: items)
  }

  private mutating func table(_ node: OpaquePointer, depth: Int) -> MarkdownTable {
    var rows: [[[Inline]]] = []
    var nextRow = cmark_node_first_child(node)
    while let row = nextRow {
      var cells: [[Inline]] = []
      var nextCell = cmark_node_first_child(row)
      while let cell = nextCell {
        cells.append(inlines(in: cell, depth: depth))
        nextCell = cmark_node_next(cell)
      }
      rows.append(cells)
      nextRow = cmark_node_next(row)
    }
    let columns = Int(cmark_gfm_extensions_get_table_columns(node))
    let marks = cmark_gfm_extensions_get_table_alignments(node)
    let alignments = (0..<columns).map { column -> MarkdownTable.Alignment in
      switch marks?[column] {
      case UInt8(ascii: "c"): .centre
      case UInt8(ascii: "r"): .trailing
      default: .leading
      }
    }
    return MarkdownTable(
      alignments: alignments, header: rows.first ?? [], rows: [[[Inline]]](rows.dropFirst()))
  }

  private mutating func inlines(in parent: OpaquePointer, depth: Int) -> [Inline] {
    var inlines: [Inline] = []
    // cmark splits text at every character that could have been markup.
    var text = ""
    var textRange: SourceRange?
    func endText() {
      guard let range = textRange else { return }
      inlines.append(Inline(.text(text), range: range))
      text = ""
      textRange = nil
    }
    var next = cmark_node_first_child(parent)
    while let node = next {
      defer { next = cmark_node_next(node) }
      guard let kind = inlineKind(node, depth: depth) else { continue }
      var place = range(node)
      if place.start.column < 1 || place.start.line <= lineOffset {
        // Soft breaks have no place of their own.
        let before = textRange ?? inlines.last?.range
        place = before.map { SourceRange($0.end, $0.end) } ?? range(parent)
      }
      if case .text(let more) = kind {
        text += more
        textRange = SourceRange(textRange?.start ?? place.start, place.end)
      } else {
        endText()
        inlines.append(Inline(kind, range: place))
      }
    }
    endText()
    return inlines
  }

  private mutating func inlineKind(_ node: OpaquePointer, depth: Int) -> Inline.Kind? {
    guard depth < MarkdownDocument.maximumNesting else {
      tooDeep = tooDeep ?? range(node)
      return nil
    }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: return .text(literal(node))
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .code(literal(node))
    case CMARK_NODE_HTML_INLINE:
      let html = literal(node)
      return Self.isComment(html) ? nil : .html(html)
    case CMARK_NODE_EMPH: return .emphasis(inlines(in: node, depth: depth + 1))
    case CMARK_NODE_STRONG: return .strong(inlines(in: node, depth: depth + 1))
    case CMARK_NODE_LINK:
      let destination = string(cmark_node_get_url(node))
      links.append(Link(destination: destination, range: range(node)))
      return .link(destination: destination, inlines(in: node, depth: depth + 1))
    case CMARK_NODE_IMAGE:
      let source = string(cmark_node_get_url(node))
      let words = inlines(in: node, depth: depth + 1)
      links.append(Link(destination: source, imageText: words.plainText, range: range(node)))
      return .image(source: source, words)
    default:
      return extensionName(node) == "strikethrough"
        ? .strikethrough(inlines(in: node, depth: depth + 1)) : nil
    }
  }

  /// A comment and nothing else is a note of the author's own: no viewer shows it, and so it
  /// is no part of the text.
  private static func isComment(_ html: String) -> Bool {
    let html = Words.trim(html).utf8
    guard html.count >= 7, html.starts(with: "<!--".utf8) else { return false }
    let end = Array("-->".utf8)
    // The first end is the last: after an earlier one, text would follow.
    let last = html.count - 3
    return html.dropFirst(last).elementsEqual(end)
      && !Array(html.dropFirst(4).dropLast(3)).contains(end)
  }

  private func literal(_ node: OpaquePointer) -> String { string(cmark_node_get_literal(node)) }

  private func string(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }

  /// Nodes of extensions have no constants, only the numbers that registering gave them.
  private func extensionName(_ node: OpaquePointer) -> String {
    guard cmark_node_get_syntax_extension(node) != nil else { return "" }
    return string(cmark_node_get_type_string(node))
  }

  /// cmark ends a list and its items where the next block begins, on a line that is none of
  /// theirs; to an author they end with their text.
  private static func range(_ range: SourceRange, around last: SourceRange?) -> SourceRange {
    guard let last, last.end > range.start, last.end < range.end else { return range }
    return SourceRange(range.start, last.end)
  }

  private func range(_ node: OpaquePointer) -> SourceRange {
    SourceRange(
      SourcePosition(
        line: Int(cmark_node_get_start_line(node)) + lineOffset,
        column: Int(cmark_node_get_start_column(node))),
      SourcePosition(
        line: Int(cmark_node_get_end_line(node)) + lineOffset,
        column: Int(cmark_node_get_end_column(node)) + 1))
  }
}
