/// Questions without their answers, as a sealed assessment has them.
///
/// Where the author's order may tell the key, things are sorted by their text: the steps of an
/// order, the right sides of pairs, and options that are shuffled anyway (many write the right one
/// first). `sealedOrder` leads back.
extension Question {
  /// What is known of it without its key.
  var sealed: Question {
    var question = self
    let order = sealedOrder
    question.hints = []
    question.rationale = []
    switch form {
    case .single(let single):
      question.form = .single(SingleChoice(options: order.map { single.options[$0].sealed }))
    case .multiple(let multiple):
      question.form = .multiple(MultipleChoice(options: order.map { multiple.options[$0].sealed }))
    case .trueFalse: question.form = .trueFalse(TrueFalse(isTrue: false))
    case .number(let number): question.form = .number(NumberAnswer(sealedIn: number.unit))
    case .shortText: question.form = .shortText(ShortText(accepted: []))
    case .ordering(let ordering):
      question.form = .ordering(Ordering(steps: order.map { ordering.steps[$0] }))
    case .matching(var matching):
      let rights = order.map { matching.pairs[$0].right }
      for index in rights.indices { matching.pairs[index].right = rights[index] }
      question.form = .matching(matching)
    case .free: question.form = .free(FreeAnswer(criteria: []))
    }
    return question
  }

  /// For each option, step or right side in the sealed file, its place in the author's.
  var sealedOrder: [Int] {
    switch form {
    case .single(let single):
      keepsOrder ? Array(single.options.indices) : Self.sorted(single.options.map(\.text))
    case .multiple(let multiple):
      keepsOrder ? Array(multiple.options.indices) : Self.sorted(multiple.options.map(\.text))
    case .ordering(let ordering): Self.sorted(ordering.steps)
    case .matching(let matching): Self.sorted(matching.pairs.map(\.right))
    case .trueFalse, .number, .shortText, .free: []
    }
  }

  /// By the bytes of what stands in the file: the same in every language and on every machine.
  private static func sorted(_ texts: [[Inline]]) -> [Int] {
    let writer = MarkdownText(protectsLabels: true)
    let written = texts.map { Array(writer.item($0).utf8) }
    return written.indices.sorted { a, b in
      written[a] == written[b] ? a < b : written[a].lexicographicallyPrecedes(written[b])
    }
  }

  /// Whether it says more than a sealed question may.
  var tellsKey: Bool {
    if case .free = form { return true }
    return !hints.isEmpty || !rationale.isEmpty
      || options.contains { $0.isRight || !$0.feedback.isEmpty }
  }
}

extension AnswerOption {
  fileprivate var sealed: AnswerOption { AnswerOption(text: text, isRight: false, feedback: []) }
}

extension QuestionForm {
  /// What stands behind `Answer:` in a sealed assessment; nil for anything else.
  init?(sealed text: String) {
    let words = Words.split(text)
    guard words.first?.lowercased() == "sealed" else { return nil }
    switch words.dropFirst().map({ $0.lowercased() }) {
    case ["true", "or", "false"]: self = .trueFalse(TrueFalse(isTrue: false))
    case ["text"]: self = .shortText(ShortText(accepted: []))
    case let rest where rest.first == "number":
      let unit = words.dropFirst(2).joined(separator: " ")
      self = .number(NumberAnswer(sealedIn: unit.isEmpty ? nil : unit))
    default: return nil
    }
  }

  /// The line that stands for the answer; nil where the options, steps or pairs do.
  var sealedAnswer: String? {
    switch self {
    case .trueFalse: "Answer: sealed true or false"
    case .shortText: "Answer: sealed text"
    case .number(let number):
      "Answer: sealed number"
        + (number.unit.map {
          $0.isEmpty ? "" : " " + MarkdownText().line([Inline(.text($0), range: .firstCharacter)])
        } ?? "")
    case .single, .multiple, .ordering, .matching, .free: nil
    }
  }
}

extension Answer {
  /// The same answer in the author's order, where this one was given to the sealed question.
  func unsealed(_ order: [Int]) -> Answer? {
    func back(_ places: [Int]) -> [Int]? {
      places.allSatisfy(order.indices.contains) ? places.map { order[$0] } : nil
    }
    switch self {
    case .options(let chosen): return back(chosen).map { .options($0.sorted()) }
    case .order(let steps): return back(steps).map { .order($0) }
    case .pairs(let rights): return back(rights).map { .pairs($0) }
    case .truth, .number, .text, .skipped: return self
    }
  }
}
