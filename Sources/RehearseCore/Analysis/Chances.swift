/// Exact chances of counts, by adding and multiplying alone.
enum Chances {
  /// How likely at least `count` of independent things are, each with a chance of its own (the upper
  /// tail of the Poisson binomial distribution; of the binomial one where all are equal).
  static func atLeast(_ count: Int, of chances: [Double]) -> Double {
    guard count > 0 else { return 1 }
    guard count <= chances.count else { return 0 }
    // By how many have come true so far; the last place gathers `count` and more.
    var reached = [Double](repeating: 0, count: count + 1)
    reached[0] = 1
    for chance in chances {
      reached[count] += reached[count - 1] * chance
      for done in stride(from: count - 1, through: 1, by: -1) {
        reached[done] = reached[done] * (1 - chance) + reached[done - 1] * chance
      }
      reached[0] *= 1 - chance
    }
    return reached[count]
  }

  /// How likely at least one success is in `attempts` independent attempts.
  static func once(in attempts: Int, each chance: Double) -> Double {
    var never = 1.0
    for _ in 0..<max(attempts, 0) { never *= 1 - chance }
    return 1 - never
  }

  /// How many of `marked` things among `total` come with a draw of `drawn`, without putting back
  /// (hypergeometric): the least possible number, and the chance of it and of each one above.
  static func drawing(_ drawn: Int, of total: Int, marked: Int) -> (least: Int, chances: [Double]) {
    let least = max(0, drawn - (total - marked))
    let most = min(marked, drawn)
    guard least < most else { return (least, [1]) }
    // From each number to the next by their ratio, and then to a sum of 1.
    var weights = [1.0]
    var sum = 1.0
    for number in least..<most {
      let ratio =
        Double(marked - number) * Double(drawn - number)
        / (Double(number + 1) * Double(total - marked - drawn + number + 1))
      let next = weights[weights.count - 1] * ratio
      weights.append(next)
      sum += next
      if sum > 1e200 {
        for index in weights.indices { weights[index] *= 1e-200 }
        sum *= 1e-200
      }
    }
    return (least, weights.map { $0 / sum })
  }
}
