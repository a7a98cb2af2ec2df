/// Something that was not carried from one format of questions to another as it stood.
package struct ExchangeNote: Equatable, Sendable {
  /// The file that was read, as the caller named it.
  package var file: String
  /// The line in that file, from 1.
  package var line: Int
  package var loss: ExchangeLoss

  package init(file: String, line: Int, _ loss: ExchangeLoss) {
    self.file = file
    self.line = max(line, 1)
    self.loss = loss
  }

  /// `quiz.gift:12: what, and what happened instead`, on one line.
  package var text: String { "\(file):\(line): \(loss.wording)" }
}

/// The notes of one file while it is read or written.
struct ExchangeNotes {
  let file: String
  private(set) var all: [ExchangeNote] = []

  init(file: String) { self.file = file }

  mutating func add(_ loss: ExchangeLoss, line: Int) {
    all.append(ExchangeNote(file: file, line: line, loss))
  }

  mutating func add(_ notes: [ExchangeNote]) { all += notes }

  mutating func add(_ losses: [ExchangeLoss], line: Int) {
    for loss in losses { add(loss, line: line) }
  }

  /// In the order of the file; what stands on one line keeps the order in which it was found.
  var sorted: [ExchangeNote] {
    let places = all.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    return places.map(\.element)
  }
}

/// What an import yields: questions in our model, and what could not be carried.
package struct QuestionImport: Sendable {
  package var title: String?
  package var introduction: [Block] = []
  package var timeLimit: Int?
  /// A section without a title holds questions that stood in none.
  package var sections: [Assessment.Section] = []
  package var notes: [ExchangeNote] = []

  package init() {}

  package var questionCount: Int { sections.reduce(0) { $0 + $1.questions.count } }

  /// The section that questions go into now.
  mutating func append(_ question: Question) {
    if sections.isEmpty { beginSection("") }
    sections[sections.count - 1].questions.append(question)
  }

  /// Text between questions: it leads in a section, and begins one where questions came before.
  mutating func append(introduction blocks: [Block]) {
    guard !blocks.isEmpty else { return }
    if sections.isEmpty || sections.last?.questions.isEmpty == false { beginSection("") }
    sections[sections.count - 1].introduction += blocks
  }

  mutating func beginSection(_ title: String) {
    if let last = sections.last, last.questions.isEmpty {
      if sections.count == 1, last.title.isEmpty {
        // What stands before everything else introduces the whole.
        introduction += last.introduction
        sections.removeLast()
      } else if last.introduction.isEmpty {
        sections.removeLast()
      }
    }
    sections.append(
      Assessment.Section(
        title: title, introduction: [], draw: nil, questions: [], range: .firstCharacter))
  }
}

extension Question {
  /// A question as it comes out of another format.
  init(
    line: Int, stem: [Inline], text: [Block] = [], form: QuestionForm, rationale: [Block] = []
  ) {
    self.init(
      id: "", stem: stem, text: text, form: form, points: Points(1), skill: nil, hints: [],
      rationale: rationale, keepsOrder: false, range: SourceRange(line: line))
  }
}

extension QuestionForm {
  /// What the type is called in messages.
  var name: String {
    switch self {
    case .single: "one right option"
    case .multiple: "several right options"
    case .trueFalse: "true or false"
    case .number: "a number"
    case .shortText: "a few words"
    case .ordering: "an order"
    case .matching: "pairs"
    case .free: "a free answer"
    }
  }
}
