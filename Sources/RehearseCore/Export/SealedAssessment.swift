/// An assessment as it is handed out to be marked on return: the questions, and nothing that gives
/// an answer away. The file is written anew from what was read, so that what the reader does not
/// know (comments, HTML, the author's notes in the front matter) cannot come along.
package struct SealedAssessment: Sendable {
  package let text: String

  /// - Parameter bytes: the author's file, with its key.
  package init(path: String, bytes: [UInt8]) throws(SealingRefusal) {
    let reading = UnitReader.read(path: path, bytes: bytes)
    guard case .assessment(let assessment) = reading.value.content else {
      throw .kind(path, reading.value.about.kind)
    }
    guard !reading.hasErrors else { throw .errors(path) }
    guard !assessment.isSealed else { throw .sealedAlready(path) }
    for question in assessment.sections.flatMap(\.questions) {
      if case .free = question.form {
        throw .freeAnswer(path, line: question.line, question: question.stem.plainText)
      }
    }
    if let line = assessment.firstHTML { throw .html(path, line: line) }
    text = Self.write(assessment, reading.value.about)
    try Self.compare(text, with: assessment, path)
  }

  /// What of the front matter a learner may know. `allow:` has the author's reasons in it, and
  /// feedback comes when it was marked.
  private static let fields: Set<String> = [
    "kind", "title", "id", "minutes", "skills", "why", "draw", "pass", "attempts", "time limit",
    "confidence",
  ]

  private static func write(_ assessment: Assessment, _ about: UnitDescription) -> String {
    var text = "---\n"
    for field in about.fields where fields.contains(field.name) {
      text += "\(field.name): \(field.value)\n"
    }
    text += "sealed: yes\n---\n"
    func add(_ blocks: [Block]) {
      let words = MarkdownText(protectsLabels: true).text(blocks.plainlyMarked)
      if !words.isEmpty { text += "\n\(words)\n" }
    }
    add(assessment.introduction)
    let isFlat = assessment.sections.allSatisfy(\.title.isEmpty)
    for section in assessment.sections {
      if !section.title.isEmpty {
        let title = [Inline(.text(section.title), range: section.range)]
        text += "\n## \(MarkdownText().line(title))"
        text += section.drawDirectives
        text += "\n"
      }
      add(section.introduction)
      for question in section.questions {
        var sealed = question.sealed
        sealed.text = sealed.text.plainlyMarked
        var writer = QuestionMarkdown(isSealed: true)
        text += "\n\(writer.text(sealed, level: isFlat ? 2 : 3))\n"
      }
    }
    return text
  }

  /// Reads what was written: the same questions are drawn and shuffled from it, and whatever was
  /// answered can be told from it.
  private static func compare(
    _ text: String, with assessment: Assessment, _ path: String
  ) throws(SealingRefusal) {
    let reading = UnitReader.read(path: path, bytes: Array(text.utf8))
    guard case .assessment(let back) = reading.value.content, back.isSealed else {
      throw .cannotBeWritten(path, line: 1)
    }
    for (section, other) in zip(assessment.sections, back.sections) {
      guard section.title == other.title, section.draw == other.draw,
        section.skillDraws == other.skillDraws
      else {
        throw .cannotBeWritten(path, line: Int(section.range.start.line))
      }
      for (question, other) in zip(section.questions, other.questions)
      where !question.sealed.isPut(like: other) {
        throw .cannotBeWritten(path, line: question.line)
      }
    }
    guard !reading.hasErrors, assessment.drawCounts == back.drawCounts,
      assessment.sections.map(\.questions.count) == back.sections.map(\.questions.count),
      assessment.passMark == back.passMark, assessment.attempts == back.attempts,
      assessment.timeLimit == back.timeLimit, assessment.asksConfidence == back.asksConfidence,
      Self.write(back, reading.value.about) == text
    else { throw .cannotBeWritten(path, line: 1) }
  }
}

/// Why a unit cannot be handed out sealed.
package enum SealingRefusal: Error, Equatable, Sendable {
  case noUnit(String)
  case kind(String, UnitKind)
  case errors(String)
  case sealedAlready(String)
  /// It takes a person to mark it.
  case freeAnswer(String, line: Int, question: String)
  /// What HTML hides cannot be told.
  case html(String, line: Int)
  /// Written anew, it would be read as something else.
  case cannotBeWritten(String, line: Int)
  /// A role-play plays it, and its story could not go on without the result.
  case played(String, by: String)
  /// The same question stands, with its key, in a unit that is not sealed.
  case keyElsewhere(String, line: Int, question: String, other: String)
}

extension Question {
  fileprivate func isPut(like other: Question) -> Bool {
    id == other.id && form.name == other.form.name && points == other.points
      && skill == other.skill && keepsOrder == other.keepsOrder
      && form.type.shuffledCount == other.form.type.shuffledCount
      && sealedOrder.count == other.sealedOrder.count && unit == other.unit
  }

  private var unit: String? {
    guard case .number(let number) = form, number.unit != "" else { return nil }
    return number.unit
  }
}

extension Assessment {
  /// The line of the first piece of HTML but `<br>`.
  fileprivate var firstHTML: Int? {
    var lines = introduction.linesOfHTML
    for section in sections {
      lines += section.introduction.linesOfHTML
      for question in section.questions {
        lines += question.stem.linesOfHTML + question.text.linesOfHTML
        switch question.form {
        case .single, .multiple: lines += question.options.flatMap(\.text.linesOfHTML)
        case .ordering(let ordering): lines += ordering.steps.flatMap(\.linesOfHTML)
        case .matching(let matching):
          lines += matching.leftTitle.linesOfHTML + matching.rightTitle.linesOfHTML
          lines += matching.pairs.flatMap { $0.left.linesOfHTML + $0.right.linesOfHTML }
        case .trueFalse, .number, .shortText, .free: break
        }
      }
    }
    return lines.min()
  }
}

extension [Inline] {
  fileprivate var linesOfHTML: [Int] {
    flatMap { inline -> [Int] in
      switch inline.kind {
      case .html(let tag):
        ["<br>", "<br/>", "<br />"].contains(tag.lowercased()) ? [] : [Int(inline.range.start.line)]
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .link(_, let inner), .image(_, let inner):
        inner.linesOfHTML
      case .text, .code, .softBreak, .lineBreak: []
      }
    }
  }
}

extension [Block] {
  fileprivate var linesOfHTML: [Int] {
    flatMap { block -> [Int] in
      switch block.kind {
      case .html: [Int(block.range.start.line)]
      case .paragraph(let inlines), .heading(_, let inlines): inlines.linesOfHTML
      case .list(let list): list.items.flatMap(\.blocks.linesOfHTML)
      case .quote(let inner): inner.linesOfHTML
      case .table(let table): (table.header + table.rows.flatMap { $0 }).flatMap(\.linesOfHTML)
      case .code, .rule: []
      }
    }
  }

  /// Of the words behind the fence of a code block, the learner sees none: only the language stays.
  fileprivate var plainlyMarked: [Block] {
    map { block in
      var block = block
      switch block.kind {
      case .code(let info, let text):
        block.kind = .code(info: Words.split(info).first ?? "", text: text)
      case .quote(let inner): block.kind = .quote(inner.plainlyMarked)
      case .list(var list):
        list.items = list.items.map { item in
          var item = item
          item.blocks = item.blocks.plainlyMarked
          return item
        }
        block.kind = .list(list)
      case .paragraph, .heading, .table, .html, .rule: break
      }
      return block
    }
  }
}
