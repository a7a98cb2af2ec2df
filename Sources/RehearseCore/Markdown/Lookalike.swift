/// A line that looks like an item of a list or a heading to its author, and is text to CommonMark.
enum Lookalike {
  /// Looks at the inlines of a paragraph: at what its lines begin with.
  static func findings(in inlines: [Inline]) -> [Finding] {
    var findings: [Finding] = []
    var isLineStart = true
    for (index, inline) in inlines.enumerated() {
      defer { isLineStart = inline.kind == .softBreak || inline.kind == .lineBreak }
      guard isLineStart, case .text(let text) = inline.kind, let first = text.utf8.first else {
        continue
      }
      switch first {
      case 0xE2 where text.hasPrefix("•"), 0xC2 where text.hasPrefix("·"):
        findings.append(Finding(.wordBullet, at: inline.range))
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard text.utf8.count == 1, index + 1 < inlines.count,
          case .link = inlines[index + 1].kind
        else { continue }
        findings.append(Finding(.missingBlank(after: text), at: inline.range))
      case UInt8(ascii: "#"):
        // One alone may be a number or a tag.
        let marks = text.prefix { $0 == "#" }
        guard (2...6).contains(marks.count), let next = text.dropFirst(marks.count).first,
          !next.isWhitespace
        else { continue }
        findings.append(Finding(.missingBlank(after: String(marks)), at: inline.range))
      default: continue
      }
    }
    return findings
  }
}
