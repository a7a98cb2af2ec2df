internal import CCommonMark
internal import Synchronization

/// A parsed Markdown text. Together with `MarkdownTreeReader` the only code that touches cmark.
package struct MarkdownDocument: Sendable {
  /// Blocks and inlines that are nested deeper are left out, and reported.
  package static let maximumNesting = 48

  package let blocks: [Block]
  /// Every link and image, in the order of the text.
  package let links: [Link]

  /// Parses CommonMark with GitHub's tables, task lists and strikethrough. `lineOffset` lines stand
  /// before `bytes` in the file. Anything is Markdown: the only finding is too deep a nesting.
  package init(_ bytes: ArraySlice<UInt8>, lineOffset: Int = 0, findings: inout [Finding]) {
    var reader = MarkdownTreeReader(bytes, lineOffset: lineOffset)
    blocks = Self.arena.withLock { _ in
      defer { cmark_arena_reset() }
      guard let root = Self.parse(bytes) else { return [] }
      return reader.blocks(in: root, depth: 0)
    }
    links = reader.links
    findings += reader.lookalikes
    if let place = reader.tooDeep {
      findings.append(Finding(.nestedTooDeep(limit: Self.maximumNesting), at: place))
    }
  }

  /// cmark's tree lives in its arena, which is one for the whole process: freeing a large tree node
  /// by node would take longer than parsing it.
  private static let arena = Mutex(())

  private static func parse(_ bytes: ArraySlice<UInt8>) -> OpaquePointer? {
    let parser = cmark_parser_new_with_mem(
      CMARK_OPT_DEFAULT | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE, cmark_get_arena_mem_allocator())
    for name in extensions {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.bindMemory(to: CChar.self).baseAddress else { return }
      cmark_parser_feed(parser, start, buffer.count)
    }
    return cmark_parser_finish(parser)
  }

  /// Registering is global in cmark and happens once.
  private static let extensions: [String] = {
    cmark_gfm_core_extensions_ensure_registered()
    return ["table", "tasklist", "strikethrough"]
  }()
}
