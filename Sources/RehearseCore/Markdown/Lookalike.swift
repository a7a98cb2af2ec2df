/// A line that looks like an item of a list, a heading, a quote or a link to its author, and is text
/// to CommonMark.
enum Lookalike {
  /// Looks at the inlines of a paragraph: at what its lines begin with, and at brackets.
  static func findings(in inlines: [Inline]) -> [Finding] {
    var findings: [Finding] = []
    var isLineStart = true
    var dashes: [SourceRange] = []
    for (index, inline) in inlines.enumerated() {
      defer { isLineStart = inline.kind == .softBreak || inline.kind == .lineBreak }
      guard case .text(let text) = inline.kind, let first = text.utf8.first else { continue }
      if text.utf8.contains(UInt8(ascii: "]")), isBrokenLink(text) {
        findings.append(Finding(.brokenLink, at: inline.range))
      }
      guard isLineStart else { continue }
      let next = index + 1 < inlines.count ? inlines[index + 1] : nil
      switch first {
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        if let problem = item(text, next, isFirst: index == 0) {
          findings.append(Finding(problem, at: inline.range))
        }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        // `2.[Words](file.md)`
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let next, case .link = next.kind, digits.count < 4,
          [".", ")"].contains(text.dropFirst(digits.count))
        else { continue }
        findings.append(Finding(.missingBlank(after: text), at: inline.range))
      case UInt8(ascii: ">") where index > 0:
        findings.append(Finding(.indentedTooFar(">"), at: inline.range))
      case UInt8(ascii: "#"):
        // One alone may be a number or a tag.
        let marks = text.prefix { $0 == "#" }
        guard (2...6).contains(marks.count), let next = text.dropFirst(marks.count).first else {
          continue
        }
        if !next.isWhitespace {
          findings.append(Finding(.missingBlank(after: String(marks)), at: inline.range))
        } else if index > 0 {
          findings.append(Finding(.indentedTooFar(String(marks)), at: inline.range))
        }
      case 0xC2, 0xE2, 0xEF:
        guard let bullet = text.first, let kind = bullets[bullet] else { continue }
        let rest = Words.trimStart(String(text.dropFirst()))
        if kind == .bullet || isLinkOrBox(rest, next) {
          findings.append(Finding(.wordBullet(String(bullet)), at: inline.range))
        } else if text.dropFirst().first?.isWhitespace == true {
          dashes.append(inline.range)
        }
      default: continue
      }
    }
    // One dash begins what somebody says; several lines of them are a list.
    if dashes.count > 1 { findings.append(Finding(.wordBullet("–"), at: dashes[0])) }
    return findings
  }

  private enum Bullet { case bullet, dash }

  /// What word processors put in front of the items of a list; the last is in their font of symbols.
  private static let bullets: [Character: Bullet] = [
    "•": .bullet, "·": .bullet, "▪": .bullet, "●": .bullet, "◦": .bullet, "‣": .bullet,
    "\u{F0B7}": .bullet, "\u{F0A7}": .bullet, "–": .dash, "—": .dash,
  ]

  /// `-[Words](#scene)`, `-[ ] item` and `-( ) option` lack a blank; `- [Words](#scene)` would be an
  /// item if it stood further left.
  private static func item(_ text: String, _ next: Inline?, isFirst: Bool) -> Problem? {
    let mark = String(text.prefix(1))
    let rest = text.dropFirst()
    if rest.first?.isWhitespace == true {
      return !isFirst && isLinkOrBox(Words.trimStart(String(rest)), next)
        ? .indentedTooFar(mark) : nil
    }
    return isLinkOrBox(rest, next) ? .missingBlank(after: mark) : nil
  }

  private static func isLinkOrBox(_ rest: Substring, _ next: Inline?) -> Bool {
    if rest.isEmpty {
      if case .link = next?.kind { return true }
      return next?.code != nil
    }
    return ["[ ]", "[]", "[x]", "[X]", "( )", "()", "(x)", "(X)"].contains { rest.hasPrefix($0) }
  }

  // MARK: Links

  /// `[words] (target)`, `[words(target)`, `words](target)` and `(words)[target]`.
  static func isBrokenLink(_ text: String) -> Bool {
    for parts in ["](", "] (", "]\u{A0}(", ")["] {
      var rest = text[...]
      while let start = rest.firstRange(of: parts) {
        rest = rest[start...].dropFirst(parts.count)
        if isTarget(rest.prefix { $0 != ")" && $0 != "]" }) { return true }
      }
    }
    return false
  }

  private static func isTarget(_ text: Substring) -> Bool {
    text.hasPrefix("#") || text.hasPrefix("http") || text.hasPrefix("../") || text.contains(".md")
      || text.hasSuffix(".png") || text.hasSuffix(".jpg") || text.hasSuffix(".svg")
  }

  // MARK: Headings

  /// `##Title` as the heading that it was meant to be; `findings` says what it lacks.
  static func heading(_ inlines: [Inline]) -> Block.Kind? {
    guard inlines.count == 1, case .text(let text) = inlines[0].kind else { return nil }
    let marks = text.prefix { $0 == "#" }
    guard (2...6).contains(marks.count), let next = text.dropFirst(marks.count).first,
      !next.isWhitespace
    else { return nil }
    var words = inlines
    words[0].kind = .text(String(text.dropFirst(marks.count)))
    return .heading(level: marks.count, words)
  }
}

extension Substring {
  /// Where `words` first stand, without Foundation.
  fileprivate func firstRange(of words: String) -> Index? {
    guard let first = words.first else { return nil }
    var start = startIndex
    while let index = self[start...].firstIndex(of: first) {
      if self[index...].hasPrefix(words) { return index }
      start = self.index(after: index)
    }
    return nil
  }
}
