/// An assessment in GIFT, for Moodle and what reads its format.
/// Source: https://docs.moodle.org/en/GIFT_format
package struct GIFTExport {
  private static let format = "GIFT"

  private var notes: ExchangeNotes
  private var isPlain = true

  /// - Parameter file: the name of the assessment's file, for the notes.
  package static func write(_ assessment: Assessment, about: UnitDescription, file: String)
    -> QuestionExport
  {
    var writer = GIFTExport(notes: ExchangeNotes(file: file))
    writer.notes.add(assessment.settingLosses(about, format: format), line: 1)
    var parts = ["// \(oneLine(about.title))"]
    if !assessment.introduction.isEmpty {
      parts.append(writer.description(assessment.introduction))
    }
    for section in assessment.sections {
      if !section.title.isEmpty { parts.append("$CATEGORY: \(category(section.title))") }
      if section.draw != nil {
        writer.notes.add(
          .draw(section.title, format: format), line: Assessment.line(of: section))
      }
      if !section.introduction.isEmpty { parts.append(writer.description(section.introduction)) }
      parts += section.questions.map { writer.question($0) }
    }
    return QuestionExport(text: parts.joined(separator: "\n\n") + "\n", notes: writer.notes.sorted)
  }

  private static func oneLine(_ text: String) -> String {
    Words.split(text).joined(separator: " ")
  }

  private static func category(_ title: String) -> String {
    oneLine(title).split(separator: "/", omittingEmptySubsequences: false).joined(separator: "//")
  }

  private mutating func description(_ blocks: [Block]) -> String {
    "[html]" + Self.escaped(HTMLText().blocks(blocks))
  }

  private mutating func question(_ question: Question) -> String {
    var losses: [ExchangeLoss] = []
    if question.wholePoints != 1 {
      losses.append(.points(question.wholePoints, format: Self.format))
    }
    if !question.hints.isEmpty {
      losses.append(.hints(question.hints.count, format: Self.format))
    }
    if let titles = question.columnTitles { losses.append(.titles(titles, format: Self.format)) }
    if question.keepsOrder { losses.append(.keepOrder(format: Self.format)) }
    let stem = question.stemWithUnit(&losses)
    isPlain = question.text.isEmpty && stem.isPlain
    var answers = self.answers(question, &losses)
    var rationale = question.rationale
    if case .free(let free) = question.form {
      losses.append(.rubricAsText(format: Self.format))
      rationale += RubricText.blocks(free, at: question.range)
    }
    if !rationale.isEmpty {
      answers +=
        (answers.hasSuffix("\n") || answers.isEmpty ? "\t####" : "####")
        + text(rationale) + (answers.hasSuffix("\n") ? "\n" : "")
    }
    notes.add(losses, line: question.line)
    let text =
      isPlain
      ? "[plain]" + Self.escaped(stem.plainText)
      : "[html]"
        + Self.escaped(
          HTMLText().blocks([Block(.paragraph(stem), range: question.range)] + question.text))
    return "\(comment(question))::\(Self.escaped(question.id))::\(text){\(answers)}"
  }

  /// The id and the tag as Moodle reads them from a comment.
  private func comment(_ question: Question) -> String {
    var parts: [String] = []
    let isPrintable = question.id.unicodeScalars.allSatisfy {
      (0x21...0x7E).contains($0.value) && $0 != "[" && $0 != "]"
    }
    if isPrintable, !question.id.isEmpty { parts.append("[id:\(question.id)]") }
    if let skill = question.skill { parts.append("[tag:\(skill)]") }
    return parts.isEmpty ? "" : "// \(parts.joined(separator: " "))\n"
  }

  /// A text of its own format where the question's would not do.
  private func text(_ blocks: [Block]) -> String {
    if blocks.count == 1, case .paragraph(let inlines) = blocks[0].kind { return text(inlines) }
    return (isPlain ? "[html]" : "") + Self.escaped(HTMLText().blocks(blocks))
  }

  private func text(_ inlines: [Inline]) -> String {
    if isPlain, inlines.isPlain {
      let words = inlines.plainText
      return (words.hasPrefix("[") || words.hasPrefix("%") ? "[plain]" : "") + Self.escaped(words)
    }
    let html = HTMLText().inlines(inlines)
    let isMarked = isPlain || html.hasPrefix("[") || html.hasPrefix("%")
    return (isMarked ? "[html]" : "") + Self.escaped(html)
  }

  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "#", "=", "~", "{", "}", ":": out += "\\" + String(scalar)
      case "\n": out += "\\n"
      case "\r": continue
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private func answers(_ question: Question, _ losses: inout [ExchangeLoss]) -> String {
    switch question.form {
    case .single(let single):
      "\n" + single.options.map { option($0, $0.isRight ? "=" : "~") }.joined()
    case .multiple(let multiple): "\n" + self.multiple(multiple.options)
    case .trueFalse(let truth): truth.isTrue ? "TRUE" : "FALSE"
    case .number(let number):
      number.tolerance == .zero
        ? "#\(number.value.description)"
        : "#\(number.value.description):\(number.tolerance.description)"
    case .shortText(let short):
      "\n"
        + short.accepted.map { text in
          if text.contains("*") { losses.append(.wildcard(text)) }
          let words = Self.arrowless(Self.oneLine(text), &losses)
          // A percentage at the beginning would be a weight.
          return "\t=\(words.hasPrefix("%") ? "%100%" : "")\(Self.escaped(words))\n"
        }.joined()
    case .matching(let matching):
      "\n"
        + matching.pairs.map { pair in
          // The right side of a pair has no formats.
          if !pair.right.isPlain { losses.append(.formatting("The right side of a pair")) }
          let left = Self.arrowless(text(pair.left), &losses)
          return "\t=\(left) -> \(Self.escaped(pair.right.plainText))\n"
        }.joined()
    case .ordering(let ordering): self.ordering(ordering, &losses)
    case .free: ""
    }
  }

  /// An arrow in the text would part it.
  private static func arrowless(_ text: String, _ losses: inout [ExchangeLoss]) -> String {
    guard text.contains("->") else { return text }
    losses.append(.arrow(text))
    var out = ""
    for character in text {
      if character == ">", out.last == "-" {
        out.removeLast()
        out += "→"
      } else {
        out.append(character)
      }
    }
    return out
  }

  private func option(_ option: AnswerOption, _ sign: String) -> String {
    let feedback = option.feedback.isEmpty ? "" : "#" + text(option.feedback)
    return "\t\(sign)\(text(option.text))\(feedback)\n"
  }

  /// Each right option is worth its share, and each wrong one costs as much: our marking, to five
  /// digits, which is how Moodle keeps shares.
  private func multiple(_ options: [AnswerOption]) -> String {
    let right = options.count(where: \.isRight)
    let share = (10_000_000 + right / 2) / max(right, 1)
    let (whole, rest) = share.quotientAndRemainder(dividingBy: 100_000)
    var digits = String(100_000 + rest).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    let percent = digits.isEmpty ? "\(whole)" : "\(whole).\(digits)"
    return options.map { option($0, $0.isRight ? "~%\(percent)%" : "~%-\(percent)%") }.joined()
  }

  /// Moodle's ordering type reads its items a line each and knows no escapes.
  private func ordering(_ ordering: Ordering, _ losses: inout [ExchangeLoss]) -> String {
    losses.append(.newerThan("Moodle 4.4 and later"))
    losses.append(.marking("A step counts where the next one follows it."))
    let words = ordering.steps.map { Self.escaped(Self.oneLine($0.plainText)) }
    if !ordering.steps.allSatisfy(\.isPlain) || words.contains("") {
      losses.append(.formatting("A step"))
    }
    // An empty line would end the question.
    let steps = words.map { $0.isEmpty ? "(no text)" : $0 }
    return ">\(steps.count) ALL VERTICAL RELATIVE\n" + steps.joined(separator: "\n") + "\n"
  }
}
