import RehearseCore

/// A marked question: what was answered, what is right, and why.
struct MarkedQuestionText {
  let place: Workplace

  func show(_ marked: MarkedQuestion) {
    let question = marked.put.question
    let glyphs = place.theme.glyphs
    place.blank()
    let verdict: StyledText
    if marked.answer == .skipped {
      verdict = StyledText("No answer", .bad)
    } else if marked.mark.isRight {
      verdict = StyledText("\(glyphs.right) Right", .good)
    } else if marked.mark.earned > 0 {
      verdict = StyledText(
        "Partly right: \(marked.mark.earned) of \(marked.mark.possible)", .caution)
    } else {
      verdict = StyledText("\(glyphs.wrong) Not right", .bad)
    }
    place.write(verdict + StyledText(" \(glyphs.separator) ", .dim) + inline(question.stem))
    if marked.answer != .skipped, !marked.mark.isRight {
      place.write(StyledText("You: ", .dim) + answer(marked), first: "  ", rest: "  ")
    }
    // The words on an option stand with the option that they are about.
    chosenFeedback(marked)
    if !marked.mark.isRight { key(question) }
    if !question.rationale.isEmpty { place.write(question.rationale, first: "  ", rest: "  ") }
  }

  private func inline(_ inlines: [Inline]) -> StyledText {
    var layout = InlineLayout(theme: place.theme, links: LinkTable())
    return layout.text(inlines)
  }

  private func key(_ question: Question) {
    let keys = question.form.type.key
    switch question.form {
    case .free:
      place.write(StyledText("What a good answer does:", .strong), first: "  ", rest: "  ")
      for criterion in keys { place.write(inline(criterion), first: "  - ", rest: "    ") }
    case .shortText:
      place.write(
        StyledText("Right: ", .strong) + joined(keys, " or "), first: "  ", rest: "  ")
    case .ordering:
      place.write(StyledText("The right order:", .strong), first: "  ")
      for (index, step) in keys.enumerated() {
        place.write(inline(step), first: StyledText("  \(index + 1). "), rest: "     ")
      }
    case .matching:
      for pair in keys { place.write(inline(pair), first: "  - ", rest: "    ") }
    default:
      place.write(StyledText("Right: ", .strong) + joined(keys, "; "), first: "  ", rest: "  ")
    }
  }

  private func joined(_ texts: [[Inline]], _ separator: String) -> StyledText {
    var result = StyledText()
    for (index, text) in texts.enumerated() {
      if index > 0 { result += StyledText(separator) }
      result += inline(text)
    }
    return result
  }

  private func answer(_ marked: MarkedQuestion) -> StyledText {
    switch (marked.answer, marked.put.question.form) {
    case (.options(let chosen), .single(let single)):
      joined(chosen.map { single.options[$0].text }, "; ")
    case (.options(let chosen), .multiple(let multiple)):
      joined(chosen.map { multiple.options[$0].text }, "; ")
    case (.truth(let value), _): StyledText(value ? "true" : "false")
    case (.number(let number), .number(let form)):
      StyledText(number.description + (form.unit.map { " " + $0 } ?? ""))
    case (.text(let words), _): StyledText(words)
    case (.order(let order), .ordering(let ordering)):
      joined(order.map { ordering.steps[$0] }, ", ")
    case (.pairs(let rights), .matching(let matching)):
      joined(
        zip(matching.pairs, rights).map { pair, right in
          pair.left + [Inline(.text(" = "), range: .firstCharacter)] + matching.pairs[right].right
        }, "; ")
    default: StyledText()
    }
  }

  private func chosenFeedback(_ marked: MarkedQuestion) {
    guard case .options(let chosen) = marked.answer else { return }
    let options: [AnswerOption]
    switch marked.put.question.form {
    case .single(let single): options = single.options
    case .multiple(let multiple): options = multiple.options
    default: return
    }
    for index in chosen where !options[index].feedback.isEmpty {
      place.write(options[index].feedback, first: "  ", rest: "  ")
    }
  }
}
