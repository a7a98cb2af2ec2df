/// Blocks and inlines as well-formed HTML.
struct HTMLText {
  /// QTI knows no `del`.
  var isQTI = false

  func blocks(_ blocks: [Block]) -> String { blocks.map(block).joined() }

  func inlines(_ inlines: [Inline]) -> String { inlines.map(inline).joined() }

  private func block(_ block: Block) -> String {
    switch block.kind {
    case .paragraph(let inner): "<p>\(inlines(inner))</p>"
    case .heading(let level, let inner):
      "<h\(min(max(level, 1), 6))>\(inlines(inner))</h\(min(max(level, 1), 6))>"
    case .list(let list): self.list(list)
    case .quote(let inner): "<blockquote>\(blocks(inner))</blockquote>"
    case .code(_, let text): "<pre>\(Self.escaped(text, keepsLines: true))</pre>"
    case .table(let table): self.table(table)
    case .html(let text): isQTI ? "<p>\(Self.escaped(text))</p>" : text
    case .rule: "<hr/>"
    }
  }

  private func list(_ list: MarkdownList) -> String {
    let items = list.items.map { item -> String in
      let box = item.box.map { $0 ? "☒ " : "☐ " } ?? ""
      // The paragraphs of a tight list are shown without room between them.
      guard list.isTight, case .paragraph(let first)? = item.blocks.first?.kind else {
        return "<li>\(box)\(blocks(item.blocks))</li>"
      }
      return "<li>\(box)\(inlines(first))\(blocks([Block](item.blocks.dropFirst())))</li>"
    }.joined()
    guard let start = list.start else { return "<ul>\(items)</ul>" }
    return (start == 1 || isQTI ? "<ol>" : "<ol start=\"\(start)\">") + items + "</ol>"
  }

  private func table(_ table: MarkdownTable) -> String {
    func row(_ cells: [[Inline]], _ name: String) -> String {
      "<tr>" + cells.map { "<\(name)>\(inlines($0))</\(name)>" }.joined() + "</tr>"
    }
    return "<table><thead>\(row(table.header, "th"))</thead><tbody>"
      + table.rows.map { row($0, "td") }.joined() + "</tbody></table>"
  }

  private func inline(_ inline: Inline) -> String {
    switch inline.kind {
    case .text(let text): Self.escaped(text)
    case .code(let text): "<code>\(Self.escaped(text))</code>"
    case .html(let text): isQTI ? Self.escaped(text) : text
    case .softBreak: " "
    case .lineBreak: "<br/>"
    case .emphasis(let inner): "<em>\(inlines(inner))</em>"
    case .strong(let inner): "<strong>\(inlines(inner))</strong>"
    case .strikethrough(let inner):
      isQTI
        ? "<span class=\"strikethrough\">\(inlines(inner))</span>" : "<del>\(inlines(inner))</del>"
    case .link(let to, let inner): "<a href=\"\(Self.escaped(to))\">\(inlines(inner))</a>"
    case .image(let from, let words):
      "<img src=\"\(Self.escaped(from))\" alt=\"\(Self.escaped(words.plainText))\"/>"
    }
  }

  /// What XML cannot hold is left out.
  static func escaped(_ text: String, keepsLines: Bool = false) -> String {
    // Most words have nothing to escape; U+FFFE and U+FFFF begin with this byte.
    let isPlain = text.utf8.allSatisfy {
      $0 >= 0x20 && $0 != 0xEF && $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "<")
        && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "\"")
    }
    if isPlain { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\n", "\r", "\t": out += keepsLines ? String(scalar) : " "
      case _ where scalar.value < 0x20 || (0xFFFE...0xFFFF).contains(scalar.value): continue
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

extension [Inline] {
  /// Whether it is nothing but words.
  var isPlain: Bool {
    allSatisfy {
      switch $0.kind {
      case .text, .softBreak: true
      default: false
      }
    }
  }
}
