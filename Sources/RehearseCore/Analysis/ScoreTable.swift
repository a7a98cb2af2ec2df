/// How likely each score is: for each number of points that could be earned, a row by what was.
/// Both count in units, the largest that all scores of the exam are multiples of.
struct ScoreTable {
  private(set) var rows: [Int: [Double]]

  /// Nothing asked, nothing earned.
  static let nothing = ScoreTable(rows: [0: [1]])

  init(rows: [Int: [Double]] = [:]) { self.rows = rows }

  mutating func add(_ chance: Double, possible: Int, earned: Int) {
    var row = rows.removeValue(forKey: possible) ?? []
    if row.count <= earned {
      row.append(contentsOf: repeatElement(0, count: earned + 1 - row.count))
    }
    row[earned] += chance
    rows[possible] = row
  }

  /// Adds the scores of two independent parts, weighed by `weight`. False, and nothing is added,
  /// where it takes more steps than `budget` has left.
  mutating func add(
    _ a: ScoreTable, with b: ScoreTable, weight: Double = 1, budget: inout Int
  ) -> Bool {
    let partsB = b.sorted.map { possible, row in
      (possible, row.count, row.indices.filter { row[$0] > 0 }.map { ($0, row[$0]) })
    }
    budget -= a.cellCount * partsB.reduce(0) { $0 + $1.2.count }
    guard budget >= 0 else { return false }
    for (possibleA, rowA) in a.sorted {
      for (possibleB, lengthB, cellsB) in partsB {
        let possible = possibleA + possibleB
        var row = rows.removeValue(forKey: possible) ?? []
        let length = rowA.count + lengthB - 1
        if row.count < length {
          row.append(contentsOf: repeatElement(0, count: length - row.count))
        }
        for (earnedA, chanceA) in rowA.enumerated() where chanceA > 0 {
          let weighed = chanceA * weight
          for (earnedB, chanceB) in cellsB { row[earnedA + earnedB] += weighed * chanceB }
        }
        rows[possible] = row
      }
    }
    return true
  }

  private var cellCount: Int { rows.values.reduce(0) { $0 + $1.count } }

  /// In a fixed order: the last digit of a sum depends on it.
  private var sorted: [(key: Int, value: [Double])] { rows.sorted { $0.key < $1.key } }

  /// Every score with its chance, in rising order.
  var scores: [(possible: Int, earned: Int, chance: Double)] {
    sorted.flatMap { possible, row in
      row.indices.filter { row[$0] > 0 }.map { (possible, $0, row[$0]) }
    }
  }
}
