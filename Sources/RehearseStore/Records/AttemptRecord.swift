/// The beginning of an attempt: who plays is not said, what is played is said by digest.
package struct AttemptRecord: Equatable, Sendable, Identifiable {
  /// A UUID in lower case.
  package var id: String
  package var course: String
  package var unit: String
  package var kind: String
  /// The digest of the course content that the attempt belongs to.
  package var snapshot: String
  package var mode: String
  /// For whom a checklist is worked through.
  package var client: String?
  /// The attempt that this one goes on from, at a decision taken back.
  package var branchedFrom: String?
  /// The header of the transcript, as the engine wrote it.
  package var header: String
  /// ISO 8601 in UTC with seconds, as every time here: `2026-11-22T07:40:00Z`.
  package var begunAt: String

  package init(
    id: String, course: String, unit: String, kind: String, snapshot: String, mode: String,
    client: String? = nil, branchedFrom: String? = nil, header: String, begunAt: String
  ) {
    self.id = id
    self.course = course
    self.unit = unit
    self.kind = kind
    self.snapshot = snapshot
    self.mode = mode
    self.client = client
    self.branchedFrom = branchedFrom
    self.header = header
    self.begunAt = begunAt
  }
}

/// One step of an attempt, as the engine wrote it.
package struct EventRecord: Equatable, Sendable {
  /// From 1, without gaps.
  package var sequence: Int
  package var at: String
  package var body: String
  /// What binds the event to those before it.
  package var hash: String

  package init(sequence: Int, at: String, body: String, hash: String) {
    self.sequence = sequence
    self.at = at
    self.body = body
    self.hash = hash
  }
}

/// How an attempt ended. There is at most one for an attempt, and it is final.
package struct OutcomeRecord: Equatable, Sendable {
  package enum Status: String, Sendable { case finished, abandoned }

  package var endedAt: String
  package var status: Status
  /// Nil where there is nothing to pass.
  package var passed: Bool?
  /// In the engine's fixed point units.
  package var points: Int
  package var outOf: Int?
  /// 7450 is 74.50%, for showing only: whether an attempt passed is in `passed`.
  package var percentHundredths: Int?
  package var ending: String?
  /// JSON, as the engine wrote it.
  package var summary: String

  /// The summary of an attempt at a sealed assessment.
  static let awaitingMarking = #"{"marking":"awaited"}"#

  /// Whether it is marked elsewhere: until then `points` says nothing.
  package var isAwaitingMarking: Bool { summary == Self.awaitingMarking }

  package init(
    endedAt: String, status: Status, passed: Bool? = nil, points: Int = 0, outOf: Int? = nil,
    percentHundredths: Int? = nil, ending: String? = nil, summary: String = "{}"
  ) {
    self.endedAt = endedAt
    self.status = status
    self.passed = passed
    self.points = points
    self.outOf = outOf
    self.percentHundredths = percentHundredths
    self.ending = ending
    self.summary = summary
  }
}

/// An attempt with all that is known of it but its events.
package struct AttemptOverview: Equatable, Sendable, Identifiable {
  package var attempt: AttemptRecord
  /// How many events it has.
  package var events: Int
  /// When it began, went on or ended last.
  package var lastActivity: String
  package var outcome: OutcomeRecord?

  package var id: String { attempt.id }
  package var isOpen: Bool { outcome == nil }

  package init(
    attempt: AttemptRecord, events: Int, lastActivity: String, outcome: OutcomeRecord? = nil
  ) {
    self.attempt = attempt
    self.events = events
    self.lastActivity = lastActivity
    self.outcome = outcome
  }
}
