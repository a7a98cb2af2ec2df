import RehearseCore
import RehearseStore

/// What a certification asks for, and how much of it is met.
struct CertificationScreen {
  let room: CourseRoom
  private var place: Workplace { room.place }

  func show(_ path: String) throws {
    guard let unit = try room.course.unit(path)?.value,
      case .certification(let certification) = unit.content
    else { throw CourseProblem.noUnit(path) }
    place.heading(unit.about.title)
    place.write(certification.text)
    if let valid = certification.valid {
      place.write("It is valid for \(valid.count) \(valid.unit.rawValue).")
    }
    let attempts = try place.records.attempts(
      AttemptFilter(course: room.course.id, mode: Mode.assessed.rawValue))
    let standings = UnitStanding.standings(of: attempts)
    place.blank()
    place.write("What it asks for, in attempts on record:", .strong)
    for requirement in certification.requirements { line(requirement, standings, indent: 0) }
  }

  private func line(
    _ requirement: Certification.Requirement, _ standings: [String: UnitStanding], indent: Int
  ) {
    let glyphs = place.theme.glyphs
    let isMet = Self.isMet(requirement, standings)
    let mark =
      StyledText.blanks(indent)
      + (isMet ? StyledText("[\(glyphs.right)] ", .good) : StyledText("[ ] "))
    switch requirement {
    case .unit(_, let title, let demand, _):
      var text = StyledText(title + ", " + demand.words)
      if !isMet, Self.isAwaited(requirement, standings) {
        text += StyledText(": awaiting marking; send your record: rehearse submit", .caution)
      }
      place.write(text, first: mark, rest: .blanks(indent + 4))
    case .any(let count, let inner, _):
      place.write("Any \(count) of:", first: mark)
      for requirement in inner { line(requirement, standings, indent: indent + 4) }
    }
  }

  /// Whether the unit was handed in sealed and its result is not known yet.
  static func isAwaited(
    _ requirement: Certification.Requirement, _ standings: [String: UnitStanding]
  ) -> Bool {
    guard case .unit(let path, _, _, _) = requirement else { return false }
    return standings[path]?.best?.outcome?.isAwaitingMarking == true
  }

  static func isMet(
    _ requirement: Certification.Requirement, _ standings: [String: UnitStanding]
  ) -> Bool {
    switch requirement {
    case .any(let count, let inner, _): return inner.count { isMet($0, standings) } >= count
    case .unit(let path, _, let demand, _):
      guard let outcome = standings[path]?.best?.outcome else { return false }
      let share = outcome.percentHundredths ?? 0
      switch demand {
      case .completed: return true
      case .passed: return outcome.passed == true
      case .atLeast(let percent): return share >= percent.hundredths
      // Whether each section reached its mark is part of passing.
      case .eachSection: return outcome.passed == true
      case .both(let percent, _): return outcome.passed == true && share >= percent.hundredths
      }
    }
  }
}

extension Certification.Demand {
  var words: String {
    switch self {
    case .passed: "passed"
    case .completed: "completed"
    case .atLeast(let percent): "at least \(percent.description)"
    case .eachSection(let percent): "each section at least \(percent.description)"
    case .both(let total, let section):
      "at least \(total.description), each section \(section.description)"
    }
  }
}
