/// A question of an assessment.
package struct Question: Sendable {
  package var id: String
  /// The question itself: its heading.
  package var stem: [Inline]
  /// What stands under the heading before the answers.
  package var text: [Block]
  package var form: QuestionForm
  package var points: Points
  package var skill: String?
  /// A ladder: each rung says more than the one before.
  package var hints: [[Inline]]
  /// Why the key is the key.
  package var rationale: [Block]
  /// Whether options stay in the author's order.
  package var keepsOrder: Bool
  package var range: SourceRange
}

/// The question types. Each has a file of its own: how it is read, put, answered and marked.
package enum QuestionForm: Sendable {
  case single(SingleChoice)
  case multiple(MultipleChoice)
  case trueFalse(TrueFalse)
  case number(NumberAnswer)
  case shortText(ShortText)
  case ordering(Ordering)
  case matching(Matching)
  case free(FreeAnswer)

  package var type: any QuestionType {
    switch self {
    case .single(let type): type
    case .multiple(let type): type
    case .trueFalse(let type): type
    case .number(let type): type
    case .shortText(let type): type
    case .ordering(let type): type
    case .matching(let type): type
    case .free(let type): type
    }
  }
}

/// What every question type can do. Indices count from 0 in the author's order; what the learner
/// sees and types counts from 1 in the shuffled order.
package protocol QuestionType: Sendable {
  /// How many things are shuffled.
  var shuffledCount: Int { get }
  /// Reads what was typed. `order` maps shown places to the author's indices.
  func answer(_ typed: String, order: [Int]) throws(AnswerRefusal) -> Answer
  /// Whether an answer from a transcript can be one to this question.
  func accepts(_ answer: Answer) -> Bool
  /// What an answer earns, as a share of the question's points.
  func mark(_ answer: Answer) -> Mark
  /// The right answer in words; empty where there is no single one.
  var key: [[Inline]] { get }
}

/// An answer, in the author's indices, so that it means the same whatever the shuffle.
package enum Answer: Equatable, Sendable {
  case options([Int])
  case truth(Bool)
  case number(DecimalNumber)
  case text(String)
  /// Indices in the order that the learner put them.
  case order([Int])
  /// For each left side, the index of the right side.
  case pairs([Int])
  case skipped
}

/// What was typed is no answer to this question; nothing is marked.
package enum AnswerRefusal: Error, Equatable, Sendable {
  case empty
  case notAnOption(String, count: Int)
  case oneOnly
  case notTrueOrFalse(String)
  case notANumber(String)
  case wrongUnit(given: String, expected: String)
  case notEveryItemOnce(count: Int)
  case notAPairing(count: Int)
  case tooLong(limit: Int)
}

/// The share of the points that an answer earns: exact.
package struct Mark: Equatable, Sendable {
  package var earned: Int
  package var possible: Int

  package init(_ earned: Int, of possible: Int) {
    self.earned = max(0, earned)
    self.possible = max(1, possible)
  }

  package static let right = Mark(1, of: 1)
  package static let wrong = Mark(0, of: 1)

  package var isRight: Bool { earned >= possible }
}

/// Reading numbers that name shown places.
enum ShownPlaces {
  /// `1 3`, `1,3`, `a c` or `AC` as places from 0.
  static func read(_ typed: String, count: Int) throws(AnswerRefusal) -> [Int] {
    var places: [Int] = []
    for word in typed.split(whereSeparator: { " ,;\t\u{A0}>-".contains($0) }) {
      if let number = Words.integer(word) {
        guard (1...max(count, 1)).contains(number), number <= count else {
          throw .notAnOption(String(word), count: count)
        }
        places.append(number - 1)
      } else {
        for letter in word.lowercased().unicodeScalars {
          let place = Int(letter.value) - Int(("a" as Unicode.Scalar).value)
          guard count <= 26, (0..<count).contains(place) else {
            throw .notAnOption(String(word), count: count)
          }
          places.append(place)
        }
      }
    }
    if places.isEmpty { throw .empty }
    return places
  }
}
