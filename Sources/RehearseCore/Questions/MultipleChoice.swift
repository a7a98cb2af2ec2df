/// Several right options: `- [ ]` and `- [x]`. Marked (right ticks − wrong ticks) / right options,
/// never under 0, so that ticking everything earns nothing.
package struct MultipleChoice: QuestionType {
  package var options: [AnswerOption]

  package var shuffledCount: Int { options.count }

  package func answer(_ typed: String, order: [Int]) throws(AnswerRefusal) -> Answer {
    let places = try ShownPlaces.read(typed, count: order.count)
    return .options(Set(places).map { order[$0] }.sorted())
  }

  package func accepts(_ answer: Answer) -> Bool {
    guard case .options(let chosen) = answer else { return false }
    return !chosen.isEmpty && Set(chosen).count == chosen.count
      && chosen.allSatisfy(options.indices.contains)
  }

  package func mark(_ answer: Answer) -> Mark {
    guard case .options(let chosen) = answer else { return .wrong }
    let right = chosen.count { options[$0].isRight }
    return Mark(right - (chosen.count - right), of: options.count(where: \.isRight))
  }

  package var key: [[Inline]] { options.filter(\.isRight).map(\.text) }
}
