import RehearseCore
import Testing

@testable import rehearse

/// Why an ending came, as a learner reads it.
@Suite struct EndingReasonTextTests {
  private func text(_ turns: String, _ choices: Int...) throws -> String {
    let text =
      """
      ---
      kind: scenario
      title: A talk
      meters: trust = 50 of 100
      ---

      ## One

      - [“Noon was agreed.”](#two) `set held-noon` `trust +5`
      - [Say: “Fine.”](#two) `set gave-in` `trust -20`
      - [Wait](#two)

      ## Two

      - [go on](#end-of-it)
      - [go round](#round)

      ## Round

      `set late-by-then` It takes a while.

      - [there](#end-of-it)

      ## End of it

      \(turns)

      ## Won

      `ending success`

      ## Half

      `ending partial`

      ## Lost

      `ending failure`

      """
    let unit = UnitReader.read(path: "talk.md", bytes: Array(text.utf8)).value
    var play = Session(
      program: RehearseCore.Program(
        entry: "talk.md", units: ["talk.md": unit], names: UnitNames([unit.about])),
      setup: Setup(seed: 1, mode: .practice))
    for choice in choices { try play.handle(.choose(choice)) }
    let debrief = Debrief(play)
    let reason = try #require(debrief.endingReason)
    return EndingReasonText(reason: reason, debrief: debrief, glyphs: .unicode).text
  }

  private let flags = """
    - `when not held-noon and not gave-in and not late-by-then and trust >= 30`: [a](#won)
    - `otherwise`: [b](#half)
    """

  @Test func aDecisionIsToldInItsWords() throws {
    #expect(try text(flags, 0, 0) == "“Half” came because you chose “Noon was agreed.” (1. One).")
    #expect(
      try text(flags, 1, 0) == "“Half” came because you chose “Say: ‘Fine.’” (1. One).")
    #expect(
      try text(flags, 2, 1, 0)
        == "“Half” came because of what happened after you chose “go round” (2. Two).")
  }

  @Test func whatWasNotDoneIsToldWithoutTheNameOfAFlag() throws {
    let turns = """
      - `when held-noon`: [a](#won)
      - `when late-by-then`: [a](#won)
      - `otherwise`: [b](#half)
      """
    #expect(
      try text(turns, 2, 0) == "“Half” came because you did not choose “Noon was agreed.” (1. One)."
    )
    let late = """
      - `when late-by-then`: [a](#won)
      - `otherwise`: [b](#half)
      """
    #expect(
      try text(late, 2, 0) == "“Half” came because nothing that you chose had led elsewhere.")
    let visited = """
      - `when visited round`: [a](#won)
      - `otherwise`: [b](#half)
      """
    #expect(try text(visited, 2, 0) == "“Half” came because you did not come to “Round”.")
  }

  @Test func aMeterIsToldWithItsLimitAndWhatMovedIt() throws {
    let turns = """
      - `when trust < 40 or late-by-then`: [a](#lost)
      - `otherwise`: [b](#won)
      """
    #expect(
      try text(turns, 1, 0)
        == "“Lost” came because trust stood at 30, under 40. What moved trust: 1. One (−20).")
    #expect(
      try text(turns, 0, 0)
        == "“Won” came because trust stood at 55, not under 40. What moved trust: 1. One (+5).")
    #expect(
      try text(turns, 1, 1, 0)
        == "“Lost” came because trust stood at 30, under 40, and because of what happened after"
        + " you chose “go round” (2. Two). What moved trust: 1. One (−20).")
  }
}
