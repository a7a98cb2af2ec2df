/// What is wrong and where, while a file is being read (columns count bytes).
package struct Finding: Equatable, Sendable {
  package var problem: Problem
  package var range: SourceRange

  package init(_ problem: Problem, at range: SourceRange) {
    self.problem = problem
    self.range = range
  }
}

/// One finding for the author: where it is, which rule it breaks, and how to mend it.
package struct Diagnostic: Equatable, Sendable {
  package enum Severity: String, Sendable, CaseIterable { case error, warning, advice }

  /// The path of the file, from the course folder, with `/` between its parts.
  package var file: String
  package var problem: Problem
  /// Lines and columns from 1; columns count Unicode code points; the end is exclusive.
  package var range: SourceRange

  package init(file: String, problem: Problem, range: SourceRange) {
    self.file = file
    self.problem = problem
    self.range = range
  }

  package var severity: Severity { problem.severity }
  /// The stable id of the rule, such as `unknown-directive`.
  package var rule: String { problem.rule }
  /// One sentence that states the rule.
  package var message: String { problem.message }
  /// What the author can do about it.
  package var help: String { problem.help }
}

/// What could be read, and what was found on the way. Reading never fails.
package struct Reading<Value: Sendable>: Sendable {
  package var value: Value
  package var diagnostics: [Diagnostic]

  package init(_ value: Value, diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
