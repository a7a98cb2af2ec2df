import Testing

@testable import RehearseStore

@Suite("Appending") struct AppendTests {
  let folder: TemporaryFolder
  let records: RecordsDatabase
  let snapshot: String

  init() throws {
    folder = try TemporaryFolder()
    records = try RecordsDatabase(in: folder.directory)
    snapshot = try records.withSnapshot()
    try records.begin(attempt(1, snapshot: snapshot), events: events(1...3))
  }

  @Test func twoTerminalsDoNotMix() throws {
    let other = try RecordsDatabase(in: folder.directory)
    try records.append(events(4...4), to: uuid(1))
    #expect(throws: StoreError.conflict(attempt: uuid(1), sequence: 4)) {
      try other.append(events(4...5), to: uuid(1))
    }
    #expect(try other.events(of: uuid(1)) == events(1...4))
    try other.append(events(5...5), to: uuid(1))
    #expect(try records.events(of: uuid(1)) == events(1...5))
  }

  @Test func theSameEventAgainIsAConflictToo() throws {
    #expect(throws: StoreError.conflict(attempt: uuid(1), sequence: 3)) {
      try records.append(events(3...3), to: uuid(1))
    }
  }

  @Test func anIdIsBegunOnce() throws {
    #expect(throws: StoreError.conflict(attempt: uuid(1), sequence: 0)) {
      try records.begin(attempt(1, snapshot: snapshot))
    }
  }

  @Test func nothingIsLeftOut() throws {
    #expect(throws: StoreError.gap(attempt: uuid(1), expected: 4, found: 5)) {
      try records.append(events(5...5), to: uuid(1))
    }
    #expect(throws: StoreError.gap(attempt: uuid(1), expected: 5, found: 6)) {
      try records.append(events(4...4) + events(6...6), to: uuid(1), outcome: outcome(at: 9))
    }
    #expect(throws: StoreError.gap(attempt: uuid(2), expected: 1, found: 2)) {
      try records.begin(attempt(2, snapshot: snapshot), events: events(2...2))
    }
    #expect(try records.attempts().map(\.id) == [uuid(1)])
    #expect(try records.attempt(uuid(1))?.outcome == nil)
    #expect(try records.events(of: uuid(1)) == events(1...3))
  }

  @Test func anEndIsAnEnd() throws {
    try records.append([], to: uuid(1), outcome: outcome(at: 9, .abandoned))
    #expect(throws: StoreError.ended(attempt: uuid(1))) {
      try records.append(events(4...4), to: uuid(1))
    }
    #expect(throws: StoreError.ended(attempt: uuid(1))) {
      try records.append([], to: uuid(1), outcome: outcome(at: 10))
    }
    #expect(try records.attempt(uuid(1))?.outcome == outcome(at: 9, .abandoned))
    #expect(try records.events(of: uuid(1)) == events(1...3))
  }

  @Test func whatIsRefusedInTheMiddleIsRefusedWhole() throws {
    var wrong = events(4...6)
    wrong[2].at = "yesterday"
    let error = #expect(throws: StoreError.self) { try records.append(wrong, to: uuid(1)) }
    guard case .cannotWrite(folder.directory.records, _) = error else {
      Issue.record("\(error as Any)")
      return
    }
    #expect(try records.events(of: uuid(1)) == events(1...3))
  }

  /// SQLite would cut it off there.
  @Test func aTextWithANULIsRefusedWhole() throws {
    let refused = StoreError.cannotWrite(
      path: folder.directory.records, detail: "a text has a NUL character in it")
    var wrong = events(4...5)
    wrong[1].body = "before\0after"
    #expect(throws: refused) { try records.append(wrong, to: uuid(1)) }
    #expect(try records.events(of: uuid(1)) == events(1...3))
    var end = outcome(at: 9)
    end.summary = "\0"
    #expect(throws: refused) { try records.append([], to: uuid(1), outcome: end) }
    var begun = attempt(2, snapshot: snapshot)
    begun.header = "\0"
    #expect(throws: refused) { try records.begin(begun) }
    #expect(throws: refused) {
      try records.add(
        NoteRecord(id: uuid(1), at: time(1), course: "c", unit: "u", place: "p", text: "\0"))
    }
    #expect(throws: refused) {
      try records.add(
        LinkVisitRecord(id: uuid(1), at: time(1), course: "c", unit: "u", url: "\0"))
    }
  }

  @Test func everyOtherTextIsKept() throws {
    var event = events(4...4)
    event[0].body =
      (1...0x2FF).compactMap { Unicode.Scalar($0) }.map(String.init).joined()
      + "👩🏽‍🚀\u{FEFF}\u{2028}e\u{301}\u{10FFFF}" + String(repeating: "long ", count: 200_000)
    try records.append(event, to: uuid(1))
    let kept = try #require(try records.events(of: uuid(1)).last)
    #expect(Array(kept.body.utf8) == Array(event[0].body.utf8))
  }

  @Test func anotherProgramSeesItAtOnce() throws {
    let other = try RecordsDatabase(in: folder.directory)
    try records.append(events(4...4), to: uuid(1), outcome: outcome(at: 9))
    #expect(try other.events(of: uuid(1)).count == 4)
    #expect(try other.openAttempts() == [])
  }

  /// What SQLite says about its own plan: each query finds its rows by a key.
  @Test func theLastEventIsFoundWithoutLookingThroughAll() throws {
    final class Text: TextOutputStream {
      var lines = ""
      func write(_ string: String) { lines += string }
    }
    let plan = Text()
    try records.read { db in
      try db.dumpSQL(
        "EXPLAIN QUERY PLAN \(sql: AttemptOverview.select) WHERE a.course = 'course'", to: plan)
    }
    #expect(plan.lines.contains("attempt_of_unit"))
    #expect(!plan.lines.contains("SCAN"))
  }
}
