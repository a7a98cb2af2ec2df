import Testing

@testable import RehearseStore

@Suite("Where the learner stands") struct StandingTests {
  let records: RecordsDatabase
  let snapshot: String

  init() throws {
    records = try RecordsDatabase.inMemory()
    snapshot = try records.withSnapshot()
  }

  private func play(
    _ number: Int, unit: String = "call", mode: String = "practice", _ end: OutcomeRecord?
  ) throws {
    try records.begin(
      attempt(number, unit: unit, snapshot: snapshot, mode: mode, at: number), outcome: end)
  }

  private func best() throws -> String? {
    try records.standings(ofCourse: "course")["call"]?.best?.id
  }

  @Test func nothingIsKnownBeforeAnAttempt() throws {
    #expect(try records.standings(ofCourse: "course") == [:])
  }

  @Test func unitsAreApart() throws {
    try play(1, outcome(at: 50))
    try play(2, unit: "exam", nil)
    let standings = try records.standings(ofCourse: "course")
    #expect(Set(standings.keys) == ["call", "exam"])
    #expect(standings["exam"]?.best == nil)
    #expect(standings["exam"]?.latest == nil)
    #expect(standings["exam"]?.attempts == 1)
    #expect(standings["exam"]?.lastActivity == time(2))
    #expect(standings["call"]?.lastActivity == time(50))
    #expect(try records.standings(ofCourse: "other") == [:])
  }

  @Test func passedCountsMoreThanPoints() throws {
    try play(1, outcome(at: 10, passed: true, points: 70))
    try play(2, outcome(at: 20, passed: false, points: 90))
    #expect(try best() == uuid(1))
    #expect(try records.standings(ofCourse: "course")["call"]?.latest?.id == uuid(2))
  }

  @Test func theLargerPartCountsMoreThanTheLargerNumber() throws {
    try play(1, outcome(at: 10, points: 9, outOf: 10))
    try play(2, outcome(at: 20, points: 80, outOf: 100))
    #expect(try best() == uuid(1))
    try play(3, outcome(at: 30, points: 10, outOf: 11))
    #expect(try best() == uuid(3))
    try play(4, outcome(at: 40, points: 95, outOf: 100))
    #expect(try best() == uuid(4))
  }

  @Test func partsAreComparedWithoutRounding() throws {
    let large = Int.max / 3
    try play(1, outcome(at: 10, points: large, outOf: large + 1))
    try play(2, outcome(at: 20, points: large - 1, outOf: large))
    #expect(try best() == uuid(1))
    try play(3, outcome(at: 30, points: large + 1, outOf: large + 2))
    #expect(try best() == uuid(3))
  }

  @Test func negativePointsAreLess() throws {
    try play(1, outcome(at: 10, passed: false, points: -1))
    try play(2, outcome(at: 20, passed: false, points: -2))
    #expect(try best() == uuid(1))
  }

  @Test func ofEqualsTheLaterOne() throws {
    try play(1, outcome(at: 10, points: 5, outOf: 10))
    try play(2, outcome(at: 20, points: 50, outOf: 100))
    #expect(try best() == uuid(2))
  }

  @Test func withoutAWholePointsCount() throws {
    try play(1, outcome(at: 10, points: 5, outOf: nil))
    try play(2, outcome(at: 20, points: 4, outOf: nil))
    try play(3, outcome(at: 30, points: 3, outOf: 0))
    #expect(try best() == uuid(1))
  }

  @Test func theLatestIsTheOneThatEndedLast() throws {
    try play(1, outcome(at: 90))
    try play(2, outcome(at: 80))
    #expect(try records.standings(ofCourse: "course")["call"]?.latest?.id == uuid(1))
  }

  @Test func abandonedAttemptsAreCountedAndNoMore() throws {
    try play(1, outcome(at: 10, .abandoned, passed: true))
    let standing = try records.standings(ofCourse: "course")["call"]
    #expect(standing?.attempts == 1)
    #expect(standing?.best == nil)
    #expect(standing?.latest == nil)
  }

  @Test func modesCanBeChosen() throws {
    try play(1, outcome(at: 10, passed: true))
    try play(2, mode: "assessed", outcome(at: 20, passed: false))
    let standings = try records.standings(ofCourse: "course", modes: ["assessed"])
    #expect(standings["call"]?.best?.id == uuid(2))
    #expect(standings["call"]?.attempts == 1)
  }
}
