/// A second reading of the rules of a scenario, written from the design's words alone: slow, plain,
/// and sharing no code with the machine that is tested against it. It writes itself as Markdown.
struct ReferenceScenario {
  indirect enum Condition {
    case meter(Int, String, Int)
    case flag(Int)
    case visited(Int)
    case not(Condition)
    case and(Condition, Condition)
    case or(Condition, Condition)
  }

  enum Effect {
    case add(Int, Int)
    case assign(Int, Int)
    case set(Int)
    case clear(Int)
  }

  enum Trigger {
    case when(Condition)
    case always
    case otherwise
  }

  struct Paragraph {
    var condition: Condition?
    var effects: [Effect]
  }

  struct Choice {
    var conditions: [Condition]
    var effects: [Effect]
    var points: Int
    var isOnce: Bool
    var isCritical: Bool
    var target: Int
  }

  enum Way {
    case choices([Choice])
    case story([(trigger: Trigger, target: Int)])
    case ending(String)
  }

  struct Scene {
    var paragraphs: [Paragraph]
    var way: Way
  }

  static let meters: [(name: String, start: Int, low: Int, high: Int)] = [
    ("trust", 5, 0, 10), ("pace", 0, -3, 3),
  ]
  static let flags = ["asked", "late", "b-3"]

  var scenes: [Scene]

  // MARK: Playing

  struct State: Equatable {
    var scene = 0
    var meters = ReferenceScenario.meters.map(\.start)
    var flags: Set<Int> = []
    var visited: Set<Int> = []
    var chosen: Set<[Int]> = []
    var points = 0
    var isCritical = false
    /// The scenes entered since the learner was last asked.
    var entered: [Int] = []
    var isStuck = false
  }

  func start() -> State {
    var state = State()
    enter(&state)
    return state
  }

  func offered(_ state: State) -> [Int] {
    guard !state.isStuck, case .choices(let choices) = scenes[state.scene].way else { return [] }
    return choices.indices.filter { index in
      choices[index].conditions.allSatisfy { holds($0, state) }
        && !(choices[index].isOnce && state.chosen.contains([state.scene, index]))
    }
  }

  func ending(_ state: State) -> String? {
    guard !state.isStuck, case .ending(let kind) = scenes[state.scene].way else { return nil }
    return kind
  }

  func choose(_ index: Int, _ state: inout State) {
    guard case .choices(let choices) = scenes[state.scene].way else { return }
    let choice = choices[index]
    if !state.chosen.contains([state.scene, index]) { state.points += choice.points }
    state.chosen.insert([state.scene, index])
    if choice.isCritical { state.isCritical = true }
    for effect in choice.effects { apply(effect, &state) }
    state.scene = choice.target
    state.entered = []
    enter(&state)
  }

  private func enter(_ state: inout State) {
    state.entered.append(state.scene)
    state.visited.insert(state.scene)
    for paragraph in scenes[state.scene].paragraphs {
      if let condition = paragraph.condition, !holds(condition, state) { continue }
      for effect in paragraph.effects { apply(effect, &state) }
    }
    switch scenes[state.scene].way {
    case .ending: return
    case .choices: state.isStuck = offered(state).isEmpty
    case .story(let turns):
      guard state.entered.count < 1_000 else {
        state.isStuck = true
        return
      }
      for turn in turns {
        switch turn.trigger {
        case .when(let condition): if !holds(condition, state) { continue }
        case .always, .otherwise: break
        }
        state.scene = turn.target
        enter(&state)
        return
      }
      state.isStuck = true
    }
  }

  private func apply(_ effect: Effect, _ state: inout State) {
    func put(_ meter: Int, _ value: Int) {
      let (_, _, low, high) = Self.meters[meter]
      state.meters[meter] = value < low ? low : value > high ? high : value
    }
    switch effect {
    case .add(let meter, let change): put(meter, state.meters[meter] + change)
    case .assign(let meter, let value): put(meter, value)
    case .set(let flag): state.flags.insert(flag)
    case .clear(let flag): state.flags.remove(flag)
    }
  }

  private func holds(_ condition: Condition, _ state: State) -> Bool {
    switch condition {
    case .meter(let meter, let sign, let value):
      let now = state.meters[meter]
      switch sign {
      case "<": return now < value
      case "<=": return !(now > value)
      case ">": return now > value
      case ">=": return !(now < value)
      case "=": return now == value
      default: return now != value
      }
    case .flag(let flag): return state.flags.contains(flag)
    case .visited(let scene): return state.visited.contains(scene)
    case .not(let inner): return !holds(inner, state)
    case .and(let a, let b): return holds(a, state) && holds(b, state)
    case .or(let a, let b): return holds(a, state) || holds(b, state)
    }
  }

  // MARK: Writing

  var markdown: String {
    var text = """
      ---
      kind: scenario
      title: A random talk
      meters: trust = 5 of 10; pace = 0 from -3 to 3
      ---


      """
    for (index, scene) in scenes.enumerated() {
      text += "## S\(index)\n\n"
      for (number, paragraph) in scene.paragraphs.enumerated() {
        let condition = paragraph.condition.map { "`if \(Self.text($0))` " } ?? ""
        let effects = paragraph.effects.map { Self.text($0) + " " }.joined()
        text += condition + effects + (number % 2 == 0 ? "Words.\n\n" : "\n\n")
      }
      switch scene.way {
      case .ending(let kind): text += "`ending \(kind)`\n\n"
      case .choices(let choices):
        for choice in choices {
          text += "- [words](#s\(choice.target))"
          if choice.points != 0 { text += " `points \(choice.points)`" }
          for effect in choice.effects { text += " " + Self.text(effect) }
          for condition in choice.conditions { text += " `if \(Self.text(condition))`" }
          text += (choice.isOnce ? " `once`" : "") + (choice.isCritical ? " `critical`" : "") + "\n"
        }
        text += "\n"
      case .story(let turns):
        for (trigger, target) in turns {
          switch trigger {
          case .when(let condition): text += "- `when \(Self.text(condition))`"
          case .always: text += "- `chance 100%`"
          case .otherwise: text += "- `otherwise`"
          }
          text += " [on](#s\(target))\n"
        }
        text += "\n"
      }
    }
    return text
  }

  private static func text(_ effect: Effect) -> String {
    switch effect {
    case .add(let meter, let change): "`\(meters[meter].name) \(change < 0 ? "" : "+")\(change)`"
    case .assign(let meter, let value): "`\(meters[meter].name) = \(value)`"
    case .set(let flag): "`set \(flags[flag])`"
    case .clear(let flag): "`clear \(flags[flag])`"
    }
  }

  /// Parentheses only where the precedence of the words needs them.
  private static func text(_ condition: Condition) -> String {
    switch condition {
    case .meter(let meter, let sign, let value): "\(meters[meter].name) \(sign) \(value)"
    case .flag(let flag): flags[flag]
    case .visited(let scene): "visited s\(scene)"
    case .not(let inner):
      switch inner {
      case .and, .or: "not (\(text(inner)))"
      default: "not \(text(inner))"
      }
    case .and(let a, let b):
      [a, b].map { part in
        if case .or = part { "(\(text(part)))" } else { text(part) }
      }.joined(separator: " and ")
    case .or(let a, let b): "\(text(a)) or \(text(b))"
    }
  }
}
