import RehearseCore

extension ReferenceScenario {
  /// A small random scenario.
  init(_ random: inout Generator) {
    let count = 2 + random.next(below: 5)
    scenes = []
    for index in 0..<count {
      var paragraphs: [Paragraph] = []
      for number in 0..<random.next(below: 4) {
        let effects = Self.effects(&random)
        // A paragraph of a condition alone would be no paragraph.
        if number % 2 == 1, effects.isEmpty { break }
        paragraphs.append(
          Paragraph(
            condition: random.next(below: 2) == 0 ? Self.condition(count, 2, &random) : nil,
            effects: effects))
      }
      let way: Way
      switch random.next(below: index == count - 1 ? 1 : 6) {
      case 0: way = .ending(["success", "partial", "failure"][random.next(below: 3)])
      case 1: way = .story(Self.turns(count, &random))
      default:
        way = .choices(
          (0...random.next(below: 4)).map { _ in
            Choice(
              conditions: (0..<max(0, random.next(below: 4) - 1)).map { _ in
                Self.condition(count, 2, &random)
              },
              effects: Self.effects(&random), points: random.next(below: 6) - 1,
              isOnce: random.next(below: 4) == 0, isCritical: random.next(below: 8) == 0,
              target: random.next(below: count))
          })
      }
      scenes.append(Scene(paragraphs: paragraphs, way: way))
    }
  }

  private static func turns(_ count: Int, _ random: inout Generator) -> [(
    trigger: Trigger, target: Int
  )] {
    var turns = (0..<random.next(below: 3)).map { _ in
      (trigger: Trigger.when(condition(count, 1, &random)), target: random.next(below: count))
    }
    turns.append((random.next(below: 4) == 0 ? .always : .otherwise, random.next(below: count)))
    return turns
  }

  private static func effects(_ random: inout Generator) -> [Effect] {
    (0..<random.next(below: 4)).map { _ in
      switch random.next(below: 5) {
      case 0...1: .add(random.next(below: 2), random.next(below: 9) - 4)
      case 2: .assign(random.next(below: 2), random.next(below: 16) - 4)
      case 3: .set(random.next(below: flags.count))
      default: .clear(random.next(below: flags.count))
      }
    }
  }

  private static func condition(_ scenes: Int, _ depth: Int, _ random: inout Generator) -> Condition
  {
    switch random.next(below: depth > 0 ? 6 : 3) {
    case 0:
      .meter(
        random.next(below: 2), ["<", "<=", ">", ">=", "=", "!="][random.next(below: 6)],
        random.next(below: 9) - 2)
    case 1: .flag(random.next(below: flags.count))
    case 2: .visited(random.next(below: scenes))
    case 3: .not(condition(scenes, depth - 1, &random))
    case 4: .and(condition(scenes, depth - 1, &random), condition(scenes, depth - 1, &random))
    default: .or(condition(scenes, depth - 1, &random), condition(scenes, depth - 1, &random))
    }
  }
}
