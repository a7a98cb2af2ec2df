/// An assessment as plain text for text2qti, which makes it into a quiz for Canvas and others.
/// Source: https://github.com/gpoore/text2qti, README of version 0.8.
package struct Text2QTIExport {
  private static let format = "text2qti"

  private var notes: ExchangeNotes
  private var lines: [String] = []
  private var number = 0
  /// What text2qti refuses to read twice.
  private var taken: Set<String> = []
  private let writer = MarkdownText(dialect: .python)

  /// - Parameter file: the name of the assessment's file, for the notes.
  package static func write(_ assessment: Assessment, about: UnitDescription, file: String)
    -> QuestionExport
  {
    var writer = Text2QTIExport(notes: ExchangeNotes(file: file))
    writer.write(assessment, about: about)
    return QuestionExport(
      text: writer.lines.joined(separator: "\n") + "\n", notes: writer.notes.sorted)
  }

  private mutating func write(_ assessment: Assessment, about: UnitDescription) {
    notes.add(assessment.settingLosses(about, format: Self.format), line: 1)
    lines.append("Quiz title: \(Self.oneLine(about.title))")
    if !assessment.introduction.isEmpty {
      add("Quiz description: ", writer.lines(assessment.introduction))
    }
    let choices = assessment.sections.flatMap(\.questions).filter { !$0.options.isEmpty }
    let keepsAll = !choices.isEmpty && choices.allSatisfy(\.keepsOrder)
    lines.append("Shuffle answers: \(keepsAll ? "false" : "true")")
    for section in assessment.sections { write(section, keepsAll: keepsAll) }
  }

  private static func oneLine(_ text: String) -> String {
    Words.split(text).joined(separator: " ")
  }

  private mutating func write(_ section: Assessment.Section, keepsAll: Bool) {
    lines.append("")
    if !section.title.isEmpty { lines.append("Text title: \(Self.oneLine(section.title))") }
    if !section.introduction.isEmpty { add("Text: ", writer.lines(section.introduction)) }
    let questions = section.questions.filter { isCarried($0) }
    var points: Int?
    if section.draw != nil, !questions.isEmpty {
      if Set(questions.map(\.wholePoints)).count == 1 {
        points = questions[0].wholePoints
      } else {
        notes.add(.drawNeedsEqualPoints(section.title), line: Assessment.line(of: section))
      }
    }
    if let points, let draw = section.draw {
      if !section.skillDraws.isEmpty {
        notes.add(
          .skillDraw(section.title, format: Self.format), line: Assessment.line(of: section))
      }
      lines += ["GROUP", "pick: \(min(draw, questions.count))", "points per question: \(points)"]
    }
    for question in questions {
      lines.append("")
      if question.keepsOrder, !keepsAll {
        notes.add(.keepOrder(format: Self.format), line: question.line)
      }
      write(question)
    }
    if points != nil { lines += ["", "END_GROUP"] }
  }

  private mutating func isCarried(_ question: Question) -> Bool {
    switch question.form {
    case .ordering, .matching:
      notes.add(.noSuchType(type: question.form.name, format: Self.format), line: question.line)
      return false
    default: return true
    }
  }

  /// `mark` and blocks behind it; what follows is indented as wide as the mark.
  private mutating func add(_ mark: String, _ text: [String]) {
    let width = mark.count <= 5 ? mark.count : 4
    let indent = String(repeating: " ", count: width)
    for (index, line) in text.enumerated() {
      if index == 0 {
        // Code as the first thing would be taken for a mark's text.
        lines.append(mark + Words.trim(line))
      } else {
        lines.append(line.isEmpty ? "" : indent + line)
      }
    }
  }

  private mutating func write(_ question: Question) {
    var losses: [ExchangeLoss] = []
    if !question.hints.isEmpty { losses.append(.hints(question.hints.count, format: Self.format)) }
    if let skill = question.skill { losses.append(.skill(skill, format: Self.format)) }
    lines.append("Title: \(Self.oneLine(question.id))")
    lines.append("Points: \(question.wholePoints)")
    number += 1
    let stem = Block(.paragraph(question.stemWithUnit(&losses)), range: question.range)
    let text = unrepeated(writer.lines([stem] + question.text), among: &taken, &losses)
    add("\(number)." + String(repeating: " ", count: max(1, 3 - "\(number)".count)), text)
    var rationale = question.rationale
    if case .free(let free) = question.form {
      losses.append(.rubricAsText(format: Self.format))
      rationale += RubricText.blocks(free, at: question.range)
    }
    if !rationale.isEmpty { add("... ", writer.lines(rationale)) }
    answers(question, &losses)
    notes.add(losses, line: question.line)
  }

  /// The same text with a number behind it where it was there before.
  private func unrepeated(
    _ text: [String], among taken: inout Set<String>, _ losses: inout [ExchangeLoss]
  ) -> [String] {
    if text.isEmpty { losses.append(.withoutWords) }
    var text = text.isEmpty ? ["…"] : text
    let first = text[0]
    var count = 2
    while !taken.insert(Words.split(text.joined(separator: " ")).joined(separator: " ")).inserted {
      text[0] = "\(first) (\(count))"
      count += 1
    }
    if count > 2 { losses.append(.repeated(first)) }
    return text
  }

  private mutating func answers(_ question: Question, _ losses: inout [ExchangeLoss]) {
    var options: Set<String> = []
    func letter(_ index: Int) -> Character { Character(Unicode.Scalar(UInt8(97 + index % 26))) }
    switch question.form {
    case .single(let single):
      for (index, option) in single.options.enumerated() {
        let mark = option.isRight ? "*\(letter(index)) " : "\(letter(index))  "
        add(mark.inserting(")", after: letter(index)), option, &options, &losses)
      }
    case .multiple(let multiple):
      for option in multiple.options {
        add(option.isRight ? "[*] " : "[ ] ", option, &options, &losses)
      }
    case .trueFalse(let truth):
      lines += truth.isTrue ? ["*a) True", "b)  False"] : ["a)  True", "*b) False"]
    case .number(let number): self.number(number, &losses)
    case .shortText(let short):
      for text in short.accepted { lines.append("*   \(Self.oneLine(text))") }
    case .free: lines.append("____")
    case .ordering, .matching: break
    }
  }

  private mutating func add(
    _ mark: String, _ option: AnswerOption, _ taken: inout Set<String>,
    _ losses: inout [ExchangeLoss]
  ) {
    let text = MarkdownText.split(writer.paragraph(option.text))
    add(mark, unrepeated(text.allSatisfy(\.isEmpty) ? [] : text, among: &taken, &losses))
    if !option.feedback.isEmpty { add("... ", writer.lines(option.feedback)) }
  }

  /// The least that text2qti takes is 0.0001, at either end of the range.
  private mutating func number(_ number: NumberAnswer, _ losses: inout [ExchangeLoss]) {
    let low = number.value.millionths - number.tolerance.millionths
    let high = number.value.millionths + number.tolerance.millionths
    if abs(low) < 100 || abs(high) < 100 {
      losses.append(.zeroRange(format: Self.format))
      if number.tolerance > .zero {
        losses.append(.tolerance(number.key.map(\.plainText).joined()))
      }
      lines.append("*   \(number.value.description)")
    } else if number.tolerance == .zero, number.value.millionths.isMultiple(of: 1_000_000) {
      lines.append("=   \(number.value.description)")
    } else {
      lines.append("=   \(number.value.description) +- \(number.tolerance.description)")
    }
  }
}

extension String {
  fileprivate func inserting(_ new: Character, after mark: Character) -> String {
    guard let place = firstIndex(of: mark) else { return self }
    var text = self
    text.insert(new, at: text.index(after: place))
    // The mark keeps its width.
    if text.last == " ", text.count > 4 { text.removeLast() }
    return text
  }
}
