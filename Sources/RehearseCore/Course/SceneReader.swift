/// Reads the text of one scene: passages, then the choices, the story's list or the ending.
struct SceneReader {
  private(set) var scene: Scenario.Scene
  private var ending: Directive.Ending?
  private var choices: [Scenario.Choice] = []
  private var turns: [Scenario.Turn] = []
  private var listCount = 0
  /// Whether a quote that stands outside the choices parts their list.
  private var isPartedByQuote = false
  /// Text of the story behind the list of choices.
  private var textBehind: SourceRange?

  init(scene: Scenario.Scene) { self.scene = scene }

  mutating func read(
    _ blocks: ArraySlice<Block>, _ names: inout ScenarioNames, _ context: inout ReadingContext
  ) {
    for block in blocks {
      switch block.kind {
      case .paragraph(let inlines): readParagraph(inlines, block, &names, &context)
      case .list(let list): readList(list, block, &names, &context)
      default:
        if case .quote = block.kind, listCount > 0 {
          context.report(.quoteOutsideChoice, at: block.range)
          isPartedByQuote = true
        }
        scene.passages.append(
          Scenario.Passage(condition: nil, effects: [], speaker: nil, block: block))
      }
    }
    decideWay(&context)
  }

  private mutating func decideWay(_ context: inout ReadingContext) {
    let hasList = !choices.isEmpty || !turns.isEmpty
    if let ending {
      scene.way = .ending(ending)
      if hasList { context.report(.endingGoesOn, at: scene.range) }
    } else if !choices.isEmpty {
      scene.way = .choices(choices)
      if !turns.isEmpty {
        // What there is less of is what strayed in.
        let stray = choices.count < turns.count ? choices[0].range : turns[0].range
        context.report(.mixedList, at: stray)
      } else if let place = textBehind, listCount == 1 {
        context.report(.textOutsideItem(of: "the choice"), at: place)
      }
    } else if !turns.isEmpty {
      scene.way = .story(turns)
      checkStory(&context)
    } else if listCount == 0 {
      context.report(.sceneGoesNowhere(scene.id), at: scene.range)
    }
  }

  // MARK: Passages

  private mutating func readParagraph(
    _ inlines: [Inline], _ block: Block, _ names: inout ScenarioNames,
    _ context: inout ReadingContext
  ) {
    var passage = Scenario.Passage(condition: nil, effects: [], speaker: nil, block: nil)
    if let uncoded = Self.uncodedDirective(inlines) {
      context.report(.directiveWithoutCode(uncoded.words), at: inlines[0].range)
      switch uncoded.directive {
      case .ending(let kind): ending = ending ?? kind
      case .inYourOwnWords: scene.asksOwnWords = true
      default: break
      }
      return
    }
    let parts = ParagraphDirectives(inlines, &context)
    var conditions: [Scenario.Condition] = []
    for (directive, range) in parts.directives {
      switch directive {
      case .given(let syntax): conditions.append(names.condition(syntax, at: range, &context))
      case .ending(let kind):
        if ending != nil { context.report(.twoEndings, at: range) }
        ending = ending ?? kind
        if parts.hasCondition { context.report(.conditionalEnding, at: range) }
      case .inYourOwnWords:
        scene.asksOwnWords = true
        if parts.hasCondition { context.report(.conditionalEnding, at: range) }
      default:
        if let effect = names.effect(directive, at: range, &context) {
          passage.effects.append(effect)
        }
      }
    }
    passage.condition = .all(conditions[...])
    if !parts.text.isEmpty {
      if listCount > 0, Lookalike.findings(in: inlines).isEmpty {
        textBehind = textBehind ?? block.range
      }
      var text = parts.text
      reportSpeakerForm(text, names, &context)
      if let name = Self.speakerName(&text) {
        passage.speaker = names.speaker(name)
        if passage.speaker == nil {
          context.report(
            .unknownSpeaker(name, nearest: names.nearestSpeaker(to: name)),
            at: parts.text[0].range)
          text = parts.text
        }
      }
      passage.block = Block(.paragraph(text), range: block.range)
    }
    if passage.block != nil || !passage.effects.isEmpty { scene.passages.append(passage) }
  }

  /// Takes a bold name with a colon off the front: `**Maya:** text` or `**Maya**: text`.
  private static func speakerName(_ text: inout [Inline]) -> String? {
    guard case .strong(let bold)? = text.first?.kind else { return nil }
    let words = bold.plainText
    if words.hasSuffix(":") {
      text = [Inline](text.dropFirst()).trimmed
      return Words.trim(String(words.dropLast()))
    }
    if text.count > 1, case .text(let after) = text[1].kind, after.hasPrefix(":") {
      text[1].kind = .text(String(after.dropFirst()))
      text = [Inline](text.dropFirst()).trimmed
      return Words.trim(words)
    }
    return nil
  }

  /// `ending success` as the whole of a paragraph without its backquotes; or something else in marks.
  private static func uncodedDirective(_ inlines: [Inline]) -> UncodedDirective? {
    guard case .text(let text)? = inlines.first?.kind else { return nil }
    if inlines.count == 1, let whole = UncodedDirective(text) {
      switch whole.directive {
      case .ending, .inYourOwnWords: return whole
      default: break
      }
    }
    return UncodedDirective(before: text).flatMap { $0.isTelling ? $0 : nil }
  }

  /// Somebody of the cast at the beginning of a paragraph, without the bold or the colon that would
  /// let them speak.
  private func reportSpeakerForm(
    _ text: [Inline], _ names: ScenarioNames, _ context: inout ReadingContext
  ) {
    guard let first = text.first else { return }
    let name: String
    switch first.kind {
    case .strong(let bold):
      // `**Maya** looks up.` is told; `**Maya** “I see.”` is not.
      guard text.count > 1, case .text(let after) = text[1].kind, after.first == " ",
        let next = after.dropFirst().first, next.isUppercase || "“\"‘„«".contains(next)
      else { return }
      name = bold.plainText
    case .text, .emphasis:
      let start = [Inline](text.prefix(2)).plainText.prefix(80)
      guard let colon = start.firstIndex(of: ":") else { return }
      name = String(start[..<colon].filter { $0 != "*" && $0 != "_" })
    default: return
    }
    guard let speaker = names.speaker(Words.trim(name)) else { return }
    context.report(.speakerForm(names.cast[speaker].name), at: first.range)
  }

  // MARK: Lists

  private mutating func readList(
    _ list: MarkdownList, _ block: Block, _ names: inout ScenarioNames,
    _ context: inout ReadingContext
  ) {
    let items = list.items.map { ListEntry($0, in: context.path) }
    guard items.contains(where: \.leadsOn) else {
      if let broken = items.first(where: \.looksLikeBrokenLink) {
        context.report(.brokenLink, at: broken.item.range)
        listCount += 1
      }
      scene.passages.append(
        Scenario.Passage(condition: nil, effects: [], speaker: nil, block: block))
      return
    }
    listCount += 1
    if listCount == 2, !isPartedByQuote { context.report(.twoLists, at: block.range) }
    let hasTurns = items.contains { $0.kind == .turn }
    for entry in items {
      switch entry.kind {
      case .choice where hasTurns && entry.conditionInFront != nil:
        turns.append(entry.turn(&names, &context))
      case .choice: choices.append(entry.choice(&names, &context))
      case .turn: turns.append(entry.turn(&names, &context))
      case .other:
        if let web = entry.webLink {
          context.report(.choiceLeavesCourse(web.url), at: web.range)
        } else {
          context.report(
            entry.looksLikeBrokenLink ? .brokenLink : .choiceWithoutLink, at: entry.item.range)
        }
      }
    }
  }

  private func checkStory(_ context: inout ReadingContext) {
    var total = 0
    var over: SourceRange?
    var hasOtherwise = false
    for turn in turns {
      if hasOtherwise { context.report(.turnAfterOtherwise, at: turn.range) }
      switch turn.trigger {
      case .when: break
      case .chance(let percent):
        total += percent.hundredths
        if total > 10_000 { over = over ?? turn.range }
      case .otherwise: hasOtherwise = true
      }
    }
    if let over {
      context.report(.chancesOver(Percent(hundredths: total).description), at: over)
    } else if !hasOtherwise, total != 10_000 {
      context.report(.storyWithoutOtherwise, at: turns[turns.count - 1].range)
    }
  }
}

/// The directives at the front and at the end of a paragraph, and the text between them. Code in
/// the middle of a sentence is just code.
private struct ParagraphDirectives {
  var directives: [(Directive, SourceRange)] = []
  var text: [Inline]

  var hasCondition: Bool {
    directives.contains { if case .given = $0.0 { true } else { false } }
  }

  init(_ inlines: [Inline], _ context: inout ReadingContext) {
    text = []
    var rest = inlines[...]
    rest.dropBlanks()
    let isAllCode = rest.allSatisfy { $0.code != nil || $0.isBlank }
    while let first = rest.first, let code = first.code {
      guard isAllCode || Self.isMeant(code) else { break }
      take(first, &context)
      rest.removeFirst()
      rest.dropBlanks()
    }
    var trailing: [Inline] = []
    while let last = rest.last, let code = last.code, Self.isMeant(code) {
      trailing.append(last)
      rest.removeLast()
      rest.dropBlanks()
    }
    for inline in trailing.reversed() { take(inline, &context) }
    text = [Inline](rest).trimmed
  }

  private static func isMeant(_ code: String) -> Bool {
    Directive.isMeant(code, among: ["if", "unless", "ending", "points", "set", "clear"])
  }

  private mutating func take(_ inline: Inline, _ context: inout ReadingContext) {
    let directive = context.directive(
      inline,
      allowed: {
        switch $0 {
        case .given, .ending, .inYourOwnWords, .addToMeter, .setMeter, .setFlag, .clearFlag: true
        default: false
        }
      }, place: "the text of a scene")
    if let directive { directives.append((directive, inline.range)) }
  }
}
