/// A question as it stands in a course file.
struct QuestionMarkdown {
  /// Whether the answers are left out: see `SealedAssessment`.
  var isSealed = false
  private(set) var losses: [ExchangeLoss] = []
  private let writer = MarkdownText(protectsLabels: true)

  /// - Parameter level: 3 below the heading of a section, 2 where there are no sections.
  mutating func text(_ question: Question, level: Int) -> String {
    var parts = [heading(question, level: level)]
    let body = body(question.text)
    if !body.isEmpty { parts.append(writer.text(body)) }
    parts.append(answers(question.form))
    if !question.rationale.isEmpty {
      parts.append(writer.text([Block(.quote(question.rationale), range: question.range)]))
    }
    let hints = question.hints.map { "Hint: " + writer.line($0) }
    if !hints.isEmpty { parts.append(hints.joined(separator: "\n")) }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func heading(_ question: Question, level: Int) -> String {
    var parts = [String(repeating: "#", count: level), writer.line(question.stem)]
    // Code at the end, and braces, would be read as something of ours.
    let plain = question.stem.plainText
    let isGuarded = question.stem.last?.code != nil || plain.hasSuffix("}")
    let own = Slug.of(plain)
    let id = question.id.isEmpty ? own : question.id
    if isGuarded || id != own { parts.append("{#\(id)}") }
    if let skill = question.skill { parts.append("`skill \(skill)`") }
    let points = question.points.units / Points.unitsPerPoint
    if points != 1 { parts.append("`points \(points)`") }
    if question.keepsOrder { parts.append("`keep order`") }
    return parts.joined(separator: " ")
  }

  /// The text below the heading, without what would be read as the answers or the explanation.
  private mutating func body(_ blocks: [Block]) -> [Block] {
    var body: [Block] = []
    for block in blocks {
      switch block.kind {
      case .quote(let inner):
        losses.append(.quote)
        body += self.body(inner)
      case .table(var table) where table.header.count == 2:
        // Two columns are pairs to match; an empty third one shows the same.
        table.alignments.append(.leading)
        table.header.append([])
        table.rows = table.rows.map { $0 + [[]] }
        body.append(Block(.table(table), range: block.range))
      case .list(var list):
        list.items = list.items.map { item in
          var item = item
          item.box = nil
          return item
        }
        body.append(Block(.list(list), range: block.range))
      case .paragraph(let inlines):
        let words = Words.trim(inlines.plainText.lowercased())
        if words.hasPrefix("put in order") || words.hasPrefix("put these in order") {
          losses.append(.reworded(inlines.plainText))
          let please = Inline(.text("Please: "), range: block.range)
          body.append(Block(.paragraph([please] + inlines.trimmed), range: block.range))
        } else {
          body.append(block)
        }
      default: body.append(block)
      }
    }
    return body
  }

  private mutating func answers(_ form: QuestionForm) -> String {
    if isSealed, let answer = form.sealedAnswer { return answer }
    return switch form {
    case .single(let single): list(single.options) { $0 ? "(x)" : "( )" }
    case .multiple(let multiple): list(multiple.options) { $0 ? "[x]" : "[ ]" }
    case .trueFalse(let truth): "Answer: \(truth.isTrue)"
    case .number(let number): "Answer: " + number.key.map(writer.line).joined()
    case .shortText(let short): answer(short)
    case .ordering(let ordering):
      "Put in order\n\n"
        + ordering.steps.enumerated().map { "\($0.offset + 1). \(writer.item($0.element))" }
        .joined(separator: "\n")
    case .matching(let matching):
      writer.lines(
        of: MarkdownTable(
          alignments: [.leading, .leading], header: [matching.leftTitle, matching.rightTitle],
          rows: matching.pairs.map { [$0.left, $0.right] })
      ).joined(separator: "\n")
    case .free(let free):
      "Rubric:\n\n"
        + free.criteria.map { criterion in
          let points = criterion.points == 1 ? "" : " `points \(criterion.points)`"
          return "- [ ] \(writer.item(criterion.text))\(points)"
        }.joined(separator: "\n")
    }
  }

  private func list(_ options: [AnswerOption], mark: (Bool) -> String) -> String {
    options.map { option in
      let text = "- \(mark(option.isRight)) \(writer.item(option.text))"
      guard !option.feedback.isEmpty else { return text }
      let quote = MarkdownText().lines([
        Block(.quote(option.feedback), range: .firstCharacter)
      ])
      return ([text] + quote.map { "  " + $0 }).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private mutating func answer(_ short: ShortText) -> String {
    var accepted: [String] = []
    for text in short.accepted {
      if text.contains("|") { losses.append(.bar(text)) }
      accepted.append(String(text.map { $0 == "|" ? "/" : $0.isNewline ? " " : $0 }))
    }
    let isOther =
      accepted.count == 1
      && (NumberAnswer(accepted[0]) != nil || ["true", "false"].contains(accepted[0].lowercased()))
    // Said twice, it is text: a single number or truth would be read as one.
    if isOther { accepted.append(accepted[0]) }
    let plain = MarkdownText()
    return "Answer: "
      + accepted.map { plain.line([Inline(.text($0), range: .firstCharacter)]) }
      .joined(separator: " | ")
  }
}
