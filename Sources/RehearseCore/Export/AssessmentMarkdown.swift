/// Questions from another format as an assessment of ours. Each question is read back before it is
/// kept, so that the file always reads without errors and nothing in a text becomes structure.
package struct AssessmentMarkdown {
  package private(set) var text: String
  package private(set) var notes: [ExchangeNote]
  /// How many questions were written.
  package private(set) var count = 0

  /// - Parameter file: the name of the source, for the notes.
  package init(_ source: QuestionImport, title: String, file: String) {
    var writing = Writing(file: file)
    text = "---\nkind: assessment\ntitle: \(Self.oneLine(source.title ?? "", or: title))\n"
    if let minutes = source.timeLimit { text += "time limit: \(minutes) minutes\n" }
    text += "---\n"
    let introduction = writing.introduction(source.introduction)
    if !introduction.isEmpty { text += "\n\(introduction)\n" }
    let isFlat =
      source.sections.count == 1
      && source.sections.allSatisfy { $0.title.isEmpty && $0.introduction.isEmpty }
    for (place, section) in source.sections.enumerated() {
      let questions = section.questions.compactMap { writing.question($0, level: isFlat ? 2 : 3) }
      guard !questions.isEmpty else {
        if !section.introduction.isEmpty {
          writing.notes.add(
            .textLeftOver(section.introduction.plainText),
            line: Int(section.introduction[0].range.start.line))
        }
        continue
      }
      if !isFlat {
        text += "\n## \(writing.heading(Self.oneLine(section.title, or: "Part \(place + 1)")))"
        if let draw = section.draw, draw <= questions.count { text += section.drawDirectives }
        text += "\n"
        let introduction = writing.introduction(section.introduction)
        if !introduction.isEmpty { text += "\n\(introduction)\n" }
      }
      for question in questions { text += "\n\(question)\n" }
      count += questions.count
    }
    notes = source.notes + writing.notes.all
    var sorted = ExchangeNotes(file: file)
    sorted.add(notes)
    notes = sorted.sorted
  }

  private static func oneLine(_ text: String, or other: String) -> String {
    let words = Words.split(
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.filter {
            !($0.value < 0x20 && !Words.isBlank($0)) && !(0x7F...0x9F).contains($0.value)
              && $0.value != 0x2028 && $0.value != 0x2029
          }))
    ).joined(separator: " ")
    return words.isEmpty ? other : String(words.prefix(500))
  }
}

/// Writes piece by piece what reads back the same.
private struct Writing {
  var notes: ExchangeNotes
  private var ids = HeadingIds()

  init(file: String) { notes = ExchangeNotes(file: file) }

  mutating func question(_ question: Question, level: Int) -> String? {
    let line = Int(question.range.start.line)
    var question = question
    let wanted = Slug.of(question.id)
    question.id = ids.take(wanted.isEmpty ? Slug.of(question.stem.plainText) : wanted)
    if let (text, losses) = Self.written(question, level: level) {
      notes.add(losses, line: line)
      return text
    }
    if let (text, losses) = Self.written(question.withoutFormatting, level: level) {
      notes.add([.formatting("The question")] + losses, line: line)
      return text
    }
    notes.add(.cannotBeWritten, line: line)
    return nil
  }

  private static func written(_ question: Question, level: Int) -> (String, [ExchangeLoss])? {
    var writer = QuestionMarkdown()
    let text = writer.text(question, level: level)
    guard let back = read("\(String(repeating: "#", count: level)) x\n\nAnswer: true\n\n" + text),
      back.count == 2, back[1].form.name == question.form.name
    else { return nil }
    var again = QuestionMarkdown()
    guard again.text(back[1], level: level) == text else { return nil }
    return (text, writer.losses)
  }

  /// The questions of a body; nil where it reads with errors.
  private static func read(_ body: String) -> [Question]? {
    let reading = UnitReader.read(
      path: "question.md", bytes: Array("---\nkind: assessment\ntitle: T\n---\n\n\(body)\n".utf8))
    guard !reading.hasErrors, case .assessment(let assessment) = reading.value.content else {
      return nil
    }
    return assessment.sections.flatMap(\.questions)
  }

  mutating func introduction(_ blocks: [Block]) -> String {
    guard !blocks.isEmpty else { return "" }
    let text = MarkdownText(protectsLabels: true).text(blocks)
    // Between the heading of a section and its first question anything may stand but headings.
    if let read = Self.read("## S\n\n\(text)\n\n### x\n\nAnswer: true"), read.count == 1 {
      return text
    }
    notes.add(.formatting("The introduction"), line: Int(blocks[0].range.start.line))
    let plain = MarkdownText(protectsLabels: true).text(blocks.withoutFormatting)
    if let read = Self.read("## S\n\n\(plain)\n\n### x\n\nAnswer: true"), read.count == 1 {
      return plain
    }
    // Words that answer a question, such as `Put in order`, are only words in a quotation.
    return plain.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
  }

  /// A section's name. Braces at its end would be read as its id.
  func heading(_ name: String) -> String {
    let text = MarkdownText().line([Inline(.text(name), range: .firstCharacter)])
    if text.hasSuffix("}"), Self.read("## \(text)\n\n### x\n\nAnswer: true") == nil {
      return heading(String(name.map { $0 == "{" ? "(" : $0 == "}" ? ")" : $0 }))
    }
    return text
  }
}

extension Question {
  fileprivate var withoutFormatting: Question {
    var question = self
    question.stem = stem.withoutFormatting
    question.text = text.withoutFormatting
    question.rationale = rationale.withoutFormatting
    question.hints = hints.map(\.withoutFormatting)
    switch form {
    case .single(var single):
      single.options = single.options.map(\.withoutFormatting)
      question.form = .single(single)
    case .multiple(var multiple):
      multiple.options = multiple.options.map(\.withoutFormatting)
      question.form = .multiple(multiple)
    case .ordering(var ordering):
      ordering.steps = ordering.steps.map(\.withoutFormatting)
      question.form = .ordering(ordering)
    case .matching(var matching):
      matching.pairs = matching.pairs.map {
        Matching.Pair(left: $0.left.withoutFormatting, right: $0.right.withoutFormatting)
      }
      question.form = .matching(matching)
    case .free(var free):
      free.criteria = free.criteria.map {
        FreeAnswer.Criterion(text: $0.text.withoutFormatting, points: $0.points)
      }
      question.form = .free(free)
    case .trueFalse, .number, .shortText: break
    }
    return question
  }
}

extension AnswerOption {
  fileprivate var withoutFormatting: AnswerOption {
    AnswerOption(
      text: text.withoutFormatting, isRight: isRight, feedback: feedback.withoutFormatting)
  }
}

extension [Inline] {
  /// Blanks are made single: several are no text in Markdown.
  fileprivate var withoutFormatting: [Inline] {
    let words = Words.split(plainText).joined(separator: " ")
    return words.isEmpty ? [] : [Inline(.text(words), range: first?.range ?? .firstCharacter)]
  }
}

extension [Block] {
  fileprivate var withoutFormatting: [Block] {
    plainText.split(whereSeparator: \.isNewline).compactMap { line in
      let words = Words.split(String(line)).joined(separator: " ")
      let range = first?.range ?? .firstCharacter
      return words.isEmpty
        ? nil : Block(.paragraph([Inline(.text(words), range: range)]), range: range)
    }
  }
}
