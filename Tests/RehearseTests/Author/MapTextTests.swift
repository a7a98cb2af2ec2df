import Foundation
import RehearseCore
import RehearseStore
import Testing

@testable import rehearse

/// How a scenario is drawn, as files to read by eye: for a wide terminal, and as narrow and plain as
/// it gets.
@Suite struct MapTextTests {
  private static let lastCall = EveryConstruct.path + "/scenarios/last-call.md"

  private func map(
    _ authored: AuthoredScenario, limit: Int = ScenarioAnalysis.defaultLimit
  ) -> ScenarioMap {
    ScenarioMap(
      title: authored.title,
      ScenarioAnalysis(authored.scenario, passable: authored.passable, limit: limit))
  }

  private func expect(
    _ lines: (Int, Theme) -> [StyledText], toMatch name: String, _ screening: Screening,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (width, theme) = screening == .wide ? (80, Theme.unstyled) : (40, Theme.plain)
    let text = lines(width, theme).map { $0.string + "\n" }.joined()
    try TranscriptFile.expect(
      text, toMatch: name + (screening == .wide ? "" : "-40"), columns: width,
      sourceLocation: sourceLocation)
    if screening == .narrow {
      for sign in "─│★→•·−" { #expect(!text.contains(sign), "\(sign)") }
    }
  }

  private func text(
    _ authored: AuthoredScenario, _ heat: LocalHeat? = nil,
    limit: Int = ScenarioAnalysis.defaultLimit
  ) -> (Int, Theme) -> [StyledText] {
    let map = map(authored, limit: limit)
    return { width, theme in
      MapText(
        map: map, passable: authored.passable, heat: heat, width: width, theme: theme
      ).lines
    }
  }

  @Test(arguments: Screening.allCases)
  func everyConstruct(_ screening: Screening) throws {
    try expect(text(AuthoredScenario(Self.lastCall)), toMatch: "map", screening)
  }

  /// A scenario with everything in it that an author has to mend.
  static let trouble = """
    ---
    kind: scenario
    title: Everything wrong
    meters: trust = 50 of 100
    pass: 50%
    ---

    ## Start

    `if trust < 5` Never to be read.

    - [Well](#end) `points 4 candour` `points 2`
    - [Into the loop](#loop) `points -1`
    - [Into the corner](#corner) `once`
    - [Never](#unseen) `if trust > 90`
    - [Always](#end) `if trust >= 0` `critical`

    ## Loop

    - [Round](#loop-2)

    ## Loop 2

    - `when trust > 60` [out](#end)
    - `otherwise` [round](#loop)

    ## Corner

    - [Never](#end) `if trust = 0`

    ## Unseen

    - [On](#end)

    ## End

    `ending success`

    ## Alone

    `ending failure`
    """

  private func troubled(_ folder: Folder) throws -> AuthoredScenario {
    try folder.write(
      "---\nkind: course\ntitle: Trouble\n---\n\n1. [Trouble](trouble.md)\n", to: "course.md")
    return try AuthoredScenario(folder.write(Self.trouble, to: "trouble.md"))
  }

  @Test(arguments: Screening.allCases)
  func whatIsToBeMended(_ screening: Screening) throws {
    try expect(text(troubled(Folder())), toMatch: "map-trouble", screening)
  }

  @Test(arguments: Screening.allCases)
  func pastTheLimit(_ screening: Screening) throws {
    try expect(text(AuthoredScenario(Self.lastCall), limit: 4), toMatch: "map-limit", screening)
  }

  @Test(arguments: Screening.allCases)
  func atRandom(_ screening: Screening) throws {
    let authored = try AuthoredScenario(Self.lastCall)
    let map = map(authored)
    for (name, plays) in [("map-random", 400), ("map-random-few", 3)] {
      var play = RandomPlay(authored.scenario, passable: authored.passable)
      play.play(plays, seed: 1)
      try expect(
        { width, theme in
          RandomPlayText(
            map: map, play: play, seed: 1, passable: authored.passable, width: width, theme: theme
          ).lines
        }, toMatch: name, screening)
    }
  }

  // MARK: Drawings

  @Test func asDOTAndMermaid() throws {
    for (name, authored) in [
      ("map", try AuthoredScenario(Self.lastCall)), ("map-trouble", try troubled(Folder())),
    ] {
      let map = map(authored)
      try TranscriptFile.expect(ScenarioDOT.text(map), toMatch: name + ".dot")
      try TranscriptFile.expect(ScenarioMermaid.text(map), toMatch: name + ".mermaid")
    }
  }

  // MARK: Heat

  /// Attempts as people leave them behind: to the end, taken back, gone on from, given up, open, for
  /// the record, and on a text that has changed since.
  private func played(_ folder: Folder) throws -> (course: String, records: RecordsDatabase) {
    let course = try folder.copyCourse()
    let rehearsal = try Rehearsal(course: course)
    func toTheEnd(_ first: String, _ second: String) throws {
      try rehearsal.play("last-call", typing: first, "Words.", second, "1", "1", "1")
    }
    // Before a word of it was changed.
    try toTheEnd("Dial in", "One thing")
    try toTheEnd("Read", "Then let")
    #expect(
      try folder.replace(
        "enjoy the cake.”", with: "have the cake.”", in: "course/scenarios/last-call.md"))
    for number in 0..<10 {
      rehearsal.seed = UInt64(number)
      try toTheEnd(number < 7 ? "Read" : "Dial in", number < 4 ? "Last night" : "Then let")
    }
    try rehearsal.play(
      "last-call", typing: "Dial in", ":undo", "Read", "", ":restart", "y", ":quit")
    try rehearsal.play(
      "last-call", typing: "Dial in", "", "Everything", ":undo", ":restart", "y", "Dial in", ":quit"
    )
    try rehearsal.play(
      "last-call", .assessed, typing: "Dial in", "", "Everything", "That is only")
    // Another unit changes: that is no reason to leave anything out.
    #expect(try folder.replace("Say *who*", with: "Say **who**", in: "course/aids/phrases.md"))
    try rehearsal.play("last-call", .assessed, typing: "Read", ":quit")
    return (course, rehearsal.records)
  }

  private func heat(
    _ played: (course: String, records: RecordsDatabase), _ mode: Mode? = nil
  ) throws -> (AuthoredScenario, LocalHeat) {
    let authored = try AuthoredScenario(played.course + "/scenarios/last-call.md")
    return (authored, try LocalHeat(authored, mode: mode, in: played.records))
  }

  @Test(arguments: Screening.allCases)
  func withHeat(_ screening: Screening) throws {
    let folder = try Folder()
    let (authored, heat) = try heat(played(folder))
    try expect(text(authored, heat), toMatch: "map-heat", screening)
    if screening == .wide {
      let map = map(authored)
      try TranscriptFile.expect(ScenarioDOT.text(map, heat: heat.heat), toMatch: "map-heat.dot")
      try TranscriptFile.expect(
        ScenarioMermaid.text(map, heat: heat.heat), toMatch: "map-heat.mermaid")
    }
  }

  @Test func ofOneModeAlone() throws {
    let folder = try Folder()
    let played = try played(folder)
    let (all, practice, assessed) = (
      try heat(played).1, try heat(played, .practice).1, try heat(played, .assessed).1
    )
    #expect(assessed.heat.attempts == 2)
    #expect(all.heat.attempts == practice.heat.attempts + 2)
    #expect(assessed.heat.taken[1] == [0, 0, 0, 1])
    #expect((all.otherText, practice.otherText, assessed.otherText) == (2, 2, 0))
  }

  /// Playing on from a decision takes over what came before it; that was counted already.
  @Test func playingOnFromADecisionCountsOnce() throws {
    let rehearsal = try Rehearsal()
    try rehearsal.play("last-call", typing: "Read", "Words.", "One thing", "1", "")
    try rehearsal.typing("1", ":quit") { room in
      let place = room.place
      let shelf = AttemptShelf(place: place)
      let earlier = try shelf.replay(shelf.find(nil))
      let again = try #require(
        try PlayAgain(place: place).attempt(earlier, Debrief(earlier.session), from: 2))
      _ = try room.run(again)
    }
    let authored = try AuthoredScenario(Self.lastCall)
    let heat = try LocalHeat(authored, mode: nil, in: rehearsal.records).heat
    #expect(heat.attempts == 2)
    #expect(heat.taken[0] == [1, 0, 0, 0])
  }

  @Test func withoutAnAttemptAtAll() throws {
    let authored = try AuthoredScenario(Self.lastCall)
    let heat = try LocalHeat(authored, mode: nil, in: .inMemory())
    #expect(heat.heat.attempts == 0)
    let lines = text(authored, heat)(80, .plain).map(\.string)
    #expect(lines.contains("On this machine: 0 attempts: 0 ended, 0 open, 0 given up"))
    #expect(lines.contains("Nowhere."))
  }
}
