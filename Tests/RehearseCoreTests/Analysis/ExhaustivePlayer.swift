/// Plays a scenario in every way that there is, by the rules as the design words them, and
/// remembers everything: two plays are at the same place only where nothing at all differs. Slow,
/// plain, and sharing no code with what is tested against it.
struct ExhaustivePlayer {
  /// A turn of the learner's or the story's, after the scene was entered. What was earned follows
  /// from what was chosen.
  struct State: Equatable {
    var scene = 0
    var trust = 0
    var pace = 0
    var flags: UInt64 = 0
    var visited: UInt64 = 0
    /// Over all choices of all scenes.
    var chosen: UInt64 = 0
    /// Over `unitNames`; only those that a condition asks for.
    var passed: UInt64 = 0

    func meter(_ index: Int) -> Int { index == 0 ? trust : pace }

    var key: UInt64 {
      var key = chosen << 3 | UInt64(scene)
      key = key << 4 | UInt64(trust + 4)
      key = key << 4 | UInt64(pace + 4)
      key = key << 3 | flags
      key = key << 6 | visited
      return key << 3 | passed
    }
  }

  struct Move {
    /// The place of the choice or turn in its scene.
    var item: Int
    var target: Int
    var isCritical = false
  }

  struct Facts: Equatable {
    var holds = false
    var fails = false
  }

  let scenario: SmallScenario
  /// In the order of their distance from the beginning.
  private(set) var states: [State] = []
  private(set) var moves: [[Move]] = []
  /// The fewest choices and turns from a beginning.
  private(set) var distances: [Int] = []
  /// Whether a play can stand still there.
  private(set) var stops: [Bool] = []
  /// What was earned on the way there.
  private(set) var points: [Int] = []
  /// Whether a critical mistake was made on the way there.
  private(set) var isCritical: [Bool] = []
  private(set) var beginningCount = 0
  private(set) var choiceFacts: [[Facts]]
  private(set) var turnFacts: [[Facts]]
  private(set) var passageFacts: [[Facts]]
  private var numbers: [UInt64: Int] = [:]
  private var firstChoice: [Int] = []
  private var asked: UInt64 = 0
  /// The choices that are critical mistakes.
  private var mistakes: UInt64 = 0

  /// Nil where there are more states than the limit.
  init?(_ scenario: SmallScenario, limit: Int) {
    self.scenario = scenario
    choiceFacts = scenario.scenes.map { $0.choices.map { _ in Facts() } }
    turnFacts = scenario.scenes.map { $0.turns.map { _ in Facts() } }
    passageFacts = scenario.scenes.map { scene in
      scene.paragraphs.filter { !$0.conditions.isEmpty }.map { _ in Facts() }
    }
    var count = 0
    for scene in scenario.scenes {
      firstChoice.append(count)
      for (item, choice) in scene.choices.enumerated() where choice.isCritical {
        mistakes |= 1 << UInt64(count + item)
      }
      count += scene.choices.count
    }
    asked = scenario.askedUnits
    for passed in 0..<UInt64(1 << SmallScenario.unitNames.count) where passed & ~asked == 0 {
      var state = State(passed: passed)
      if !scenario.meters.isEmpty { state.trust = scenario.meters[0].start }
      if scenario.meters.count > 1 { state.pace = scenario.meters[1].start }
      enter(0, &state)
      _ = meet(state, distance: 0)
    }
    beginningCount = states.count
    while moves.count < states.count {
      if states.count > limit { return nil }
      play(moves.count)
    }
  }

  func number(of state: State) -> Int? { numbers[state.key] }

  func choiceBit(_ scene: Int, _ item: Int) -> UInt64 { 1 << UInt64(firstChoice[scene] + item) }

  private mutating func meet(_ state: State, distance: Int) -> Int {
    if let number = numbers[state.key] { return number }
    numbers[state.key] = states.count
    states.append(state)
    distances.append(distance)
    points.append(points(of: state))
    isCritical.append(state.chosen & mistakes != 0)
    return states.count - 1
  }

  // MARK: The rules

  private mutating func enter(_ scene: Int, _ state: inout State) {
    state.scene = scene
    state.visited |= 1 << UInt64(scene)
    var conditional = 0
    for paragraph in scenario.scenes[scene].paragraphs {
      if !paragraph.conditions.isEmpty {
        let holds = paragraph.conditions.allSatisfy { self.holds($0, state) }
        passageFacts[scene][conditional].note(holds)
        conditional += 1
        if !holds { continue }
      }
      for effect in paragraph.effects { apply(effect, &state) }
    }
  }

  private mutating func play(_ number: Int) {
    let state = states[number]
    var found: [Move] = []
    var canStop = false
    switch scenario.scenes[state.scene].way {
    case .ending: break
    case .nowhere: canStop = true
    case .choices(let choices):
      for (item, choice) in choices.enumerated() {
        let bit = choiceBit(state.scene, item)
        if choice.isOnce, state.chosen & bit != 0 { continue }
        let holds = choice.conditions.allSatisfy { self.holds($0, state) }
        choiceFacts[state.scene][item].note(holds)
        if !holds { continue }
        for passed in outcomes(of: choice.call, after: state.passed) {
          var next = state
          next.passed = passed
          next.chosen |= bit
          for effect in choice.effects { apply(effect, &next) }
          if let target = choice.target { enter(target, &next) }
          let target = meet(next, distance: distances[number] + 1)
          found.append(Move(item: item, target: target, isCritical: choice.isCritical))
        }
      }
      canStop = found.isEmpty
    case .story(let turns):
      let ways = self.ways(turns, state)
      canStop = ways.contains { $0.flatMap { turns[$0].target } == nil }
      for case .some(let item) in ways {
        guard let scene = turns[item].target else { continue }
        var next = state
        enter(scene, &next)
        found.append(Move(item: item, target: meet(next, distance: distances[number] + 1)))
      }
    }
    moves.append(found)
    stops.append(canStop)
  }

  /// The turns that the story can take; nil among them where it can find none.
  private mutating func ways(_ turns: [SmallScenario.Turn], _ state: State) -> [Int?] {
    look: for (item, turn) in turns.enumerated() {
      switch turn.trigger {
      case .otherwise: break look
      case .chance: continue
      case .when(let condition):
        let holds = self.holds(condition, state)
        turnFacts[state.scene][item].note(holds)
        if holds { return [item] }
      }
    }
    var ways: [Int?] = []
    var rest = 100
    for (item, turn) in turns.enumerated() {
      guard case .chance(let percent) = turn.trigger else { continue }
      if min(percent, rest) > 0 { ways.append(item) }
      rest -= min(percent, rest)
    }
    if rest > 0 {
      ways.append(turns.firstIndex { if case .otherwise = $0.trigger { true } else { false } })
    }
    return ways
  }

  /// A unit that is played may come to be passed, and so may every unit that it plays.
  private func outcomes(of call: Int?, after passed: UInt64) -> [UInt64] {
    let can = call.map { scenario.played(by: $0) & asked } ?? 0
    return (0..<UInt64(1 << SmallScenario.unitNames.count)).filter {
      $0 & passed == passed && $0 & ~passed & ~can == 0
    }
  }

  private func apply(_ effect: SmallScenario.Effect, _ state: inout State) {
    switch effect {
    case .add(let meter, let change): put(meter, state.meter(meter) + change, &state)
    case .assign(let meter, let value): put(meter, value, &state)
    case .set(let flag): state.flags |= 1 << UInt64(flag)
    case .clear(let flag): state.flags &= ~(1 << UInt64(flag))
    }
  }

  private func put(_ meter: Int, _ value: Int, _ state: inout State) {
    let (low, high) = (scenario.meters[meter].low, scenario.meters[meter].high)
    let kept = value < low ? low : value > high ? high : value
    if meter == 0 { state.trust = kept } else { state.pace = kept }
  }

  private func holds(_ condition: SmallScenario.Condition, _ state: State) -> Bool {
    switch condition {
    case .meter(let meter, let sign, let value):
      let now = state.meter(meter)
      switch sign {
      case "<": return now < value
      case "<=": return !(now > value)
      case ">": return now > value
      case ">=": return !(now < value)
      case "=": return now == value
      default: return now != value
      }
    case .flag(let flag): return state.flags & 1 << UInt64(flag) != 0
    case .visited(let scene): return state.visited & 1 << UInt64(scene) != 0
    case .passed(let unit): return state.passed & 1 << UInt64(unit) != 0
    case .not(let inner): return !holds(inner, state)
    case .and(let a, let b): return holds(a, state) && holds(b, state)
    case .or(let a, let b): return holds(a, state) || holds(b, state)
    }
  }
}

extension ExhaustivePlayer.Facts {
  mutating func note(_ holds: Bool) {
    if holds { self.holds = true } else { fails = true }
  }
}

extension SmallScenario.Scene {
  var choices: [SmallScenario.Choice] { if case .choices(let list) = way { list } else { [] } }
  var turns: [SmallScenario.Turn] { if case .story(let list) = way { list } else { [] } }
  var ending: String? { if case .ending(let kind) = way { kind } else { nil } }
}

extension SmallScenario {
  var conditions: [Condition] {
    scenes.flatMap { scene -> [Condition] in
      scene.paragraphs.flatMap(\.conditions) + scene.choices.flatMap(\.conditions)
        + scene.turns.compactMap {
          if case .when(let condition) = $0.trigger { condition } else { nil }
        }
    }
  }

  /// The units that a condition asks for.
  var askedUnits: UInt64 {
    func asked(_ condition: Condition) -> UInt64 {
      switch condition {
      case .passed(let unit): 1 << UInt64(unit)
      case .not(let inner): asked(inner)
      case .and(let a, let b), .or(let a, let b): asked(a) | asked(b)
      default: 0
      }
    }
    return conditions.reduce(0) { $0 | asked($1) }
  }

  var callsPassWhatIsAsked: Bool {
    scenes.flatMap(\.choices).contains { $0.call.map { played(by: $0) & askedUnits != 0 } ?? false }
  }

  /// A unit, and all that it plays.
  func played(by unit: Int) -> UInt64 {
    switch unit {
    case 0:
      scenes.flatMap(\.choices).compactMap(\.call).reduce(1) {
        $0 | ($1 == 0 ? 1 : played(by: $1))
      }
    case 1: 0b110
    default: 0b100
    }
  }
}
