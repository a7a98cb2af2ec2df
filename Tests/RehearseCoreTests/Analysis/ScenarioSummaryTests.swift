import Testing

@testable import RehearseCore

@Suite struct ScenarioSummaryTests {
  private func summary(
    _ body: String, front: String = "", limit: Int = ScenarioAnalysis.defaultLimit
  ) throws -> [String: String] {
    let scenario = try #require(UnitReader.read(scenarioText(body, front: front)).value.scenario)
    let map = ScenarioMap(title: "", ScenarioAnalysis(scenario, limit: limit))
    return Dictionary(
      ScenarioSummary(map).lines.map { ($0.name, $0.text) }, uniquingKeysWith: { $1 })
  }

  private static let two =
    "## One\n\n- [a](#two) `points 5`\n- [b](#end) `points -2`\n\n## Two\n\n- [c](#end) `points 1`"
    + endScene

  @Test func whatIsExactSaysSo() throws {
    let summary = try summary(Self.two, front: "pass: 60%")
    #expect(summary["States"] == "3, all gone through: what follows is exact")
    #expect(summary["Best score"] == "6 points (exact)")
    #expect(summary["Worst score"] == "−2 points (exact)")
    #expect(summary["Pass mark"] == "60%: 4 of 6 points (exact)")
    #expect(summary["Ways through"] == "2 (exact)")
    #expect(summary["Endings"] == "1 of 1 reached (exact)")
    #expect(summary["Expected"] == nil)
  }

  @Test func whatIsABoundSaysSo() throws {
    let summary = try summary(Self.two, front: "pass: 60%", limit: 1)
    #expect(summary["States"]?.hasSuffix("the limit: what follows are bounds") == true)
    #expect(summary["Best score"] == "at most 6 points (a bound)")
    #expect(summary["Worst score"] == "at least −2 points (a bound)")
    #expect(summary["Pass mark"] == "60%: at most 4 of 6 points (a bound)")
    #expect(summary["Random play"] == "not known; --random plays it")
    #expect(summary["Ways through"] == "not counted")
    #expect(summary["Endings"]?.hasSuffix(" so far") == true)
  }

  @Test func withoutAnEndingThatPasses() throws {
    let summary = try summary(
      "## One\n\n- [a](#end) `points 5`\n\n## End\n\n`ending failure`", front: "pass: 60%")
    #expect(summary["Best score"]?.hasSuffix("without a critical mistake (exact)") == true)
    #expect(summary["Pass mark"] == "60%, which no play can reach")
  }

  @Test func chanceAndLoops() throws {
    let summary = try summary(
      """
      ## One

      - [a](#one) `trust +1`
      - [b](#luck) `points 3`

      ## Luck

      - `chance 50%` [x](#more)
      - `otherwise` [y](#end)

      ## More

      - [c](#end) `points 3`
      """ + endScene)
    #expect(
      summary["Expected"]
        == "4.5 points on average by the best strategy, as chance decides (exact)")
    #expect(summary["Ways through"]?.hasPrefix("endless") == true)
    #expect(summary["Pass mark"] == "none: every ending but failure passes")
  }

  @Test(arguments: [
    (0.0, "0%"), (0.0004, "under 0.1%"), (0.001, "0.1%"), (0.1249, "12.5%"), (0.5, "50%"),
    (0.9991, "over 99.9%"), (1.0, "100%"),
  ])
  func shares(share: Double, expected: String) {
    #expect(ScenarioSummary.percent(share) == expected)
  }
}
