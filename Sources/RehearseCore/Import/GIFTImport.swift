/// GIFT, Moodle's text format of questions. Source: https://docs.moodle.org/en/GIFT_format; where it
/// leaves something open, what Moodle does counts.
package struct GIFTImport {
  private var result = QuestionImport()
  private var notes: ExchangeNotes
  private var descriptions: [Block] = []

  package static func read(_ bytes: [UInt8], file: String) -> QuestionImport {
    let source = SourceLines(bytes, file: file)
    var reader = GIFTImport(notes: source.notes)
    var chunk: [(number: Int, text: String)] = []
    for line in source.lines {
      if line.text.isBlank {
        reader.read(chunk)
        chunk = []
      } else {
        chunk.append(line)
      }
    }
    reader.read(chunk)
    reader.result.notes = reader.notes.sorted
    return reader.result
  }

  private init(notes: ExchangeNotes) { self.notes = notes }

  private struct Comments {
    var id: String?
    var tags: [String] = []
  }

  private mutating func read(_ chunk: [(number: Int, text: String)]) {
    var comments = Comments()
    var lines: [(number: Int, text: String)] = []
    for line in chunk {
      let text = Words.trim(line.text)
      if text.hasPrefix("//") {
        Self.read(comment: text, &comments)
      } else if text.hasPrefix("$CATEGORY:") {
        if !lines.isEmpty { read(question: GIFTText(lines).trimmed, comments) }
        lines = []
        result.beginSection(Self.category(text.dropFirst("$CATEGORY:".count)))
      } else {
        lines.append(line)
      }
    }
    let text = GIFTText(lines).trimmed
    if !text.isEmpty { read(question: text, comments) }
  }

  /// `[id:name]` and `[tag:name]` in comments.
  private static func read(comment: String, _ comments: inout Comments) {
    for part in comment.split(separator: "[").dropFirst() {
      guard let end = part.firstIndex(of: "]") else { continue }
      let words = part[..<end]
      if words.hasPrefix("id:") { comments.id = String(words.dropFirst(3)) }
      if words.hasPrefix("tag:") { comments.tags.append(Words.trim(String(words.dropFirst(4)))) }
    }
  }

  /// The last part of `$course$/top/Discovery`; `//` is a slash in a name.
  private static func category(_ text: Substring) -> String {
    var parts = [""]
    var isSlash = false
    for character in Words.trim(String(text)) {
      if character == "/" {
        if isSlash { parts[parts.count - 1] += "/" }
        isSlash.toggle()
        continue
      }
      if isSlash { parts.append("") }
      isSlash = false
      parts[parts.count - 1].append(character)
    }
    let name = Words.trim(parts.last ?? "")
    return name == "top" || name == "$course$" ? "" : name
  }

  private mutating func read(question whole: GIFTText, _ comments: Comments) {
    let line = whole.line
    var text = whole
    var name: String?
    if text.hasPrefix("::"), let (before, after) = text.dropFirst(2).split(at: "::") {
      name = Words.trim(before.wrapped)
      text = after.trimmed
    }
    guard let (before, rest) = text.split(at: "{") else {
      // Braces that do not belong together are no description.
      guard text.split(at: "}") == nil else {
        return notes.add(.notUnderstood(text.wrapped), line: line)
      }
      let (blocks, losses, _) = blocks(text, default: .moodle)
      notes.add(losses, line: line)
      return result.append(introduction: blocks)
    }
    guard let (answers, tail) = rest.split(at: "}") else {
      return notes.add(.notUnderstood(whole.wrapped), line: line)
    }
    var losses: [ExchangeLoss] = []
    let (body, bodyLosses, format) = questionText(before, tail.trimmed)
    losses += bodyLosses
    var reader = GIFTAnswers(line: line, format: format)
    let form = reader.read(answers.trimmed)
    losses += reader.losses
    notes.add(losses, line: line)
    guard let form else { return }
    let (stem, more) = body.asQuestion(
      title: name ?? "Question \(result.questionCount + 1)", at: SourceRange(line: line))
    var question = Question(line: line, stem: stem, text: more, form: form)
    question.rationale = reader.rationale
    question.id = comments.id ?? name ?? ""
    if let tag = comments.tags.first, Words.isName(tag) { question.skill = tag }
    let others = comments.tags.filter { $0 != question.skill }
    if !others.isEmpty { notes.add(.tags(others), line: line) }
    result.append(question)
  }

  /// A gap is shown where the answers stand in the middle of the text.
  private func questionText(
    _ before: GIFTText, _ tail: GIFTText
  ) -> ([Block], [ExchangeLoss], GIFTFormat) {
    guard !tail.isEmpty else { return blocks(before.trimmed, default: .moodle) }
    let (format, start) = GIFTFormat.of(before.trimmed, default: .moodle)
    let gap = start.wrapped.hasSuffix(" ") || before.string.last == " " ? " _____ " : "_____ "
    var losses: [ExchangeLoss] = []
    let text = start.trimmed.wrapped + gap + tail.wrapped
    return (format.blocks(text, line: before.line, &losses), losses, format)
  }

  private func blocks(
    _ text: GIFTText, default format: GIFTFormat
  ) -> ([Block], [ExchangeLoss], GIFTFormat) {
    var losses: [ExchangeLoss] = []
    let (format, blocks) = GIFTFormat.blocks(text, default: format, &losses)
    return (blocks, losses, format)
  }
}

/// How a text in GIFT is written; `[html]` and the like before it say so.
enum GIFTFormat: String {
  case moodle, plain, html, markdown

  static func of(_ text: GIFTText, default format: GIFTFormat) -> (GIFTFormat, GIFTText) {
    guard text.hasPrefix("["), let (name, rest) = text.dropFirst(1).split(at: "]"),
      let named = GIFTFormat(rawValue: name.string.lowercased())
    else { return (format, text) }
    return (named, rest)
  }

  static func blocks(
    _ text: GIFTText, default format: GIFTFormat, _ losses: inout [ExchangeLoss]
  ) -> (GIFTFormat, [Block]) {
    let (named, rest) = of(text, default: format)
    // Lines mean something in Markdown; elsewhere they are only how the source is wrapped.
    let words = named == .markdown ? rest.string : rest.wrapped
    return (named, named.blocks(words, line: text.line, &losses))
  }

  func blocks(_ text: String, line: Int, _ losses: inout [ExchangeLoss]) -> [Block] {
    switch self {
    case .plain: return ForeignMarkdown.plain(text, line: line)
    case .markdown: return ForeignMarkdown.blocks(text, line: line, losses: &losses)
    case .moodle, .html:
      let hasMarkup = self == .html || text.contains("<") || text.contains("&")
      guard hasMarkup else { return ForeignMarkdown.plain(text, line: line) }
      // Moodle's own format keeps the ends of lines.
      let lines = self == .moodle ? text.split(separator: "\n").joined(separator: "<br>") : text
      var markup = MarkupBlocks(line: line)
      defer { losses += markup.losses }
      return markup.blocks(HTMLReader.nodes(lines, line: line))
    }
  }
}
