/// Gathers the parts of a question as they come and decides at the end which type it is.
struct QuestionReader {
  private enum Heading { case none, order, rubric }

  private var question: Question
  private var forms: [QuestionForm] = []
  private var expects = Heading.none
  /// What was found wrong with its answer, where that is why there is none.
  private var isAnswerBroken = false
  /// Whether a mark is missing: then it is not known which option is right.
  private var isMarkMissing = false
  /// A quote at the left edge between options, which may be an option's feedback.
  private var quoteBetween: SourceRange?
  /// A line that is the answer if there is no other.
  private var doubtful: LabelledLines.Line?

  var hasForm: Bool { !forms.isEmpty }

  init(
    heading inlines: [Inline], range: SourceRange, taken: inout HeadingIds,
    _ context: inout ReadingContext
  ) {
    let parts = context.heading(
      inlines,
      allowed: {
        switch $0 {
        case .points(_, nil), .skill, .keepOrder: true
        default: false
        }
      }, place: "a question's heading")
    question = Question(
      id: taken.take(parts.id ?? Slug.of(parts.text.plainText)), stem: parts.text, text: [],
      form: .free(FreeAnswer(criteria: [])),
      points: Points(1), skill: nil, hints: [], rationale: [], keepsOrder: false, range: range)
    for (directive, place) in parts.directives {
      switch directive {
      case .points(let points, _):
        if points > 0 { question.points = Points(points) }
      case .skill(let name):
        question.skill = name
        context.addSkillReference(name, at: place)
      case .keepOrder: question.keepsOrder = true
      default: break
      }
    }
  }

  mutating func add(_ block: Block, _ context: inout ReadingContext) {
    switch block.kind {
    case .paragraph(let inlines): addParagraph(inlines, block, &context)
    case .list(let list): addList(list, block, &context)
    case .table(let table) where forms.isEmpty && table.header.count == 2 && expects == .none:
      addTable(table, block, &context)
    case .quote(let blocks):
      question.rationale += blocks
      quoteBetween = forms.isEmpty ? nil : block.range
    default: question.text.append(block)
    }
  }

  private mutating func addParagraph(
    _ inlines: [Inline], _ block: Block, _ context: inout ReadingContext
  ) {
    let parts = LabelledLines(inlines, labels: ["Hint", "Answer", "Rubric"])
    parts.reportSlips(&context)
    doubtful = doubtful ?? parts.doubtful
    let words = Words.trim(parts.before.plainText.lowercased())
    if words.hasPrefix("put in order") || words.hasPrefix("put these in order") {
      expects = .order
    } else if words.utf8.count <= 15, NearMiss.of(words, among: ["put in order"]) != nil {
      context.report(
        .unknownLabel(Words.trim(parts.before.plainText), nearest: "Put in order"), at: block.range)
      expects = .order
    } else if !parts.before.isEmpty {
      question.text.append(Block(.paragraph(parts.before), range: block.range))
    }
    for (label, text, range) in parts.labelled {
      switch label {
      case "Hint": question.hints.append(text)
      case "Rubric": expects = .rubric
      default: addAnswer(text.plainText, range, &context)
      }
    }
  }

  private mutating func addAnswer(
    _ text: String, _ range: SourceRange, _ context: inout ReadingContext
  ) {
    if context.isSealed {
      guard let form = QuestionForm(sealed: text) else {
        context.report(.sealedWithKey, at: range)
        isAnswerBroken = true
        return
      }
      forms.append(form)
      return
    }
    switch text.lowercased() {
    case "true": forms.append(.trueFalse(TrueFalse(isTrue: true)))
    case "false": forms.append(.trueFalse(TrueFalse(isTrue: false)))
    default:
      // `3 months | a quarter` is two texts, not a number with a strange unit.
      if !text.contains("|") {
        let number = NumberAnswer(text)
        if NumberAnswer.isProbablyMeant(by: text, number) {
          context.report(.numberForm(text), at: range)
        }
        if let number {
          forms.append(.number(number))
          return
        }
      }
      let accepted = Words.list(text, separator: "|")
      if accepted.isEmpty {
        context.report(.emptyAnswer, at: range)
        isAnswerBroken = true
      } else {
        forms.append(.shortText(ShortText(accepted: accepted)))
      }
    }
  }

  private mutating func addList(
    _ list: MarkdownList, _ block: Block, _ context: inout ReadingContext
  ) {
    if expects == .order, list.start != nil {
      expects = .none
      let steps = list.items.map { ($0.blocks.first?.paragraph ?? []).trimmed }
      if steps.count < 2 {
        context.report(.tooFewToOrder, at: block.range)
        isAnswerBroken = true
      }
      if steps.count >= 2 { forms.append(.ordering(Ordering(steps: steps))) }
    } else if expects == .rubric, list.items.contains(where: { $0.box != nil }) {
      expects = .none
      forms.append(.free(FreeAnswer(criteria: list.items.map { Self.criterion($0, &context) })))
    } else {
      addOptions(list, block, &context)
    }
  }

  private mutating func addOptions(
    _ list: MarkdownList, _ block: Block, _ context: inout ReadingContext
  ) {
    let boxes = list.items.count { $0.box != nil }
    let radios = list.items.count { $0.box == nil && Self.radio($0) != nil }
    guard boxes + radios > 0 else {
      question.text.append(block)
      return
    }
    // What most of them have is what was meant.
    let isMultiple = boxes >= radios
    let options = list.items.map { item -> AnswerOption in
      let radio = item.box == nil ? Self.radio(item) : nil
      if isMultiple, item.box == nil {
        context.report(.itemWithoutBox, at: item.range)
        isMarkMissing = true
      } else if !isMultiple, radio == nil {
        context.report(.optionWithoutMark, at: item.range)
        isMarkMissing = true
      }
      let text = radio?.text ?? item.blocks.first?.paragraph ?? []
      if text.trimmed.isEmpty { context.report(.optionWithoutText, at: item.range) }
      return Self.option(item, text: text, isRight: radio?.isRight ?? (item.box == true))
    }
    switch (forms.last, quoteBetween) {
    case (.single(let before), let quote?) where !isMultiple && forms.count == 1:
      context.report(.quoteOutsideChoice, at: quote)
      forms = [.single(SingleChoice(options: before.options + options))]
    case (.multiple(let before), let quote?) where isMultiple && forms.count == 1:
      context.report(.quoteOutsideChoice, at: quote)
      forms = [.multiple(MultipleChoice(options: before.options + options))]
    default:
      forms.append(
        isMultiple
          ? .multiple(MultipleChoice(options: options)) : .single(SingleChoice(options: options)))
    }
  }

  /// Whether a block is how a question is answered.
  static func isAnswer(_ block: Block) -> Bool {
    switch block.kind {
    case .list(let list): return list.items.contains { $0.box != nil || radio($0) != nil }
    case .paragraph(let inlines):
      let parts = LabelledLines(inlines, labels: ["Answer", "Rubric"])
      return !parts.labelled.isEmpty || parts.before.plainText.lowercased() == "put in order"
    default: return false
    }
  }

  private mutating func addTable(
    _ table: MarkdownTable, _ block: Block, _ context: inout ReadingContext
  ) {
    let pairs = table.rows.compactMap { row -> Matching.Pair? in
      row.count == 2 ? Matching.Pair(left: row[0], right: row[1]) : nil
    }
    if pairs.count < 2 {
      context.report(.tooFewToMatch, at: block.range)
      isAnswerBroken = true
    }
    guard pairs.count >= 2 else { return }
    forms.append(
      .matching(Matching(leftTitle: table.header[0], rightTitle: table.header[1], pairs: pairs)))
  }

  /// The mark in front of an option, which cmark leaves in the text: `( )` or `(x)`.
  private static func radio(_ item: MarkdownItem) -> (isRight: Bool, text: [Inline])? {
    guard var text = item.blocks.first?.paragraph?.trimmed,
      case .text(let words)? = text.first?.kind
    else { return nil }
    for (mark, isRight) in [
      ("( )", false), ("()", false), ("(\u{A0})", false), ("(x)", true), ("(X)", true),
    ] where words.hasPrefix(mark) {
      text[0].kind = .text(
        Words.trim(String(words.dropFirst(mark.count)), before: text.dropFirst()))
      return (isRight, text.trimmed)
    }
    return nil
  }

  private static func option(_ item: MarkdownItem, text: [Inline], isRight: Bool) -> AnswerOption {
    var feedback: [Block] = []
    for block in item.blocks.dropFirst() {
      if case .quote(let inner) = block.kind { feedback += inner } else { feedback.append(block) }
    }
    return AnswerOption(text: text.trimmed, isRight: isRight, feedback: feedback)
  }

  private static func criterion(
    _ item: MarkdownItem, _ context: inout ReadingContext
  ) -> FreeAnswer.Criterion {
    var rest = (item.blocks.first?.paragraph ?? []).trimmed[...]
    var points = 1
    while let last = rest.last, let code = last.code,
      Directive(code) != nil || Directive.nearMiss(code) != nil
    {
      if case .points(let worth, nil)? = context.directive(
        last,
        allowed: { if case .points(1..., nil) = $0 { true } else { false } },
        place: "a rubric")
      {
        points = worth
      }
      rest.removeLast()
      rest.dropBlanks()
    }
    return FreeAnswer.Criterion(text: [Inline](rest).trimmed, points: points)
  }

  mutating func finish(_ context: inout ReadingContext) -> Question? {
    if forms.isEmpty, !isAnswerBroken, let line = doubtful, line.label == "Answer" {
      context.report(.unknownLabel(line.label, nearest: line.label + ":"), at: line.range)
      addAnswer(line.text.plainText, line.range, &context)
    }
    guard let form = forms.first else {
      if !isAnswerBroken { context.report(.questionWithoutAnswer, at: question.range) }
      return nil
    }
    if forms.count > 1 { context.report(.questionWithTwoForms, at: question.range) }
    var question = question
    question.form = form
    if context.isSealed, question.tellsKey { context.report(.sealedWithKey, at: question.range) }
    switch form {
    case .single(let single) where context.isSealed:
      if single.options.count < 2 { context.report(.tooFewOptions, at: question.range) }
    case .multiple(let multiple) where context.isSealed:
      if multiple.options.count < 2 { context.report(.tooFewOptions, at: question.range) }
    case .single(let single):
      let right = single.options.count(where: \.isRight)
      if right != 1, right > 0 || !isMarkMissing {
        context.report(.singleNeedsOneKey(found: right), at: question.range)
      }
      if single.options.count < 2 { context.report(.tooFewOptions, at: question.range) }
      if right == 0 || single.options.count < 2 { return nil }
    case .multiple(let multiple):
      if multiple.options.count < 2 { context.report(.tooFewOptions, at: question.range) }
      if !multiple.options.contains(where: \.isRight), !isMarkMissing {
        context.report(.multipleNeedsAKey, at: question.range)
        return nil
      }
    default: break
    }
    if question.stem.isEmpty { context.report(.questionWithoutStem, at: question.range) }
    return question
  }
}

extension Block {
  var paragraph: [Inline]? {
    if case .paragraph(let inlines) = kind { inlines } else { nil }
  }
}
