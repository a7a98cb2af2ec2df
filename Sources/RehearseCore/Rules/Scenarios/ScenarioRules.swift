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

/// Which meters and flags the conditions of a scenario ask for, and which meters anything changes.
struct ScenarioNameUse {
  private(set) var askedMeters: Set<Int> = []
  private(set) var askedFlags: Set<Int> = []
  private(set) var changedMeters: Set<Int> = []

  init(_ scenario: Scenario) {
    for scene in scenario.scenes {
      for passage in scene.passages {
        if let condition = passage.condition { ask(condition) }
        change(passage.effects)
      }
      switch scene.way {
      case .choices(let choices):
        for choice in choices {
          if let condition = choice.condition { ask(condition) }
          change(choice.effects)
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
      case .add(let meter, _), .assign(let meter, _): changedMeters.insert(meter)
      case .set, .clear: break
      }
    }
  }

  private mutating func ask(_ condition: Scenario.Condition) {
    switch condition {
    case .meter(let meter, _, _): askedMeters.insert(meter)
    case .flag(let flag): askedFlags.insert(flag)
    case .not(let inner): ask(inner)
    case .and(let a, let b), .or(let a, let b):
      ask(a)
      ask(b)
    case .visited, .passed, .never: break
    }
  }
}
