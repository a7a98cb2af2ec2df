internal import CCommonMark

/// A parsed Markdown text. Together with `MarkdownTreeReader` the only code that touches cmark.
package struct MarkdownDocument: Sendable {
  /// Blocks and inlines that are nested deeper are left out, and reported.
  package static let maximumNesting = 48

  package let blocks: [Block]

  /// Parses CommonMark with GitHub's tables, task lists and strikethrough. `lineOffset` lines stand
  /// before `bytes` in the file. Anything is Markdown: the only finding is too deep a nesting.
  package init(_ bytes: ArraySlice<UInt8>, lineOffset: Int = 0, findings: inout [Finding]) {
    let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE)
    defer { cmark_parser_free(parser) }
    for name in Self.extensions {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.bindMemory(to: CChar.self).baseAddress else { return }
      cmark_parser_feed(parser, start, buffer.count)
    }
    guard let root = cmark_parser_finish(parser) else {
      blocks = []
      return
    }
    defer { cmark_node_free(root) }
    var reader = MarkdownTreeReader(lineOffset: lineOffset)
    blocks = reader.blocks(in: root, depth: 0)
    if let place = reader.tooDeep {
      findings.append(Finding(.nestedTooDeep(limit: Self.maximumNesting), at: place))
    }
  }

  /// Registering is global in cmark and happens once.
  private static let extensions: [String] = {
    cmark_gfm_core_extensions_ensure_registered()
    return ["table", "tasklist", "strikethrough"]
  }()
}
