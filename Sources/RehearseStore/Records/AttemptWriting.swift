internal import GRDB

extension RecordsDatabase {
  /// Writes the beginning of an attempt, with the events that it begins with.
  ///
  /// - Throws: `.conflict` with sequence 0 if the id is taken, `.noSuchSnapshot` if its content was
  ///   not kept before.
  package func begin(
    _ attempt: AttemptRecord, events: [EventRecord] = [], outcome: OutcomeRecord? = nil
  ) throws(StoreError) {
    try write { db in
      guard try !Self.exists(db, "SELECT 1 FROM attempt WHERE id = ?", attempt.id) else {
        throw StoreError.conflict(attempt: attempt.id, sequence: 0)
      }
      guard try Self.exists(db, "SELECT 1 FROM snapshot WHERE digest = ?", attempt.snapshot) else {
        throw StoreError.noSuchSnapshot(digest: attempt.snapshot)
      }
      try db.execute(
        sql: """
          INSERT INTO attempt
            (id, course, unit, kind, snapshot, mode, client, branched_from, header, begun_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: .row(
          attempt.id, attempt.course, attempt.unit, attempt.kind, attempt.snapshot, attempt.mode,
          attempt.client, attempt.branchedFrom, attempt.header, attempt.begunAt
        ))
      try Self.insert(events, after: 0, of: attempt.id, in: db)
      if let outcome { try Self.insert(outcome, of: attempt.id, in: db) }
    }
  }

  /// Writes the next events of an attempt, and how it ended, together. On return they are on the
  /// disk; when it throws, none of them is kept.
  ///
  /// - Throws: `.conflict` if another program wrote an event with the same number first, `.gap` if
  ///   numbers are left out, `.ended` if the attempt has an outcome, `.noSuchAttempt`.
  package func append(
    _ events: [EventRecord], to attempt: String, outcome: OutcomeRecord? = nil
  ) throws(StoreError) {
    try write { db in
      let last = try Int.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT (SELECT coalesce(max(sequence), 0) FROM event WHERE attempt = a.id)
            FROM attempt AS a WHERE a.id = ?
            """), arguments: [attempt])
      guard let last else { throw StoreError.noSuchAttempt(id: attempt) }
      if let first = events.first, first.sequence <= last {
        throw StoreError.conflict(attempt: attempt, sequence: first.sequence)
      }
      guard try !Self.exists(db, "SELECT 1 FROM outcome WHERE attempt = ?", attempt) else {
        throw StoreError.ended(attempt: attempt)
      }
      try Self.insert(events, after: last, of: attempt, in: db)
      if let outcome { try Self.insert(outcome, of: attempt, in: db) }
    }
  }

  private static func exists(_ db: Database, _ sql: String, _ key: String) throws -> Bool {
    try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [key]) != nil
  }

  private static func insert(
    _ events: [EventRecord], after last: Int, of attempt: String, in db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO event (attempt, sequence, at, body, hash) VALUES (?, ?, ?, ?, ?)")
    for (expected, event) in zip((last + 1)..., events) {
      guard event.sequence == expected else {
        throw StoreError.gap(attempt: attempt, expected: expected, found: event.sequence)
      }
      try statement.execute(
        arguments: .row(
          attempt, event.sequence, event.at, event.body, event.hash
        ))
    }
  }

  private static func insert(
    _ outcome: OutcomeRecord, of attempt: String, in db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO outcome
          (attempt, ended_at, status, passed, points, out_of, percent_hundredths, ending, summary)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: .row(
        attempt, outcome.endedAt, outcome.status.rawValue, outcome.passed, outcome.points,
        outcome.outOf, outcome.percentHundredths, outcome.ending, outcome.summary
      ))
  }
}
