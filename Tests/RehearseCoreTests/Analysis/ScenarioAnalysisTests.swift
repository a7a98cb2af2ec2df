import Testing

@testable import RehearseCore

/// The rules that are easy to get wrong, one by one.
@Suite struct ScenarioAnalysisTests {
  static let end = "\n\n## End\n\n`ending success`\n"

  @Test func aLoopEarnsItsPointsOnce() throws {
    let analysis = try analyze(
      """
      ## One

      - [Again](#one) `points 5 discovery`
      - [On](#end) `points 1`
      - [Back](#one) `points -3`
      """ + Self.end)
    #expect(analysis.best == 6)
    #expect(analysis.worst == -2)
    let skill = try #require(analysis.score(for: "discovery"))
    #expect(skill == (5, 0))
    // Again a second time earns nothing, and leaves as much to be earned as there was.
    #expect(analysis.choices[0].map(\.best) == [6, 1, 6])
    #expect(analysis.choices[0].map(\.worst) == [-2, 1, -2])
    #expect(analysis.trap == nil)
    #expect(analysis.closedLoops.isEmpty)
  }

  @Test func onceInALoopIsGoneAfterwards() throws {
    let analysis = try analyze(
      """
      ## One

      - [Ask](#one) `points 2` `once` `trust +5`
      - [Go](#end) `if trust = 60`
      - [Go](#end) `if trust = 55`
      """ + Self.end)
    #expect(analysis.choices[0].map(\.isOffered) == [true, false, true])
    #expect(analysis.best == 2)
    #expect(analysis.worst == 2)
    // Its condition holds whenever it is looked at; that it is used up is no condition.
    #expect(analysis.choices[0][0].condition == .init(holds: true, fails: false))
  }

  @Test func aOnceThatEmptiesTheSceneIsADeadEnd() throws {
    let analysis = try analyze(
      """
      ## One

      - [Ask](#one) `once`
      - [Ask more](#one) `once`
      """ + Self.end)
    #expect(analysis.best == nil)
    #expect(analysis.worst == nil)
    #expect(analysis.deadEnds.map(\.scene) == [0])
    #expect(analysis.deadEnds.map(\.way.count) == [2])
    #expect(analysis.trap?.way == [])
    #expect(analysis.closedLoops.isEmpty)
    #expect(analysis.isReached == [true, false])
  }

  /// Loops that cannot come back to one another keep their choices in the same bits.
  @Test func loopsDoNotMixUpWhatWasChosen() throws {
    let analysis = try analyze(
      """
      ## One

      - [Earn](#one) `points 3` `once`
      - [On](#two)

      ## Two

      - [Earn](#two) `points 4` `once`
      - [Done](#end)
      """ + Self.end)
    #expect(analysis.best == 7)
    #expect(analysis.worst == 0)
    // Chosen or not in each.
    #expect(analysis.stateCount == 5)
    let machine = ScenarioMachine(analysis.scenario)
    var state = machine.start()
    machine.enter(&state, hasPassed: Self.nothing)
    for choice in [0, 1] {
      #expect(machine.offered(in: state, hasPassed: Self.nothing).contains(choice))
      _ = machine.choose(choice, in: &state)
      machine.enter(&state, hasPassed: Self.nothing)
    }
    let turn = try #require(analysis.turn(state, hasPassed: Self.nothing))
    #expect(analysis.best(from: turn) == 4)
    #expect(analysis.best(taking: 0, from: turn) == 4)
    #expect(analysis.best(taking: 1, from: turn) == 0)
  }

  @Test func flagsAreAskedWhereTheyStand() throws {
    let analysis = try analyze(
      """
      ## One

      `if ready` `trust = 100`

      `set ready`

      `if ready` `trust = 0` `clear ready`

      - [Low](#end) `if trust = 0` `points 1`
      - [High](#end) `if trust = 100` `points 2`
      - [Ready](#end) `if ready` `points 4`
      """ + Self.end)
    #expect(analysis.choices[0].map(\.isOffered) == [true, false, false])
    #expect(analysis.passages[0] == [.init(holds: false, fails: true), .init(holds: true)])
    #expect(analysis.best == 1)
    #expect(analysis.stateCount == 2)
  }

  @Test func aSceneIsVisitedAsSoonAsItIsEntered() throws {
    let analysis = try analyze(
      """
      ## One

      `if visited one` Here you are.

      `if visited two` Back again.

      - [First](#two) `unless visited one` `points 5`
      - [On](#two) `unless visited two`
      - [Done](#end) `if visited two` `points 1`

      ## Two

      - [Back](#one)
      """ + Self.end)
    #expect(analysis.passages[0] == [.init(holds: true), .init(holds: true, fails: true)])
    #expect(analysis.choices[0].map(\.isOffered) == [false, true, true])
    #expect(analysis.best == 1)
    #expect(analysis.endings.map(\.way?.count) == [3])
  }

  @Test func aCriticalMistakeInALoopCountsOnlyFromThereOn() throws {
    let analysis = try analyze(
      """
      ## One

      - [Threaten](#two) `critical` `points 1`
      - [Go](#end) `points 2`

      ## Two

      - [Back](#one)
      - [Win](#end) `points 9`
      """ + Self.end)
    #expect(analysis.best == 2)
    #expect(analysis.worst == 2)
    #expect(analysis.choices[0].map(\.best) == [nil, 2])
    #expect(analysis.choices[0].map(\.worst) == [2, 2])
    #expect(analysis.choices[1].map(\.best) == [2, 9])
    let beginning = try #require(analysis.beginning)
    #expect(analysis.best(taking: 0, from: beginning) == nil)
    #expect(analysis.bestLine(from: beginning) == [.init(scene: 0, item: 1)])
  }

  /// Without points the whole loop is one component, with the mistake inside.
  @Test func aLoopCanHaveAMistakeOnTheWayRound() throws {
    let analysis = try analyze(
      """
      ## One

      - [Slip](#two) `critical`
      - [On](#three)

      ## Two

      - [Back](#one)
      - [Win](#end) `points 9`

      ## Three

      - [Round](#one)
      - [Leave](#end) `points 1`
      """ + Self.end)
    #expect(analysis.best == 1)
    #expect(analysis.worst == 1)
    #expect(analysis.choices[1].map(\.best) == [1, 9])
    #expect(analysis.choices[2].map(\.best) == [1, 1])
  }

  @Test func luckCountsForTheBestAndTheWorst() throws {
    let analysis = try analyze(
      """
      ## One

      - `when trust < 10` [lost](#lost)
      - `chance 0.01%` [rare](#rare)
      - `chance 0%` [never](#never)
      - `otherwise` [often](#often)

      ## Rare

      - [Go](#end) `points 10`

      ## Often

      - [Go](#end) `points 1`
      - [Shout](#lost) `points 20`

      ## Never

      - [Go](#end) `points 100`

      ## Lost

      `ending failure`
      """ + Self.end)
    #expect(analysis.best == 10)
    #expect(analysis.worst == 1)
    #expect(analysis.isReached == [true, true, true, false, true, true])
    let beginning = try #require(analysis.beginning)
    #expect(
      analysis.bestLine(from: beginning) == [.init(scene: 0, item: 1), .init(scene: 1, item: 0)])
    #expect(analysis.turns[0][0] == .init(holds: false, fails: true))
    #expect(analysis.deadEnds.isEmpty)
  }

  @Test func chancesThatDoNotAddUpAreADeadEnd() throws {
    let short = try analyze("## One\n\n- `chance 99.99%` [on](#end)" + Self.end)
    #expect(short.deadEnds.map(\.scene) == [0])
    #expect(short.trap == nil)
    let whole = try analyze("## One\n\n- `chance 100%` [on](#end)" + Self.end)
    #expect(whole.deadEnds.isEmpty)
    let certain = try analyze(
      "## One\n\n- `when trust > 0` [on](#end)\n- `chance 10%` [on](#end)" + Self.end)
    #expect(certain.deadEnds.isEmpty)
    let broken = try analyze(
      "## One\n\n- `chance 50%` [on](#gone)\n- `chance 50%` [on](#end)" + Self.end)
    #expect(broken.deadEnds.map(\.scene) == [0])
    let late = try analyze(
      "## One\n\n- `chance 100%` [on](#end)\n- `chance 50%` [on](#gone)" + Self.end)
    #expect(late.deadEnds.isEmpty)
  }

  @Test func aLoopWithoutAWayOutIsFoundWithItsTrap() throws {
    let analysis = try analyze(
      """
      ## One

      - [Well](#end) `points 1`
      - [Badly](#two)

      ## Two

      - [On](#three)

      ## Three

      - [On](#four)

      ## Four

      - `when trust > 60` [on](#end)
      - `otherwise` [on](#three)
      """ + Self.end)
    #expect(analysis.closedLoops == [[2, 3]])
    #expect(analysis.trap?.scene == 1)
    #expect(analysis.trap?.way == [.init(scene: 0, item: 1)])
    #expect(analysis.deadEnds.isEmpty)
    #expect(analysis.choices[0].map(\.best) == [1, nil])
    #expect(analysis.choices[0].map(\.worst) == [1, nil])
  }

  @Test func metersStayWithinTheirRange() throws {
    let analysis = try analyze(
      """
      ## One

      - [Up](#two) `trust +1000` `trust -10`
      - [Down](#two) `trust -1000` `trust +10`
      - [Put](#two) `trust = 500`

      ## Two

      - [Ninety](#end) `if trust = 90` `points 1`
      - [Ten](#end) `if trust = 10` `points 2`
      - [Full](#end) `if trust = 100` `points 3`
      - [Beyond](#end) `if trust > 100` `points 4`
      - [Any](#end) `if trust <= 100`
      """ + Self.end)
    #expect(analysis.choices[1].map(\.isOffered) == [true, true, true, false, true])
    #expect(analysis.choices[1][4].condition == .init(holds: true, fails: false))
    #expect(analysis.best == 3)
  }

  @Test func nothingAtAllIsKnownToItsEnd() throws {
    let analysis = try analyze("Words alone.")
    #expect(analysis.isExact)
    #expect(analysis.best == nil)
    #expect(analysis.worst == nil)
    #expect(analysis.stateCount == 0)
    #expect(analysis.beginning == nil)
    #expect(analysis.endings.isEmpty)
  }

  static let nothing: @Sendable (String) -> Bool = { _ in false }
}

/// A scenario by itself or in a course with others, analysed.
func analyze(
  _ body: String, with files: [String: String] = [:],
  limit: Int = ScenarioAnalysis.defaultLimit
) throws -> ScenarioAnalysis {
  try analyze(text: scenarioText(body), with: files, limit: limit)
}

func analyze(
  text: String, with files: [String: String] = [:], limit: Int = ScenarioAnalysis.defaultLimit
) throws -> ScenarioAnalysis {
  var files = files
  files["course.md"] = unitText("course", "")
  files["talk.md"] = text
  let course = try #require(readCourse(files).value)
  let scenario = try #require(course.units["talk.md"]?.scenario)
  return ScenarioAnalysis(scenario, passable: course.passableUnits, limit: limit)
}
