/// Steps to put in order: a numbered list under `Put in order`. Marked by the longest run of steps
/// that stand in the right order (not necessarily next to each other), less the first, which
/// stands right by itself: (longest − 1) / (steps − 1).
package struct Ordering: QuestionType {
  package var steps: [[Inline]]

  package var shuffledCount: Int { steps.count }

  package func answer(_ typed: String, order: [Int]) throws(AnswerRefusal) -> Answer {
    let places = try ShownPlaces.read(typed, count: order.count)
    guard places.count == order.count, Set(places).count == order.count else {
      throw .notEveryItemOnce(count: order.count)
    }
    return .order(places.map { order[$0] })
  }

  package func accepts(_ answer: Answer) -> Bool {
    guard case .order(let indices) = answer else { return false }
    return indices.sorted() == Array(steps.indices)
  }

  package func mark(_ answer: Answer) -> Mark {
    guard case .order(let indices) = answer, steps.count > 1 else { return .wrong }
    // Longest increasing subsequence, by the length that ends at each step.
    var longest: [Int] = []
    for (place, index) in indices.enumerated() {
      longest.append(
        1 + (0..<place).filter { indices[$0] < index }.reduce(0) { max($0, longest[$1]) })
    }
    return Mark((longest.max() ?? 1) - 1, of: steps.count - 1)
  }

  package var key: [[Inline]] { steps }
}
