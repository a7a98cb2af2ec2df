/// What one question can earn, each with its chance.
struct QuestionOdds: Hashable {
  struct Outcome: Hashable {
    var earned: Points
    var chance: Double
  }

  var possible: Points
  var outcomes: [Outcome]

  /// Solved with this chance, and else worth nothing.
  static func solved(_ question: Question, chance: Double) -> QuestionOdds {
    QuestionOdds(
      possible: question.points,
      outcomes: [
        Outcome(earned: question.points, chance: chance),
        Outcome(earned: .zero, chance: 1 - chance),
      ].filter { $0.chance > 0 })
  }

}

/// The odds of somebody who understands no word of a question but takes care of the form: one
/// option of a choice; as many ticks as are right; true or false; a random order; random pairs.
/// What has to be typed is never guessed.
struct Guesser {
  /// By the number of steps: they take a moment to find.
  private var knownOrders: [Int: [(Mark, Double)]] = [:]

  mutating func odds(of question: Question) -> QuestionOdds {
    let chances: [(mark: Mark, chance: Double)] =
      switch question.form {
      case .single(let single): Self.evenly(.right, 1 / Double(max(single.options.count, 1)))
      case .multiple(let multiple): Self.ticks(multiple)
      case .trueFalse: Self.evenly(.right, 0.5)
      case .ordering(let ordering): orders(ordering.steps.count)
      case .matching(let matching): Self.pairs(matching)
      case .number, .shortText, .free: Self.evenly(.wrong, 1)
      }
    var earned: [Points: Double] = [:]
    for (mark, chance) in chances where chance > 0 {
      earned[question.points.share(mark.earned, of: mark.possible), default: 0] += chance
    }
    return QuestionOdds(
      possible: question.points,
      outcomes: earned.sorted { $0.key < $1.key }.map {
        QuestionOdds.Outcome(earned: $0.key, chance: $0.value)
      })
  }

  private static func evenly(_ mark: Mark, _ chance: Double) -> [(Mark, Double)] {
    [(mark, chance), (.wrong, 1 - chance)]
  }

  /// As many ticks as are right, anywhere; the engine's mark of each number of right ones.
  private static func ticks(_ multiple: MultipleChoice) -> [(Mark, Double)] {
    let count = multiple.options.count
    let right = multiple.options.count(where: \.isRight)
    let (least, chances) = Chances.drawing(right, of: count, marked: right)
    return chances.enumerated().map { offset, chance in
      (Mark(2 * (least + offset) - right, of: right), chance)
    }
  }

  /// A random order by its longest run in the right order. As many orders have a longest run of L
  /// as there are pairs of standard Young tableaux of one shape whose first row is L (Schensted,
  /// "Longest increasing and decreasing subsequences", 1961).
  private mutating func orders(_ count: Int) -> [(Mark, Double)] {
    // Of more steps there are too many shapes, and a smaller share is won: 24 say enough.
    let count = min(max(count, 2), 24)
    if let known = knownOrders[count] { return known }
    let all = (1...count).reduce(1.0) { $0 * Double($1) }
    var byLength = [Double](repeating: 0, count: count + 1)
    func visit(_ shape: [Int], left: Int) {
      guard left > 0 else {
        // The number of tableaux by the hook lengths.
        var tableaux = all
        for (row, length) in shape.enumerated() {
          for column in 0..<length {
            let below = shape[(row + 1)...].count { $0 > column }
            tableaux /= Double(length - column + below)
          }
        }
        byLength[shape[0]] += tableaux * tableaux / all
        return
      }
      for length in 1...min(left, shape.last ?? left) {
        visit(shape + [length], left: left - length)
      }
    }
    visit([], left: count)
    let orders = (1...count).map { (Mark($0 - 1, of: count - 1), byLength[$0]) }
    knownOrders[count] = orders
    return orders
  }

  /// Random pairs by how many are right, where equal right sides stand for each other: by the rook
  /// numbers of the board of right pairs (Riordan, "An Introduction to Combinatorial Analysis",
  /// 1958, chapter 7).
  private static func pairs(_ matching: Matching) -> [(Mark, Double)] {
    let count = matching.pairs.count
    // Past this the sums lose their last digits, and one pair in so many earns little.
    guard count <= 18 else { return evenly(.wrong, 1) }
    let groups = Dictionary(grouping: matching.pairs.map(\.right.plainText)) { $0 }.values.map(
      \.count)
    // In how many ways so many rooks stand on right pairs without taking one another.
    var rooks = [1.0]
    for group in groups.sorted() {
      var own = [1.0]
      for rook in 1...group {
        let free = Double(group - rook + 1)
        own.append(own[rook - 1] * free * free / Double(rook))
      }
      var joined = [Double](repeating: 0, count: rooks.count + group)
      for (a, x) in rooks.enumerated() {
        for (b, y) in own.enumerated() { joined[a + b] += x * y }
      }
      rooks = joined
    }
    func factorial(_ number: Int) -> Double { (1...max(number, 1)).reduce(1) { $0 * Double($1) } }
    return (0...count).map { right in
      var ways = 0.0
      var sign = 1.0
      for placed in right...count {
        let chosen = factorial(placed) / (factorial(right) * factorial(placed - right))
        ways += sign * rooks[placed] * factorial(count - placed) * chosen
        sign = -sign
      }
      return (Mark(right, of: count), max(0, ways / factorial(count)))
    }
  }
}
