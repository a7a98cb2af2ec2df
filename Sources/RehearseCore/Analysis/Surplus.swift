/// How far a score is over the pass mark of the whole exam (below zero: under it), with its chance.
/// Sections below their own mark are left out, so that the chances may add up to less than 1.
struct Surplus {
  /// In rising order, without repetitions; 10,000 to a unit of points.
  private var cells: [(value: Int, chance: Double)]

  static let none = Surplus(cells: [(0, 1)])

  private init(cells: [(value: Int, chance: Double)]) { self.cells = cells }

  init(of table: ScoreTable, in assessment: Assessment, unit: Int64) {
    var chances: [Int: Double] = [:]
    for (possible, earned, chance) in table.scores {
      let points = Points(units: Int64(earned) * unit)
      let whole = Points(units: Int64(possible) * unit)
      guard assessment.sectionPassMark?.isReached(by: points, of: whole) ?? true else { continue }
      chances[earned * 10_000 - possible * assessment.passMark.hundredths, default: 0] += chance
    }
    cells = chances.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Of two independent parts together; nil where it takes more steps than `budget` has left.
  func adding(_ other: Surplus, budget: inout Int) -> Surplus? {
    guard let first = cells.first, let last = cells.last, let otherFirst = other.cells.first,
      let otherLast = other.cells.last
    else { return Surplus(cells: []) }
    let step = max(1, (cells + other.cells).reduce(0) { Self.divisor($0, $1.value) })
    let least = first.value + otherFirst.value
    let width = (last.value + otherLast.value - least) / step + 1
    budget -= cells.count * other.cells.count + width
    guard budget >= 0 else { return nil }
    var chances = [Double](repeating: 0, count: width)
    for (value, chance) in cells {
      for (otherValue, otherChance) in other.cells {
        chances[(value + otherValue - least) / step] += chance * otherChance
      }
    }
    return Surplus(
      cells: chances.indices.filter { chances[$0] > 0 }.map { (least + $0 * step, chances[$0]) })
  }

  var chanceNotBelowZero: Double {
    min(1, cells.reduce(0) { $1.value >= 0 ? $0 + $1.chance : $0 })
  }

  private static func divisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (abs(a), abs(b))
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
