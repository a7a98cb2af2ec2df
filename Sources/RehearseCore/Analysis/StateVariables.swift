/// What a play of a scenario remembers, and where it can still matter.
///
/// A variable is live in a scene when some way on from the learner's turn there can come to ask for
/// it before it is given a new value. What is not live may be forgotten: two plays that differ in
/// nothing else have the same future.
struct StateVariables: Sendable {
  enum Variable: Hashable, Sendable {
    case meter(Int)
    case flag(Int)
    /// Only scenes that a condition asks for.
    case visited(scene: Int)
    /// Whether a unit counts as passed, by its place in `passedUnits`.
    case passed(Int)
  }

  let all: [Variable]
  /// The paths of the units that conditions ask for.
  let passedUnits: [String]
  /// For each scene, what is live when it is the learner's or the story's turn there.
  let live: [BitSet]
  /// Everything that some condition asks for.
  let asked: BitSet
  private let places: [Variable: Int]

  /// Nil where a scenario has so many names and scenes that even this would not fit.
  init?(_ scenario: Scenario, passable: PassableUnits, includingText: Bool) {
    var scenes: Set<Int> = []
    var units: [String] = []
    for condition in scenario.conditions {
      for leaf in condition.leaves {
        switch leaf {
        case .visited(let scene): scenes.insert(scene)
        case .passed(let name):
          if let path = passable.path(of: name), !units.contains(path) { units.append(path) }
        default: break
        }
      }
    }
    var all: [Variable] = scenario.meters.indices.map { .meter($0) }
    all += scenario.flags.indices.map { .flag($0) }
    all += scenes.sorted().map { .visited(scene: $0) }
    all += units.indices.map { .passed($0) }
    guard all.count * scenario.scenes.count <= Self.maximumSize else { return nil }
    self.all = all
    passedUnits = units
    places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
    var flow = Flow(
      scenario: scenario, places: places, passable: passable, units: units,
      includingText: includingText)
    live = flow.solve()
    asked = flow.asked
  }

  private static let maximumSize = 100_000_000

  func place(of variable: Variable) -> Int? { places[variable] }
}

/// Strong liveness, backwards along the scene graph until nothing changes.
private struct Flow {
  let scenario: Scenario
  let places: [StateVariables.Variable: Int]
  let passable: PassableUnits
  let units: [String]
  let includingText: Bool
  var asked = BitSet()

  mutating func solve() -> [BitSet] {
    let count = scenario.scenes.count
    var live = Array(repeating: BitSet(), count: count)
    var before = live
    let graph = SceneGraph(scenario)
    var previous: [[Int]] = Array(repeating: [], count: count)
    for (scene, targets) in graph.next.enumerated() {
      for target in targets { previous[target].append(scene) }
    }
    // Scenes that lead to others come after them, so that most are right the first time.
    var waiting = (0..<count).sorted { (graph.component[$0], $0) > (graph.component[$1], $1) }
    var isWaiting = Array(repeating: true, count: count)
    while let scene = waiting.popLast() {
      isWaiting[scene] = false
      var turn = live[scene]
      while true {
        // A call that comes back leads to the same turn.
        let more = atTurn(scene, turn, before)
        if more == turn { break }
        turn = more
      }
      live[scene] = turn
      let entry = beforeEntering(scene, turn)
      guard entry != before[scene] else { continue }
      before[scene] = entry
      for scene in previous[scene] where !isWaiting[scene] {
        isWaiting[scene] = true
        waiting.append(scene)
      }
    }
    return live
  }

  private mutating func atTurn(_ scene: Int, _ known: BitSet, _ before: [BitSet]) -> BitSet {
    var live = known
    switch scenario.scenes[scene].way {
    case .choices(let choices):
      for index in choices.indices {
        if let condition = choices[index].condition { ask(condition, &live) }
        var after = choices[index].target.map { before[$0] } ?? known
        undo(choices[index].effects, &after)
        live.formUnion(after)
      }
    case .story(let turns):
      for turn in turns {
        if case .when(let condition) = turn.trigger { ask(condition, &live) }
        if let target = turn.target { live.formUnion(before[target]) }
      }
    case .ending, .nowhere: break
    }
    return live
  }

  private mutating func beforeEntering(_ scene: Int, _ turn: BitSet) -> BitSet {
    var live = turn
    for passage in scenario.scenes[scene].passages.reversed() {
      guard let condition = passage.condition else {
        undo(passage.effects, &live)
        continue
      }
      if includingText || !passage.effects.isEmpty { ask(condition, &live) }
    }
    if let place = places[.visited(scene: scene)] { live.remove(place) }
    return live
  }

  private mutating func ask(_ condition: Scenario.Condition, _ live: inout BitSet) {
    for leaf in condition.leaves {
      let variable: StateVariables.Variable?
      switch leaf {
      case .meter(let meter, _, _): variable = .meter(meter)
      case .flag(let flag): variable = .flag(flag)
      case .visited(let scene): variable = .visited(scene: scene)
      case .passed(let name):
        variable = passable.path(of: name).flatMap { units.firstIndex(of: $0) }.map { .passed($0) }
      default: variable = nil
      }
      if let variable, let place = places[variable] {
        live.insert(place)
        asked.insert(place)
      }
    }
  }

  /// What is given a value here did not matter before. A change that adds keeps what was live.
  private func undo(_ effects: [Scenario.Effect], _ live: inout BitSet) {
    for effect in effects.reversed() {
      switch effect {
      case .add: break
      case .assign(let meter, _): places[.meter(meter)].map { live.remove($0) }
      case .set(let flag), .clear(let flag): places[.flag(flag)].map { live.remove($0) }
      }
    }
  }
}

extension Scenario {
  /// Every condition of the scenario, in the order of the text.
  var conditions: [Condition] {
    // By their places: taking a scene or a choice out of its array copies all that is in it.
    var conditions: [Condition] = []
    for scene in scenes.indices {
      for passage in scenes[scene].passages.indices {
        if let condition = scenes[scene].passages[passage].condition {
          conditions.append(condition)
        }
      }
      switch scenes[scene].way {
      case .choices(let choices):
        for choice in choices.indices {
          if let condition = choices[choice].condition { conditions.append(condition) }
        }
      case .story(let turns):
        for turn in turns {
          if case .when(let condition) = turn.trigger { conditions.append(condition) }
        }
      case .ending, .nowhere: break
      }
    }
    return conditions
  }
}

extension Scenario.Condition {
  /// The parts of the condition that ask for one thing.
  var leaves: [Self] {
    switch self {
    case .not(let inner): inner.leaves
    case .and(let a, let b), .or(let a, let b): a.leaves + b.leaves
    default: [self]
    }
  }
}
