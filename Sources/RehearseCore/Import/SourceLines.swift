/// The text of a file from elsewhere: UTF-8 in lines, as far as it can be read.
struct SourceLines {
  /// With numbers from 1; without their ends.
  private(set) var lines: [(number: Int, text: String)] = []
  private(set) var notes: ExchangeNotes

  init(_ bytes: [UInt8], file: String) {
    notes = ExchangeNotes(file: file)
    var findings: [Finding] = []
    let source = SourceText(path: file, bytes: bytes, findings: &findings)
    for finding in findings {
      notes.add(.notUnderstood(finding.problem.message), line: Int(finding.range.start.line))
    }
    for (index, range) in source.lineRanges().enumerated() {
      lines.append((index + 1, String(decoding: source.bytes[range], as: UTF8.self)))
    }
  }
}

extension String {
  var isBlank: Bool { unicodeScalars.allSatisfy(Words.isBlank) }
}

/// Markdown from elsewhere as blocks of ours.
enum ForeignMarkdown {
  /// - Parameter line: where it stands, for notes and ranges.
  static func blocks(_ text: String, line: Int, losses: inout [ExchangeLoss]) -> [Block] {
    var findings: [Finding] = []
    let source = SourceText(path: "", bytes: Array(text.utf8), findings: &findings)
    let document = MarkdownDocument(source.bytes[...], lineOffset: line - 1, findings: &findings)
    return clean(document.blocks, line: line, &losses)
  }

  private static func clean(
    _ blocks: [Block], line: Int, _ losses: inout [ExchangeLoss]
  ) -> [Block] {
    var result: [Block] = []
    for block in blocks {
      var block = block
      switch block.kind {
      case .paragraph(let inlines): block.kind = .paragraph(clean(inlines, &losses))
      case .heading(let level, let inlines):
        block.kind = .heading(level: level, clean(inlines, &losses))
      case .quote(let inner): block.kind = .quote(clean(inner, line: line, &losses))
      case .list(var list):
        for index in list.items.indices {
          list.items[index].blocks = clean(list.items[index].blocks, line: line, &losses)
        }
        block.kind = .list(list)
      case .table(var table):
        table.header = table.header.map { clean($0, &losses) }
        table.rows = table.rows.map { $0.map { clean($0, &losses) } }
        block.kind = .table(table)
      case .html(let html):
        var markup = MarkupBlocks(line: line)
        result += markup.blocks(HTMLReader.nodes(html, line: line))
        losses += markup.losses
        continue
      case .code, .rule: break
      }
      result.append(block)
    }
    return result
  }

  /// Tags in the middle of a text: breaks are kept, images named, the rest has only its words.
  private static func clean(_ inlines: [Inline], _ losses: inout [ExchangeLoss]) -> [Inline] {
    inlines.compactMap { inline in
      var inline = inline
      switch inline.kind {
      case .html(let tag):
        let name = tag.lowercased().filter { $0.isLetter }
        if name == "br" {
          inline.kind = .lineBreak
          return inline
        }
        if !tag.hasPrefix("</"), !tag.hasPrefix("<!--") { losses.append(.markup(tag)) }
        return nil
      case .image(let source, _): losses.append(.image(source))
      case .emphasis(let inner): inline.kind = .emphasis(clean(inner, &losses))
      case .strong(let inner): inline.kind = .strong(clean(inner, &losses))
      case .strikethrough(let inner): inline.kind = .strikethrough(clean(inner, &losses))
      case .link(let to, let inner): inline.kind = .link(destination: to, clean(inner, &losses))
      case .text, .code, .softBreak, .lineBreak: break
      }
      return inline
    }
  }

  /// Words that mean nothing but themselves; an empty line parts paragraphs.
  static func plain(_ text: String, line: Int) -> [Block] {
    let range = SourceRange(line: line)
    var blocks: [Block] = []
    var inlines: [Inline] = []
    func flush() {
      inlines = MarkupBlocks.tidy(inlines)
      if !inlines.isEmpty { blocks.append(Block(.paragraph(inlines), range: range)) }
      inlines = []
    }
    for part in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let part = String(part)
      if part.isBlank {
        flush()
      } else {
        if !inlines.isEmpty { inlines.append(Inline(.lineBreak, range: range)) }
        inlines.append(Inline(.text(Words.trim(part)), range: range))
      }
    }
    flush()
    return blocks
  }
}

/// A rubric that stands in another format's feedback: a line `Rubric:` and a list below it.
enum RubricText {
  static func taken(from blocks: inout [Block]) -> FreeAnswer? {
    guard
      let label = blocks.firstIndex(where: {
        $0.paragraph.map { Words.trim($0.plainText).lowercased() == "rubric:" } ?? false
      }), label + 1 < blocks.count, case .list(let list) = blocks[label + 1].kind
    else { return nil }
    let criteria = list.items.map { item in criterion(item.blocks) }.filter { !$0.text.isEmpty }
    guard !criteria.isEmpty else { return nil }
    blocks.removeSubrange(label...(label + 1))
    return FreeAnswer(criteria: criteria)
  }

  /// `Stays friendly (2 points)`
  static func criterion(_ blocks: [Block]) -> FreeAnswer.Criterion {
    var text = blocks.flattened(at: blocks.first?.range ?? .firstCharacter).trimmed
    if case .text(let words)? = text.last?.kind, words.hasSuffix(" points)"),
      let bracket = words.lastIndex(of: "("),
      let points = Words.integer(words[words.index(after: bracket)...].dropLast(" points)".count)),
      (1...10_000).contains(points)
    {
      text[text.count - 1].kind = .text(Words.trim(String(words[..<bracket])))
      return FreeAnswer.Criterion(text: text.trimmed, points: points)
    }
    return FreeAnswer.Criterion(text: text, points: 1)
  }

  /// The rubric as blocks, in the way that `taken` finds it again.
  static func blocks(_ free: FreeAnswer, at range: SourceRange) -> [Block] {
    let items = free.criteria.map { criterion in
      let points = criterion.points == 1 ? "" : " (\(criterion.points) points)"
      let text = criterion.text + [Inline(.text(points), range: range)]
      return MarkdownItem(
        box: nil, blocks: [Block(.paragraph(MarkupBlocks.tidy(text)), range: range)], range: range)
    }
    return [
      Block(.paragraph([Inline(.text("Rubric:"), range: range)]), range: range),
      Block(.list(MarkdownList(start: nil, isTight: true, items: items)), range: range),
    ]
  }

  /// What stands in for a rubric that a source does not have.
  static func substitute(at range: SourceRange) -> FreeAnswer {
    FreeAnswer(criteria: [
      FreeAnswer.Criterion(text: [Inline(.text("Answers the question"), range: range)], points: 1)
    ])
  }
}
