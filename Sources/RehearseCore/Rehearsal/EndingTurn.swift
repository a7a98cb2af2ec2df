/// A turn that the story took by itself on its way to an ending, and where it would have gone had
/// something been otherwise.
struct EndingTurn {
  /// What a condition can ask for.
  enum Fact: Hashable {
    case meter(Int)
    case flag(Int)
    case visited(Int)
    case passed(String)
  }

  /// A fact as it was not: a meter at another value, all else turned round.
  struct Change {
    var fact: Fact
    var value = 0
  }

  /// What tipped the turn: had all of it been otherwise, and only part of it in no way, another
  /// ending would have come.
  struct Tipping {
    var changes: [Change]
    /// Each of the changes alone would have done it.
    var isEachEnough = false
    /// The turn led to the better end, and these only kept the story from leaving for another one.
    var isGuard = false
  }

  /// More facts than this are not put together in every way.
  private static let mostCombined = 24
  private static let mostFacts = 200

  let machine: ScenarioMachine
  /// In the scene of the turn, after it was entered.
  let state: ScenarioMachine.State
  let hasPassed: (String) -> Bool
  /// The scene of the ending that came.
  let ending: Int

  private var scenario: Scenario { machine.scenario }

  /// The conditions that are looked at: none after what always holds.
  var conditions: [Scenario.Condition] {
    var conditions: [Scenario.Condition] = []
    for turn in scenario.scenes[state.scene].turns {
      switch turn.trigger {
      case .when(let condition): conditions.append(condition)
      case .otherwise: return conditions
      case .chance: continue
      }
    }
    return conditions
  }

  var isLuck: Bool {
    var isLuck = false
    _ = machine.turn(in: state, hasPassed: hasPassed) {
      isLuck = true
      return 0
    }
    return isLuck
  }

  /// Nil where nothing that was said or done before would have led to another ending from here.
  ///
  /// Where a better ending was missed, it is what kept the story from it. Where none was, it is what
  /// the turn itself asked for.
  var tipping: Tipping? {
    let conditions = conditions
    let facts = facts(in: conditions)
    guard !facts.isEmpty, facts.count <= Self.mostFacts else { return nil }
    let options = facts.map { changes(of: $0, conditions.flatMap(\.leaves)) }
    let reached = rank(ending)
    if let better = smallest(options, leadingTo: { rank($0) > reached }) { return better }
    if let condition = condition(of: state, hasPassed) {
      let leaves = conditions.flatMap(\.leaves)
      let asked = self.facts(in: [condition]).map { changes(of: $0, leaves) }
      if let tipping = smallest(asked, leadingTo: { $0 != ending }) { return tipping }
    }
    let guards = alone(options) { $0 != ending }
    if !guards.isEmpty { return Tipping(changes: guards, isEachEnough: true, isGuard: true) }
    return allThatHeld(options).map { Tipping(changes: $0) }
  }

  /// What the taken turn asked for; nil where it asked for nothing.
  private func condition(
    of state: ScenarioMachine.State, _ hasPassed: (String) -> Bool
  ) -> Scenario.Condition? {
    guard let turn = machine.turn(in: state, hasPassed: hasPassed, roll: { 0 }),
      case .when(let condition) = scenario.scenes[state.scene].turns[turn].trigger
    else { return nil }
    return condition
  }

  private func rank(_ scene: Int) -> Int {
    switch scenario.scenes[scene].ending {
    case .success?: 2
    case .partial?: 1
    case .failure?, nil: 0
    }
  }

  private func facts(in conditions: [Scenario.Condition]) -> [Fact] {
    var facts: [Fact] = []
    var known: Set<Fact> = []
    for leaf in conditions.flatMap(\.leaves) {
      guard let fact = Self.fact(leaf), known.insert(fact).inserted else { continue }
      facts.append(fact)
    }
    return facts
  }

  static func fact(_ leaf: Scenario.Condition) -> Fact? {
    switch leaf {
    case .meter(let meter, _, _): .meter(meter)
    case .flag(let flag): .flag(flag)
    case .visited(let scene): .visited(scene)
    case .passed(let unit): .passed(unit)
    case .not, .and, .or, .never: nil
    }
  }

  // MARK: What would have been enough

  private func alone(_ options: [[Change]], leadingTo isWanted: (Int) -> Bool) -> [Change] {
    options.compactMap { changes in
      changes.first { ending(with: [$0]).map(isWanted) == true }
    }
  }

  /// All single changes that lead there, or else the first two or three that only together do.
  private func smallest(_ options: [[Change]], leadingTo isWanted: (Int) -> Bool) -> Tipping? {
    let single = alone(options, leadingTo: isWanted)
    guard single.isEmpty else { return Tipping(changes: single, isEachEnough: true) }
    guard options.count <= Self.mostCombined else { return nil }
    for size in 2...3 {
      if let changes = together(options[...], size, [], isWanted) {
        return Tipping(changes: changes)
      }
    }
    return nil
  }

  private func together(
    _ options: ArraySlice<[Change]>, _ size: Int, _ chosen: [Change], _ isWanted: (Int) -> Bool
  ) -> [Change]? {
    guard size > 0 else { return ending(with: chosen).map(isWanted) == true ? chosen : nil }
    for index in options.indices {
      for change in options[index] {
        let rest = options[(index + 1)...]
        if let found = together(rest, size - 1, chosen + [change], isWanted) { return found }
      }
    }
    return nil
  }

  /// Where more than three things each led here: all that made the taken turn hold, and the turns
  /// after it that lead to the same end.
  private func allThatHeld(_ options: [[Change]]) -> [Change]? {
    var changes: [Change] = []
    for _ in scenario.scenes[state.scene].turns {
      let (state, hasPassed) = changed(by: changes)
      guard let condition = condition(of: state, hasPassed) else { return nil }
      let before = changes.count
      for leaf in machine.support(of: condition, in: state, hasPassed: hasPassed) {
        guard let fact = Self.fact(leaf), !changes.contains(where: { $0.fact == fact }) else {
          continue
        }
        let change = options.joined().first {
          let (without, passed) = changed(by: [$0])
          return $0.fact == fact
            && !machine.holds(leaf, in: without, hasPassed: passed)
              == machine.holds(leaf, in: state, hasPassed: hasPassed)
        }
        if let change { changes.append(change) }
      }
      guard changes.count > before else { return nil }
      if let other = self.ending(with: changes), other != ending { return changes }
    }
    return nil
  }

  /// The nearest value first.
  private func changes(of fact: Fact, _ leaves: [Scenario.Condition]) -> [Change] {
    guard case .meter(let meter) = fact else { return [Change(fact: fact)] }
    let now = state.meters[meter]
    var values: Set<Int> = []
    for case .meter(meter, _, let limit) in leaves {
      for value in [limit, limit &- 1, limit &+ 1]
      where value != now && scenario.meters[meter].range.contains(value) {
        values.insert(value)
      }
    }
    return values.sorted { (($0 - now).magnitude, $0) < (($1 - now).magnitude, $1) }
      .map { Change(fact: fact, value: $0) }
  }

  private func changed(
    by changes: [Change]
  ) -> (state: ScenarioMachine.State, hasPassed: (String) -> Bool) {
    var state = state
    var turnedRound: Set<String> = []
    for change in changes {
      switch change.fact {
      case .meter(let meter): state.meters[meter] = change.value
      case .flag(let flag):
        if !state.flags.insert(flag) { state.flags.remove(flag) }
      case .visited(let scene):
        if !state.visited.insert(scene) { state.visited.remove(scene) }
      case .passed(let unit): turnedRound.insert(unit)
      }
    }
    return (state, { [turnedRound] in hasPassed($0) != turnedRound.contains($0) })
  }

  /// The scene of the ending that the story would have gone on to; nil where the learner would have
  /// been asked again or luck would have decided.
  private func ending(with changes: [Change]) -> Int? {
    let (changed, passed) = changed(by: changes)
    var state = changed
    for _ in 0..<ScenarioMachine.maximumTurns {
      var isLuck = false
      let turn = machine.turn(in: state, hasPassed: passed) {
        isLuck = true
        return 0
      }
      guard let turn, !isLuck, let target = scenario.scenes[state.scene].target(of: turn) else {
        return nil
      }
      state.scene = target
      machine.enter(&state, hasPassed: passed)
      if scenario.scenes[target].ending != nil { return target }
    }
    return nil
  }
}

extension ScenarioMachine {
  /// The parts of a condition without which it would not be as it is.
  fileprivate func support(
    of condition: Scenario.Condition, in state: State, hasPassed: (String) -> Bool
  ) -> [Scenario.Condition] {
    func support(_ condition: Scenario.Condition) -> [Scenario.Condition] {
      switch condition {
      case .not(let inner): return support(inner)
      case .and(let a, let b), .or(let a, let b):
        let whole = holds(condition, in: state, hasPassed: hasPassed)
        return [a, b].filter { holds($0, in: state, hasPassed: hasPassed) == whole }
          .flatMap(support)
      default: return [condition]
      }
    }
    return support(condition)
  }
}
