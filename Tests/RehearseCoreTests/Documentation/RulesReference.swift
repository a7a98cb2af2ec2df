import Foundation
import RehearseCore
import Testing

/// `docs/rules.md` is written from the rules themselves. `REHEARSE_RECORD=1` writes it anew.
@Suite struct RulesReference {
  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/rules.md")

  @Test func isWhatTheRulesSay() throws {
    if ProcessInfo.processInfo.environment["REHEARSE_RECORD"] != nil {
      try Data(Self.text.utf8).write(to: Self.file)
    }
    let written = try String(contentsOf: Self.file, encoding: .utf8)
    let lines = zip(
      written.split(separator: "\n", omittingEmptySubsequences: false),
      Self.text.split(separator: "\n", omittingEmptySubsequences: false))
    #expect(
      written == Self.text,
      "First difference: \(lines.first { $0 != $1 }.map { "\($0)" } ?? "the length")")
  }

  @Test func everyRuleHasAPlaceToLinkTo() {
    let text = Self.text
    for id in ProblemRule.all.map(\.id) + Rule.all.map(\.id) {
      #expect(text.contains("\n### `\(id)`\n"))
    }
  }

  private static var text: String {
    """
    # What check says

    <!-- Written from the rules: `REHEARSE_RECORD=1 swift test --filter RulesReference`. -->

    `rehearse check` reads a course and says what is to be mended. Each finding has its place
    (`file:line:column`), how much it matters, the rule in one sentence, and in square brackets the
    rule's name, by which it stands on this page. The line under it says how to mend it.

    - An *error* keeps a unit from being played, or a certificate from being earned. Mend every one
      before you hand the course on; with errors, `check` ends with the status 1.
    - A *warning* is most likely a mistake, and keeps nothing from being played.
    - *Advice* is what usually makes a course better. You may know better.

    ## Allow what is meant

    A warning or an advice that you do not want in one file, you allow there, in its front matter,
    with the reason for whoever works on the file after you:

    ```
    allow: long-scene = she talks without a pause, that is the point; no-minutes = it depends
    ```

    An error cannot be allowed. An allowance that is no longer needed is reported.

    ## Rules of good practice

    \(Rule.all.map(section).joined(separator: "\n\n"))

    ## Rules of the format

    \(ProblemRule.all.map(section).joined(separator: "\n\n"))

    """
  }

  private static func section(_ rule: Rule) -> String {
    var text =
      "### `\(rule.id)`\n\n*\(rule.severity.rawValue.capitalized).* \(rule.title)\n\n\(rule.why)"
    if rule.describesExample {
      text += "\n\nBroken: \(rule.example.broken)\n\nMended: \(rule.example.mended)"
    } else {
      text += "\n\n" + example(rule.example.broken, rule.example.mended)
    }
    return text
  }

  private static func section(_ rule: ProblemRule) -> String {
    let text =
      "### `\(rule.id)`\n\n*\(rule.severity.rawValue.capitalized).* \(rule.title)\n\n\(rule.mend)"
    guard let found = FindingTests.cases.first(where: { $0.rule == rule.id }) else { return text }
    let (broken, mended) = changed(MarkedText(found.broken).text, found.mended)
    // What takes a page to break is not shown.
    guard (broken + "\n" + mended).split(separator: "\n").allSatisfy({ $0.count <= 120 }),
      max(broken.utf8.count, mended.utf8.count) < 600
    else { return text }
    return text + "\n\n" + example(broken, mended)
  }

  private static func example(_ broken: String, _ mended: String) -> String {
    "Broken:\n\n\(code(broken))\n\nMended:\n\n\(code(mended))"
  }

  private static func code(_ text: String) -> String {
    let fence = text.contains("```") ? "~~~" : "```"
    return "\(fence)\n\(text)\n\(fence)"
  }

  /// The lines that differ; from the beginning of the file where they stand in the front matter.
  private static func changed(_ broken: String, _ mended: String) -> (String, String) {
    let before = broken.split(separator: "\n", omittingEmptySubsequences: false)
    let after = mended.split(separator: "\n", omittingEmptySubsequences: false)
    let limit = min(before.count, after.count) - 1
    let same = zip(before, after).prefix { $0 == $1 }.count
    let rest = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
    let isInside = !before.prefix(same).dropFirst().contains("---")
    let start = isInside ? 0 : min(same, limit)
    let end = isInside ? 0 : min(rest, limit - start)
    func joined(_ lines: [Substring]) -> String {
      lines[start..<(lines.count - end)].joined(separator: "\n").trimmingCharacters(in: .newlines)
    }
    return (joined(before), joined(after))
  }
}
