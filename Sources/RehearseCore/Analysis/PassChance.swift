/// The chance to pass an assessment once, given the odds of each question of the pool.
struct PassChance {
  private(set) var value = 0.0
  private(set) var isExact = true

  /// Steps of the inner loop, about a nanosecond each.
  private static let exactBudget = 400_000
  private static let mixedBudget = 8_000_000

  private static let maximumUnits: Int64 = 100_000
  private static let coarseUnit = Points.unitsPerPoint / 60

  init?(_ assessment: Assessment, odds: (Question) -> QuestionOdds) {
    let counts = assessment.drawCounts
    guard counts.contains(where: { $0 > 0 }) else { return }
    // Of each section the pools that are drawn from.
    let sections = zip(assessment.sections, counts).filter { $1 > 0 }.map { section, draw in
      section.pools(drawing: draw).filter { $0.draw > 0 }.map { pool in
        (draw: pool.draw, classes: Self.classes(pool.questions.map { odds(section.questions[$0]) }))
      }
    }
    var unit = sections.joined().flatMap(\.classes).reduce(into: Int64(0)) { unit, kind in
      unit = Self.divisor(unit, kind.odds.possible.units)
      for outcome in kind.odds.outcomes { unit = Self.divisor(unit, outcome.earned.units) }
    }
    guard unit > 0 else { return nil }
    let most = sections.joined().reduce(Int64(0)) { most, pool in
      most + (pool.classes.map(\.odds.possible.units).max() ?? 0) * Int64(pool.draw)
    }
    // A table is as large as the units are many. Whole points are too many only where they are
    // strange; shares of them are rounded down where they are too fine.
    if most / unit > Self.maximumUnits {
      unit = max(unit, Self.coarseUnit)
      isExact = false
    }
    guard most / unit <= Self.maximumUnits else { return nil }
    var budget = Self.exactBudget
    // How far the whole is over its mark: all that sections have to know of one another.
    var surplus = Surplus.none
    for pools in sections {
      var whole = ScoreTable.nothing
      for pool in pools {
        var table = Self.drawn(pool.draw, of: pool.classes, unit: unit, budget: &budget)
        if table == nil {
          isExact = false
          budget = Self.mixedBudget
          table = Self.mixed(pool.draw, of: pool.classes, unit: unit, budget: &budget)
        }
        var sum = ScoreTable()
        guard let table, sum.add(whole, with: table, budget: &budget) else { return nil }
        whole = sum
      }
      guard
        let sum = surplus.adding(
          Surplus(of: whole, in: assessment, unit: unit), budget: &budget)
      else { return nil }
      surplus = sum
    }
    value = surplus.chanceNotBelowZero
  }

  static func guessing(_ assessment: Assessment) -> PassChance? {
    var guesser = Guesser()
    return PassChance(assessment) { guesser.odds(of: $0) }
  }

  // MARK: One pool of a section

  private typealias Class = (odds: QuestionOdds, count: Int)

  /// Questions with the same odds are one class, in the order of the text.
  private static func classes(_ odds: [QuestionOdds]) -> [Class] {
    var places: [QuestionOdds: Int] = [:]
    var classes: [Class] = []
    for odds in odds {
      if let place = places[odds] {
        classes[place].count += 1
      } else {
        places[odds] = classes.count
        classes.append((odds, 1))
      }
    }
    return classes
  }

  /// The scores of `draw` questions without putting back: class by class, by how many of each come.
  private static func drawn(
    _ draw: Int, of classes: [Class], unit: Int64, budget: inout Int
  ) -> ScoreTable? {
    var byDrawn = [ScoreTable](repeating: ScoreTable(), count: draw + 1)
    byDrawn[0] = .nothing
    var left = classes.reduce(0) { $0 + $1.count }
    for (odds, count) in classes {
      let one = table(odds, unit: unit)
      var several = [ScoreTable.nothing]
      for _ in 0..<min(count, draw) {
        var next = ScoreTable()
        guard next.add(several[several.count - 1], with: one, budget: &budget) else { return nil }
        several.append(next)
      }
      var next = [ScoreTable](repeating: ScoreTable(), count: draw + 1)
      for (before, scores) in byDrawn.enumerated() where !scores.rows.isEmpty {
        let (least, chances) = Chances.drawing(draw - before, of: left, marked: count)
        for (offset, chance) in chances.enumerated() {
          let number = least + offset
          guard
            next[before + number].add(
              scores, with: several[number], weight: chance, budget: &budget)
          else { return nil }
        }
      }
      byDrawn = next
      left -= count
    }
    return byDrawn[draw]
  }

  /// The scores of `draw` questions, each drawn from the whole section.
  private static func mixed(
    _ draw: Int, of classes: [Class], unit: Int64, budget: inout Int
  ) -> ScoreTable? {
    let all = Double(classes.reduce(0) { $0 + $1.count })
    var one = ScoreTable()
    for (odds, count) in classes {
      for (possible, earned, chance) in table(odds, unit: unit).scores {
        one.add(chance * Double(count) / all, possible: possible, earned: earned)
      }
    }
    var scores = ScoreTable.nothing
    for _ in 0..<draw {
      var next = ScoreTable()
      guard next.add(scores, with: one, budget: &budget) else { return nil }
      scores = next
    }
    return scores
  }

  private static func table(_ odds: QuestionOdds, unit: Int64) -> ScoreTable {
    var table = ScoreTable()
    for outcome in odds.outcomes {
      table.add(
        outcome.chance, possible: Int(odds.possible.units / unit),
        earned: Int(outcome.earned.units / unit))
    }
    return table
  }

  private static func divisor(_ a: Int64, _ b: Int64) -> Int64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
