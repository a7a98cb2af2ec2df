/// An item of QTI as a question of ours.
struct QTIItemReader {
  private let root: MarkupElement
  private let number: Int
  var losses: [(ExchangeLoss, line: Int)] = []

  init(_ root: MarkupElement, number: Int) {
    self.root = root
    self.number = number
  }

  /// What holds a place for an answer in the body, with what stands for it in the text.
  private static let interactions: Set = [
    "choiceinteraction", "orderinteraction", "matchinteraction", "extendedtextinteraction",
    "textentryinteraction", "inlinechoiceinteraction", "associateinteraction",
    "gapmatchinteraction", "hottextinteraction", "hotspotinteraction", "selectpointinteraction",
    "graphicorderinteraction", "graphicassociateinteraction", "graphicgapmatchinteraction",
    "positionobjectinteraction", "sliderinteraction", "mediainteraction", "drawinginteraction",
    "uploadinteraction", "custominteraction", "portablecustominteraction",
    "positionobjectstage",
  ]

  /// What is no text of the question: feedback, rubrics, and what only programs read.
  private static let silent: [String: String] = [
    "feedbackinline": "", "feedbackblock": "", "modalfeedback": "", "rubricblock": "",
    "templateinline": "", "templateblock": "", "infocontrol": "", "stylesheet": "",
    "endattemptinteraction": "",
  ]

  mutating func read(weight: String?) -> Question? {
    guard let body = root.first("itembody") else { return refuse(.noAnswers, root.line) }
    if root.descendants.contains(where: { $0.kind == "templatedeclaration" }) {
      add(.sourceSetting("template variables"), root.line)
    }
    let found = body.descendants.filter { Self.interactions.contains($0.kind) }
    guard let interaction = found.first else { return refuse(.noAnswers, body.line) }
    guard found.count == 1 else { return refuse(.tooManyInteractions(found.count), body.line) }
    for element in body.descendants
    where element.kind == "infocontrol"
      || (element.kind == "rubricblock" && interaction.kind != "extendedtextinteraction")
    {
      add(.notUnderstood(element.text), element.line)
    }
    let declared = QTIResponse(root, interaction["responseidentifier"] ?? "RESPONSE")
    guard let form = form(interaction, declared, body) else { return nil }
    let (stem, text) = question(body, interaction)
    var question = Question(line: root.line, stem: stem, text: text, form: form)
    question.id = root["identifier"] ?? ""
    question.points = Points(points(weight))
    question.rationale = rationale()
    switch interaction.kind {
    case "choiceinteraction", "matchinteraction":
      if case .trueFalse = form { break }
      question.keepsOrder = interaction["shuffle"] != "true"
      if interaction["shuffle"] == "true",
        interaction.descendants.contains(where: { $0["fixed"] == "true" })
      {
        add(.fixedOption, interaction.line)
      }
    default: break
    }
    return question
  }

  mutating func add(_ loss: ExchangeLoss, _ line: Int) { losses.append((loss, line)) }

  private mutating func refuse(_ loss: ExchangeLoss, _ line: Int) -> Question? {
    add(loss, line)
    return nil
  }

  mutating func blocks(
    _ element: MarkupElement, replacing replaced: [String: String] = Self.silent
  ) -> [Block] {
    var markup = MarkupBlocks(line: element.line, replacing: replaced)
    let blocks = markup.blocks(element.children)
    for loss in markup.losses { add(loss, element.line) }
    return blocks
  }

  mutating func line(_ element: MarkupElement, of what: String) -> [Inline] {
    let blocks = blocks(element)
    if !blocks.isOneParagraph { add(.formatting(what), element.line) }
    return blocks.flattened(at: SourceRange(line: element.line))
  }

  // MARK: The text

  /// The prompt is the question where there is one; the rest of the body is the text below it.
  private mutating func question(
    _ body: MarkupElement, _ interaction: MarkupElement
  ) -> (stem: [Inline], text: [Block]) {
    var replaced = Self.silent
    for kind in Self.interactions { replaced[kind] = "" }
    if interaction.kind == "textentryinteraction" { replaced[interaction.kind] = "_____" }
    var around = blocks(body, replacing: replaced)
    // A gap that stands alone is only the place to type.
    around.removeAll {
      $0.paragraph.map { $0.plainText.allSatisfy { $0 == "_" || $0 == " " } } ?? false
    }
    let title = root["title"].flatMap { $0.isBlank ? nil : $0 } ?? "Question \(number)"
    let place = SourceRange(line: root.line)
    guard let prompt = interaction.first("prompt") else {
      return around.asQuestion(title: title, at: place)
    }
    let prompts = blocks(prompt)
    guard !prompts.isEmpty else { return around.asQuestion(title: title, at: place) }
    let (stem, more) = prompts.asQuestion(title: title, at: place)
    return (stem, around + more)
  }

  /// All that is said afterwards, whatever it was said to.
  private mutating func rationale() -> [Block] {
    var rationale: [Block] = []
    var count = 0
    for element in root.descendants
    where element.kind == "modalfeedback" || element.kind == "feedbackblock" {
      let blocks = blocks(element, replacing: ["feedbackinline": ""])
      guard !blocks.isEmpty else { continue }
      rationale += blocks
      count += 1
      if count > 1 || element["showhide"] == "hide" {
        add(.feedbackJoined("Feedback that depends on the answer"), element.line)
      }
    }
    return rationale
  }

  private mutating func points(_ weight: String?) -> Int {
    var maximum = "1"
    for outcome in root.all("outcomedeclaration") {
      if outcome["identifier"] == "SCORE", let most = outcome["normalmaximum"] { maximum = most }
    }
    for outcome in root.all("outcomedeclaration") {
      if outcome["identifier"] == "MAXSCORE",
        let value = outcome.first("defaultvalue")?.first("value")?.text
      {
        maximum = value
      }
    }
    let text = weight ?? maximum
    guard let number = DecimalNumber(plain: text), number.millionths.isMultiple(of: 1_000_000),
      (1...10_000).contains(number.millionths / 1_000_000)
    else {
      add(.sourceSetting("\(text) points"), root.line)
      return 1
    }
    return Int(number.millionths / 1_000_000)
  }

  /// How the processing compares: the tolerance of a number.
  func tolerance(of value: DecimalNumber) -> DecimalNumber? {
    guard let processing = root.first("responseprocessing") else { return nil }
    for equal in processing.descendants where equal.kind == "equal" {
      guard let mode = equal["tolerancemode"], mode != "exact",
        let words = equal["tolerance"].map({ Words.split($0) }), let first = words.first
      else { continue }
      let parts = [first, words.last ?? first].compactMap { DecimalNumber(plain: $0) }
      guard let widest = parts.max(), widest >= .zero else { continue }
      guard mode == "relative" else { return widest }
      let product = Int128(value.millionths.magnitude) * Int128(widest.millionths)
      return DecimalNumber(millionths: Int64(clamping: product / 100_000_000))
    }
    return nil
  }
}

/// What an item declares about a response.
struct QTIResponse {
  var correct: [String] = []
  var mapped: [(key: String, value: DecimalNumber, mattersCase: Bool)] = []
  var cardinality = "single"
  var type = "string"

  init(_ item: MarkupElement, _ identifier: String) {
    guard
      let declaration = item.all("responsedeclaration").first(where: {
        $0["identifier"] == identifier
      })
    else { return }
    cardinality = declaration["cardinality"] ?? cardinality
    type = declaration["basetype"] ?? type
    correct = declaration.first("correctresponse")?.all("value").map(\.text) ?? []
    for entry in declaration.first("mapping")?.all("mapentry") ?? [] {
      guard let key = entry["mapkey"],
        let value = entry["mappedvalue"].flatMap({
          DecimalNumber(plain: $0)
        })
      else { continue }
      mapped.append((Words.trim(key), value, entry["casesensitive"] == "true"))
    }
  }

  /// The right ones: as declared, or those that earn something.
  var keys: [String] {
    correct.isEmpty ? mapped.filter { $0.value > .zero }.map(\.key) : correct
  }
}
