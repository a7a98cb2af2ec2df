extension CourseReview {
  /// The scenarios of the course, with what their front matter says.
  var scenarios: [(about: UnitDescription, scenario: Scenario)] {
    units.compactMap { unit in
      guard case .scenario(let scenario) = unit.content else { return nil }
      return (unit.about, scenario)
    }
  }
}

extension Scenario.Scene {
  /// What the learner chooses from; empty where the story goes on by itself or ends.
  var offered: [Scenario.Choice] { if case .choices(let choices) = way { choices } else { [] } }
}

extension Scenario.Choice {
  /// Plays another unit, which marks and explains itself.
  var isCall: Bool { call != nil }

  /// Whether the author says that it is better or worse than another.
  var isJudged: Bool { points != 0 || isCritical || !feedback.isEmpty }
}

extension Scenario {
  /// Whether any choice earns anything.
  var hasPoints: Bool {
    scenes.contains { scene in
      guard case .choices(let choices) = scene.way else { return false }
      return choices.contains { $0.points != 0 }
    }
  }
}

/// Which meters and flags the conditions of a scenario ask for, and which meters anything changes, by
/// their index.
struct ScenarioNameUse: Sendable {
  private(set) var askedMeters: [Bool]
  private(set) var askedFlags: [Bool]
  private(set) var changedMeters: [Bool]

  init(_ scenario: Scenario) {
    askedMeters = scenario.meters.map { _ in false }
    changedMeters = askedMeters
    askedFlags = scenario.flags.map { _ in false }
    guard !scenario.meters.isEmpty || !scenario.flags.isEmpty else { return }
    for scene in scenario.scenes {
      for passage in scene.passages where passage.condition != nil || !passage.effects.isEmpty {
        if let condition = passage.condition { ask(condition) }
        change(passage.effects)
      }
      switch scene.way {
      case .choices(let choices):
        for index in choices.indices {
          if let condition = choices[index].condition { ask(condition) }
          change(choices[index].effects)
        }
      case .story(let turns):
        for case .when(let condition) in turns.lazy.map(\.trigger) { ask(condition) }
      case .ending, .nowhere: break
      }
    }
  }

  private mutating func change(_ effects: [Scenario.Effect]) {
    for effect in effects {
      switch effect {
      case .add(let meter, _), .assign(let meter, _): changedMeters[meter] = true
      case .set, .clear: break
      }
    }
  }

  private mutating func ask(_ condition: Scenario.Condition) {
    switch condition {
    case .meter(let meter, _, _): askedMeters[meter] = true
    case .flag(let flag): askedFlags[flag] = true
    case .not(let inner): ask(inner)
    case .and(let a, let b), .or(let a, let b):
      ask(a)
      ask(b)
    case .visited, .passed, .never: break
    }
  }
}
