import RehearseCore
import RehearseStore
import Testing

@testable import rehearse

/// An event counts when it is committed, and only then does the session move.
@Suite struct AttemptTests {
  private let records: RecordsDatabase
  private let course: OpenCourse
  private let snapshot: String
  private static let now = "2026-11-22T09:00:00Z"

  init() throws {
    records = try .inMemory()
    let folder = try CourseFolder(EveryConstruct.path)
    course = try OpenCourse(FolderSource(folder))
    try Library(records).register("handover", title: "", folder: nil, at: Self.now)
    snapshot = try Library(records).takeSnapshot(of: folder, course: "handover", at: Self.now)
  }

  private func begin(
    _ unit: String = "scenarios/quiet-word.md", _ mode: Mode = .practice, passed: [String] = []
  ) throws -> Attempt {
    try Attempt.begin(
      try course.program(unit), course: course.id, snapshot: snapshot, mode: mode, seed: 7,
      id: "00000000-0000-4000-8000-00000000000a", passed: passed, now: Self.now, in: records)
  }

  private func resume(_ attempt: Attempt) throws -> Attempt {
    let record = try #require(try records.attempt(attempt.record.id)).attempt
    return try Attempt.resume(record, program: attempt.session.program, in: records)
  }

  @Test func isOnTheDiskFromItsBeginning() throws {
    let attempt = try begin()
    let open = try #require(try records.openAttempts().first)
    #expect(open.id == attempt.record.id && open.events == 0)
    #expect(open.attempt.header == attempt.transcript.header.text)
    #expect(open.attempt.kind == "scenario" && open.attempt.snapshot == snapshot)
  }

  @Test func commitsBeforeItMoves() throws {
    var attempt = try begin("scenarios/last-call.md")
    for event in [Event.choose(0), .say("Bad news"), .undo, .say("Worse news"), .choose(1)] {
      let before = try records.events(of: attempt.record.id).count
      _ = try attempt.record(event, now: Self.now)
      let events = try records.events(of: attempt.record.id)
      #expect(events.count == before + 1)
      #expect(events.last?.body == event.text)
      #expect(events.last?.hash == attempt.transcript.entries.last?.hash)
    }
    #expect(try resume(attempt).transcript.text == attempt.transcript.text)
    #expect(try records.transcript(of: attempt.record).text == attempt.transcript.text)
  }

  /// The new attempt stands by itself: resumed, replayed, and independent of the first.
  @Test func branchesBeforeADecision() throws {
    var attempt = try begin("scenarios/last-call.md")
    for event in [Event.choose(0), .say("Bad news"), .choose(0), .choose(0)] {
      _ = try attempt.record(event, now: Self.now)
    }
    let isOver = attempt.session.isOver
    #expect(isOver)
    let id = "00000000-0000-4000-8000-00000000000b"
    let branched = try attempt.branch(before: 1, id: id, now: Self.now)
    let branch = try #require(branched)
    #expect(branch.record.branchedFrom == "\(attempt.record.id) before decision 2")
    #expect(branch.transcript.entries.map(\.event) == [.choose(0), .say("Bad news")])
    #expect(!branch.session.isOver && branch.session.state.decisions.count == 1)
    #expect(try resume(branch).transcript.text == branch.transcript.text)
    #expect(try records.openAttempts().map(\.id) == [id])
    #expect(try attempt.branch(before: 3, id: id + "x", now: Self.now) == nil)
  }

  @Test func aRefusalChangesNothing() throws {
    var attempt = try begin("scenarios/last-call.md", .assessed)
    _ = try attempt.record(.choose(0), now: Self.now)
    let before = attempt.transcript.text
    for (event, refusal) in [
      (Event.undo, EventRefusal.noUndoWhenAssessed), (.choose(1), .notAwaited("choose")),
    ] {
      #expect(throws: refusal) { try attempt.record(event, now: Self.now) }
    }
    #expect(attempt.transcript.text == before)
    #expect(try records.events(of: attempt.record.id).count == 1)
    _ = try attempt.record(.say(""), now: Self.now)
    #expect(try records.events(of: attempt.record.id).count == 2)
  }

  /// Two terminals: the second to answer is told, and keeps nothing.
  @Test func twoAtOnceAreToldApart() throws {
    var one = try begin("scenarios/last-call.md")
    var other = try resume(one)
    _ = try one.record(.choose(0), now: Self.now)
    let before = other.transcript.text
    #expect(throws: StoreError.conflict(attempt: one.record.id, sequence: 1)) {
      _ = try other.record(.choose(3), now: Self.now)
    }
    #expect(other.transcript.text == before)
    guard case .choices = other.session.prompt else {
      Issue.record("It moved.")
      return
    }
    #expect(try records.events(of: one.record.id).map(\.body) == [Event.choose(0).text])
    // Taken up again, it stands where the other left it.
    other = try resume(one)
    _ = try other.record(.say("From here"), now: Self.now)
  }

  @Test func theLastEventBringsTheOutcome() throws {
    var attempt = try begin()
    _ = try attempt.record(.choose(0), now: "2026-11-22T09:05:00Z")
    let outcome = try #require(try records.attempt(attempt.record.id)?.outcome)
    #expect(outcome.status == .finished && outcome.ending == "success")
    #expect(outcome.points == 2 * Int(Points.unitsPerPoint))
    #expect(outcome.endedAt == "2026-11-22T09:05:00Z")
    #expect(throws: EventRefusal.alreadyOver) { try attempt.record(.undo, now: Self.now) }
  }

  @Test func startingOverLeavesItWithoutAResult() throws {
    var attempt = try begin()
    try attempt.abandon(now: Self.now)
    let overview = try #require(try records.attempt(attempt.record.id))
    #expect(overview.outcome?.status == .abandoned && overview.outcome?.passed == nil)
    #expect(try records.openAttempts().isEmpty)
  }

  /// Only what the scenario asks about stands in the header: the rest is nobody's business.
  @Test func remembersWhatWasPassedBeforeIt() throws {
    let attempt = try begin(
      "scenarios/last-call.md", passed: ["scenarios/quiet-word.md", "check-in.md"])
    #expect(attempt.transcript.header.passed == ["scenarios/quiet-word.md"])
    #expect(try resume(attempt).session.setup.passed == ["scenarios/quiet-word.md"])
  }

  @Test func aChangedRecordIsNoticed() throws {
    let attempt = try begin()
    try records.append(
      [EventRecord(sequence: 1, at: Self.now, body: "choose 1", hash: "made up")],
      to: attempt.record.id)
    #expect(throws: TranscriptFailure.self) { try resume(attempt) }
  }

  /// In the player: the learner is told, and is not stuck with it.
  @Test func aChangedRecordDoesNotBlockTheUnit() throws {
    let rehearsal = try Rehearsal()
    let screen = try rehearsal.typing("1", ":quit") { room in
      let broken = try room.begin(
        try room.course.program("scenarios/last-call.md"), mode: .practice, seed: 1, client: nil)
      try room.place.records.append(
        [EventRecord(sequence: 1, at: Self.now, body: "choose 1", hash: "made up")],
        to: broken.record.id)
      _ = try room.play("scenarios/last-call.md", mode: .practice)
    }
    #expect(screen.contains("cannot be gone on with"))
    #expect(screen.contains("The last call"))
    #expect(try rehearsal.records.openAttempts().count == 2)
  }

  /// In the player: what was typed is not counted, and the attempt is shown where it stands.
  @Test func thePlayerSaysThatItWentOnElsewhere() throws {
    let rehearsal = try Rehearsal()
    let screen = try rehearsal.typing("4", ":quit") { room in
      var elsewhere = try room.begin(
        try room.course.program("scenarios/last-call.md"), mode: .practice, seed: 7, client: nil)
      let record = elsewhere.record
      let here = try Attempt.resume(
        record, program: elsewhere.session.program, in: rehearsal.records)
      _ = try elsewhere.record(.choose(0), now: rehearsal.now)
      #expect(try room.run(here) == .elsewhere)
      _ = try room.play("scenarios/last-call.md", mode: .practice)
    }
    #expect(screen.contains("This attempt went on in another terminal meanwhile."))
    #expect(screen.contains("You have last night's ticket in front of you"))
    #expect(try rehearsal.records.attempts().map(\.events) == [1])
  }
}
