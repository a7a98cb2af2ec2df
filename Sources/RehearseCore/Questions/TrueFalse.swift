/// A statement that is true or false: `Answer: true`.
package struct TrueFalse: QuestionType {
  package var isTrue: Bool

  package var shuffledCount: Int { 0 }

  package func answer(_ typed: String, order: [Int]) throws(AnswerRefusal) -> Answer {
    let word = Words.trim(typed).lowercased()
    if word.isEmpty { throw .empty }
    switch word {
    case "true", "t", "1", "yes", "y": return .truth(true)
    case "false", "f", "2", "no", "n": return .truth(false)
    default: throw .notTrueOrFalse(typed)
    }
  }

  package func accepts(_ answer: Answer) -> Bool {
    if case .truth = answer { true } else { false }
  }

  package func mark(_ answer: Answer) -> Mark { answer == .truth(isTrue) ? .right : .wrong }

  package var key: [[Inline]] {
    [[Inline(.text(isTrue ? "true" : "false"), range: .firstCharacter)]]
  }
}
