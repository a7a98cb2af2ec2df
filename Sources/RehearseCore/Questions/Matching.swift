/// Pairs to match: a two-column table, each row a right pair. The right side is shuffled; marked by
/// the share of pairs that are right. Two right sides with the same words stand for each other.
package struct Matching: QuestionType {
  package var leftTitle: [Inline]
  package var rightTitle: [Inline]
  package var pairs: [Pair]

  package struct Pair: Sendable {
    package var left: [Inline]
    package var right: [Inline]
  }

  package var shuffledCount: Int { pairs.count }

  /// `b a c`, or `1=b 2=a 3=c`: for each left side the letter, or the number, of the right one.
  package func answer(_ typed: String, order: [Int]) throws(AnswerRefusal) -> Answer {
    var chosen = [Int?](repeating: nil, count: pairs.count)
    if typed.contains("=") {
      for word in typed.split(whereSeparator: { " ,;\t\u{A0}".contains($0) }) {
        let sides = word.split(separator: "=", omittingEmptySubsequences: false)
        guard sides.count == 2, let left = Words.integer(sides[0]),
          pairs.indices.contains(left - 1),
          let right = try? ShownPlaces.read(String(sides[1]), count: order.count), right.count == 1
        else { throw .notAPairing(count: pairs.count) }
        chosen[left - 1] = order[right[0]]
      }
    } else {
      let places = try ShownPlaces.read(typed, count: order.count)
      guard places.count == pairs.count else { throw .notAPairing(count: pairs.count) }
      chosen = places.map { order[$0] }
    }
    let complete = chosen.compactMap { $0 }
    guard complete.count == pairs.count else { throw .notAPairing(count: pairs.count) }
    return .pairs(complete)
  }

  package func accepts(_ answer: Answer) -> Bool {
    guard case .pairs(let rights) = answer else { return false }
    return rights.count == pairs.count && rights.allSatisfy(pairs.indices.contains)
  }

  package func mark(_ answer: Answer) -> Mark {
    guard case .pairs(let rights) = answer else { return .wrong }
    let right = zip(pairs, rights).count { pair, index in
      pair.right.plainText == pairs[index].right.plainText
    }
    return Mark(right, of: pairs.count)
  }

  package var key: [[Inline]] {
    pairs.map { $0.left + [Inline(.text(" = "), range: .firstCharacter)] + $0.right }
  }
}
