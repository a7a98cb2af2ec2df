package import RehearseCore

/// An attempt that is being played: the session, and its record on the disk. An event counts when
/// it is committed, and only then does the session move.
package struct Attempt: Sendable {
  package let record: AttemptRecord
  package private(set) var session: Session
  package private(set) var transcript: Transcript
  private let records: RecordsDatabase

  /// Begins an attempt and writes it down.
  package static func begin(
    _ program: Program, course: String, snapshot: String, mode: Mode, seed: UInt64, id: String,
    client: String? = nil, branchedFrom: String? = nil, passed: [String], now: String,
    in records: RecordsDatabase
  ) throws -> Attempt {
    let header = Transcript.Header(
      attempt: id, course: course, digest: snapshot, unit: program.entry, seed: seed, mode: mode,
      begun: now, client: client,
      passed: program.unitsAskedFor.intersection(passed).sorted())
    let record = AttemptRecord(
      id: id, course: course, unit: program.entry,
      kind: program.units[program.entry]?.about.kind.rawValue ?? "", snapshot: snapshot,
      mode: mode.rawValue, client: client, branchedFrom: branchedFrom, header: header.text,
      begunAt: now)
    try records.begin(record)
    return Attempt(
      record: record,
      session: Session(
        program: program,
        setup: Setup(seed: seed, mode: mode, passed: Set(header.passed))),
      transcript: Transcript(header, hash: SHA256Digest.bytes), records: records)
  }

  /// Takes an attempt up where it stands, by playing its events again.
  package static func resume(
    _ record: AttemptRecord, program: Program, in records: RecordsDatabase
  ) throws -> Attempt {
    let transcript = try records.transcript(of: record)
    let session = try Replay.session(of: transcript, program: program)
    return Attempt(record: record, session: session, transcript: transcript, records: records)
  }

  /// Begins a practice attempt that takes over what came before one of this attempt's decisions,
  /// and plays on from there. Chance falls as it did, as far as the same is done.
  ///
  /// - Parameter decision: the place of the decision in the debrief, from 0.
  /// - Returns: nil where there is no such decision.
  package func branch(before decision: Int, id: String, now: String) throws -> Attempt? {
    guard
      let branch = try Branch(of: transcript, before: decision, program: session.program)
    else { return nil }
    var attempt = try Attempt.begin(
      session.program, course: record.course, snapshot: record.snapshot, mode: .practice,
      seed: transcript.header.seed, id: id, client: record.client,
      branchedFrom: "\(record.id) before decision \(decision + 1)",
      passed: transcript.header.passed, now: now, in: records)
    try attempt.takeOver(branch.events, now: now)
    return attempt
  }

  /// Takes events that were made in another attempt, all in one commit.
  private mutating func takeOver(_ events: [Event], now: String) throws {
    var next = session
    var extended = transcript
    var rows: [EventRecord] = []
    for event in events {
      try next.handle(event)
      let entry = extended.append(event, at: now)
      rows.append(
        EventRecord(
          sequence: extended.entries.count, at: now, body: entry.event.text, hash: entry.hash))
    }
    try records.append(rows, to: record.id, outcome: nil)
    session = next
    transcript = extended
  }

  /// Takes one event: checks that it fits, commits it (with the result, if it is the last), and
  /// moves on.
  ///
  /// - Throws: `EventRefusal` where it does not fit; `StoreError` where it cannot be kept. Then
  ///   nothing has changed.
  package mutating func record(_ event: Event, now: String) throws -> [Action] {
    var next = session
    let actions = try next.handle(event)
    var extended = transcript
    let entry = extended.append(event, at: now)
    let outcome = next.isOver ? OutcomeRecord(next, endedAt: now) : nil
    try records.append(
      [
        EventRecord(
          sequence: extended.entries.count, at: now, body: entry.event.text, hash: entry.hash)
      ], to: record.id, outcome: outcome)
    session = next
    transcript = extended
    return actions
  }
}

extension RecordsDatabase {
  /// The transcript of an attempt, with every hash checked.
  package func transcript(of record: AttemptRecord) throws -> Transcript {
    var text = record.header
    for event in try events(of: record.id) {
      text += "\(event.sequence) \(event.hash) \(event.at) \(event.body)\n"
    }
    return try Transcript.read(Array(text.utf8), hash: SHA256Digest.bytes)
  }
}

extension OutcomeRecord {
  /// What is kept of a session that is over, so that lists need not play it again.
  package init(_ session: Session, endedAt: String) {
    let result = session.result
    self.init(
      endedAt: endedAt,
      status: result == nil ? .abandoned : .finished,
      passed: result?.passed,
      points: Int(result?.points.units ?? 0),
      outOf: result?.outOf.map { Int($0.units) },
      percentHundredths: result?.percent?.hundredths,
      ending: result?.ending?.kind.rawValue,
      summary: result.map {
        $0.isAwaitingMarking ? Self.awaitingMarking : ResultSummary($0).text
      } ?? "{}")
  }
}
