/// Where the learner stands with one unit.
package struct UnitStanding: Equatable, Sendable {
  package var unit: String
  /// All attempts, open, finished and abandoned.
  package var attempts: Int
  /// The finished attempt that counts most: a passed one before one that awaits its marking, and
  /// that before one that did not pass; then the larger part of the points, then the later one.
  package var best: AttemptOverview?
  /// The attempt that finished last.
  package var latest: AttemptOverview?
  package var lastActivity: String

  package init(
    unit: String, attempts: Int, best: AttemptOverview?, latest: AttemptOverview?,
    lastActivity: String
  ) {
    self.unit = unit
    self.attempts = attempts
    self.best = best
    self.latest = latest
    self.lastActivity = lastActivity
  }
}

extension RecordsDatabase {
  /// By unit. With `modes`, only attempts in these modes are looked at. Units without an attempt
  /// are not in the answer.
  package func standings(
    ofCourse course: String, modes: Set<String>? = nil
  ) throws(StoreError) -> [String: UnitStanding] {
    UnitStanding.standings(
      of: try attempts(AttemptFilter(course: course)).filter {
        modes?.contains($0.attempt.mode) ?? true
      })
  }
}

extension UnitStanding {
  /// - Parameter attempts: in the order in which they began.
  package static func standings(of attempts: [AttemptOverview]) -> [String: UnitStanding] {
    Dictionary(grouping: attempts, by: \.attempt.unit).mapValues { attempts in
      let finished = attempts.filter { $0.outcome?.status == .finished }
      return UnitStanding(
        unit: attempts[0].attempt.unit, attempts: attempts.count,
        best: finished.reduce(nil) { best, next in
          guard let best, !counts(next, atLeastAs: best) else { return next }
          return best
        },
        latest: finished.reduce(nil) { latest, next in
          guard let latest, ended(next) < ended(latest) else { return next }
          return latest
        },
        lastActivity: attempts.map(\.lastActivity).max() ?? "")
    }
  }

  private static func ended(_ overview: AttemptOverview) -> String {
    overview.outcome?.endedAt ?? ""
  }

  private static func counts(_ one: AttemptOverview, atLeastAs other: AttemptOverview) -> Bool {
    guard let one = one.outcome, let other = other.outcome else { return false }
    let passed = (one.passed ?? false, other.passed ?? false)
    guard passed.0 == passed.1 else { return passed.0 }
    // What is not marked yet may have passed.
    let awaited = (one.isAwaitingMarking, other.isAwaitingMarking)
    guard awaited.0 == awaited.1 else { return awaited.0 }
    // Compared as fractions, without rounding; where there is no whole, points count as they are.
    guard let whole = one.outOf, let otherWhole = other.outOf, whole > 0, otherWhole > 0 else {
      return one.points >= other.points
    }
    let left = one.points.multipliedFullWidth(by: otherWhole)
    let right = other.points.multipliedFullWidth(by: whole)
    return (left.high, left.low) >= (right.high, right.low)
  }
}
