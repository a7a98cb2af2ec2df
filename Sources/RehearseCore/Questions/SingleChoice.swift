/// One right option of several: `( )` and `(x)`.
package struct SingleChoice: QuestionType {
  package var options: [AnswerOption]

  package var shuffledCount: Int { options.count }

  package func answer(_ typed: String, order: [Int]) throws(AnswerRefusal) -> Answer {
    let places = try ShownPlaces.read(typed, count: order.count)
    guard places.count == 1 else { throw .oneOnly }
    return .options([order[places[0]]])
  }

  package func accepts(_ answer: Answer) -> Bool {
    guard case .options(let chosen) = answer, chosen.count == 1 else { return false }
    return options.indices.contains(chosen[0])
  }

  package func mark(_ answer: Answer) -> Mark {
    guard case .options(let chosen) = answer, let index = chosen.first else { return .wrong }
    return options[index].isRight ? .right : .wrong
  }

  package var key: [[Inline]] { options.filter(\.isRight).map(\.text) }
}

/// An option of a choice, and what the author says to whoever takes it.
package struct AnswerOption: Sendable {
  package var text: [Inline]
  package var isRight: Bool
  package var feedback: [Block]
}
