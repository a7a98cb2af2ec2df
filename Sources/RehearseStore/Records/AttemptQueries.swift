internal import GRDB

/// Which attempts are meant. What is nil is not asked about.
package struct AttemptFilter: Equatable, Sendable {
  package var course: String?
  package var unit: String?
  package var kind: String?
  package var mode: String?
  package var client: String?

  package init(
    course: String? = nil, unit: String? = nil, kind: String? = nil, mode: String? = nil,
    client: String? = nil
  ) {
    self.course = course
    self.unit = unit
    self.kind = kind
    self.mode = mode
    self.client = client
  }

  fileprivate var conditions: (sql: [String], arguments: StatementArguments) {
    let asked = [
      ("course", course), ("unit", unit), ("kind", kind), ("mode", mode), ("client", client),
    ].compactMap { column, value in value.map { (column, $0) } }
    return (asked.map { "a.\($0.0) = ?" }, StatementArguments(asked.map(\.1)))
  }
}

extension RecordsDatabase {
  package func attempt(_ id: String) throws(StoreError) -> AttemptOverview? {
    try overviews(where: ["a.id = ?"], [id], order: "a.id").first
  }

  /// The attempt whose id begins so; upper and lower case are one.
  /// - Throws: `.noSuchAttempt`, `.ambiguousAttempt`.
  package func attempt(matching prefix: String) throws(StoreError) -> AttemptOverview {
    let digits = prefix.lowercased()
    guard !digits.isEmpty, digits.allSatisfy({ "0123456789abcdef-".contains($0) }) else {
      throw .noSuchAttempt(id: prefix)
    }
    // In ASCII, `g` comes after everything that an id is made of.
    let found = try overviews(
      where: ["a.id >= ?", "a.id < ?"], [digits, digits + "g"], order: "a.id")
    guard let first = found.first else { throw .noSuchAttempt(id: prefix) }
    guard found.count == 1 else { throw .ambiguousAttempt(prefix: prefix, count: found.count) }
    return first
  }

  /// In their order.
  package func events(of attempt: String) throws(StoreError) -> [EventRecord] {
    try read { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT \(EventRecord.columns) FROM event WHERE attempt = ? ORDER BY sequence",
        arguments: [attempt])
      return try Array(rows.map { try EventRecord($0) })
    }
  }

  /// Attempts without an outcome, the one with the newest activity first.
  package func openAttempts(
    _ filter: AttemptFilter = AttemptFilter()
  ) throws(StoreError) -> [AttemptOverview] {
    let (conditions, arguments) = filter.conditions
    return try overviews(
      where: conditions + ["a.id IN (SELECT id FROM attempt EXCEPT SELECT attempt FROM outcome)"],
      arguments,
      order: "max(a.begun_at, coalesce(last.at, '')) DESC, a.rowid DESC")
  }

  /// Attempts with and without an outcome, in the order in which they began.
  package func attempts(
    _ filter: AttemptFilter = AttemptFilter()
  ) throws(StoreError) -> [AttemptOverview] {
    let (conditions, arguments) = filter.conditions
    return try overviews(where: conditions, arguments, order: "a.begun_at, a.rowid")
  }

  /// When something was done last, in one course or in any.
  package func lastActivity(course: String? = nil) throws(StoreError) -> String? {
    try read { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT max(max(
            a.begun_at, coalesce(o.ended_at, ''),
            coalesce((
              SELECT at FROM event WHERE attempt = a.id ORDER BY sequence DESC LIMIT 1), '')))
          FROM attempt AS a LEFT JOIN outcome AS o ON o.attempt = a.id
          WHERE ?1 IS NULL OR a.course = ?1
          """, arguments: [course])
    }
  }

  private func overviews(
    where conditions: [String], _ arguments: StatementArguments, order: String
  ) throws(StoreError) -> [AttemptOverview] {
    let conditions = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    return try read { db in
      let rows = try Row.fetchCursor(
        db, sql: "\(AttemptOverview.select) \(conditions) ORDER BY \(order)", arguments: arguments)
      return try Array(rows.map { try AttemptOverview($0) })
    }
  }
}
