/// A run of text inside a paragraph, heading or table cell.
package struct Inline: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case text(String)
    case code(String)
    case html(String)
    case softBreak
    case lineBreak
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    case link(destination: String, [Inline])
    case image(source: String, [Inline])
  }

  package var kind: Kind
  /// Where it stands (byte columns). A soft break has the place of what comes before it.
  package var range: SourceRange

  package init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  package var code: String? {
    if case .code(let text) = kind { text } else { nil }
  }

  package var isBlank: Bool {
    switch kind {
    case .text(let text): text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    case .softBreak, .lineBreak: true
    default: false
    }
  }
}

extension [Inline] {
  /// The words alone, breaks as spaces.
  package var plainText: String {
    var result = ""
    appendPlainText(to: &result)
    return result
  }

  private func appendPlainText(to result: inout String) {
    for inline in self {
      switch inline.kind {
      case .text(let text), .code(let text): result += text
      case .html: break
      case .softBreak, .lineBreak: result += " "
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .link(_, let inner), .image(_, let inner):
        inner.appendPlainText(to: &result)
      }
    }
  }

  /// The same inlines without blanks at either end.
  package var trimmed: [Inline] {
    var result = self[...]
    while let first = result.first, first.isBlank { result.removeFirst() }
    while let last = result.last, last.isBlank { result.removeLast() }
    var inlines = result.count == count ? self : [Inline](result)
    if case .text(let text)? = inlines.first?.kind, text.utf8.first.map(String.isBlankByte) == true
    {
      inlines[0].kind = .text(String(Substring(text.utf8.drop(while: String.isBlankByte))))
    }
    // Written only where something changes: writing copies an array that is held elsewhere.
    if case .text(let text)? = inlines.last?.kind, text.utf8.last.map(String.isBlankByte) == true {
      inlines[inlines.count - 1].kind = .text(text.droppingTrailingBlanks)
    }
    return inlines
  }

  /// The lines of a paragraph as the author broke them.
  package var lines: [[Inline]] {
    split(omittingEmptySubsequences: true) { $0.kind == .softBreak || $0.kind == .lineBreak }
      .map { [Inline]($0) }
  }
}

extension ArraySlice<Inline> {
  /// Takes blanks off both ends. Unlike `trimmed` it copies nothing, so that taking a paragraph
  /// apart word by word stays linear.
  mutating func dropBlanks() {
    while let first, first.isBlank { removeFirst() }
    while let last, last.isBlank { removeLast() }
  }
}

extension String {
  static func isBlankByte(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  var droppingTrailingBlanks: String {
    guard let last = utf8.last, Self.isBlankByte(last) else { return self }
    var view = self[...].utf8
    while let last = view.last, Self.isBlankByte(last) { view.removeLast() }
    return String(Substring(view))
  }
}
