/// An author's Markdown on the page of one unit. Raw HTML is shown and never obeyed.
struct PreviewText {
  let links: PreviewLinks
  /// The unit's path.
  let path: String

  /// - Parameter level: what the first heading becomes, from 1; those below follow without a gap.
  /// - Parameter ids: gives each heading on the outermost level its id.
  func blocks(
    _ blocks: [Block], level: Int, ids: ((_ heading: [Inline]) -> String)? = nil
  ) -> HTML {
    var outline = HeadingLevels(top: level)
    return self.blocks(blocks, &outline, ids)
  }

  private func blocks(
    _ blocks: [Block], _ outline: inout HeadingLevels, _ ids: (([Inline]) -> String)? = nil
  ) -> HTML {
    var html = HTML()
    for block in blocks {
      switch block.kind {
      case .paragraph(let inner): html += "<p>\(inlines(inner))</p>\n"
      case .heading(let level, let inner):
        html += heading(inner, outline.level(of: level), id: ids.map { $0(inner) })
      case .list(let list): html += self.list(list, &outline)
      case .quote(let inner):
        html += "<blockquote>\n\(self.blocks(inner, &outline))</blockquote>\n"
      case .code(_, let text):
        html += "<pre><code>\(HTML(preformatted: text))</code></pre>\n"
      case .table(let table): html += self.table(table)
      case .html(let text): html += Self.raw(text)
      case .rule: html += "<hr/>\n"
      }
    }
    return html
  }

  func heading(_ words: [Inline], _ level: Int, id: String?) -> HTML {
    let mark: HTML = id.map { " id=\"\($0)\"" } ?? ""
    let text: HTML = words.plainText.isEmpty ? "(a heading without words)" : inlines(words)
    return "<h\(level)\(mark)>\(text)</h\(level)>\n"
  }

  /// Comments of their own are left out when a file is read.
  private static func raw(_ text: String) -> HTML {
    """
    <div class="raw" lang="en"><p>HTML in the text. Learners do not see it.</p>
    <pre><code>\(HTML(preformatted: Words.trim(text)))</code></pre></div>

    """
  }

  private func list(_ list: MarkdownList, _ outline: inout HeadingLevels) -> HTML {
    var items = HTML()
    for item in list.items {
      let box: HTML = item.box.map { $0 ? "☑ <span class=\"hidden\">ticked:</span> " : "☐ " } ?? ""
      // The paragraphs of a tight list are shown without room between them.
      if list.isTight, case .paragraph(let first)? = item.blocks.first?.kind {
        let rest = blocks([Block](item.blocks.dropFirst()), &outline)
        items += "<li>\(box)\(inlines(first))\(rest.isEmpty ? "" : "\n" + rest)</li>\n"
      } else {
        items += "<li>\(box)\(blocks(item.blocks, &outline))</li>\n"
      }
    }
    guard let start = list.start else { return "<ul>\n\(items)</ul>\n" }
    let mark: HTML = start == 1 ? "" : " start=\"\(start)\""
    return "<ol\(mark)>\n\(items)</ol>\n"
  }

  private func table(_ table: MarkdownTable) -> HTML {
    func alignment(_ column: Int) -> HTML {
      guard table.alignments.indices.contains(column) else { return "" }
      return switch table.alignments[column] {
      case .leading: ""
      case .centre: " class=\"centre\""
      case .trailing: " class=\"trailing\""
      }
    }
    let header = table.header.enumerated().map { column, cell -> HTML in
      // An empty cell heads nothing.
      let words = inlines(cell)
      return cell.plainText.isEmpty
        ? "<td>\(words)</td>" : "<th scope=\"col\"\(alignment(column))>\(words)</th>"
    }
    let rows = table.rows.map { row -> HTML in
      let cells = row.enumerated().map { column, cell -> HTML in
        "<td\(alignment(column))>\(inlines(cell))</td>"
      }
      return "<tr>\(cells)</tr>\n"
    }
    let body: HTML = rows.isEmpty ? "" : "<tbody>\n\(rows)</tbody>\n"
    let whole: HTML = "<table>\n<thead><tr>\(header)</tr></thead>\n\(body)</table>\n"
    // On a telephone, four columns are read by moving them sideways.
    guard table.header.count > 3 else { return whole }
    return """
      <div class="wide" role="region" tabindex="0" aria-label="Table, can be scrolled">
      \(whole)</div>

      """
  }

  func inlines(_ inlines: [Inline], linking: Bool = true) -> HTML {
    var html = HTML()
    for inline in inlines { html += self.inline(inline, linking) }
    return html
  }

  /// What can stand in a link: without links of its own.
  func words(_ inlines: [Inline]) -> HTML { self.inlines(inlines, linking: false) }

  private func inline(_ inline: Inline, _ linking: Bool) -> HTML {
    switch inline.kind {
    case .text(let text): return "\(text)"
    case .code(let text): return "<code>\(text)</code>"
    // A comment is the author's own, and no viewer shows it.
    case .html(let text) where text.hasPrefix("<!--"): return ""
    case .html(let text): return "<code class=\"raw\">\(text)</code>"
    case .softBreak: return "\n"
    case .lineBreak: return "<br/>\n"
    case .emphasis(let inner): return "<em>\(inlines(inner, linking: linking))</em>"
    case .strong(let inner): return "<strong>\(inlines(inner, linking: linking))</strong>"
    case .strikethrough(let inner): return "<del>\(inlines(inner, linking: linking))</del>"
    case .link(let destination, let inner):
      guard linking else { return words(inner) }
      return link(destination, words(inner), isNamed: !inner.plainText.isEmpty)
    case .image(let source, let inner): return image(source, inner.plainText)
    }
  }

  private func link(_ destination: String, _ words: HTML, isNamed: Bool) -> HTML {
    let words: HTML = isNamed ? words : words.isEmpty ? "\(destination)" : words
    switch links.target(destination, in: path) {
    case .page(let url): return "<a href=\"\(url)\">\(words)</a>"
    case .image(let url): return "<a href=\"\(url)\">\(words)</a>"
    case .web(let url):
      return "<a class=\"web\" rel=\"noreferrer noopener\" href=\"\(url)\">\(words)</a>"
    case .nothing(let reason):
      return "\(words) <span class=\"inert\" lang=\"en\">(link: \(reason))</span>"
    }
  }

  private func image(_ source: String, _ words: String) -> HTML {
    guard let image = links.image(source, in: path) else {
      return """
        <span class="inert" lang="en">(image that is not shown: \(source); its words: \
        \(words.isEmpty ? "none" : words))</span>
        """
    }
    let words = words.isEmpty ? "An image without a description: \(image.file)" : words
    return "<img src=\"\(image.url)\" alt=\"\(words)\"/>"
  }
}

/// Turns an author's headings into levels that begin where the page has come to and leave none out.
struct HeadingLevels {
  private let top: Int
  private var open: [Int] = []

  init(top: Int) { self.top = top }

  mutating func level(of wanted: Int) -> Int {
    while let last = open.last, last >= wanted { open.removeLast() }
    open.append(wanted)
    return min(top + open.count - 1, 6)
  }
}
