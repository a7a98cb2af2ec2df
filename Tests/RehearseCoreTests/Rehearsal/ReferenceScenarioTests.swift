import RehearseCore
import Testing

@Suite struct ReferenceScenarioTests {
  /// Thousands of random small scenarios and plays, with steps back: the session and the second
  /// reading of the rules agree on every scene, offer, meter, point and ending.
  @Test(arguments: 0..<8)
  func sessionAgreesWithTheRulesAsRead(part: Int) throws {
    var endings: [String: Int] = [:]
    for number in 0..<250 {
      let seed = UInt64(part * 250 + number)
      var random = Generator(seed: seed, stream: "scenario")
      let scenario = ReferenceScenario(&random)
      let reading = UnitReader.read(scenario.markdown)
      let unexpected = reading.diagnostics.filter {
        !["flag-never-set", "unreached-scene"].contains($0.rule)
      }
      #expect(unexpected.isEmpty, "\(lines(unexpected)) in\n\(scenario.markdown)")
      for play in 0..<4 {
        let outcome = try compare(scenario, reading.value, &random, "seed \(seed), play \(play)")
        endings[outcome, default: 0] += 1
        guard !outcome.hasPrefix("differs") else { return }
      }
    }
    // The plays come to all that there is to come to.
    for outcome in ["success", "partial", "failure", "stuck"] {
      #expect(endings[outcome] ?? 0 > 10)
    }
  }

  private func compare(
    _ scenario: ReferenceScenario, _ unit: Unit, _ random: inout Generator, _ name: String
  ) throws -> String {
    var session = Session(
      program: Program(
        entry: unit.about.path, units: [unit.about.path: unit], names: UnitNames([unit.about])),
      setup: Setup(seed: random.next(), mode: .practice))
    var state = scenario.start()
    var past: [ReferenceScenario.State] = []
    for _ in 0..<30 {
      guard agree(session, state, scenario, "\(name)\n\(scenario.markdown)") else {
        return "differs"
      }
      if let ending = scenario.ending(state) { return ending }
      if state.isStuck { return "stuck" }
      if !past.isEmpty, random.next(below: 5) == 0 {
        try session.handle(.undo)
        state = past.removeLast()
      } else {
        let offered = scenario.offered(state)
        let choice = offered[random.next(below: offered.count)]
        past.append(state)
        try session.handle(.choose(choice))
        scenario.choose(choice, &state)
      }
    }
    return "open"
  }

  private func agree(
    _ session: Session, _ state: ReferenceScenario.State, _ scenario: ReferenceScenario,
    _ name: String
  ) -> Bool {
    let shown = session.lastActions.map(\.short)
    let scenes = shown.filter { $0.hasPrefix("scene ") }
    let entered = state.entered.map { "scene S\($0)" }
    // After a step back only the last scene is shown again.
    let wanted = shown.first == "undone" ? Array(entered.suffix(1)) : entered
    let points = session.state.decisions.reduce(0) { $0 + $1.points }
    let meters = session.state.decisions.last?.meters ?? state.meters
    let ending = scenario.ending(state)
    let isRight =
      scenes == wanted && (session.offered ?? []) == scenario.offered(state)
      && points == state.points && meters == state.meters
      && session.result?.ending?.kind.rawValue == ending
      && session.isOver == (state.isStuck || ending != nil)
      && (session.result == nil
        || session.result?.points == Points(state.points)
          && session.result?.hasCriticalMistake == state.isCritical
          && session.result?.passed == (ending != nil && ending != "failure" && !state.isCritical))
    #expect(isRight, "\(name)\nshown \(shown), wanted \(state)")
    return isRight
  }
}
