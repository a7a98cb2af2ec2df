/// An answer in the learner's own words, marked against a rubric by a person: `Rubric:` and a task
/// list of criteria, each with its points (1 where it says nothing else).
package struct FreeAnswer: QuestionType {
  package static let maximumLength = 10_000

  package struct Criterion: Sendable {
    package var text: [Inline]
    package var points: Int
  }

  package var criteria: [Criterion]

  package var shuffledCount: Int { 0 }

  package func answer(_ typed: String, order: [Int]) throws(AnswerRefusal) -> Answer {
    try TypedText.answer(typed, maximumLength: Self.maximumLength)
  }

  package func accepts(_ answer: Answer) -> Bool {
    TypedText.accepts(answer, maximumLength: Self.maximumLength)
  }

  /// By itself a free answer earns nothing: see `mark(met:)`.
  package func mark(_ answer: Answer) -> Mark { .wrong }

  /// What the criteria earn that a person found met.
  package func mark(met: [Int]) -> Mark {
    let met = Set(met)
    let earned = criteria.indices.filter(met.contains).reduce(0) { $0 + criteria[$1].points }
    return Mark(earned, of: criteria.reduce(0) { $0 + $1.points })
  }

  package var key: [[Inline]] { criteria.map(\.text) }
}
