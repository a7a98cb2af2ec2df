/// Gathers the parts of a question as they come and decides at the end which type it is.
struct QuestionReader {
  private enum Heading { case none, order, rubric }

  private var question: Question
  private var forms: [QuestionForm] = []
  private var expects = Heading.none
  private var answerRange: SourceRange?

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
    case .quote(let blocks): question.rationale += blocks
    default: question.text.append(block)
    }
  }

  private mutating func addParagraph(
    _ inlines: [Inline], _ block: Block, _ context: inout ReadingContext
  ) {
    let parts = LabelledLines(inlines, labels: ["Hint", "Answer", "Rubric"])
    let words = Words.trim(parts.before.plainText.lowercased())
    if words.hasPrefix("put in order") || words.hasPrefix("put these in order") {
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
    switch text.lowercased() {
    case "true": forms.append(.trueFalse(TrueFalse(isTrue: true)))
    case "false": forms.append(.trueFalse(TrueFalse(isTrue: false)))
    default:
      // `3 months | a quarter` is two texts, not a number with a strange unit.
      if !text.contains("|"), let number = NumberAnswer(text) {
        forms.append(.number(number))
        return
      }
      let accepted = Words.list(text, separator: "|")
      if accepted.isEmpty {
        context.report(.emptyAnswer, at: range)
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
      if steps.count < 2 { context.report(.tooFewToOrder, at: block.range) }
      if steps.count >= 2 { forms.append(.ordering(Ordering(steps: steps))) }
    } else if expects == .rubric, list.items.contains(where: { $0.box != nil }) {
      expects = .none
      forms.append(.free(FreeAnswer(criteria: list.items.map { Self.criterion($0, &context) })))
    } else if list.items.contains(where: { $0.box != nil }) {
      let options = list.items.map { item -> AnswerOption in
        if item.box == nil { context.report(.itemWithoutBox, at: item.range) }
        return Self.option(
          item, text: item.blocks.first?.paragraph ?? [], isRight: item.box == true)
      }
      forms.append(.multiple(MultipleChoice(options: options)))
    } else if list.items.contains(where: { Self.radio($0) != nil }) {
      let options = list.items.map { item -> AnswerOption in
        guard let (isRight, text) = Self.radio(item) else {
          context.report(.optionWithoutMark, at: item.range)
          return Self.option(item, text: item.blocks.first?.paragraph ?? [], isRight: false)
        }
        return Self.option(item, text: text, isRight: isRight)
      }
      forms.append(.single(SingleChoice(options: options)))
    } else {
      question.text.append(block)
    }
  }

  private mutating func addTable(
    _ table: MarkdownTable, _ block: Block, _ context: inout ReadingContext
  ) {
    let pairs = table.rows.compactMap { row -> Matching.Pair? in
      row.count == 2 ? Matching.Pair(left: row[0], right: row[1]) : nil
    }
    if pairs.count < 2 { context.report(.tooFewToMatch, at: block.range) }
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
      text[0].kind = .text(Words.trim(String(words.dropFirst(mark.count))))
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

  func finish(_ context: inout ReadingContext) -> Question? {
    guard let form = forms.first else {
      context.report(.questionWithoutAnswer, at: question.range)
      return nil
    }
    if forms.count > 1 { context.report(.questionWithTwoForms, at: question.range) }
    var question = question
    question.form = form
    switch form {
    case .single(let single):
      let right = single.options.count(where: \.isRight)
      if right != 1 { context.report(.singleNeedsOneKey(found: right), at: question.range) }
      if single.options.count < 2 { context.report(.tooFewOptions, at: question.range) }
      if right == 0 || single.options.count < 2 { return nil }
    case .multiple(let multiple):
      if multiple.options.count < 2 { context.report(.tooFewOptions, at: question.range) }
      if !multiple.options.contains(where: \.isRight) {
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
