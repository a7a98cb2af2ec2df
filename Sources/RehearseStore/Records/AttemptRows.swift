internal import GRDB

// Columns are read by their place, and each is checked: in a damaged file anything may stand.

extension EventRecord {
  static let columns = "sequence, at, body, hash"

  init(_ row: Row) throws {
    self.init(
      sequence: try row.decode(atIndex: 0), at: try row.decode(atIndex: 1),
      body: try row.decode(atIndex: 2), hash: try row.decode(atIndex: 3))
  }
}

extension AttemptOverview {
  /// The events of an attempt lie together in order, so its last one is found in one step, and its
  /// number is how many there are.
  static let select = """
    SELECT a.id, a.course, a.unit, a.kind, a.snapshot, a.mode, a.client, a.branched_from,
      a.header, a.begun_at, last.sequence, last.at,
      o.ended_at, o.status, o.passed, o.points, o.out_of, o.percent_hundredths, o.ending, o.summary
    FROM attempt AS a
    LEFT JOIN outcome AS o ON o.attempt = a.id
    LEFT JOIN event AS last ON last.attempt = a.id
      AND last.sequence = (SELECT max(sequence) FROM event WHERE attempt = a.id)
    """

  init(_ row: Row) throws {
    attempt = AttemptRecord(
      id: try row.decode(atIndex: 0), course: try row.decode(atIndex: 1),
      unit: try row.decode(atIndex: 2), kind: try row.decode(atIndex: 3),
      snapshot: try row.decode(atIndex: 4), mode: try row.decode(atIndex: 5),
      client: try row.decode(atIndex: 6), branchedFrom: try row.decode(atIndex: 7),
      header: try row.decode(atIndex: 8), begunAt: try row.decode(atIndex: 9))
    let count: Int? = try row.decode(atIndex: 10)
    events = count ?? 0
    outcome = try OutcomeRecord(row, from: 12)
    let times: [String?] = [attempt.begunAt, try row.decode(atIndex: 11), outcome?.endedAt]
    lastActivity = times.compactMap(\.self).max() ?? attempt.begunAt
  }
}

extension OutcomeRecord {
  /// Nil if the attempt has none.
  fileprivate init?(_ row: Row, from index: Int) throws {
    guard let endedAt: String = try row.decode(atIndex: index) else { return nil }
    let name: String = try row.decode(atIndex: index + 1)
    guard let status = Status(rawValue: name) else { throw UnknownStatus(name: name) }
    self.init(
      endedAt: endedAt, status: status, passed: try row.decode(atIndex: index + 2),
      points: try row.decode(atIndex: index + 3), outOf: try row.decode(atIndex: index + 4),
      percentHundredths: try row.decode(atIndex: index + 5),
      ending: try row.decode(atIndex: index + 6), summary: try row.decode(atIndex: index + 7))
  }

  private struct UnknownStatus: Error { var name: String }
}
