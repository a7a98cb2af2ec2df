/// What stands between the braces of a question in GIFT.
struct GIFTAnswers {
  private(set) var losses: [ExchangeLoss] = []
  private(set) var rationale: [Block] = []
  private let line: Int
  private let format: GIFTFormat

  init(line: Int, format: GIFTFormat) {
    self.line = line
    self.format = format
  }

  private var range: SourceRange { SourceRange(line: line) }

  /// The type of the question is told in the order in which Moodle tells it; nil, with a loss, where
  /// it is none.
  mutating func read(_ whole: GIFTText) -> QuestionForm? {
    var text = whole
    if let (answers, feedback) = whole.splitLast(at: "####") {
      text = answers.trimmed
      rationale = blocks(feedback.trimmed)
    }
    if text.isEmpty { return free() }
    if text.hasPrefix("#") { return number(text.dropFirst(1).trimmed) }
    if text.hasPrefix(">") { return ordering(text.dropFirst(1)) }
    let answers = text.answers
    if answers.contains(where: { $0.sign == "~" }) { return choice(answers) }
    if answers.contains(where: { $0.sign == "=" }), text.split(at: "->") != nil {
      return matching(answers)
    }
    if let truth = truth(text) { return truth }
    return shortText(answers)
  }

  private mutating func blocks(_ text: GIFTText) -> [Block] {
    GIFTFormat.blocks(text, default: format, &losses).1
  }

  private mutating func line(_ text: GIFTText, of what: String) -> [Inline] {
    let blocks = blocks(text)
    if !blocks.isOneParagraph { losses.append(.formatting(what)) }
    return blocks.flattened(at: range)
  }

  private mutating func addFeedback(_ text: GIFTText?, to what: String) {
    guard let text, !text.trimmed.isEmpty else { return }
    losses.append(.feedbackJoined("The feedback on \(what)"))
    rationale += blocks(text.trimmed)
  }

  /// The answer before `#`, and the feedback behind it.
  private func parts(_ text: GIFTText) -> (answer: GIFTText, feedback: GIFTText?) {
    guard let (answer, feedback) = text.split(at: "#") else { return (text, nil) }
    return (answer.trimmed, feedback.trimmed)
  }

  // MARK: Types

  private mutating func free() -> QuestionForm {
    if let free = RubricText.taken(from: &rationale) { return .free(free) }
    losses.append(.rubricMissing)
    return .free(RubricText.substitute(at: range))
  }

  private mutating func truth(_ text: GIFTText) -> QuestionForm? {
    let (answer, feedback) = parts(text)
    let word = answer.string
    guard ["T", "TRUE", "F", "FALSE"].contains(word) else { return nil }
    if let feedback {
      let (wrong, right) =
        feedback.split(at: "#") ?? (feedback, feedback.dropFirst(feedback.glyphs.count))
      addFeedback(wrong, to: "a wrong answer")
      addFeedback(right, to: "the right answer")
    }
    return .trueFalse(TrueFalse(isTrue: word.hasPrefix("T")))
  }

  private mutating func choice(
    _ answers: [(sign: Unicode.Scalar?, text: GIFTText)]
  ) -> QuestionForm? {
    let isSingle = answers.contains { $0.sign == "=" }
    var options: [AnswerOption] = []
    var weights: [DecimalNumber] = []
    for (sign, text) in answers where sign != nil {
      let (weight, rest) = text.weight
      let (answer, feedback) = parts(rest)
      let full = DecimalNumber(millionths: 100_000_000)
      let worth = weight ?? (sign == "=" ? full : .zero)
      let words = line(answer, of: "An option")
      let isRight = isSingle ? worth == full : worth > .zero
      if isSingle, !isRight, worth > .zero {
        losses.append(.partialCredit(option: words.plainText, percent: worth.description))
      }
      options.append(
        AnswerOption(text: words, isRight: isRight, feedback: feedback.map { blocks($0) } ?? []))
      weights.append(worth)
    }
    guard options.count >= 2 else {
      losses.append(.tooFew("options"))
      return nil
    }
    let right = options.count(where: \.isRight)
    guard right > 0 else {
      losses.append(.noKey)
      return nil
    }
    if isSingle, right == 1 { return .single(SingleChoice(options: options)) }
    if isSingle {
      losses.append(.severalKeys)
    } else {
      checkWeights(options, weights, right: right)
    }
    return .multiple(MultipleChoice(options: options))
  }

  /// Here each right tick earns its share, and each wrong one costs as much.
  private mutating func checkWeights(
    _ options: [AnswerOption], _ weights: [DecimalNumber], right: Int
  ) {
    let share = 100_000_000 / Int64(right)
    let isOther = zip(options, weights).contains { option, weight in
      let wanted = option.isRight ? share : -share
      // Authors write 33.333 for a third.
      return abs(weight.millionths - wanted) > 10_000
    }
    if isOther {
      losses.append(
        .marking("Each right option earns the same share, and each wrong one costs as much."))
    }
  }

  private mutating func matching(
    _ answers: [(sign: Unicode.Scalar?, text: GIFTText)]
  ) -> QuestionForm? {
    var pairs: [Matching.Pair] = []
    var distractors: [String] = []
    for (_, text) in answers {
      guard let (left, right) = text.split(at: "->") else {
        losses.append(.notUnderstood(text.wrapped))
        continue
      }
      let pair = Matching.Pair(
        left: line(left.trimmed, of: "A pair"), right: line(right.trimmed, of: "A pair"))
      if pair.left.isEmpty {
        distractors.append(pair.right.plainText)
      } else {
        pairs.append(pair)
      }
    }
    if !distractors.isEmpty { losses.append(.distractors(distractors)) }
    guard pairs.count >= 2 else {
      losses.append(.tooFew("pairs"))
      return nil
    }
    return .matching(Matching(pairs: pairs, at: range))
  }

  private mutating func shortText(
    _ answers: [(sign: Unicode.Scalar?, text: GIFTText)]
  ) -> QuestionForm? {
    var accepted: [String] = []
    for (_, text) in answers {
      let (weight, rest) = text.weight
      let (answer, feedback) = parts(rest)
      let words = Words.trim(answer.wrapped)
      addFeedback(feedback, to: "“\(words)”")
      if words.isEmpty { continue }
      if let weight, weight < DecimalNumber(millionths: 100_000_000) {
        losses.append(.partialCredit(option: words, percent: weight.description))
        continue
      }
      if words.contains("*") { losses.append(.wildcard(words)) }
      accepted.append(words)
    }
    guard !accepted.isEmpty else {
      losses.append(.noAnswers)
      return nil
    }
    return .shortText(ShortText(accepted: accepted))
  }

  private mutating func number(_ text: GIFTText) -> QuestionForm? {
    var numbers: [NumberAnswer] = []
    for (sign, part) in text.answers {
      let (weight, rest) = part.weight
      let (answer, feedback) = parts(rest)
      let words = Words.trim(answer.wrapped)
      addFeedback(feedback, to: sign == "~" || words == "*" ? "a wrong answer" : "“\(words)”")
      if sign == "~" || words == "*" || words.isEmpty { continue }
      if let weight, weight < DecimalNumber(millionths: 100_000_000) {
        losses.append(.partialCredit(option: words, percent: weight.description))
        continue
      }
      guard let number = range(words) else {
        losses.append(.number(words))
        return nil
      }
      numbers.append(number)
    }
    guard let first = numbers.first else {
      losses.append(.noAnswers)
      return nil
    }
    if numbers.count > 1 {
      if numbers.allSatisfy({ $0.tolerance == .zero }) {
        return .shortText(ShortText(accepted: numbers.map(\.value.description)))
      }
      losses.append(.otherAnswers(numbers.dropFirst().map { $0.key.map(\.plainText).joined() }))
    }
    return .number(first)
  }

  /// `1822`, `1822:5` or `1..5`.
  private mutating func range(_ words: String) -> NumberAnswer? {
    if let dots = words.firstRange(of: "..") {
      guard let low = DecimalNumber(plain: String(words[..<dots.lowerBound])),
        let high = DecimalNumber(plain: String(words[dots.upperBound...]))
      else { return nil }
      let (number, isExact) = NumberAnswer.between(low, high)
      if !isExact { losses.append(.rounded(words)) }
      return number
    }
    let parts = words.split(separator: ":", maxSplits: 1).map(String.init)
    guard let value = parts.first.flatMap({ DecimalNumber(plain: $0) }) else { return nil }
    guard parts.count == 2 else { return NumberAnswer(value: value, tolerance: .zero) }
    guard let tolerance = DecimalNumber(plain: parts[1]), tolerance >= .zero else { return nil }
    return NumberAnswer(value: value, tolerance: tolerance)
  }

  /// Moodle's ordering type: `>`, how many, how, and an item a line.
  private mutating func ordering(_ text: GIFTText) -> QuestionForm? {
    var lines = text.string.split(whereSeparator: \.isNewline).map { Words.trim(String($0)) }
      .filter { !$0.isEmpty }
    if let first = lines.first {
      let words = Words.split(first)
      let rest = words.drop {
        Words.integer($0) != nil || $0.allSatisfy { $0.isUppercase || $0 == "_" }
      }
      lines[0] = rest.joined(separator: " ")
      if rest.isEmpty { lines.removeFirst() }
    }
    let steps = lines.map { line -> [Inline] in
      let blocks = format.blocks(line, line: self.line, &losses)
      return blocks.flattened(at: range)
    }
    guard steps.count >= 2 else {
      losses.append(.tooFew("steps"))
      return nil
    }
    return .ordering(Ordering(steps: steps))
  }
}
