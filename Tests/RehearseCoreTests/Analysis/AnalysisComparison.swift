import RehearseCore

/// Compares an analysis with all plays of the same scenario; every difference as a line to read.
struct AnalysisComparison {
  let player: ExhaustivePlayer
  let scenario: Scenario
  let analysis: ScenarioAnalysis
  let machine: ScenarioMachine
  let answers: (best: [Int?], worst: [Int?])
  var differences: [String] = []

  init(_ player: ExhaustivePlayer, _ scenario: Scenario, _ analysis: ScenarioAnalysis) {
    self.player = player
    self.scenario = scenario
    self.analysis = analysis
    machine = ScenarioMachine(scenario)
    answers = player.stillToEarn()
  }

  mutating func compare<Value: Equatable>(_ name: String, _ found: Value, _ wanted: Value) {
    if found != wanted { differences.append("\(name) is \(found), not \(wanted)") }
  }

  /// Everything that the analysis says of the whole; `textIsKnown` is false where conditions that
  /// only show or hide text were not looked at.
  mutating func compareAll(textIsKnown: Bool = true) {
    compare("isExact", analysis.isExact, true)
    guard analysis.isExact else { return }
    compare("best", analysis.best, player.best())
    compare("worst", analysis.worst, player.worst())
    for skill in SmallScenario.skillNames {
      let score = analysis.score(for: skill)
      compare("best \(skill)", score?.best, player.best(skill: skill))
      compare("worst \(skill)", score?.worst, player.worst(skill: skill))
    }
    compare(
      "isReached", analysis.isReached, scenario.scenes.indices.map { distance(to: $0) != nil })
    if analysis.stateCount > player.states.count {
      differences.append("\(analysis.stateCount) states of \(player.states.count)")
    }
    compareFacts(textIsKnown: textIsKnown)
    compareStatistics()
    compareChoices()
    compareEndings()
    compareTraps()
  }

  private mutating func compareStatistics() {
    // Where a call can pass what is asked for, it depends on what may be forgotten which plays are
    // different.
    if !player.scenario.callsPassWhatIsAsked { compare("ways", analysis.ways, player.ways()) }
    guard let expected = analysis.expected, let wanted = player.expected() else {
      compare("expected is known", analysis.expected != nil, player.expected() != nil)
      return
    }
    if (expected - wanted).magnitude > 1e-6 { compare("expected", expected, wanted) }
    if !analysis.hasChance, player.best() != nil {
      compare("expected without chance", Int(expected.rounded()), player.best())
    }
  }

  private mutating func compareFacts(textIsKnown: Bool) {
    for scene in scenario.scenes.indices {
      compare(
        "offered in S\(scene)", analysis.choices[scene].map(\.isOffered),
        player.choiceFacts[scene].map(\.holds))
      compare(
        "conditions of choices in S\(scene)", analysis.choices[scene].map(\.condition.facts),
        player.choiceFacts[scene])
      compare(
        "conditions of turns in S\(scene)", analysis.turns[scene].map(\.facts),
        player.turnFacts[scene])
      for (place, wanted) in player.passageFacts[scene].enumerated()
      where textIsKnown || changesSomething(scene, place) {
        compare(
          "condition of passage \(place) in S\(scene)", analysis.passages[scene][place].facts,
          wanted)
      }
    }
  }

  func changesSomething(_ scene: Int, _ passage: Int) -> Bool {
    let conditional = player.scenario.scenes[scene].paragraphs.filter { !$0.conditions.isEmpty }
    return !conditional[passage].effects.isEmpty
  }

  /// The most and the least from every choice on, over all plays that are offered it.
  private mutating func compareChoices() {
    for (scene, part) in player.scenario.scenes.enumerated() {
      for (item, choice) in part.choices.enumerated() {
        var best: Int?
        var worst: Int?
        for state in player.states.indices where player.states[state].scene == scene {
          for move in player.moves[state] where move.item == item {
            let gain = player.points[move.target] - player.points[state]
            if !choice.isCritical, let most = answers.best[move.target] {
              best = max(best ?? .min, most + gain)
            }
            if let least = answers.worst[move.target] { worst = min(worst ?? .max, least + gain) }
          }
        }
        compare("best of choice \(item) in S\(scene)", analysis.choices[scene][item].best, best)
        compare("worst of choice \(item) in S\(scene)", analysis.choices[scene][item].worst, worst)
      }
    }
  }

  private mutating func compareEndings() {
    let endings = analysis.endings
    compare(
      "endings", endings.map { "\($0.scene) \($0.kind.rawValue)" },
      player.scenario.scenes.enumerated().compactMap { scene, part in
        part.ending.map { "\(scene) \($0)" }
      })
    for ending in endings {
      compare("way to ending S\(ending.scene)", ending.way?.count, distance(to: ending.scene))
      if let way = ending.way { follow(way, to: ending.scene) }
    }
  }

  private mutating func compareTraps() {
    let doomed = answers.worst.map { $0 == nil }
    var stops: [Int: Int] = [:]
    for state in player.states.indices where player.stops[state] {
      let scene = player.states[state].scene
      stops[scene] = min(stops[scene] ?? .max, player.distances[state])
    }
    compare("dead ends", analysis.deadEnds.map(\.scene), stops.keys.sorted())
    for place in analysis.deadEnds {
      compare("way to dead end S\(place.scene)", place.way.count, stops[place.scene])
      follow(place.way, to: place.scene)
    }
    let nearest = player.states.indices.filter { doomed[$0] }.map { player.distances[$0] }.min()
    compare("way to the trap", analysis.trap?.way.count, nearest)
    if let trap = analysis.trap {
      let ends = follow(trap.way, to: trap.scene)
      compare("the trap is one", ends.contains { doomed[$0] }, true)
    }
    compare("closed loops", Set(analysis.closedLoops), player.closedLoops(doomed: doomed))
    compare(
      "closed loops are told once", analysis.closedLoops.count, Set(analysis.closedLoops).count)
  }

  func distance(to scene: Int) -> Int? {
    player.states.indices.first { player.states[$0].scene == scene }.map { player.distances[$0] }
  }

  /// Where the steps of a way can lead, whatever units come to be passed; they have to lead on.
  @discardableResult
  private mutating func follow(_ way: [ScenarioAnalysis.Step], to scene: Int) -> Set<Int> {
    var places = Set(0..<player.beginningCount)
    for step in way {
      places = Set(
        places.filter { player.states[$0].scene == step.scene }.flatMap { place in
          player.moves[place].filter { $0.item == step.item }.map(\.target)
        })
    }
    places = places.filter { player.states[$0].scene == scene }
    if places.isEmpty { differences.append("\(way) does not lead to S\(scene)") }
    return places
  }

  /// What holds of an analysis that stopped at its limit.
  mutating func compareBounds() {
    compare("isExact", analysis.isExact, false)
    if let best = player.best() {
      compare("best is a bound", (analysis.best ?? .min) >= best, true)
    }
    if let worst = player.worst() {
      compare("worst is a bound", (analysis.worst ?? .max) <= worst, true)
    }
    for scene in scenario.scenes.indices {
      let isReached = analysis.isReached[scene] && distance(to: scene) == nil
      compare("S\(scene) is reached by no play", isReached, false)
      let found = [
        analysis.choices[scene].map(\.condition.facts), analysis.turns[scene].map(\.facts),
        analysis.passages[scene].map(\.facts),
      ]
      let wanted = [
        player.choiceFacts[scene], player.turnFacts[scene], player.passageFacts[scene],
      ]
      for (found, wanted) in zip(found.joined(), wanted.joined()) {
        if found.holds && !wanted.holds || found.fails && !wanted.fails {
          differences.append("a condition in S\(scene) is \(found), in truth \(wanted)")
        }
      }
    }
    for ending in analysis.endings {
      if let way = ending.way { follow(way, to: ending.scene) }
    }
    compare("score for a skill", analysis.score(for: "discovery") == nil, true)
    compare(
      "a turn is known", analysis.turn(machineState(0), hasPassed: { _ in false }) == nil, true)
  }
}

extension ScenarioAnalysis.ConditionFacts {
  var facts: ExhaustivePlayer.Facts { ExhaustivePlayer.Facts(holds: holds, fails: fails) }
}
