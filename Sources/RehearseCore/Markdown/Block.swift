/// A block of Markdown: a paragraph, a list, a table …
package struct Block: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case paragraph([Inline])
    case heading(level: Int, [Inline])
    case list(MarkdownList)
    case quote([Block])
    case code(info: String, text: String)
    case table(MarkdownTable)
    case html(String)
    case rule
  }

  package var kind: Kind
  package var range: SourceRange

  package init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

package struct MarkdownList: Equatable, Sendable {
  /// The number of the first item, for a numbered list.
  package var start: Int?
  package var isTight: Bool
  package var items: [MarkdownItem]
}

package struct MarkdownItem: Equatable, Sendable {
  /// Whether the box of a task list item is ticked; nil where there is no box.
  package var box: Bool?
  package var blocks: [Block]
  package var range: SourceRange
}

package struct MarkdownTable: Equatable, Sendable {
  package enum Alignment: Sendable { case leading, centre, trailing }
  package var alignments: [Alignment]
  package var header: [[Inline]]
  package var rows: [[[Inline]]]
}

extension [Block] {
  /// The words alone, one block a line.
  package var plainText: String {
    map { block in
      switch block.kind {
      case .paragraph(let inlines), .heading(_, let inlines): inlines.plainText
      case .list(let list): list.items.map(\.blocks.plainText).joined(separator: "\n")
      case .quote(let blocks): blocks.plainText
      case .code(_, let text): text
      case .table(let table):
        ([table.header] + table.rows)
          .map { $0.map(\.plainText).joined(separator: " ") }.joined(separator: "\n")
      case .html, .rule: ""
      }
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
