import Testing

@testable import RehearseCore

/// Units that a scenario plays and asks for.
@Suite struct PassedUnitAnalysisTests {
  static let files = [
    "prepare.md": unitText("checklist", "- [x] Right\n- [ ] Wrong", front: "pass: 100%"),
    "outer.md": unitText(
      "scenario", "## A\n\n- [Ask](prepare.md), then [on](#b)\n\n## B\n\n`ending success`"),
  ]

  @Test func aCallComesBackToTheSameTurn() throws {
    let analysis = try analyze(
      """
      ## One

      `trust -5`

      - [Prepare](prepare.md) `points 2` `once`
      - [Ready](#end) `if passed prepare` `points 4`
      - [Unready](#end) `unless passed prepare` `points 1`
      - [Twice](#end) `if trust = 40` `points 100`
      """ + ScenarioAnalysisTests.end, with: Self.files)
    #expect(analysis.choices[0].map(\.isOffered) == [true, true, true, false])
    #expect(analysis.best == 6)
    #expect(analysis.worst == 1)
    // Prepared or not, passed or not, and the end.
    #expect(analysis.stateCount == 5)
  }

  @Test func aUnitMayHaveBeenPassedBefore() throws {
    let analysis = try analyze(
      """
      ## One

      - [Ready](#end) `if passed prepare.md` `points 4`
      - [Unready](#end) `points 1`
      """ + ScenarioAnalysisTests.end, with: Self.files)
    #expect(analysis.best == 4)
    #expect(analysis.worst == 1)
    #expect(analysis.choices[0][0].condition == .init(holds: true, fails: true))
    let machine = ScenarioMachine(analysis.scenario)
    var state = machine.start()
    machine.enter(&state, hasPassed: { _ in false })
    let unready = try #require(analysis.turn(state, hasPassed: { _ in false }))
    let ready = try #require(analysis.turn(state, hasPassed: { $0 == "prepare.md" }))
    #expect(analysis.best(from: unready) == 1)
    #expect(analysis.best(from: ready) == 4)
    #expect(analysis.best(taking: 0, from: unready) == nil)
    #expect(analysis.best(taking: 0, from: ready) == 4)
    #expect(analysis.beginning == ready)
  }

  /// Two names of one unit are one thing to remember.
  @Test func aUnitHasOneStateUnderAllItsNames() throws {
    let analysis = try analyze(
      """
      ## One

      - [Both](#end) `if passed prepare` `unless passed prepare.md` `points 4`
      - [Play](#end) `unless passed gone`
      - [None](#end) `if passed gone` `points 8`
      """ + ScenarioAnalysisTests.end, with: Self.files)
    #expect(analysis.choices[0].map(\.isOffered) == [false, true, false])
    #expect(analysis.best == 0)
  }

  @Test func aCallCanPassWhatItsUnitPlays() throws {
    let body = """
      ## One

      - [Play](outer.md), then [on](#two)
      - [Skip](#two)

      ## Two

      - [Ready](#end) `if passed prepare` `points 4`
      - [Unready](#end) `points 1`
      """
    let analysis = try analyze(body + ScenarioAnalysisTests.end, with: Self.files)
    #expect(analysis.choices[0].map(\.best) == [4, 4])
    let machine = ScenarioMachine(analysis.scenario)
    var state = machine.start()
    machine.enter(&state, hasPassed: { _ in false })
    let turn = try #require(analysis.turn(state, hasPassed: { _ in false }))
    #expect(analysis.best(taking: 0, from: turn) == 4)
    #expect(analysis.best(taking: 1, from: turn) == 1)
  }

  @Test func whatWasPassedStaysPassed() throws {
    let analysis = try analyze(
      """
      ## One

      - [Play](prepare.md), then [on](#two) `if passed prepare`

      ## Two

      - [Unready](#end) `unless passed prepare` `points 4`
      - [Ready](#end)
      """ + ScenarioAnalysisTests.end, with: Self.files)
    #expect(analysis.choices[1].map(\.isOffered) == [false, true])
    // Who had not passed it before can go nowhere.
    #expect(analysis.deadEnds.map(\.scene) == [0])
    #expect(analysis.trap?.way == [])
  }

  @Test func passingAUnitIsAnotherPlayOnlyWhereItMatters() throws {
    let analysis = try analyze(
      """
      ## One

      - [Play](prepare.md), then [on](#two)
      - [Skip](#two) `if passed prepare`

      ## Two

      - [Done](#end)
      """ + ScenarioAnalysisTests.end, with: Self.files)
    #expect(analysis.ways == .exactly(1))
    let later = try analyze(
      """
      ## One

      - [Play](prepare.md), then [on](#two)
      - [Skip](#two)

      ## Two

      - [Ready](#end) `if passed prepare`
      - [Unready](#end) `unless passed prepare`
      """ + ScenarioAnalysisTests.end, with: Self.files)
    #expect(later.ways == .exactly(3))
  }
}
