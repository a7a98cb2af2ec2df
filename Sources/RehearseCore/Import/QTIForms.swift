extension QTIItemReader {
  /// The type of question that an interaction is; nil, with a loss, where it is none of ours.
  mutating func form(
    _ interaction: MarkupElement, _ response: QTIResponse, _ body: MarkupElement
  ) -> QuestionForm? {
    switch interaction.kind {
    case "choiceinteraction": choice(interaction, response)
    case "orderinteraction": order(interaction, response)
    case "matchinteraction": match(interaction, response)
    case "textentryinteraction": text(interaction, response)
    case "extendedtextinteraction": free(interaction, body)
    default: refuse(.interaction(interaction.name), interaction)
    }
  }

  private mutating func refuse(_ loss: ExchangeLoss, _ element: MarkupElement) -> QuestionForm? {
    add(loss, element.line)
    return nil
  }

  private mutating func choice(
    _ interaction: MarkupElement, _ response: QTIResponse
  ) -> QuestionForm? {
    let choices = interaction.all("simplechoice")
    guard choices.count >= 2 else { return refuse(.tooFew("options"), interaction) }
    let keys = Set(response.keys)
    var options: [AnswerOption] = []
    for choice in choices {
      var feedback: [Block] = []
      for part in choice.descendants
      where part.kind == "feedbackinline" || part.kind == "feedbackblock" {
        feedback += blocks(part, replacing: [:])
      }
      options.append(
        AnswerOption(
          text: line(choice, of: "An option"), isRight: keys.contains(choice["identifier"] ?? ""),
          feedback: feedback))
    }
    let right = options.count(where: \.isRight)
    guard right > 0 else { return refuse(.noKey, interaction) }
    let isSingle = response.cardinality == "single" || interaction["maxchoices"] == "1"
    let names = choices.map { ($0["identifier"] ?? "").lowercased() }
    if isSingle, right == 1, Set(names) == ["true", "false"], options.count == 2,
      let key = options.firstIndex(where: \.isRight)
    {
      return .trueFalse(TrueFalse(isTrue: names[key] == "true"))
    }
    checkMapping(response, choices, options, interaction)
    if isSingle, right == 1 { return .single(SingleChoice(options: options)) }
    if isSingle { add(.severalKeys, interaction.line) }
    return .multiple(MultipleChoice(options: options))
  }

  /// Points for single options are kept where they are ours: one for right, one off for wrong.
  private mutating func checkMapping(
    _ response: QTIResponse, _ choices: [MarkupElement], _ options: [AnswerOption],
    _ interaction: MarkupElement
  ) {
    let values = Dictionary(response.mapped.map { ($0.key, $0.value) }) { $1 }
    guard !values.isEmpty else {
      if response.cardinality == "multiple" {
        add(.marking("Part of the answer earns part of the points."), interaction.line)
      }
      return
    }
    let earned = zip(choices, options).map { choice, option in
      (values[choice["identifier"] ?? ""] ?? .zero, option.isRight)
    }
    let rights = Set(earned.filter(\.1).map(\.0))
    let wrongs = Set(earned.filter { !$0.1 }.map(\.0.millionths))
    let isOurs =
      rights.count == 1
      && wrongs.isSubset(of: [-(rights.first?.millionths ?? 0)])
    if response.cardinality == "multiple", !isOurs {
      add(
        .marking("Each right option earns the same share, and each wrong one costs as much."),
        interaction.line)
    }
    if response.cardinality == "single" {
      for ((value, isRight), option) in zip(earned, options) where !isRight && value > .zero {
        let whole = max(rights.map(\.millionths).max() ?? 1, 1)
        add(
          .partialCredit(
            option: option.text.plainText,
            percent: "\(Int128(value.millionths) * 100 / Int128(whole))"),
          interaction.line)
      }
    }
  }

  private mutating func order(
    _ interaction: MarkupElement, _ response: QTIResponse
  ) -> QuestionForm? {
    let choices = interaction.all("simplechoice")
    let steps = response.correct.compactMap { key in choices.first { $0["identifier"] == key } }
    guard !response.correct.isEmpty, steps.count == response.correct.count else {
      return refuse(.noKey, interaction)
    }
    guard steps.count >= 2 else { return refuse(.tooFew("steps"), interaction) }
    let others = choices.filter { choice in !response.correct.contains(choice["identifier"] ?? "") }
    if !others.isEmpty { add(.distractors(others.map(\.text)), interaction.line) }
    return .ordering(Ordering(steps: steps.map { line($0, of: "A step") }))
  }

  private mutating func match(
    _ interaction: MarkupElement, _ response: QTIResponse
  ) -> QuestionForm? {
    let sets = interaction.all("simplematchset").map { $0.all("simpleassociablechoice") }
    guard sets.count == 2 else { return refuse(.noAnswers, interaction) }
    guard !response.keys.isEmpty else { return refuse(.noKey, interaction) }
    var rights: [String: [String]] = [:]
    for key in response.keys {
      let sides = Words.split(key)
      if sides.count == 2 { rights[sides[0], default: []].append(sides[1]) }
    }
    var pairs: [Matching.Pair] = []
    var used: Set<String> = []
    var losses: [String] = []
    for left in sets[0] {
      let keys = rights[left["identifier"] ?? ""] ?? []
      guard let key = keys.first, let right = sets[1].first(where: { $0["identifier"] == key })
      else {
        losses.append(left.text)
        continue
      }
      if keys.count > 1 {
        add(.marking("Each left side has one right side: the first is kept."), left.line)
      }
      used.insert(key)
      pairs.append(
        Matching.Pair(left: line(left, of: "A pair"), right: line(right, of: "A pair")))
    }
    if Set(response.mapped.map(\.value).filter { $0 > .zero }).count > 1 {
      add(.marking("Each pair earns the same share."), interaction.line)
    }
    losses += sets[1].filter { !used.contains($0["identifier"] ?? "") }.map(\.text)
    if !losses.isEmpty { add(.distractors(losses), interaction.line) }
    guard pairs.count >= 2 else { return refuse(.tooFew("pairs"), interaction) }
    return .matching(Matching(pairs: pairs, at: SourceRange(line: interaction.line)))
  }

  private mutating func text(
    _ interaction: MarkupElement, _ response: QTIResponse
  ) -> QuestionForm? {
    if response.type == "float" || response.type == "integer" {
      guard let key = response.keys.first else { return refuse(.noKey, interaction) }
      guard let value = DecimalNumber(plain: key) else {
        return refuse(.number(key), interaction)
      }
      return .number(NumberAnswer(value: value, tolerance: tolerance(of: value) ?? .zero))
    }
    var accepted = response.correct.filter { !$0.isBlank }
    let most = response.mapped.map(\.value).max() ?? .zero
    for entry in response.mapped where entry.value > .zero && !accepted.contains(entry.key) {
      guard entry.value == most else {
        let share = Int128(entry.value.millionths) * 100 / Int128(most.millionths)
        add(.partialCredit(option: entry.key, percent: "\(share)"), interaction.line)
        continue
      }
      accepted.append(entry.key)
    }
    if response.mapped.contains(where: \.mattersCase) { add(.caseMatters, interaction.line) }
    guard !accepted.isEmpty else { return refuse(.noKey, interaction) }
    return .shortText(ShortText(accepted: accepted))
  }

  private mutating func free(
    _ interaction: MarkupElement, _ body: MarkupElement
  ) -> QuestionForm? {
    for block in body.descendants where block.kind == "rubricblock" {
      var blocks = blocks(block, replacing: [:])
      if let free = RubricText.taken(from: &blocks) { return .free(free) }
      // A list for those who mark is a rubric, whatever stands above it.
      for case .list(let list) in blocks.map(\.kind)
      where block["view"]?.contains("scorer") == true {
        let criteria = list.items.map { RubricText.criterion($0.blocks) }
          .filter { !$0.text.isEmpty }
        if !criteria.isEmpty { return .free(FreeAnswer(criteria: criteria)) }
      }
    }
    add(.rubricMissing, interaction.line)
    return .free(RubricText.substitute(at: SourceRange(line: interaction.line)))
  }
}
