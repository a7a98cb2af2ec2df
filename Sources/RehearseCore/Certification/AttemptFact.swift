/// What a finished attempt can show to a certification.
package struct AttemptFact: Equatable, Sendable {
  /// The content that it was played on, beside the content of now.
  package enum Content: Sendable {
    /// The course has the same major version, or none.
    case sameVersion
    /// An earlier major version, but the unit and all that it plays are the same to the byte.
    case unchanged
    /// An earlier major version, and another text.
    case changed
  }

  /// The attempt's UUID.
  package var attempt: String
  /// The path of the unit.
  package var unit: String
  package var kind: UnitKind
  package var mode: Mode
  /// ISO 8601, UTC, seconds.
  package var ended: String
  package var passed: Bool?
  package var points: Points
  /// Nil where the most that could be earned is not known.
  package var outOf: Points?
  /// Whether it ended in failure or with a critical mistake, which no points make good.
  package var isFailed: Bool
  package var sections: [ResultSummary.Section]
  package var skills: [ResultSummary.Skill]
  /// The digest of the course content, 64 hexadecimal digits.
  package var digest: String
  package var content: Content
  /// Whether the exam was sealed, so that only the organisation could mark it.
  package var wasSealed = false
  /// Whether a part was marked by the learner against a rubric.
  package var isSelfMarked = false

  package init(
    attempt: String, unit: String, kind: UnitKind, mode: Mode, ended: String, passed: Bool?,
    points: Points = .zero, outOf: Points? = nil, isFailed: Bool = false,
    sections: [ResultSummary.Section] = [], skills: [ResultSummary.Skill] = [], digest: String,
    content: Content = .sameVersion
  ) {
    self.attempt = attempt
    self.unit = unit
    self.kind = kind
    self.mode = mode
    self.ended = ended
    self.passed = passed
    self.points = points
    self.outOf = outOf
    self.isFailed = isFailed
    self.sections = sections
    self.skills = skills
    self.digest = digest
    self.content = content
  }

  /// From a transcript and the session that its replay came to. Nil where it did not end with a
  /// result.
  package init?(_ transcript: Transcript, _ session: Session, content: Content = .sameVersion) {
    guard session.isOver, let result = session.result, let last = transcript.entries.last
    else { return nil }
    let summary = ResultSummary(result)
    self.init(
      attempt: transcript.header.attempt, unit: transcript.header.unit, kind: result.kind,
      mode: transcript.header.mode, ended: last.time, passed: result.passed,
      points: result.points, outOf: result.outOf,
      isFailed: result.hasCriticalMistake || result.ending?.kind == .failure,
      sections: summary.sections, skills: summary.skills, digest: transcript.header.digest,
      content: content)
    isSelfMarked = summary.isSelfMarked
  }

  /// Rounded down; for showing only.
  package var percent: Percent? { outOf.map { Percent.share(points, of: $0) } }

  /// Whether this attempt gives what a requirement asks of its unit. Shares are compared exactly.
  package func meets(_ demand: Certification.Demand) -> Bool {
    if demand == .completed { return isCompleted }
    guard mode == .assessed else { return false }
    switch demand {
    case .completed: return isCompleted
    case .passed: return passed == true
    case .atLeast(let share): return reaches(share)
    case .eachSection(let share): return reachesInEachSection(share)
    case .both(let share, let section): return reaches(share) && reachesInEachSection(section)
    }
  }

  /// Lessons are read and checklists worked in whatever way they are; what has a score counts on
  /// record only. A checklist that was closed with open points is not completed.
  private var isCompleted: Bool {
    switch kind {
    case .lesson, .aid: true
    case .checklist: mode != .engagement || passed == true
    default: mode == .assessed
    }
  }

  private func reaches(_ share: Percent) -> Bool {
    guard let outOf, outOf.units > 0, !isFailed else { return false }
    return share.isReached(by: points, of: outOf)
  }

  private func reachesInEachSection(_ share: Percent) -> Bool {
    !sections.isEmpty && sections.allSatisfy { share.isReached(by: $0.points, of: $0.outOf) }
  }

  /// Whether it shows more than another: the larger share, compared exactly; then the earlier one.
  func isBetter(than other: AttemptFact) -> Bool {
    guard let outOf, let otherOutOf = other.outOf, outOf.units > 0, otherOutOf.units > 0 else {
      return (outOf != nil && other.outOf == nil) || isEarlier(than: other)
    }
    let left = points.units.multipliedFullWidth(by: otherOutOf.units)
    let right = other.points.units.multipliedFullWidth(by: outOf.units)
    if (left.high, left.low) != (right.high, right.low) {
      return (left.high, left.low) > (right.high, right.low)
    }
    return isEarlier(than: other)
  }

  func isEarlier(than other: AttemptFact) -> Bool {
    (ended, attempt) < (other.ended, other.attempt)
  }
}
