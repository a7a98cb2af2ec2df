/// A course as the rules see it: all that reading found, and what the rules add.
package struct CourseReview: Sendable {
  package let course: Course
  /// The units in the order of their paths, so that findings come in one order.
  package let units: [Unit]
  /// What each scenario asks for and changes, by path.
  let nameUse: [String: ScenarioNameUse]
  /// All that can happen in each scenario, by its path; not of those that cannot be played.
  package let analyses: [String: ScenarioAnalysis]
  /// Its assessments, for the rules on questions.
  let exams: [Exam]

  /// Explores a scenario, by its path. Whoever keeps what was found before can hand it out again.
  package typealias Analyze = (String, Scenario, PassableUnits) -> ScenarioAnalysis

  package init(
    _ course: Course, analyze: Analyze = { ScenarioAnalysis($1, passable: $2) }
  ) {
    self.course = course
    let passable = course.passableUnits
    var analyses: [String: ScenarioAnalysis] = [:]
    for (path, unit) in course.units where unit.isSound {
      if case .scenario(let scenario) = unit.content {
        analyses[path] = analyze(path, scenario, passable)
      }
    }
    self.analyses = analyses
    units = course.units.values.sorted {
      $0.about.path.utf8.lexicographicallyPrecedes($1.about.path.utf8)
    }
    var nameUse: [String: ScenarioNameUse] = [:]
    for unit in units {
      if case .scenario(let scenario) = unit.content {
        nameUse[unit.about.path] = ScenarioNameUse(scenario)
      }
    }
    self.nameUse = nameUse
    exams = units.compactMap { unit in
      // Without a key there is nothing to say about one.
      guard case .assessment(let assessment) = unit.content, !assessment.isSealed else {
        return nil
      }
      return Exam(assessment, path: unit.about.path)
    }
  }

  /// Everything there is to say about a course, by file and line: what reading found and what the
  /// rules find, without what its files allow. `bytes` gives the contents of a file, as it did to
  /// `Course.read`.
  package static func diagnostics(
    of reading: Reading<Course?>, rules: [Rule] = Rule.all,
    bytes: (String) -> Result<[UInt8], CourseFileFailure>,
    analyze: Analyze = { ScenarioAnalysis($1, passable: $2) }
  ) -> [Diagnostic] {
    guard let course = reading.value else { return sorted(reading.diagnostics) }
    return CourseReview(course, analyze: analyze).diagnostics(
      of: reading, rules: rules, bytes: bytes)
  }

  /// The same for the reading that the reviewed course came from.
  package func diagnostics(
    of reading: Reading<Course?>, rules: [Rule] = Rule.all,
    bytes: (String) -> Result<[UInt8], CourseFileFailure>
  ) -> [Diagnostic] {
    var found: [String: [Finding]] = [:]
    for rule in rules {
      found.merge(rule.findings(in: self)) { $0 + $1 }
    }
    // Errors first: with them mended, most of what follows from them is gone.
    for unit in units where !unit.isSound {
      found[unit.about.path]?.removeAll { $0.problem.severity != .error }
    }
    // A sealed assessment was written by the program; its author mends the one that it came from.
    for unit in units where unit.isSealed { found[unit.about.path] = nil }
    var unused: Set<Allowance.Place> = []
    let diagnostics = Allowance.filter(
      reading.diagnostics + self.diagnostics(for: found, bytes: bytes), in: units,
      unused: &unused)
    // Where something could not be read, what it would break is not known.
    let isWhole = !reading.hasErrors
    var aboutAllowances: [String: [Finding]] = [:]
    for unit in units {
      for (index, allowance) in unit.about.allowances.enumerated() {
        let place = Allowance.Place(path: unit.about.path, index: index)
        if let problem = allowance.problem(isUnused: isWhole && unused.contains(place)) {
          aboutAllowances[unit.about.path, default: []].append(
            Finding(problem, at: allowance.range))
        }
      }
    }
    return Self.sorted(diagnostics + self.diagnostics(for: aboutAllowances, bytes: bytes))
  }

  /// Findings with byte columns as diagnostics with columns in code points.
  private func diagnostics(
    for found: [String: [Finding]], bytes: (String) -> Result<[UInt8], CourseFileFailure>
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (path, findings) in found {
      // What is about the file as a whole needs no look into it.
      let (whole, placed) = findings.reduce(into: ([Finding](), [Finding]())) { parts, finding in
        if finding.range == .firstCharacter {
          parts.0.append(finding)
        } else {
          parts.1.append(finding)
        }
      }
      diagnostics += whole.map { Diagnostic(file: path, problem: $0.problem, range: $0.range) }
      guard !placed.isEmpty, case .success(let content) = bytes(path) else { continue }
      if course.units[path]?.isSound ?? false {
        diagnostics += FindingPlaces(content).diagnostics(for: placed, in: path)
        continue
      }
      var known: [Finding] = []
      diagnostics += SourceText(path: path, bytes: content, findings: &known)
        .diagnostics(for: placed)
    }
    return diagnostics
  }

  /// By file and place; what has the same place stays in its order, but for the rules' names.
  private static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.sorted { a, b in
      guard a.file == b.file else { return a.file.utf8.lexicographicallyPrecedes(b.file.utf8) }
      guard a.range.start == b.range.start else { return a.range.start < b.range.start }
      return a.rule.utf8.lexicographicallyPrecedes(b.rule.utf8)
    }
  }
}
