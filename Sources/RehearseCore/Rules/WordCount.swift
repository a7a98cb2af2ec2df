/// Counts words as a reader meets them: runs between blanks. Looks at bytes only, for there are
/// millions of them.
enum WordCount {
  static func of(_ blocks: [Block]) -> Int { blocks.reduce(0) { $0 + of($1) } }

  static func of(_ block: Block) -> Int {
    switch block.kind {
    case .paragraph(let inlines), .heading(_, let inlines): of(inlines)
    case .list(let list): list.items.reduce(0) { $0 + of($1.blocks) }
    case .quote(let blocks): of(blocks)
    case .code(_, let text): of(text)
    case .table(let table):
      ([table.header] + table.rows).reduce(0) { $0 + $1.reduce(0) { $0 + of($1) } }
    case .html, .rule: 0
    }
  }

  static func of(_ inlines: [Inline]) -> Int {
    var count = 0
    for inline in inlines {
      switch inline.kind {
      case .text(let text), .code(let text): count += of(text)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .link(_, let inner), .image(_, let inner):
        count += of(inner)
      case .html, .softBreak, .lineBreak: break
      }
    }
    return count
  }

  static func of(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      var count = 0
      var isInside = false
      for byte in bytes {
        let isBlank = byte <= 0x20
        count += !isBlank && !isInside ? 1 : 0
        isInside = !isBlank
      }
      return count
    }
  }
}

extension CourseReview {
  /// Whether blanks stand between the words of the course's language. Where none do, words cannot be
  /// counted here.
  var separatesWords: Bool {
    let language = course.outline.language?.lowercased().prefix { $0.isLetter } ?? "en"
    return !["zh", "ja", "th", "lo", "km", "my", "bo", "dz"].contains(language)
  }
}
