/// Blocks and inlines as Markdown, in which text stays text: whatever would read as structure is
/// escaped.
struct MarkdownText {
  enum Dialect {
    /// CommonMark as courses are read.
    case course
    /// Python-Markdown with TeX between `$` signs, as text2qti reads it. It knows fewer escapes than
    /// CommonMark, so that entities stand for the rest.
    case python
  }

  var dialect = Dialect.course
  /// Keeps lines from beginning with a label such as `Hint:`.
  var protectsLabels = false

  // MARK: Inlines

  /// On one line, with blanks for breaks.
  func line(_ inlines: [Inline]) -> String {
    var out = ""
    add(Self.withoutBreaks(inlines.trimmed)[...], to: &out, isCell: false)
    return Words.trim(out)
  }

  /// The one line of an item in a list, where a sign may look like a list's or a heading's.
  func item(_ inlines: [Inline]) -> String { line(Self.quieting(inlines.trimmed)) }

  /// A cell of a table.
  func cell(_ inlines: [Inline]) -> String {
    var out = ""
    add(Self.withoutBreaks(inlines.trimmed)[...], to: &out, isCell: true)
    return Words.trim(out)
  }

  /// Hard breaks as a backslash at the end of a line.
  func paragraph(_ inlines: [Inline]) -> String {
    var out = ""
    for line in Self.hardLines(inlines) {
      if !out.isEmpty { out += dialect == .course ? "\\\n" : "<br />\n" }
      var part = ""
      let line = Self.quieting(protectsLabels ? Self.protectingLabel(line) : line)
      add(line[...], to: &part, isCell: false)
      out += Words.trim(part)
    }
    return out
  }

  private static func hardLines(_ inlines: [Inline]) -> [[Inline]] {
    inlines.split { $0.kind == .lineBreak }
      .map { withoutBreaks([Inline]($0)).trimmed }.filter { !$0.isEmpty }
  }

  private static func withoutBreaks(_ inlines: [Inline]) -> [Inline] {
    inlines.map { inline in
      var inline = inline
      switch inline.kind {
      case .softBreak, .lineBreak: inline.kind = .text(" ")
      case .emphasis(let inner): inline.kind = .emphasis(withoutBreaks(inner))
      case .strong(let inner): inline.kind = .strong(withoutBreaks(inner))
      case .strikethrough(let inner): inline.kind = .strikethrough(withoutBreaks(inner))
      case .link(let to, let inner): inline.kind = .link(destination: to, withoutBreaks(inner))
      case .image(let from, let inner): inline.kind = .image(source: from, withoutBreaks(inner))
      case .text, .code, .html: break
      }
      return inline
    }
  }

  /// `•` and `##x` are text to CommonMark and mistakes to our reader; in bold they are meant.
  private static func quieting(_ line: [Inline]) -> [Inline] {
    guard case .text(let text)? = line.first?.kind else { return line }
    let sign = text.prefix { $0 == "#" }
    let isHeading = sign.count >= 2 && text.dropFirst(sign.count).first?.isWhitespace == false
    guard isHeading || text.hasPrefix("•") || text.hasPrefix("·") else { return line }
    // The whole word: marks between a sign and a letter would not be read as marks.
    let word = text.prefix { !$0.isWhitespace }
    let bold = Inline(.text(String(word)), range: line[0].range)
    let rest = Inline(.text(String(text.dropFirst(word.count))), range: line[0].range)
    return [Inline(.strong([bold]), range: line[0].range), rest] + line.dropFirst()
  }

  /// `Hint: …` at the start of a line would be read as a hint; in bold it is text.
  private static func protectingLabel(_ line: [Inline]) -> [Inline] {
    guard case .text(let text)? = line.first?.kind, let colon = text.firstIndex(of: ":"),
      ["hint", "answer", "rubric"].contains(Words.trim(String(text[..<colon])).lowercased())
    else { return line }
    let rest = Inline(.text(String(text[text.index(after: colon)...])), range: line[0].range)
    let label = Inline(.text(Words.trim(String(text[...colon]))), range: line[0].range)
    return [Inline(.strong([label]), range: line[0].range), rest] + line.dropFirst()
  }

  private func add(_ inlines: ArraySlice<Inline>, to out: inout String, isCell: Bool) {
    for (place, inline) in zip(inlines.indices, inlines) {
      let next = place + 1 < inlines.endIndex ? inlines[place + 1].kind : nil
      switch inline.kind {
      case .text(let text): add(text, before: next, to: &out, isCell: isCell)
      case .code(let text): out += Self.code(text, isCell: isCell)
      case .html(let text): out += text
      case .softBreak, .lineBreak: out += " "
      case .emphasis(let inner): wrap(inner, in: "*", to: &out, isCell: isCell)
      case .strong(let inner): wrap(inner, in: "**", to: &out, isCell: isCell)
      case .strikethrough(let inner):
        switch dialect {
        case .course: wrap(inner, in: "~~", to: &out, isCell: isCell)
        case .python:
          out += "<del>"
          add(inner[...], to: &out, isCell: isCell)
          out += "</del>"
        }
      case .link(let destination, let inner):
        out += "["
        add(inner[...], to: &out, isCell: isCell)
        out += "](\(Self.destination(destination, isCell: isCell)))"
      case .image(let source, let inner):
        out += "!["
        add([Inline(.text(inner.plainText), range: inline.range)][...], to: &out, isCell: isCell)
        out += "](\(Self.destination(source, isCell: isCell)))"
      }
    }
  }

  /// Blanks at the ends stand outside the marks, where they must.
  private func wrap(
    _ inner: [Inline], in mark: String, to out: inout String, isCell: Bool
  ) {
    var text = ""
    // Not at the start of a line: a mark stands before it.
    var lead = "x"
    add(inner[...], to: &lead, isCell: isCell)
    text = String(lead.dropFirst())
    let core = Words.trim(text)
    guard !core.isEmpty else {
      if !text.isEmpty { out += " " }
      return
    }
    if text.unicodeScalars.first.map(Words.isBlank) == true { out += " " }
    out += mark + core + mark
    if text.unicodeScalars.last.map(Words.isBlank) == true { out += " " }
  }

  private static func code(_ text: String, isCell: Bool) -> String {
    var text = String(text.map { $0.isNewline ? " " : $0 })
    if isCell {
      text = text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
    if text.allSatisfy({ $0 == " " }) { return text.isEmpty ? "" : " " }
    let fence = String(repeating: "`", count: longestRun(of: "`", in: text) + 1)
    let pad =
      text.hasPrefix("`") || text.hasSuffix("`") || text.hasPrefix(" ") && text.hasSuffix(" ")
    return fence + (pad ? " \(text) " : text) + fence
  }

  static func longestRun(of wanted: Character, in text: String) -> Int {
    var longest = 0
    var run = 0
    for character in text {
      run = character == wanted ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  private static func destination(_ text: String, isCell: Bool) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "<", ">", "&": out += "\\" + String(scalar)
      case "|" where isCell: out += "\\|"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: continue
      default: out.unicodeScalars.append(scalar)
      }
    }
    let isPlain =
      !out.isEmpty && out.unicodeScalars.allSatisfy { !" ()<>\\".unicodeScalars.contains($0) }
    return isPlain ? out : "<\(out)>"
  }

  // MARK: Text

  private func add(
    _ text: String, before next: Inline.Kind?, to out: inout String, isCell: Bool
  ) {
    let scalars = Array(text.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      let after = place + 1 < scalars.count ? scalars[place + 1] : nil
      let before = place > 0 ? scalars[place - 1] : out.unicodeScalars.last
      switch scalar {
      case _ where Self.isControl(scalar):
        if out.last != " " { out += " " }
      case "\\", "`", "*", "[", "]": out += "\\" + String(scalar)
      case "_" where !Self.isWord(out.unicodeScalars.last) || !Self.isWord(after): out += "\\_"
      case "<" where dialect == .python: out += "&lt;"
      case "&" where dialect == .python: out += "&amp;"
      case "$" where dialect == .python: out += "\\$"
      case "{", "}", "^", "~", "|":
        out +=
          Self.isEscaped(scalar, after, before, dialect, isCell: isCell)
          ? (dialect == .course ? "\\" + String(scalar) : "&#\(scalar.value);") : String(scalar)
      case "<" where after.map { Self.isWord($0) || "/!?".unicodeScalars.contains($0) } == true:
        out += "\\<"
      case "&" where after.map { Self.isWord($0) || $0 == "#" } == true: out += "\\&"
      case "!" where after == nil && Self.isLink(next): out += "\\!"
      case "#", ">", "=", "+", "-", ":", ".", ")":
        if Self.readsAsMarker(scalar, after, on: out) { out += "\\" }
        out.unicodeScalars.append(scalar)
      default: out.unicodeScalars.append(scalar)
      }
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028
      || scalar.value == 0x2029
  }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
  }

  private static func isLink(_ kind: Inline.Kind?) -> Bool {
    switch kind {
    case .link, .image: true
    default: false
    }
  }

  private static func isEscaped(
    _ scalar: Unicode.Scalar, _ after: Unicode.Scalar?, _ before: Unicode.Scalar?,
    _ dialect: Dialect, isCell: Bool
  ) -> Bool {
    switch (scalar, dialect) {
    case ("|", .course): isCell || before == nil
    case ("~", _): after == "~" || before == "~"
    case ("|", .python), ("{", .python), ("}", .python), ("^", .python): true
    default: false
    }
  }

  /// Whether a sign would begin a heading, a list, a quote, a rule or an underline where it stands:
  /// `line` is what the line has before it.
  private static func readsAsMarker(
    _ scalar: Unicode.Scalar, _ after: Unicode.Scalar?, on line: String
  ) -> Bool {
    switch scalar {
    case "#", ">", "=": return line.isEmpty
    case "+", "-", ":":
      return line.isEmpty && (after.map { Words.isBlank($0) || $0 == "-" || $0 == " " } ?? true)
    default:
      return !line.isEmpty && line.utf8.allSatisfy { (0x30...0x39).contains($0) }
        && (after.map(Words.isBlank) ?? true)
    }
  }
}
