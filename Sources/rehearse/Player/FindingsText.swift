import RehearseCore

/// Findings as an author reads them: `file:line:column`, what the rule is, and how to mend it.
enum FindingsText {
  static func text(_ diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "No findings.\n" }
    var text = ""
    for diagnostic in diagnostics {
      let start = diagnostic.range.start
      text +=
        "\(diagnostic.file.printable):\(start.line):\(start.column): \(diagnostic.severity.rawValue):"
        + " \(diagnostic.message.printable) [\(diagnostic.rule)]\n"
        + "  \(diagnostic.help.printable)\n"
    }
    return text + summary(diagnostics) + "\n"
  }

  /// `2 errors, 1 warning.`
  static func summary(_ diagnostics: [Diagnostic]) -> String {
    let counts = Diagnostic.Severity.allCases.compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      guard count > 0 else { return nil }
      let word = severity == .advice ? "advice" : severity.rawValue + (count == 1 ? "" : "s")
      return "\(count) \(word)"
    }
    return counts.joined(separator: ", ") + "."
  }
}
