/// Everything that can be known about a scenario by going through all of its states: what can be
/// reached, what is best from where, and where nobody gets out.
///
/// Where a scenario has more states than the limit, `isExact` is false: then what was reached is
/// true, what was not may be, and `best` and `worst` are sound bounds.
package struct ScenarioAnalysis: Sendable {
  package static let defaultLimit = 5_000_000

  package let scenario: Scenario
  /// Whether every state was met.
  package let isExact: Bool
  /// How many states were met.
  package let stateCount: Int
  /// The most points of any play that reaches an ending other than failure without a critical
  /// mistake, whatever the luck; nil where no play does. Not less than that where it is not exact.
  package let best: Int?
  /// The least points of any play that reaches an ending; nil where none does. Not more than that
  /// where it is not exact.
  package let worst: Int?
  /// Whether a play reaches each scene.
  package private(set) var isReached: [Bool]
  /// For each scene and choice of it, what all plays together say.
  package private(set) var choices: [[ChoiceFacts]]
  package private(set) var turns: [[ConditionFacts]]
  /// For each scene, what is known of the condition of each passage that has one.
  package private(set) var passages: [[ConditionFacts]]
  /// Scenes in which some play has no way on, with a shortest way there.
  package private(set) var deadEnds: [Place] = []
  /// The first place of a shortest play from which no ending can be reached any more.
  package private(set) var trap: Place?
  /// Loops that no way leads out of.
  package private(set) var loops: [ClosedLoop] = []

  let states: ExploredStates?
  let bounds: ScoreBounds?
  let randomShares = RandomShares()

  /// What is known of a condition. Both are false where no play comes to look at it.
  package struct ConditionFacts: Sendable, Equatable {
    /// Whether it holds in some play.
    package var holds = false
    /// Whether it does not in some play.
    package var fails = false
  }

  package struct ChoiceFacts: Sendable, Equatable {
    package var condition = ConditionFacts()
    /// Whether some play is offered it.
    package var isOffered = false
    /// The most and the least points from the choice on, its own among them, over all states in
    /// which it is offered; nil where no ending follows.
    package var best: Int?
    package var worst: Int?
  }

  /// A choice or a turn that a play takes.
  package struct Step: Sendable, Equatable {
    package var scene: Int
    /// The place of the choice or turn in its scene, from 0.
    package var item: Int
  }

  /// A scene, and a shortest way to it.
  package struct Place: Sendable, Equatable {
    package var scene: Int
    package var way: [Step]
  }

  /// A loop that no way leads out of.
  package struct ClosedLoop: Sendable, Equatable {
    /// In the order of the text.
    package var scenes: [Int]
    /// The scene in which a shortest way comes into it, and that way.
    package var entrance: Place
  }

  /// The scenes of each loop that no way leads out of.
  package var closedLoops: [[Int]] { loops.map(\.scenes) }

  package init(
    _ scenario: Scenario, passable: PassableUnits = .none,
    limit: Int = ScenarioAnalysis.defaultLimit
  ) {
    self.scenario = scenario
    let graph = SceneGraph(scenario)
    var states = Self.explore(scenario, graph, passable, includingText: true, limit: limit)
    if states?.isComplete != true, scenario.hasConditionalText {
      // Text that only shows or hides need not be told apart.
      let fewer = Self.explore(scenario, graph, passable, includingText: false, limit: limit)
      if let fewer, fewer.isComplete || states == nil { states = fewer }
    }
    self.states = states
    stateCount = states?.stateCount ?? 0
    isExact = states?.isComplete ?? false
    isReached = Array(repeating: false, count: scenario.scenes.count)
    choices = scenario.scenes.map { Array(repeating: ChoiceFacts(), count: $0.choices.count) }
    turns = scenario.scenes.map { Array(repeating: ConditionFacts(), count: $0.turns.count) }
    passages = scenario.scenes.map { scene in
      scene.passages.filter { $0.condition != nil }.map { _ in ConditionFacts() }
    }
    guard let states, isExact else {
      bounds = nil
      let bound = SceneBounds(scenario, graph)
      best = bound.best
      worst = bound.worst
      if let states { note(states) }
      return
    }
    let bounds = ScoreBounds(states, gains: scenario.gains)
    self.bounds = bounds
    let beginnings = 0..<states.beginningCount
    best = beginnings.compactMap { bounds.best(of: $0) }.max()
    worst = beginnings.compactMap { bounds.worst(of: $0) }.min()
    note(states)
    noteScores(states, bounds)
    findTraps(states, bounds)
  }

  private static func explore(
    _ scenario: Scenario, _ graph: SceneGraph, _ passable: PassableUnits, includingText: Bool,
    limit: Int
  ) -> ExploredStates? {
    let widest = scenario.scenes.reduce(0) { max($0, $1.choices.count, $1.turns.count) }
    let most = scenario.gains.reduce(Int64(0)) { $0 + Int64($1.magnitude) }
    guard widest <= EdgeLabel.maximumPlace, most < Int64(Int32.max),
      let variables = StateVariables(scenario, passable: passable, includingText: includingText),
      variables.passedUnits.count <= 10,
      let layout = StateLayout(scenario, variables, graph)
    else { return nil }
    func explored<State: PackedState>(_: State.Type) -> ExploredStates {
      let machine = PackedMachine<State>(
        scenario, variables, layout, graph, passable: passable, includingText: includingText)
      let states = StateGraph(
        machine, conditionalPassages: scenario.conditionalPassageCount, limit: limit)
      return ExploredStates(
        states, index: PackedStateIndex(states, scenario, variables, graph))
    }
    return switch layout.wordCount {
    case 1: explored(OneWord.self)
    case 2: explored(TwoWords.self)
    default: explored(EightWords.self)
    }
  }
}

// MARK: What all states say

extension ScenarioAnalysis {
  private mutating func note(_ states: ExploredStates) {
    for node in 0..<states.stateCount { isReached[states.scene(of: node)] = true }
    let seen = states.seen
    var choice = 0
    var turn = 0
    var passage = 0
    func facts(_ bits: UInt8) -> ConditionFacts {
      ConditionFacts(
        holds: bits & ConditionsSeen.held != 0, fails: bits & ConditionsSeen.failed != 0)
    }
    for scene in scenario.scenes.indices {
      for place in choices[scene].indices {
        choices[scene][place].condition = facts(seen.choices[choice])
        choices[scene][place].isOffered = choices[scene][place].condition.holds
        choice += 1
      }
      for place in turns[scene].indices {
        turns[scene][place] = facts(seen.turns[turn])
        turn += 1
      }
      for place in passages[scene].indices {
        passages[scene][place] = facts(seen.passages[passage])
        passage += 1
      }
    }
  }

  private mutating func noteScores(_ states: ExploredStates, _ bounds: ScoreBounds) {
    let gains = scenario.gains
    var best = ContiguousArray(repeating: ScoreBounds.none, count: gains.count)
    var worst = best
    states.forEachEdge { edge in
      guard edge.isChoice else { return }
      let item = edge.item
      let gain = edge.wasEarned ? 0 : gains[item]
      let most = bounds.best[edge.to]
      let least = bounds.worst[edge.to]
      if most != ScoreBounds.none { best[item] = max(best[item], most + gain) }
      if least != ScoreBounds.none {
        worst[item] =
          worst[item] == ScoreBounds.none ? least + gain : min(worst[item], least + gain)
      }
    }
    var item = 0
    for scene in choices.indices {
      for place in choices[scene].indices {
        choices[scene][place].best = states.isMistake[item] ? nil : ScoreBounds.number(best[item])
        choices[scene][place].worst = ScoreBounds.number(worst[item])
        item += 1
      }
    }
  }

  private mutating func findTraps(_ states: ExploredStates, _ bounds: ScoreBounds) {
    let first = bounds.worst.firstIndex(of: ScoreBounds.none)
    let stopped = findStops(states)
    guard first != nil || !stopped.isEmpty else { return }
    let ways = ShortestWays(states)
    deadEnds = stopped.sorted { $0.key < $1.key }.map { Place(scene: $0, way: ways.way(to: $1)) }
    trap = first.map { Place(scene: states.scene(of: $0), way: ways.way(to: $0)) }
    guard first != nil else { return }
    // The state of each that was met first.
    var loops: [[Int]: Int] = [:]
    states.components.forEach { members in
      guard let one = members.first, bounds.worst[Int(one)] == ScoreBounds.none else { return }
      let number = states.components.numbers[Int(one)]
      var leadsOut = false
      var leadsOn = false
      for node in members {
        for edge in states.edges.range(Int(node)) {
          leadsOn = true
          let target = Int(states.edges.targets[edge])
          if states.components.numbers[target] != number { leadsOut = true }
        }
      }
      if leadsOn, !leadsOut {
        let scenes = Set(members.map { states.scene(of: Int($0)) }).sorted()
        let node = members.map { Int($0) }.min() ?? 0
        loops[scenes] = min(loops[scenes] ?? node, node)
      }
    }
    self.loops = loops.map { scenes, node in
      ClosedLoop(
        scenes: scenes, entrance: Place(scene: states.scene(of: node), way: ways.way(to: node)))
    }
    .sorted { $0.scenes.lexicographicallyPrecedes($1.scenes) }
  }

  /// When a play stands still in a scene.
  private enum Stop { case never, always, withoutMoves, withoutCertainTurn }

  /// For each scene in which a play can stand still, the first state in which one does: nothing is
  /// offered, or the story has no way on.
  private func findStops(_ states: ExploredStates) -> [Int: Int] {
    // What a scene says of it is the same for all of its states, which may be millions.
    var stops = ContiguousArray(
      scenario.scenes.map { scene -> Stop in
        switch scene.way {
        case .ending: .never
        case .nowhere: .always
        case .choices: .withoutMoves
        case .story(let turns): Self.luckCanStop(turns) ? .withoutCertainTurn : .withoutMoves
        }
      })
    let isCertain = ContiguousArray(
      scenario.scenes.flatMap(\.turns).map { if case .when = $0.trigger { true } else { false } })
    var stopped: [Int: Int] = [:]
    for node in 0..<states.stateCount {
      let scene = states.scene(of: node)
      switch stops[scene] {
      case .never: continue
      case .always: break
      case .withoutMoves: guard states.hasNoMoves(node) else { continue }
      case .withoutCertainTurn:
        // What holds is the only way on.
        if let edge = states.edges.range(node).first,
          isCertain[states.frames[scene].firstItem + states.labels[edge].place]
        {
          continue
        }
      }
      stopped[scene] = node
      stops[scene] = .never
    }
    return stopped
  }

  /// Whether luck can fall on a link that leads nowhere, or on a rest that no chance and no
  /// `otherwise` takes.
  private static func luckCanStop(_ turns: [Scenario.Turn]) -> Bool {
    var rest = 10_000
    for turn in turns {
      guard case .chance(let percent) = turn.trigger, percent.hundredths > 0 else { continue }
      if rest > 0, turn.target == nil { return true }
      rest -= percent.hundredths
    }
    let otherwise = turns.first { if case .otherwise = $0.trigger { true } else { false } }
    return rest > 0 && otherwise?.target == nil
  }
}

extension ScoreBounds {
  static func number(_ score: Int32) -> Int? { score == none ? nil : Int(score) }
  func best(of node: Int) -> Int? { Self.number(best[node]) }
  func worst(of node: Int) -> Int? { Self.number(worst[node]) }
}

extension Scenario.Scene {
  /// The learner's choices; none where the story goes on by itself.
  package var choices: [Scenario.Choice] {
    if case .choices(let choices) = way { choices } else { [] }
  }

  package var turns: [Scenario.Turn] {
    if case .story(let turns) = way { turns } else { [] }
  }

  /// Not inlined: where it is, the optimizer of Swift 6.3.1 stops with an ownership error.
  @inline(never)
  package var ending: Directive.Ending? {
    if case .ending(let kind) = way { kind } else { nil }
  }
}

extension Scenario {
  /// What each choice earns the first time, all scenes in a row.
  var gains: ContiguousArray<Int32> {
    ContiguousArray(
      scenes.flatMap { scene in
        let choices = scene.choices
        return choices.indices.map { Int32(clamping: choices[$0].points) }
      })
  }

  /// The same for one skill alone.
  func gains(for skill: String) -> ContiguousArray<Int32> {
    ContiguousArray(
      scenes.flatMap { scene in
        scene.choices.map { choice in
          Int32(
            clamping: choice.skillPoints.reduce(0) { $0 + ($1.skill == skill ? $1.points : 0) })
        }
      })
  }
}
