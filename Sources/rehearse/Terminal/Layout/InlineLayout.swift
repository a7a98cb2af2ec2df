import RehearseCore

/// Turns the inlines of a paragraph into styled text, and collects its links.
struct InlineLayout {
  let theme: Theme
  var links: LinkTable

  init(theme: Theme, links: LinkTable = LinkTable()) {
    self.theme = theme
    self.links = links
  }

  /// `role` is that of the surroundings; an inner role replaces an outer one.
  mutating func text(_ inlines: [Inline], role: Theme.Role? = nil) -> StyledText {
    var result = StyledText()
    for inline in inlines { result += text(inline, role: role) }
    return result
  }

  private mutating func text(_ inline: Inline, role: Theme.Role?) -> StyledText {
    switch inline.kind {
    // An author's line end is a blank; only a hard break is one on the screen.
    case .text(let text): return StyledText(text.replacingNewlines, role)
    case .softBreak: return StyledText(" ", role)
    case .lineBreak: return StyledText("\n", role)
    case .code(let code):
      let code = code.replacingNewlines
      return theme.isStyled ? StyledText(code, .code) : StyledText("`\(code)`", role)
    case .html(let tag):
      return tag.lowercased().hasPrefix("<br") ? StyledText("\n", role) : StyledText()
    case .emphasis(let inner): return text(inner, role: .emphasis)
    case .strong(let inner): return text(inner, role: .strong)
    case .strikethrough(let inner):
      return StyledText("~~", .dim) + text(inner, role: .dim) + StyledText("~~", .dim)
    case .image(let source, let inner):
      let words = inner.plainText
      let name = words.isEmpty ? String(source.split(separator: "/").last ?? "") : words
      return StyledText(name.isEmpty ? "[Image]" : "[Image: \(name)]", .dim)
    case .link(let destination, let inner):
      let words = inner.plainText
      let number = links.number(of: destination, text: words)
      let shown = words.isEmpty ? StyledText(destination, .link) : text(inner, role: .link)
      return shown + StyledText("[\(number)]", .dim)
    }
  }
}

extension String {
  fileprivate var replacingNewlines: String {
    utf8.contains(0x0A) ? String(map { $0.isNewline ? " " : $0 }) : self
  }
}
