/// XML and HTML content as blocks of Markdown.
struct MarkupBlocks {
  /// What could not be kept.
  private(set) var losses: [ExchangeLoss] = []
  private let line: Int
  /// Elements that are no text, by kind; a string stands for them in the text.
  private let replaced: [String: String]

  private var blocks: [Block] = []
  private var run: [Inline] = []

  static let maximumDepth = 40

  init(line: Int, replacing replaced: [String: String] = [:]) {
    self.line = line
    self.replaced = replaced
  }

  private var range: SourceRange { SourceRange(line: line) }

  mutating func blocks(_ nodes: [MarkupNode]) -> [Block] { blocks(nodes, depth: 0) }

  private mutating func blocks(_ nodes: [MarkupNode], depth: Int) -> [Block] {
    let outer = (blocks, run)
    blocks = []
    run = []
    add(nodes, depth: depth)
    flush()
    let result = blocks
    (blocks, run) = outer
    return result
  }

  private mutating func flush() {
    let inlines = Self.tidy(run)
    run = []
    if !inlines.isEmpty { blocks.append(Block(.paragraph(inlines), range: range)) }
  }

  private mutating func append(_ kind: Block.Kind) {
    flush()
    blocks.append(Block(kind, range: range))
  }

  private mutating func add(_ nodes: [MarkupNode], depth: Int) {
    guard depth < Self.maximumDepth else { return }
    for node in nodes {
      switch node {
      case .text(let text): run.append(Inline(.text(Self.collapsed(text)), range: range))
      case .element(let element): add(element, depth: depth + 1)
      }
    }
  }

  private mutating func add(_ element: MarkupElement, depth: Int) {
    if let text = replaced[element.kind] {
      if !text.isEmpty { run.append(Inline(.text(text), range: range)) }
      return
    }
    switch element.kind {
    case "p", "div", "section", "article", "header", "footer", "figure", "figcaption", "center",
      "prompt", "contentbody", "dl", "dt", "dd", "tbody", "body", "html", "address":
      flush()
      add(element.children, depth: depth)
      flush()
    case "h1", "h2", "h3", "h4", "h5", "h6":
      let inlines = inlines(element, depth: depth)
      let level = element.kind.last?.wholeNumberValue ?? 6
      if !inlines.isEmpty { append(.heading(level: level, inlines)) }
    case "ul", "ol": addList(element, depth: depth)
    case "blockquote":
      let inner = blocks(element.children, depth: depth)
      if !inner.isEmpty { append(.quote(inner)) }
    case "pre": append(.code(info: "", text: Self.raw(element) + "\n"))
    case "table": addTable(element, depth: depth)
    case "hr": append(.rule)
    case "script", "style", "head", "title", "template": losses.append(.markup(element.name))
    default: addInline(element, depth: depth)
    }
  }

  private mutating func addInline(_ element: MarkupElement, depth: Int) {
    let kind: Inline.Kind?
    switch element.kind {
    case "b", "strong": kind = .strong(inlines(element, depth: depth))
    case "i", "em", "cite", "var", "dfn": kind = .emphasis(inlines(element, depth: depth))
    case "s", "del", "strike": kind = .strikethrough(inlines(element, depth: depth))
    case "span" where element["class"]?.contains("strike") == true:
      kind = .strikethrough(inlines(element, depth: depth))
    case "code", "tt", "kbd", "samp": kind = .code(Self.collapsed(Self.raw(element)))
    case "a":
      let inner = inlines(element, depth: depth)
      kind = element["href"].map { .link(destination: $0, inner) } ?? nil
      if kind == nil { run += inner }
    case "img":
      let source = element["src"] ?? ""
      losses.append(.image(source))
      let words = [Inline(.text(Self.collapsed(element["alt"] ?? "")), range: range)]
      kind = .image(source: source, words)
    case "br": kind = .lineBreak
    case "span", "font", "small", "big", "u", "label", "abbr", "q", "acronym", "bdo", "wbr", "ins",
      "mark", "time", "nobr":
      kind = nil
      add(element.children, depth: depth)
    default:
      // Formulas, media, superscripts …: words without what they are.
      losses.append(.markup(element.name))
      kind = nil
      add(element.children, depth: depth)
    }
    if let kind { run.append(Inline(kind, range: range)) }
  }

  private mutating func inlines(_ element: MarkupElement, depth: Int) -> [Inline] {
    blocks(element.children, depth: depth).flattened(at: range)
  }

  private mutating func addList(_ element: MarkupElement, depth: Int) {
    let items = element.elements.map { child in
      MarkdownItem(
        box: nil, blocks: blocks(child.children, depth: depth + 1), range: range)
    }.filter { !$0.blocks.isEmpty }
    guard !items.isEmpty else { return }
    let start = element.kind == "ol" ? Words.integer(element["start"] ?? "1") ?? 1 : nil
    let isTight = items.allSatisfy { item in
      item.blocks.dropFirst().allSatisfy { if case .list = $0.kind { true } else { false } }
    }
    append(.list(MarkdownList(start: start.map { max(0, $0) }, isTight: isTight, items: items)))
  }

  private mutating func addTable(_ element: MarkupElement, depth: Int) {
    var rows: [[[Inline]]] = []
    for row in element.descendants where row.kind == "tr" {
      rows.append(
        row.elements.filter { $0.kind == "td" || $0.kind == "th" }
          .map { inlines($0, depth: depth + 1) })
    }
    let width = rows.map(\.count).max() ?? 0
    guard width > 0, width <= 30 else { return add(element.children, depth: depth) }
    rows = rows.map { $0 + Array(repeating: [], count: width - $0.count) }
    append(
      .table(
        MarkdownTable(
          alignments: Array(repeating: .leading, count: width), header: rows[0],
          rows: [[[Inline]]](rows.dropFirst()))))
  }

  private static func raw(_ element: MarkupElement) -> String {
    element.children.map { node in
      switch node {
      case .text(let text): text
      case .element(let inner): inner.kind == "br" ? "\n" : raw(inner)
      }
    }.joined()
  }

  /// Runs of blanks as one; a no-break space is a character.
  private static func collapsed(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isBlank = scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
      if !isBlank {
        out.append(scalar)
      } else if out.last != " " {
        out.append(" ")
      }
    }
    return String(out)
  }

  /// Texts that follow one another as one, blanks at the ends and around breaks left out.
  static func tidy(_ inlines: [Inline]) -> [Inline] {
    var result: [Inline] = []
    for inline in inlines {
      if case .text(let more) = inline.kind, case .text(let text)? = result.last?.kind {
        let isDouble = text.hasSuffix(" ") && more.hasPrefix(" ")
        result[result.count - 1].kind = .text(text + (isDouble ? String(more.dropFirst()) : more))
      } else if case .text("") = inline.kind {
        continue
      } else {
        result.append(inline)
      }
    }
    while result.last?.isBlank == true || result.first?.isBlank == true { result = result.trimmed }
    return result.trimmed
  }
}

extension [Block] {
  /// All words as one run of inlines, with breaks between the blocks.
  func flattened(at range: SourceRange) -> [Inline] {
    var result: [Inline] = []
    for block in self {
      let inlines: [Inline]
      switch block.kind {
      case .paragraph(let inner), .heading(_, let inner): inlines = inner
      case .list(let list):
        inlines = list.items.map { $0.blocks.flattened(at: range) }.filter { !$0.isEmpty }
          .joined(separator: [Inline(.lineBreak, range: range)]).map { $0 }
      case .quote(let inner): inlines = inner.flattened(at: range)
      case .code(_, let text):
        inlines = [Inline(.code(Words.split(text).joined(separator: " ")), range: range)]
      case .table(let table):
        inlines = ([table.header] + table.rows).map { row in
          [Inline(.text(row.map(\.plainText).joined(separator: "; ")), range: range)]
        }.joined(separator: [Inline(.lineBreak, range: range)]).map { $0 }
      case .html, .rule: inlines = []
      }
      guard !inlines.isEmpty else { continue }
      if !result.isEmpty { result.append(Inline(.lineBreak, range: range)) }
      result += inlines
    }
    return result
  }

  /// Whether more than plain paragraphs would be lost in one line.
  var isOneParagraph: Bool {
    if count == 1, case .paragraph = self[0].kind { true } else { isEmpty }
  }

  /// The first paragraph as the question itself, and what follows as its text. Blocks that begin with
  /// something else stand whole below `title`.
  func asQuestion(title: String, at range: SourceRange) -> (stem: [Inline], text: [Block]) {
    if case .paragraph(let stem)? = first?.kind { return (stem, [Block](dropFirst())) }
    return ([Inline(.text(title), range: range)], self)
  }
}
