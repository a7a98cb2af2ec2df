/// A question of text2qti while its lines are read.
struct Text2QTIDraft {
  private enum Response { case choice, multiple, short, number, essay, upload }

  private let number: Int
  private let place: Int
  private let title: String?
  private let points: Int
  private let keepsOrder: Bool
  private var text: [Block]
  private var response: Response?
  private var options: [AnswerOption] = []
  private var accepted: [String] = []
  private var numberText = ""
  private var rationale: [Block] = []
  private var losses: [(ExchangeLoss, line: Int)] = []

  init(_ piece: Text2QTIPiece, title: String?, points: Int, keepsOrder: Bool, number place: Int) {
    number = piece.number
    self.place = place
    self.title = title
    self.points = points
    self.keepsOrder = keepsOrder
    var losses: [ExchangeLoss] = []
    text = piece.blocks(&losses)
    self.losses = losses.map { ($0, piece.number) }
  }

  func notes(file: String) -> [ExchangeNote] {
    losses.map { ExchangeNote(file: file, line: $0.line, $0.0) }
  }

  private mutating func blocks(_ piece: Text2QTIPiece) -> [Block] {
    var new: [ExchangeLoss] = []
    let blocks = piece.blocks(&new)
    losses += new.map { ($0, piece.number) }
    return blocks
  }

  mutating func add(_ piece: Text2QTIPiece) {
    switch piece.mark {
    case .right, .wrong: addOption(piece, .choice, isRight: piece.mark == .right)
    case .multipleRight, .multipleWrong:
      addOption(piece, .multiple, isRight: piece.mark == .multipleRight)
    case .short:
      guard expect(.short, piece) else { return }
      accepted.append(piece.line)
    case .number:
      guard expect(.number, piece) else { return }
      numberText = piece.line
    case .essay: _ = expect(.essay, piece)
    case .upload: _ = expect(.upload, piece)
    case .feedback:
      let blocks = blocks(piece)
      if options.isEmpty {
        rationale += blocks
      } else {
        options[options.count - 1].feedback += blocks
      }
    case .solution: rationale += blocks(piece)
    case .rightFeedback: addFeedback(piece, to: "the right answer")
    case .wrongFeedback: addFeedback(piece, to: "a wrong answer")
    default: losses.append((.notUnderstood(piece.text), piece.number))
    }
  }

  private mutating func addFeedback(_ piece: Text2QTIPiece, to what: String) {
    losses.append((.feedbackJoined("The feedback on \(what)"), piece.number))
    rationale += blocks(piece)
  }

  private mutating func expect(_ wanted: Response, _ piece: Text2QTIPiece) -> Bool {
    if response == nil || (response == wanted && wanted == .short) {
      response = wanted
      return true
    }
    losses.append((.notUnderstood(piece.text), piece.number))
    return false
  }

  private mutating func addOption(_ piece: Text2QTIPiece, _ wanted: Response, isRight: Bool) {
    guard response == nil || response == wanted else {
      losses.append((.notUnderstood(piece.text), piece.number))
      return
    }
    response = wanted
    let blocks = blocks(piece)
    if !blocks.isOneParagraph { losses.append((.formatting("An option"), piece.number)) }
    options.append(
      AnswerOption(
        text: blocks.flattened(at: SourceRange(line: piece.number)), isRight: isRight, feedback: [])
    )
  }

  /// Nil, with a loss, where there is no question in it.
  mutating func finish() -> Question? {
    guard let form = form() else { return nil }
    let (stem, text) = text.asQuestion(
      title: title ?? "Question \(place)", at: SourceRange(line: number))
    var question = Question(
      line: number, stem: stem, text: text, form: form, rationale: rationale)
    question.points = Points(points)
    question.id = title ?? ""
    question.keepsOrder = keepsOrder && options.count > 0
    return question
  }

  private mutating func form() -> QuestionForm? {
    let right = options.count(where: \.isRight)
    switch response {
    case nil: return refuse(.noAnswers)
    case .upload: return refuse(.interaction("a file to hand in (^^^)"))
    case .choice:
      guard options.count >= 2 else { return refuse(.tooFew("options")) }
      guard right > 0 else { return refuse(.noKey) }
      if let truth = truth() { return .trueFalse(truth) }
      guard right == 1 else {
        losses.append((.severalKeys, number))
        return .multiple(MultipleChoice(options: options))
      }
      return .single(SingleChoice(options: options))
    case .multiple:
      guard options.count >= 2 else { return refuse(.tooFew("options")) }
      guard right > 0 else { return refuse(.noKey) }
      return .multiple(MultipleChoice(options: options))
    case .short: return .shortText(ShortText(accepted: accepted))
    case .number:
      guard let answer = numberAnswer() else { return refuse(.number(numberText)) }
      return .number(answer)
    case .essay:
      if let free = RubricText.taken(from: &rationale) { return .free(free) }
      losses.append((.rubricMissing, number))
      return .free(RubricText.substitute(at: SourceRange(line: number)))
    }
  }

  private mutating func refuse(_ loss: ExchangeLoss) -> QuestionForm? {
    losses.append((loss, number))
    return nil
  }

  /// Two options, `true` and `false`, are a question of truth.
  private mutating func truth() -> TrueFalse? {
    let words = options.map { $0.text.plainText.lowercased() }
    guard Set(words) == ["true", "false"], words.count == 2,
      let right = options.firstIndex(where: \.isRight), options.count(where: \.isRight) == 1
    else { return nil }
    for option in options where !option.feedback.isEmpty {
      losses.append((.feedbackJoined("The feedback on an option"), number))
      rationale += option.feedback
    }
    return TrueFalse(isTrue: words[right] == "true")
  }

  /// `5`, `1.4142 +- 0.0001`, `200 +- 5%` or `[1.2598, 1.2600]`.
  private mutating func numberAnswer() -> NumberAnswer? {
    let text = numberText.filter { $0 != "_" }
    if text.hasPrefix("["), text.hasSuffix("]") {
      let ends = text.dropFirst().dropLast().split(separator: ",").map {
        DecimalNumber(plain: String($0))
      }
      guard ends.count == 2, let low = ends[0], let high = ends[1] else { return nil }
      let (answer, isExact) = NumberAnswer.between(low, high)
      if !isExact { losses.append((.rounded(numberText), number)) }
      return answer
    }
    guard let sign = text.firstRange(of: "+-") else {
      return DecimalNumber(plain: text).map { NumberAnswer(value: $0, tolerance: .zero) }
    }
    var margin = Words.trim(String(text[sign.upperBound...]))
    let isShare = margin.hasSuffix("%")
    if isShare { margin = Words.trim(String(margin.dropLast())) }
    guard let value = DecimalNumber(plain: String(text[..<sign.lowerBound])),
      let tolerance = DecimalNumber(plain: margin), tolerance >= .zero
    else { return nil }
    guard isShare else { return NumberAnswer(value: value, tolerance: tolerance) }
    let product = Int128(value.millionths.magnitude) * Int128(tolerance.millionths)
    return NumberAnswer(
      value: value, tolerance: DecimalNumber(millionths: Int64(clamping: product / 100_000_000)))
  }
}
