/// A course as the rules see it: all that reading found, and what the rules add.
package struct CourseReview: Sendable {
  package let course: Course
  /// The units in the order of their paths, so that findings come in one order.
  package let units: [Unit]

  /// All that can happen in each scenario, by its path; not of those that cannot be played.
  package let analyses: [String: ScenarioAnalysis]

  /// Explores a scenario, by its path. Whoever keeps what was found before can hand it out again.
  package typealias Analyze = (String, Scenario, PassableUnits) -> ScenarioAnalysis

  /// - Parameter unplayable: the files with errors, whose scenarios are not explored.
  package init(
    _ course: Course, unplayable: Set<String> = [],
    analyze: Analyze = { ScenarioAnalysis($1, passable: $2) }
  ) {
    self.course = course
    let passable = course.passableUnits
    var analyses: [String: ScenarioAnalysis] = [:]
    for (path, unit) in course.units where !unplayable.contains(path) {
      if case .scenario(let scenario) = unit.content {
        analyses[path] = analyze(path, scenario, passable)
      }
    }
    self.analyses = analyses
    units = course.units.values.sorted {
      $0.about.path.utf8.lexicographicallyPrecedes($1.about.path.utf8)
    }
  }

  /// Everything there is to say about a course: what reading found and what the rules find, without
  /// what its files allow. `bytes` gives the contents of a file, as it did to `Course.read`.
  package static func diagnostics(
    of reading: Reading<Course?>, rules: [Rule] = Rule.all,
    bytes: (String) -> Result<[UInt8], CourseFileFailure>,
    analyze: Analyze = { ScenarioAnalysis($1, passable: $2) }
  ) -> [Diagnostic] {
    guard let course = reading.value else { return reading.diagnostics }
    let unplayable = reading.diagnostics.filter { $0.severity == .error }.map(\.file)
    let review = CourseReview(course, unplayable: Set(unplayable), analyze: analyze)
    var found: [String: [Finding]] = [:]
    for rule in rules {
      found.merge(rule.findings(in: review)) { $0 + $1 }
    }
    var diagnostics = reading.diagnostics
    for (path, findings) in found.sorted(by: { $0.key < $1.key }) {
      guard case .success(let content) = bytes(path) else { continue }
      var known: [Finding] = []
      diagnostics += SourceText(path: path, bytes: content, findings: &known)
        .diagnostics(for: findings)
    }
    return Allowance.filter(diagnostics, in: review, bytes: bytes)
  }
}
