/// A course as the rules see it: all that reading found, and what the rules add.
package struct CourseReview: Sendable {
  package let course: Course
  /// The units in the order of their paths, so that findings come in one order.
  package let units: [Unit]
  /// Its assessments, for the rules on questions.
  let exams: [Exam]

  package init(_ course: Course) {
    self.course = course
    units = course.units.values.sorted {
      $0.about.path.utf8.lexicographicallyPrecedes($1.about.path.utf8)
    }
    exams = units.compactMap { unit in
      guard case .assessment(let assessment) = unit.content else { return nil }
      return Exam(assessment, path: unit.about.path)
    }
  }

  /// Everything there is to say about a course: what reading found and what the rules find, without
  /// what its files allow. `bytes` gives the contents of a file, as it did to `Course.read`.
  package static func diagnostics(
    of reading: Reading<Course?>, rules: [Rule] = Rule.all,
    bytes: (String) -> Result<[UInt8], CourseFileFailure>
  ) -> [Diagnostic] {
    guard let course = reading.value else { return reading.diagnostics }
    let review = CourseReview(course)
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
