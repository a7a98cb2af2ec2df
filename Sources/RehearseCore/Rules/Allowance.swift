/// A rule that a file breaks on purpose: `allow: longest-key = the long option is what she said`.
/// Warnings and advice can be allowed; an error is never meant.
package struct Allowance: Equatable, Sendable {
  package var rule: String
  /// Why; without a reason nothing is allowed.
  package var reason: String
  package var range: SourceRange

  /// The findings that no file allows.
  static func filter(
    _ diagnostics: [Diagnostic], in units: [Unit], unused: inout Set<Place>
  ) -> [Diagnostic] {
    var allowed: [String: [String: Place]] = [:]
    for unit in units {
      for (index, allowance) in unit.about.allowances.enumerated() {
        let place = Place(path: unit.about.path, index: index)
        unused.insert(place)
        guard !allowance.reason.isEmpty else { continue }
        let first = allowed[unit.about.path]?[allowance.rule] ?? place
        allowed[unit.about.path, default: [:]][allowance.rule] = first
      }
    }
    guard !allowed.isEmpty else { return diagnostics }
    return diagnostics.filter { diagnostic in
      guard diagnostic.severity != .error, let place = allowed[diagnostic.file]?[diagnostic.rule]
      else { return true }
      unused.remove(place)
      return false
    }
  }

  /// Which allowance of which file.
  struct Place: Hashable {
    var path: String
    var index: Int
  }

  /// What is wrong with an allowance itself. `isUnused` says that nothing was found for it, where
  /// the course could be read whole.
  func problem(isUnused: Bool) -> Problem? {
    guard let severity = Self.severities[rule] else {
      return .allowedNoRule(rule, nearest: NearMiss.of(rule, among: Self.severities.keys.sorted()))
    }
    if severity == .error { return .allowedError(rule) }
    if reason.isEmpty { return .allowedWithoutReason(rule) }
    return isUnused ? .allowedForNothing(rule) : nil
  }

  /// Every rule that there is, and how much it matters.
  private static let severities: [String: Diagnostic.Severity] = {
    var severities: [String: Diagnostic.Severity] = [:]
    for rule in ProblemRule.all { severities[rule.id] = rule.severity }
    for rule in Rule.all { severities[rule.id] = rule.severity }
    return severities
  }()
}
