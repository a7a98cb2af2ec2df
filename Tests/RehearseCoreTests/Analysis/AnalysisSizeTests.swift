import Testing

@testable import RehearseCore

/// States of more than one machine word, and scenarios that are too large.
@Suite struct AnalysisSizeTests {
  /// Every meter of a million takes 20 bits: from one word to the eight that there are.
  @Test(arguments: [1, 2, 3, 4, 6, 7, 9, 20, 23])
  func statesOfManyWords(meters: Int) throws {
    let names = (0..<meters).map { "m\($0)" }
    let all = names.map { "`\($0) +7`" }.joined(separator: " ")
    let most = names.dropLast().map { "`\($0) +7`" }.joined(separator: " ")
    let asked = names.map { "`if \($0) = 999999`" }.joined(separator: " ")
    let analysis = try analyze(
      text: unitText(
        "scenario",
        """
        ## One

        - [All](#two) \(all)
        - [Most](#two) \(most)

        ## Two

        - [Again](#two) `points 2`
        - [Win](#end) `points 3` \(asked)
        - [Give up](#end) `points 1`
        """ + ScenarioAnalysisTests.end, front: Self.front(names)))
    #expect(analysis.isExact)
    #expect(analysis.best == 5)
    #expect(analysis.worst == 1)
    #expect(analysis.stateCount == 6)
    #expect(analysis.choices[1][1].condition == .init(holds: true, fails: true))
    let machine = ScenarioMachine(analysis.scenario)
    for (choice, best) in [5, 3].enumerated() {
      var state = machine.start()
      machine.enter(&state, hasPassed: { _ in false })
      _ = machine.choose(choice, in: &state)
      machine.enter(&state, hasPassed: { _ in false })
      let turn = try #require(analysis.turn(state, hasPassed: { _ in false }))
      #expect(analysis.best(from: turn) == best)
    }
  }

  @Test func moreThanFitsGivesBounds() throws {
    let names = (0..<30).map { "m\($0)" }
    let asked = names.map { "`if \($0) = 999999`" }.joined(separator: " ")
    let analysis = try analyze(
      text: unitText(
        "scenario",
        """
        ## One

        - [Win](#end) `points 3` \(asked)
        - [Give up](#end) `points -1`
        """ + ScenarioAnalysisTests.end, front: Self.front(names)))
    #expect(!analysis.isExact)
    #expect(analysis.best == 3)
    #expect(analysis.worst == -1)
    #expect(analysis.beginning == nil)
    #expect(analysis.isReached == [false, false])
    #expect(analysis.endings.map(\.way) == [nil])
  }

  /// A hundred choices of one loop, each remembered, in a chain that leaves one way to go.
  @Test(arguments: [50, 100, 400])
  func manyChoicesOfOneLoop(count: Int) throws {
    let scenes = (0..<count).map { number in
      "## S\(number)\n\n- [On](#s\((number + 1) % count)) `points 1` `once`"
        + (number == 0 ? "\n- [Done](#end) `if trust > 0`" : "")
    }
    let analysis = try analyze(scenes.joined(separator: "\n\n") + ScenarioAnalysisTests.end)
    #expect(analysis.isExact)
    #expect(analysis.best == count)
    #expect(analysis.worst == 0)
    #expect(analysis.stateCount == count + 2)
    let beginning = try #require(analysis.beginning)
    #expect(analysis.bestLine(from: beginning).count == count + 1)
  }

  /// What is given a new value before it is asked for, or is asked for no more, is no difference.
  @Test func whatCanNoLongerMatterIsForgotten() throws {
    let analysis = try analyze(
      """
      ## One

      - [Up](#two) `trust +5` `set late` `points 2`
      - [Down](#two) `trust -5` `pace +1`

      ## Two

      `trust = 50` `clear late`

      - [On](#three) `once`
      - [Straight on](#four)

      ## Three

      `if visited three` Here.

      - [On](#four) `trust +1`

      ## Four

      - [Done](#end) `if trust >= 50` `unless late`
      - [Again](#one)
      - [Ask](#four) `if visited three`
      """ + ScenarioAnalysisTests.end)
    // The points that were earned and the third scene are all that matters everywhere; trust only
    // in the fourth.
    #expect(analysis.stateCount == 17)
  }

  @Test func whetherASceneWasVisitedIsNoDifferenceOnTheWayThere() throws {
    let analysis = try analyze(
      "## One\n\n- [On](#two)\n\n## Two\n\n`if visited two` Here.\n\n- [Back](#one)\n"
        + "- [Done](#end)" + ScenarioAnalysisTests.end)
    #expect(analysis.stateCount == 3)
  }

  /// Twenty flags that only show or hide words: a million states with them, few without.
  @Test func wordsAreLeftOutPastTheLimit() throws {
    let words = (0..<20).map { "`if f\($0)` Here.\n\n" }.joined()
    let body = Self.flagChain(words + "- [Done](#end) `points 1`")
    let analysis = try analyze(body, limit: 1_000)
    #expect(analysis.isExact)
    #expect(analysis.best == 21)
    #expect(analysis.worst == 1)
    #expect(analysis.passages[20] == Array(repeating: .init(), count: 20))
    #expect(analysis.stateCount == 22)
    let smaller = try analyze(Self.flagChain("`if f19` There.\n\n- [Done](#end)"), limit: 1_000)
    #expect(smaller.passages[20] == [.init(holds: true, fails: true)])
  }

  @Test func conditionsThatLeadSomewhereAreNotLeftOut() throws {
    let all = (0..<20).map { "`if f\($0)`" }.joined(separator: " ")
    let body = Self.flagChain("- [Win](#end) `points 10` \(all)\n- [Done](#end)")
    let analysis = try analyze(body, limit: 1_000)
    #expect(!analysis.isExact)
    #expect(analysis.stateCount >= 1_000)
    #expect(analysis.best == 30)
    #expect(analysis.worst == 0)
    #expect(analysis.isReached[0])
    #expect(!analysis.isReached[21])
    #expect(analysis.beginning == nil)
    #expect(analysis.score(for: "discovery") == nil)
    #expect(analysis.deadEnds.isEmpty)
  }

  /// In each of twenty scenes a flag is set and a point earned, or not; then comes `last`.
  private static func flagChain(_ last: String) -> String {
    let scenes = (0..<20).map { number in
      "## S\(number)\n\n- [Yes](#s\(number + 1)) `set f\(number)` `points 1`\n"
        + "- [No](#s\(number + 1))"
    }
    return scenes.joined(separator: "\n\n") + "\n\n## S20\n\n" + last + ScenarioAnalysisTests.end
  }

  private static func front(_ meters: [String]) -> String {
    "meters: " + meters.map { "\($0) = 999992 of 1000000" }.joined(separator: "; ")
  }
}
