import RehearseCore
import Testing

@Suite struct CallTests {
  static let files = [
    "talk.md": scenarioText(
      """
      ## One

      `trust -5`

      - [Prepare](lists/prepare.md) `points 2` `once`
      - [Read](page.md), then [go on](#two) `points 1` `trust +20`
      - [Ready](#two) `if passed prepare`

      ## Two

      - [Done](#end)
      """ + endScene),
    "lists/prepare.md": unitText("checklist", "- [x] Right\n- [ ] Wrong", front: "pass: 100%"),
    "page.md": unitText("lesson", "Text.\n\nMore."),
  ]

  @Test func aCallComesBackAndOffersAgainWithoutEnteringAnew() throws {
    var play = session(Self.files)
    #expect(play.offered == [0, 1])
    try play.handle(.choose(0))
    #expect(play.currentUnit == "lists/prepare.md")
    // It earns nothing before the unit was played.
    #expect(play.state.decisions.isEmpty)
    try play.handle(.select([0]))
    #expect(play.currentUnit == "talk.md")
    #expect(play.offered == [1, 2])
    #expect(play.state.decisions.map(\.points) == [2])
    #expect(play.state.decisions.map(\.meters[0]) == [45])
    #expect(play.state.innerResults.map(\.path) == ["lists/prepare.md"])
    #expect(!play.shown.contains("trust 45 to 40"))
  }

  @Test func aCallWithAWayOnGoesThereAfterwards() throws {
    var play = session(Self.files)
    try play.handle(.choose(1))
    #expect(play.currentUnit == "page.md")
    try play.handle(.read(1))
    #expect(play.refusal(.read(2)) != nil)
    try play.handle(.finish)
    #expect(play.shown == ["finished page.md", "feedback  1", "trust 45 to 65", "scene Two"])
  }

  @Test func aUnitThatWasNotPassedDoesNotCount() throws {
    var play = session(Self.files)
    try play.handle(.choose(0))
    try play.handle(.select([1]))
    #expect(play.offered == [1])
    #expect(session(Self.files, passed: ["lists/prepare.md"]).offered == [0, 1, 2])
  }

  @Test func undoGoesBackAcrossCallsAndOverOncePoints() throws {
    var play = session(Self.files)
    #expect(play.refusal(.undo) == .nothingToUndo)
    var seen: [[String]] = []
    for event in [Event.choose(0), .select([0]), .choose(2)] {
      seen.append([play.currentUnit, "\(play.offered ?? [])", "\(play.state.decisions.count)"])
      try play.handle(event)
    }
    for before in seen.reversed() {
      try play.handle(.undo)
      #expect(play.shown.first == "undone")
      #expect(
        [play.currentUnit, "\(play.offered ?? [])", "\(play.state.decisions.count)"] == before)
    }
    #expect(!play.canUndo)
    // Points are earned again, and `once` is offered again: nothing happened.
    try play.handle(.choose(0))
    try play.handle(.select([0]))
    #expect(play.state.decisions.map(\.points) == [2])
  }

  @Test func aCallThatLeadsNowhereComesBack() throws {
    var play = session([
      "talk.md": scenarioText("## One\n\n- [Gone](gone.md), then [go](#end)" + endScene)
    ])
    try play.handle(.choose(0))
    #expect(play.result?.ending?.scene == "end")
  }

  @Test func unitsThatCallThemselvesEnd() throws {
    var play = session([
      "talk.md": scenarioText("## One\n\n- [Again](talk.md), then [go](#end)" + endScene)
    ])
    var count = 0
    while !play.isOver, count < 1_000 {
      try play.handle(.choose(0))
      count += 1
    }
    #expect(count == Session.maximumDepth)
    #expect(play.result?.ending?.scene == "end")
  }
}
