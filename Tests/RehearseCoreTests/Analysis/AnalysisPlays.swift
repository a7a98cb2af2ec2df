import RehearseCore

// The same comparison turn by turn, with `ScenarioMachine` as a second opinion.

extension AnalysisComparison {
  /// A turn as the machine has it.
  func machineState(_ number: Int) -> ScenarioMachine.State {
    let known = player.states[number]
    var state = machine.start()
    state.scene = known.scene
    for meter in scenario.meters.indices { state.meters[meter] = known.meter(meter) }
    for (flag, name) in SmallScenario.flagNames.enumerated()
    where known.flags & 1 << UInt64(flag) != 0 {
      if let index = scenario.flags.firstIndex(of: name) { state.flags.insert(index) }
    }
    for index in 0..<64 {
      if known.visited & 1 << UInt64(index) != 0 { state.visited.insert(index) }
      if known.chosen & 1 << UInt64(index) != 0 { state.chosen.insert(index) }
    }
    state.points = player.points[number]
    state.hasCriticalMistake = player.isCritical[number]
    return state
  }

  func hasPassed(_ passed: UInt64) -> (String) -> Bool {
    { name in
      let name = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
      return SmallScenario.unitNames.firstIndex(of: name).map { passed & 1 << UInt64($0) != 0 }
        ?? false
    }
  }

  /// What the analysis says of one turn.
  mutating func compareTurn(_ number: Int) {
    let known = player.states[number]
    let name = "turn \(known): "
    guard let turn = analysis.turn(machineState(number), hasPassed: hasPassed(known.passed)) else {
      compare(name + "is known", false, true)
      return
    }
    compare(name + "best", analysis.best(from: turn), answers.best[number])
    compare(name + "worst", analysis.worst(from: turn), answers.worst[number])
    for item in player.scenario.scenes[known.scene].choices.indices {
      let wanted = player.moves[number].filter { $0.item == item && !$0.isCritical }.compactMap {
        move in
        answers.best[move.target].map { $0 + player.points[move.target] - player.points[number] }
      }.max()
      compare(name + "best taking \(item)", analysis.best(taking: item, from: turn), wanted)
    }
  }

  /// The best line from a turn is as short as can be, and earns what it says.
  mutating func compareBestLine(_ number: Int) {
    let known = player.states[number]
    guard let turn = analysis.turn(machineState(number), hasPassed: hasPassed(known.passed)) else {
      return
    }
    let line = analysis.bestLine(from: turn)
    let wanted = player.shortestBestLine(from: number, best: answers.best)
    compare("best line from \(known)", line.count, wanted ?? 0)
    guard let best = answers.best[number] else { return }
    playLine(line, from: [(machineState(number), known.passed)], earning: best)
  }

  /// The best line of all, from whichever beginning it needs.
  mutating func compareBestLineFromTheBeginning() {
    guard let beginning = analysis.beginning else {
      compare("there is a beginning", false, true)
      return
    }
    let line = analysis.bestLine(from: beginning)
    guard let best = player.best() else {
      compare("best line", line, [])
      return
    }
    let lengths = (0..<player.beginningCount).filter { answers.best[$0] == best }.compactMap {
      player.shortestBestLine(from: $0, best: answers.best)
    }
    compare("length of the best line", lengths.contains(line.count), true)
    playLine(
      line, from: (0..<player.beginningCount).map { (machineState($0), player.states[$0].passed) },
      earning: best)
  }

  /// Plays a line on the machine; luck falls as the line says, and units are passed as it needs.
  private mutating func playLine(
    _ line: [ScenarioAnalysis.Step], from start: [(ScenarioMachine.State, UInt64)], earning: Int
  ) {
    var places = start.map { state, passed in
      var state = state
      state.points = 0
      state.hasCriticalMistake = false
      return (state, passed)
    }
    for step in line {
      places = places.filter { $0.0.scene == step.scene }.flatMap { state, passed in
        after(step.item, state, passed)
      }
    }
    let isEarned = places.contains { state, _ in
      guard case .ending(let kind) = machine.way(of: state) else { return false }
      return kind != .failure && !state.hasCriticalMistake && state.points == earning
    }
    if !isEarned { differences.append("the line \(line) does not earn \(earning)") }
  }

  private func after(
    _ item: Int, _ state: ScenarioMachine.State, _ passed: UInt64
  ) -> [(ScenarioMachine.State, UInt64)] {
    switch machine.way(of: state) {
    case .choices(let choices):
      guard machine.offered(in: state, hasPassed: hasPassed(passed)).contains(item) else {
        return []
      }
      return outcomes(choices[item].call, passed).map { passed in
        var state = state
        _ = machine.choose(item, in: &state)
        if choices[item].target != nil { machine.enter(&state, hasPassed: hasPassed(passed)) }
        return (state, passed)
      }
    case .story(let turns):
      let isPossible = (0..<100).contains { roll in
        machine.turn(in: state, hasPassed: hasPassed(passed), roll: { roll * 100 }) == item
      }
      guard isPossible, let target = turns[item].target else { return [] }
      var state = state
      state.scene = target
      machine.enter(&state, hasPassed: hasPassed(passed))
      return [(state, passed)]
    case .ending, .nowhere: return []
    }
  }

  private func outcomes(_ call: String?, _ passed: UInt64) -> [UInt64] {
    guard let call, let unit = SmallScenario.unitNames.firstIndex(where: { call == $0 + ".md" })
    else { return [passed] }
    let can = player.scenario.played(by: unit) & player.scenario.askedUnits
    return (0..<8).map { $0 & can | passed }
  }

  /// A play at random on the machine: the player knows every turn that it comes to, and the
  /// analysis says the same of it. Returns the turns.
  mutating func playAtRandom(_ random: inout Generator, steps: Int) -> [Int] {
    var passed = player.states[random.next(below: player.beginningCount)].passed
    var state = machine.start()
    machine.enter(&state, hasPassed: hasPassed(passed))
    var turns: [Int] = []
    for _ in 0..<steps {
      guard let number = self.number(of: state, passed) else {
        differences.append("the machine comes to \(state), which no play does")
        return turns
      }
      turns.append(number)
      switch machine.way(of: state) {
      case .choices(let choices):
        let offered = machine.offered(in: state, hasPassed: hasPassed(passed))
        compare(
          "offered at \(player.states[number])", offered,
          Set(player.moves[number].map(\.item)).sorted())
        guard !offered.isEmpty else { return turns }
        let item = offered[random.next(below: offered.count)]
        let outcomes = self.outcomes(choices[item].call, passed)
        passed = outcomes[random.next(below: outcomes.count)]
        _ = machine.choose(item, in: &state)
        if choices[item].target != nil { machine.enter(&state, hasPassed: hasPassed(passed)) }
      case .story(let list):
        let turn = machine.turn(
          in: state, hasPassed: hasPassed(passed), roll: { random.next(below: 10_000) })
        guard let target = turn.flatMap({ list[$0].target })
        else {
          compare("can stop at \(player.states[number])", player.stops[number], true)
          return turns
        }
        state.scene = target
        machine.enter(&state, hasPassed: hasPassed(passed))
      case .ending, .nowhere: return turns
      }
    }
    return turns
  }

  private func number(of state: ScenarioMachine.State, _ passed: UInt64) -> Int? {
    var known = ExhaustivePlayer.State(scene: state.scene, passed: passed)
    if !state.meters.isEmpty { known.trust = state.meters[0] }
    if state.meters.count > 1 { known.pace = state.meters[1] }
    for (flag, name) in SmallScenario.flagNames.enumerated() {
      if let index = scenario.flags.firstIndex(of: name), state.flags.contains(index) {
        known.flags |= 1 << UInt64(flag)
      }
    }
    for index in 0..<64 {
      if state.visited.contains(index) { known.visited |= 1 << UInt64(index) }
      if state.chosen.contains(index) { known.chosen |= 1 << UInt64(index) }
    }
    return player.number(of: known)
  }
}
