package import RehearseCore

/// Where a learner stands in a course: every unit of the outline with its state.
package struct CourseProgress: Sendable {
  package enum State: Equatable, Sendable {
    case notBegun
    case inProgress
    /// Finished, with nothing to pass or passed.
    case done
    /// Finished and not passed yet.
    case notPassed
    /// Sealed and handed in: whether it was passed is known when it comes back.
    case awaitingMarking
    /// May be left out, by the result of another unit.
    case mayBeSkipped
  }

  package struct UnitProgress: Sendable {
    package var title: String
    package var path: String
    package var about: UnitDescription?
    package var state: State
    package var best: OutcomeRecord?
    package var attempts: Int
    /// Units that come first and are not done yet: their titles.
    package var waitsFor: [String]
    /// Whether it counts for the course: certificates do not, job aids are there to be used, and so
    /// is what stands in a list of points beside numbered ones.
    package var counts: Bool

    /// Whether there is nothing left to do for the learner.
    package var isDone: Bool {
      switch state {
      case .done, .awaitingMarking, .mayBeSkipped: true
      case .notBegun, .inProgress, .notPassed: false
      }
    }
  }

  package struct Section: Sendable {
    package var title: String
    package var units: [UnitProgress]
  }

  package let sections: [Section]

  package var units: [UnitProgress] { sections.flatMap(\.units) }
  package var counted: [UnitProgress] { units.filter(\.counts) }
  package var doneCount: Int { counted.count(where: \.isDone) }
  package var minutesLeft: Int {
    counted.filter { !$0.isDone }.reduce(0) { $0 + ($1.about?.minutes ?? 0) }
  }

  /// The paths of units that were passed in any way, and those that were passed on record: what was
  /// practised does not open a gate in an attempt on record.
  private let passedInAnyMode: [String]
  private let passedOnRecord: [String]

  /// The paths of units that count as passed for `passed UNIT` in an attempt of this mode.
  package func passed(for mode: Mode) -> [String] {
    mode == .assessed ? passedOnRecord : passedInAnyMode
  }

  /// The next unit in the author's order that is neither done nor waiting.
  package var next: UnitProgress? {
    counted.first { !$0.isDone && $0.waitsFor.isEmpty } ?? counted.first { !$0.isDone }
  }

  package init(_ course: OpenCourse, attempts: [AttemptOverview]) {
    let real = attempts.filter { $0.attempt.mode != Mode.engagement.rawValue }
    let standings = UnitStanding.standings(of: real)
    let open = Set(real.filter(\.isOpen).map(\.attempt.unit))
    func best(_ path: String) -> OutcomeRecord? { standings[path]?.best?.outcome }
    func holds(_ condition: ConditionSyntax) -> Bool {
      switch condition {
      case .compareShare(let name, let comparison, let percent):
        guard let share = course.names.path(of: name).flatMap(best)?.percentHundredths else {
          return false
        }
        return comparison.holds(share, percent.hundredths)
      case .passed(let name): return course.names.path(of: name).flatMap(best)?.passed == true
      case .not(let inner): return !holds(inner)
      case .and(let a, let b): return holds(a) && holds(b)
      case .or(let a, let b): return holds(a) || holds(b)
      case .compare, .flag, .visited: return false
      }
    }
    func isDone(_ path: String) -> Bool {
      guard let outcome = best(path) else { return false }
      return outcome.passed ?? (outcome.ending != Directive.Ending.failure.rawValue)
    }
    let titles = Dictionary(
      course.outline.entries.map { ($0.path, $0.title) }, uniquingKeysWith: { first, _ in first })
    sections = course.outline.sections.map { section in
      Section(
        title: section.title,
        units: section.entries.map { entry in
          let outcome = best(entry.path)
          let state: State =
            if open.contains(entry.path), !isDone(entry.path) {
              .inProgress
            } else if outcome?.isAwaitingMarking == true {
              .awaitingMarking
            } else if outcome != nil {
              isDone(entry.path) ? .done : .notPassed
            } else if let condition = entry.skipIf, holds(condition) {
              .mayBeSkipped
            } else {
              .notBegun
            }
          let about = course.units[entry.path]
          return UnitProgress(
            title: entry.title, path: entry.path, about: about, state: state, best: outcome,
            attempts: standings[entry.path]?.attempts ?? 0,
            waitsFor: entry.after.compactMap { name in
              guard let path = course.names.path(of: name), !isDone(path) else { return nil }
              return titles[path] ?? name
            },
            counts: about?.kind.canBePlayed == true && about?.kind != .aid && entry.isStep)
        })
    }
    let passed = real.filter { $0.outcome?.passed == true }
    passedInAnyMode = Set(passed.map(\.attempt.unit)).sorted()
    passedOnRecord = Set(
      passed.filter { $0.attempt.mode == Mode.assessed.rawValue }.map(\.attempt.unit)
    ).sorted()
  }
}
