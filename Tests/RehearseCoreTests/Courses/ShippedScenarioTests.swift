import Testing

@testable import RehearseCore

/// What every role-play that ships has to keep: nothing in it is out of reach, luck hardly passes, and
/// no way of choosing that ignores the words does.
@Suite struct ShippedScenarioTests {
  @Test func thereAreSome() {
    let counts = Dictionary(grouping: ShippedCourses.scenarios, by: \.course).mapValues(\.count)
    #expect(counts["consulting"] == 8)
    #expect(counts["support-desk"] == 4)
  }

  /// A conversation long enough for a consequence, that can come out in more than two ways.
  @Test(arguments: ShippedCourses.scenarios)
  func itIsAConversation(_ shipped: ShippedCourses.Shipped) throws {
    let scenario = try #require(shipped.unit.scenario)
    #expect((15...40).contains(scenario.scenes.count))
    let endings = scenario.scenes.compactMap { scene in
      if case .ending(let ending) = scene.way { ending } else { nil }
    }
    #expect(endings.count >= 3)
    #expect(endings.contains(.success) && endings.contains(.failure))
    for choice in scenario.scenes.flatMap(\.offered) where choice.target != nil {
      #expect(!choice.feedback.isEmpty, "no feedback: \(choice.text.plainText)")
    }
  }

  @Test(arguments: ShippedCourses.scenarios)
  func everythingIsReachedAndLuckHardlyPasses(_ shipped: ShippedCourses.Shipped) throws {
    let scenario = try #require(shipped.unit.scenario)
    let analysis = try #require(ShippedCourses.analysis(of: shipped))
    #expect(analysis.isExact)
    for (scene, isReached) in zip(scenario.scenes, analysis.isReached) {
      #expect(isReached, "\(scene.id) is never reached")
    }
    #expect(analysis.deadEnds.isEmpty && analysis.trap == nil)
    let share = try #require(analysis.randomShare()?.value)
    #expect((0.02...0.25).contains(share), "random play passes \(share)")
  }

  /// Ways of choosing that look at anything but what is said.
  enum Habit: String, CaseIterable { case first, last, longest, shortest }

  @Test(arguments: ShippedCourses.scenarios, Habit.allCases)
  func noHabitPasses(_ shipped: ShippedCourses.Shipped, habit: Habit) throws {
    let scenario = try #require(shipped.unit.scenario)
    let best = try #require(ShippedCourses.analysis(of: shipped)?.best)
    let mark = try #require(scenario.passMark)
    for seed in 1...20 as ClosedRange<UInt64> {
      let end = try #require(play(scenario, habit, seed: seed))
      let passes =
        end.ending != .failure && !end.state.hasCriticalMistake
        && mark.isReached(by: Points(end.state.points), of: Points(best))
      #expect(!passes, "\(habit) passes with \(end.state.points) of \(best)")
    }
  }

  /// In most decisions the best choice is not the longest.
  @Test(arguments: ShippedCourses.scenarios)
  func theLongestIsSeldomBest(_ shipped: ShippedCourses.Shipped) throws {
    let scenario = try #require(shipped.unit.scenario)
    let analysis = try #require(ShippedCourses.analysis(of: shipped))
    var decisions = 0
    var longest = 0
    for (scene, facts) in zip(scenario.scenes, analysis.choices) where scene.choices.count > 1 {
      let worth = facts.map { $0.best ?? .min }
      guard let most = worth.max(), worth.count(where: { $0 == most }) == 1,
        let place = worth.firstIndex(of: most)
      else { continue }
      decisions += 1
      let lengths = scene.choices.map { $0.text.plainText.count }
      if lengths.indices.allSatisfy({ $0 == place || lengths[$0] < lengths[place] }) {
        longest += 1
      }
    }
    #expect(decisions > 0)
    #expect(longest * 100 <= decisions * 45, "the longest is best in \(longest) of \(decisions)")
  }

  /// Where the play ended; nil where it did not.
  private func play(
    _ scenario: Scenario, _ habit: Habit, seed: UInt64
  ) -> (state: ScenarioMachine.State, ending: Directive.Ending)? {
    let machine = ScenarioMachine(scenario)
    var generator = Generator(seed: seed, stream: "habit")
    var state = machine.start()
    machine.enter(&state) { _ in false }
    for _ in 0..<1_000 {
      let scene = scenario.scenes[state.scene]
      switch scene.way {
      case .ending(let ending): return (state, ending)
      case .nowhere: return nil
      case .story(let turns):
        guard
          let turn = machine.turn(
            in: state, hasPassed: { _ in false }, roll: { generator.next(below: 10_000) }),
          let target = turns[turn].target
        else { return nil }
        state.scene = target
      case .choices(let choices):
        let offered = machine.offered(in: state) { _ in false }
        let lengths = choices.map { $0.text.plainText.count }
        let taken: Int? =
          switch habit {
          case .first: offered.first
          case .last: offered.last
          case .longest: offered.max { lengths[$0] < lengths[$1] }
          case .shortest: offered.min { lengths[$0] < lengths[$1] }
          }
        guard let taken else { return nil }
        _ = machine.choose(taken, in: &state)
        if choices[taken].target == nil { continue }
      }
      machine.enter(&state) { _ in false }
    }
    return nil
  }
}
