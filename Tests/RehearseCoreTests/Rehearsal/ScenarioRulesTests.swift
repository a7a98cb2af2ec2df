import RehearseCore
import Testing

/// The rules of a scenario, sentence by sentence.
@Suite struct ScenarioRulesTests {
  @Test func saysWhoTakesPartAndWhereTheMetersStand() {
    let play = session(scenarioText("## First\n\n- [Go](#end)" + endScene))
    #expect(play.shownBeforehand == ["people Maya, You", "meters trust 50, pace 0"])
  }

  @Test func beginsAtTheFirstScene() throws {
    let play = session(
      scenarioText("Briefing.\n\n## First\n\n- [Go](#end)\n\n## Other\n\n- [Go](#end)" + endScene))
    #expect(play.shown == ["open talk.md", "text Briefing.", "scene First"])
    #expect(play.offered == [0])
  }

  @Test func effectsOfASceneApplyInTheOrderOfTheTextEachTime() throws {
    var play = session(
      scenarioText(
        "## One\n\n`trust -60` `trust +10`\n\nHello.\n\n`trust = 40`\n\n- [Again](#one)" + endScene)
    )
    #expect(
      play.shown == [
        "open talk.md", "scene One", "trust 50 to 0", "trust 0 to 10", "says Hello.",
        "trust 10 to 40",
      ])
    try play.handle(.choose(0))
    #expect(
      play.shown == [
        "scene One", "trust 40 to 0", "trust 0 to 10", "says Hello.", "trust 10 to 40",
      ])
  }

  @Test func aParagraphLooksAtTheStateWhereItStands() {
    let play = session(
      scenarioText(
        "## One\n\n`if trust < 50` Early.\n\n`trust -1`\n\n`if trust < 50` Late.\n\n`if trust >= 50` `trust -9` Never.\n\n- [Go](#end)"
          + endScene))
    #expect(play.shown == ["open talk.md", "scene One", "trust 50 to 49", "says Late."])
  }

  @Test func aMeterStaysInItsRangeAtEveryChange() throws {
    var play = session(
      scenarioText(
        "## One\n\n- [Go](#end) `trust +1000` `trust -30` `pace -99` `pace = 77`" + endScene))
    try play.handle(.choose(0))
    #expect(play.state.decisions.map(\.meters) == [[70, 5]])
    #expect(
      play.shown.filter { $0.contains(" to ") } == [
        "trust 50 to 100", "trust 100 to 70", "pace 0 to -5", "pace -5 to 5",
      ])
  }

  @Test func aChoiceIsOfferedWhenAllItsConditionsHold() throws {
    var play = session(
      scenarioText(
        """
        ## One

        - [A](#one) `if trust >= 50` `unless a`
        - [B](#one) `set a` `if not a`
        - [C](#one) `if trust > 50 or a and visited one`
        - [D](#end) `if visited end`
        - [E](#one) `clear a`
        """ + endScene))
    #expect(play.offered == [0, 1, 4])
    #expect(play.refusal(.choose(3)) == .choiceNotOffered(3))
    #expect(play.refusal(.choose(99)) == .choiceNotOffered(99))
    try play.handle(.choose(1))
    #expect(play.offered == [2, 4])
    try play.handle(.choose(4))
    #expect(play.offered == [0, 1, 4])
  }

  @Test func pointsAreEarnedTheFirstTimeOnly() throws {
    var play = session(
      scenarioText(
        "## One\n\n- [A](#one) `points 3` `points 2 risk` `trust +1`\n- [B](#end) `points -1`"
          + endScene))
    for _ in 0..<3 { try play.handle(.choose(0)) }
    try play.handle(.choose(1))
    #expect(play.state.decisions.map(\.points) == [5, 0, 0, -1])
    #expect(play.state.decisions.map(\.meters[0]) == [51, 52, 53, 53])
    #expect(play.result?.points == Points(4))
    #expect(play.result?.skills.map(\.skill) == ["risk"])
    #expect(play.result?.skills.map(\.points) == [Points(2)])
  }

  @Test func onceIsGoneAfterItWasChosen() throws {
    var play = session(scenarioText("## One\n\n- [A](#one) `once`\n- [B](#end)" + endScene))
    try play.handle(.choose(0))
    #expect(play.offered == [1])
    #expect(play.refusal(.choose(0)) == .choiceNotOffered(0))
  }

  @Test func criticalFailsAndTheStoryGoesOn() throws {
    var play = session(
      scenarioText(
        "## One\n\n- [A](#two) `critical`\n\n## Two\n\n- [B](#end) `points 9`" + endScene))
    try play.handle(.choose(0))
    #expect(play.offered == [0])
    try play.handle(.choose(0))
    let result = try #require(play.result)
    #expect(result.hasCriticalMistake)
    #expect(result.passed == false)
    #expect(result.points == Points(9))
    #expect(result.ending?.kind == .success)
    #expect(result.ending?.scene == "end")
    #expect(result.ending?.title == "End")
  }

  @Test(arguments: [("success", true), ("partial", true), ("failure", false)])
  func passesWhereItDoesNotEndInFailure(ending: String, passed: Bool) throws {
    var play = session(
      scenarioText("## One\n\n- [A](#two)\n\n## Two\n\n`ending \(ending)` The end."))
    try play.handle(.choose(0))
    #expect(play.result?.passed == passed)
    #expect(play.shown == ["scene Two", "says The end.", "finished talk.md"])
    #expect(play.refusal(.choose(0)) == .alreadyOver)
  }

  @Test func thePassMarkIsComparedExactly() throws {
    var play = session(scenarioText("## One\n\n- [A](#end)" + endScene, front: "pass: 70%"))
    try play.handle(.choose(0))
    var result = try #require(play.result)
    // Nothing was to be earned, so nothing is missing.
    #expect(result.passed == true)
    #expect(result.outOf == .zero)
    result.outOf = Points(10)
    result.points = Points(7)
    result.decidePassing()
    #expect(result.passed == true)
    result.points = Points(units: Points(7).units - 1)
    result.decidePassing()
    #expect(result.passed == false)
    // A bound is never too low: less than the mark of it may still be enough.
    result.isBestABound = true
    result.decidePassing()
    #expect(result.passed == nil)
    result.points = Points(7)
    result.decidePassing()
    #expect(result.passed == true)
    result.points = Points(10)
    result.hasCriticalMistake = true
    result.decidePassing()
    #expect(result.passed == false)
  }

  @Test func storyTakesTheFirstWhenThatHolds() throws {
    let story = """
      ## One

      - `when trust > 50` [a](#a)
      - `when trust = 50` [b](#b)
      - `when trust >= 0` [c](#a)
      - `otherwise` [d](#a)

      ## A

      `ending failure`

      ## B

      `ending partial`
      """
    #expect(session(scenarioText(story)).result?.ending?.scene == "b")
    #expect(
      session(
        scenarioText(
          story.replacing("trust = 50", with: "trust = 51")
            .replacing("trust >= 0", with: "trust < 0").replacing("[d](#a)", with: "[d](#b)"))
      )
      .result?.ending?.scene == "b")
  }

  @Test func nothingIsLookedAtAfterOtherwise() {
    let play = session(
      scenarioText(
        "## One\n\n- `otherwise` [a](#end)\n- `when trust > 0` [b](#no)" + endScene
          + "\n\n## No\n\n`ending failure`"))
    #expect(play.result?.ending?.scene == "end")
  }

  @Test func chancesFallAsOftenAsTheySay() {
    let text = scenarioText(
      "## One\n\n- `chance 30%` [a](#a)\n- `chance 20.5%` [b](#b)\n- `otherwise` [c](#end)\n\n## A\n\n`ending failure`\n\n## B\n\n`ending partial`"
        + endScene)
    let unit = program(["talk.md": text])
    var count: [String: Int] = [:]
    for seed in 0..<4_000 {
      let play = Session(program: unit, setup: Setup(seed: UInt64(seed), mode: .practice))
      count[play.result?.ending?.scene ?? "stuck", default: 0] += 1
    }
    // 1200, 820 and 1980 are expected; four standard deviations are about 120.
    #expect(abs((count["a"] ?? 0) - 1_200) < 120)
    #expect(abs((count["b"] ?? 0) - 820) < 110)
    #expect(abs((count["end"] ?? 0) - 1_980) < 130)
  }

  @Test func chanceFallsTheSameAfterUndo() throws {
    let text = scenarioText(
      "## One\n\n- [Go](#two)\n\n## Two\n\n- `chance 50%` [a](#a)\n- `otherwise` [b](#b)\n\n## A\n\n- [x](#two)\n\n## B\n\n- [x](#two)"
    )
    var play = session(text, seed: 77)
    var scenes: [[String]] = []
    for _ in 0..<20 {
      try play.handle(.choose(0))
      scenes.append(play.shown)
    }
    for _ in 0..<20 { try play.handle(.undo) }
    for index in 0..<20 {
      try play.handle(.choose(0))
      #expect(play.shown == scenes[index])
    }
    #expect(Set(scenes.joined()).isSuperset(of: ["scene A", "scene B"]))
  }

  @Test func aStoryThatRunsInACircleIsStuck() {
    let play = session(
      scenarioText("## One\n\n- `otherwise` [a](#two)\n\n## Two\n\n- `otherwise` [b](#one)"))
    #expect(play.result?.status == .stuck)
    #expect(play.result?.passed == false)
  }

  @Test func whereNothingIsOfferedItIsStuck() {
    let play = session(scenarioText("## One\n\n- [a](#end) `if trust > 50`" + endScene))
    #expect(play.result?.status == .stuck)
    #expect(play.shown.suffix(2) == ["stuck One", "finished talk.md"])
    #expect(session(scenarioText("Text.")).result?.status == .stuck)
    #expect(session(scenarioText("## One\n\nText.")).result?.status == .stuck)
  }

  @Test func ownWordsComeBeforeTheChoicesAndStayWithTheDecision() throws {
    var play = session(
      scenarioText("## One\n\n`in your own words`\n\n- [a](#one)\n- [b](#end)" + endScene))
    #expect(play.asksOwnWords)
    #expect(play.refusal(.choose(0)) == .notAwaited("choose"))
    try play.handle(.say("  I would ask\nwhy.  "))
    #expect(play.offered == [0, 1])
    #expect(play.refusal(.say("again")) != nil)
    try play.handle(.choose(0))
    #expect(play.asksOwnWords)
    try play.handle(.say("b"))
    try play.handle(.choose(1))
    #expect(play.state.decisions.map(\.ownWords) == ["I would ask\nwhy.", "b"])
  }

  @Test func feedbackIsHeldBackWhenAssessed() throws {
    let text = scenarioText(
      "## One\n\n- [a](#end) `points 2`\n  > Well asked.\n\n  She smiles." + endScene)
    var practice = session(text)
    try practice.handle(.choose(0))
    #expect(practice.shown.prefix(2) == ["reply She smiles.", "feedback Well asked. 2"])
    var assessed = session(text, mode: .assessed)
    try assessed.handle(.choose(0))
    #expect(assessed.shown.first == "reply She smiles.")
    #expect(!assessed.shown.contains { $0.hasPrefix("feedback") })
    #expect(Debrief(assessed).decisions.map(\.feedback.plainText) == ["Well asked."])
  }

  @Test func assessedRefusesUndo() throws {
    var play = session(
      scenarioText("## One\n\n- [a](#one)\n- [b](#end)" + endScene), mode: .assessed)
    try play.handle(.choose(0))
    #expect(!play.canUndo)
    #expect(play.refusal(.undo) == .noUndoWhenAssessed)
    #expect(play.state.decisions.count == 1)
  }

  @Test func abandonEndsWithoutAResult() throws {
    var play = session(scenarioText("## One\n\n- [a](#one)" + endScene))
    try play.handle(.abandon)
    #expect(play.isOver)
    #expect(play.result == nil)
    #expect(play.refusal(.undo) == .alreadyOver)
  }
}
