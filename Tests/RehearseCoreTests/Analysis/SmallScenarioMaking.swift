import RehearseCore

extension SmallScenario {
  /// A small random scenario. Some lead forward, some round and round.
  init(_ random: inout Generator) {
    var maker = Maker(random: random)
    self = maker.make()
    random = maker.random
  }
}

private struct Maker {
  private enum Shape { case anywhere, forward, near }

  var random: Generator
  private var shape = Shape.anywhere
  private var count = 0
  private var meters: [SmallScenario.Meter] = []
  private var flagCount = 0
  private var unitCount = 0
  private var isHarsh = false

  init(random: Generator) { self.random = random }

  mutating func make() -> SmallScenario {
    count = 2 + below(5)
    shape = [.anywhere, .forward, .near][below(3)]
    meters = ["trust", "pace"].prefix(below(3)).map { name in
      let low = below(5) - 3
      let high = low + 1 + below(5)
      return SmallScenario.Meter(
        name: name, start: low + below(high - low + 1), low: low, high: high)
    }
    flagCount = below(4)
    unitCount = oneIn(3) ? 1 + below(3) : 0
    isHarsh = oneIn(6)
    return SmallScenario(meters: meters, scenes: (0..<count).map { scene($0) })
  }

  private mutating func below(_ bound: Int) -> Int { random.next(below: bound) }
  private mutating func oneIn(_ number: Int) -> Bool { below(number) == 0 }

  private mutating func target(from scene: Int) -> Int {
    switch shape {
    case .anywhere: return below(count)
    case .forward:
      return scene == count - 1 || oneIn(6) ? below(count) : scene + 1 + below(count - scene - 1)
    case .near: return min(max(scene - 1 + below(4), 0), count - 1)
    }
  }

  private mutating func scene(_ index: Int) -> SmallScenario.Scene {
    let paragraphs = (0..<max(0, below(4) - 1)).map { _ in paragraph() }
    let way: SmallScenario.Way
    if index == count - 1 || oneIn(8) {
      way = .ending(["success", "partial", "failure"][below(3)])
    } else if oneIn(30) {
      way = .nowhere
    } else if oneIn(4) {
      way = .story(turns(from: index))
    } else {
      way = .choices((0...below(4)).map { _ in choice(from: index) })
    }
    return SmallScenario.Scene(paragraphs: paragraphs, way: way)
  }

  private mutating func paragraph() -> SmallScenario.Paragraph {
    let effects = oneIn(4) ? [] : self.effects()
    return SmallScenario.Paragraph(
      conditions: (0..<[0, 1, 1, 2][below(4)]).map { _ in condition(2) }, effects: effects,
      hasWords: effects.isEmpty || oneIn(2))
  }

  private mutating func choice(from scene: Int) -> SmallScenario.Choice {
    var choice = SmallScenario.Choice(target: target(from: scene))
    choice.conditions = (0..<[0, 0, 0, 1, 1, 2][below(6)]).map { _ in condition(2) }
    choice.effects = oneIn(2) ? effects() : []
    choice.points = (0..<[0, 0, 1, 1, 1, 2][below(6)]).map { _ in
      SmallScenario.Points(
        points: below(8) - (isHarsh ? 6 : 2),
        skill: oneIn(2) ? SmallScenario.skillNames[below(2)] : nil)
    }
    choice.isOnce = oneIn(4)
    choice.isCritical = oneIn(8)
    if unitCount > 0, oneIn(4) {
      choice.call = below(unitCount)
      if oneIn(2) { choice.target = nil }
    } else if oneIn(60) {
      choice.target = nil
    }
    return choice
  }

  private mutating func turns(from scene: Int) -> [SmallScenario.Turn] {
    var triggers: [SmallScenario.Trigger] = (0..<below(3)).map { _ in .when(condition(1)) }
    if oneIn(2) {
      triggers += [[50], [100], [20, 30], [60, 40], [70, 50, 10], [0, 30]][below(6)].map {
        .chance($0)
      }
      if oneIn(8) { triggers.swapAt(0, triggers.count - 1) }
    }
    if triggers.isEmpty || !oneIn(4) { triggers.append(.otherwise) }
    if oneIn(20) { triggers.append(oneIn(2) ? .when(condition(1)) : .otherwise) }
    return triggers.map {
      SmallScenario.Turn(trigger: $0, target: oneIn(15) ? nil : target(from: scene))
    }
  }

  private mutating func effects() -> [SmallScenario.Effect] {
    (0..<1 + below(2)).compactMap { _ in
      if !meters.isEmpty, oneIn(2) {
        let meter = below(meters.count)
        if oneIn(3) { return .assign(meter, meters[meter].low - 2 + below(10)) }
        return .add(meter, below(7) - 3)
      }
      guard flagCount > 0 else { return nil }
      return oneIn(3) ? .clear(below(flagCount)) : .set(below(flagCount))
    }
  }

  private mutating func condition(_ depth: Int) -> SmallScenario.Condition {
    if depth > 0, oneIn(3) {
      switch below(3) {
      case 0: return .not(condition(depth - 1))
      case 1: return .and(condition(depth - 1), condition(depth - 1))
      default: return .or(condition(depth - 1), condition(depth - 1))
      }
    }
    if unitCount > 0, oneIn(3) { return .passed(below(unitCount)) }
    if !meters.isEmpty, oneIn(2) {
      let meter = below(meters.count)
      // Some always hold, and some never do.
      let value = meters[meter].low - 2 + below(meters[meter].high - meters[meter].low + 5)
      return .meter(meter, ["<", "<=", ">", ">=", "=", "!="][below(6)], value)
    }
    if flagCount > 0, oneIn(2) { return .flag(below(flagCount)) }
    return .visited(below(count))
  }
}
