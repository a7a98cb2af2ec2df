import Testing

@testable import RehearseStore

@Suite("Attempts") struct AttemptTests {
  let records: RecordsDatabase
  let snapshot: String

  init() throws {
    records = try RecordsDatabase.inMemory()
    snapshot = try records.withSnapshot()
  }

  @Test func whatWasWrittenIsReadBack() throws {
    var begun = attempt(7, snapshot: snapshot, mode: "assessed", client: "Northwind", at: 5)
    begun.branchedFrom = uuid(3)
    let end = OutcomeRecord(
      endedAt: time(60), status: .finished, passed: false, points: -40, outOf: 1200,
      percentHundredths: -333, ending: "failure", summary: #"{"critical":true}"#)
    try records.begin(begun, events: events(1...2))
    try records.append(events(3...5), to: begun.id, outcome: end)
    #expect(
      try records.attempt(begun.id)
        == AttemptOverview(attempt: begun, events: 5, lastActivity: time(60), outcome: end))
    #expect(try records.events(of: begun.id) == events(1...5))
  }

  @Test func whatIsNotThereIsNotFound() throws {
    #expect(try records.attempt(uuid(1)) == nil)
    #expect(try records.events(of: uuid(1)) == [])
    #expect(throws: StoreError.noSuchAttempt(id: uuid(1))) {
      try records.append(events(1...1), to: uuid(1))
    }
  }

  @Test func anAttemptNeedsItsContent() throws {
    let digest = String(repeating: "0", count: 64)
    #expect(throws: StoreError.noSuchSnapshot(digest: digest)) {
      try records.begin(attempt(1, snapshot: digest))
    }
  }

  @Test func theBeginningOfAnIdIsEnough() throws {
    for number in [0x1a, 0x1b, 0x20] { try records.begin(attempt(number, snapshot: snapshot)) }
    let stem = "00000000-0000-4000-8000-0000000000"
    #expect(try records.attempt(matching: stem + "2").id == uuid(0x20))
    #expect(try records.attempt(matching: stem + "1A").id == uuid(0x1a))
    #expect(throws: StoreError.ambiguousAttempt(prefix: stem + "1", count: 2)) {
      try records.attempt(matching: stem + "1")
    }
    for unknown in [stem + "3", "", "%", "zebra", stem + "200"] {
      #expect(throws: StoreError.noSuchAttempt(id: unknown)) {
        try records.attempt(matching: unknown)
      }
    }
  }

  @Test func theOpenAttemptThatWentOnLastComesFirst() throws {
    for number in 1...4 { try records.begin(attempt(number, snapshot: snapshot, at: number)) }
    try records.append(events(1...1, at: 100), to: uuid(2))
    try records.append([], to: uuid(3), outcome: outcome(at: 200, .abandoned, passed: nil))
    #expect(try records.openAttempts().map(\.id) == [uuid(2), uuid(4), uuid(1)])
    #expect(try records.openAttempts().map(\.lastActivity) == [time(101), time(4), time(1)])
    #expect(try records.openAttempts().map(\.events) == [1, 0, 0])
    #expect(try records.openAttempts().allSatisfy { $0.isOpen })
  }

  @Test func attemptsOfTheSameSecondAreOrderedByTheirBeginning() throws {
    for number in [3, 1, 2] { try records.begin(attempt(number, snapshot: snapshot)) }
    #expect(try records.openAttempts().map(\.id) == [2, 1, 3].map(uuid))
    #expect(try records.attempts().map(\.id) == [3, 1, 2].map(uuid))
  }

  @Test(arguments: [
    (AttemptFilter(), [1, 2, 3, 4]),
    (AttemptFilter(course: "other"), [2]),
    (AttemptFilter(unit: "list"), [3, 4]),
    (AttemptFilter(course: "course", unit: "list"), [3, 4]),
    (AttemptFilter(course: "other", unit: "list"), []),
    (AttemptFilter(kind: "checklist"), [3, 4]),
    (AttemptFilter(kind: "checklist", client: "Northwind"), [4]),
    (AttemptFilter(mode: "live"), [4]),
  ])
  func filters(filter: AttemptFilter, expected: [Int]) throws {
    try records.begin(attempt(1, snapshot: snapshot, at: 1))
    try records.begin(attempt(2, course: "other", snapshot: snapshot, at: 2))
    try records.begin(attempt(3, unit: "list", kind: "checklist", snapshot: snapshot, at: 3))
    try records.begin(
      attempt(
        4, unit: "list", kind: "checklist", snapshot: snapshot, mode: "live", client: "Northwind",
        at: 4))
    #expect(try records.attempts(filter).map(\.id) == expected.map(uuid))
    #expect(try records.openAttempts(filter).map(\.id) == expected.reversed().map(uuid))
    try records.append([], to: uuid(4), outcome: outcome(at: 9))
    #expect(try records.attempts(filter).map(\.id) == expected.map(uuid))
    #expect(
      try records.openAttempts(filter).map(\.id)
        == expected.filter { $0 != 4 }.reversed().map(uuid))
  }

  @Test func theLastActivityIsABeginningAnEventOrAnEnd() throws {
    #expect(try records.lastActivity() == nil)
    try records.begin(attempt(1, snapshot: snapshot, at: 10))
    #expect(try records.lastActivity() == time(10))
    try records.append(events(1...3, at: 20), to: uuid(1))
    #expect(try records.lastActivity() == time(23))
    try records.append([], to: uuid(1), outcome: outcome(at: 30))
    #expect(try records.lastActivity() == time(30))
    #expect(try records.lastActivity(course: "course") == time(30))
    #expect(try records.lastActivity(course: "other") == nil)
  }
}
