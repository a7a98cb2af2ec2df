import RehearseCore
import RehearseStore

/// Earlier attempts, played again from their records.
struct AttemptShelf {
  let place: Workplace

  /// The attempt that was named, or the newest one at a role-play that ended.
  func find(_ id: String?) throws -> AttemptOverview {
    if let id { return try place.records.attempt(matching: id) }
    let ended = try place.records.attempts(AttemptFilter(kind: UnitKind.scenario.rawValue))
      .filter { $0.outcome?.status == .finished }
    guard let newest = ended.max(by: { $0.lastActivity < $1.lastActivity }) else {
      throw NoAttempts()
    }
    return newest
  }

  /// The attempt with all its events, against the content that it began on.
  func replay(_ overview: AttemptOverview) throws -> Attempt {
    let kept = try OpenCourse(SnapshotSource(overview.attempt.snapshot, in: place.library))
    return try Attempt.resume(
      overview.attempt, program: try kept.program(overview.attempt.unit), in: place.records)
  }

  func list(json: Bool) throws {
    let attempts = try place.records.attempts()
    if json {
      return try printJSON(attempts.map(AttemptLine.init))
    }
    guard !attempts.isEmpty else { throw NoAttempts() }
    for overview in attempts {
      var text = StyledText(String(overview.id.prefix(8)), .strong)
      text += StyledText(": \(overview.attempt.course)/\(overview.attempt.unit)")
      if let client = overview.attempt.client { text += StyledText(" for \(client)") }
      text += StyledText(", \(Timestamp.dayAndTime(overview.attempt.begunAt))", .dim)
      // An attempt that played on from another names it: `ID before decision 4`.
      if let origin = overview.attempt.branchedFrom {
        text += StyledText(", from \(origin.prefix(8))\(origin.dropFirst(36))", .dim)
      }
      switch overview.outcome?.status {
      case nil: text += StyledText(", open", .caution)
      case .abandoned: text += StyledText(", left", .dim)
      case .finished:
        if let passed = overview.outcome?.passed {
          text += passed ? StyledText(", passed", .good) : StyledText(", not passed", .bad)
        } else if overview.outcome?.isAwaitingMarking == true {
          text += StyledText(", awaiting marking", .caution)
        } else {
          text += ", finished"
        }
      }
      place.write(text, rest: "          ")
    }
  }
}

struct NoAttempts: ExplainedError, Equatable {
  var message: String { "There is no attempt to show yet." }
  var help: String { "Play a role-play first: `rehearse`." }
  var exitCode: Int32 { 65 }
}

/// An attempt in the list that `debrief --list --json` prints.
private struct AttemptLine: Encodable {
  var attempt: String
  var course: String
  var unit: String
  var mode: String
  var client: String?
  var begun: String
  var events: Int
  var status: String
  var passed: Bool?
  /// `ID before decision 4` where it played on from another attempt.
  var branchedFrom: String?

  /// What is not known is null; no key is left out.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(attempt, forKey: .attempt)
    try container.encode(course, forKey: .course)
    try container.encode(unit, forKey: .unit)
    try container.encode(mode, forKey: .mode)
    try container.encode(client, forKey: .client)
    try container.encode(begun, forKey: .begun)
    try container.encode(events, forKey: .events)
    try container.encode(status, forKey: .status)
    try container.encode(passed, forKey: .passed)
    try container.encode(branchedFrom, forKey: .branchedFrom)
  }

  private enum CodingKeys: String, CodingKey {
    case attempt, course, unit, mode, client, begun, events, status, passed
    case branchedFrom
  }

  init(_ overview: AttemptOverview) {
    attempt = overview.id
    course = overview.attempt.course
    unit = overview.attempt.unit
    mode = overview.attempt.mode
    client = overview.attempt.client
    begun = overview.attempt.begunAt
    events = overview.events
    status = overview.outcome?.status.rawValue ?? "open"
    passed = overview.outcome?.passed
    branchedFrom = overview.attempt.branchedFrom
  }
}
