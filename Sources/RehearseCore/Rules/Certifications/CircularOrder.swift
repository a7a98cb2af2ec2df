extension Rule {
  static let circularOrder = Rule(
    "circular-order", .warning,
    "`after` never leads back to where it began.",
    why: """
      Of two units that each come after the other, the player always names the other one first: the \
      learner is sent around.
      """,
    example: (
      "1. [The price](price.md) `after final`\n2. [Final](final.md) `after price`",
      "1. [The price](price.md)\n2. [Final](final.md) `after price`"
    )
  ) { review, findings in
    let entries = review.course.outline.entries
    let first = Dictionary(entries.map { ($0.path, $0) }) { first, _ in first }
    /// The unit that it comes after, again and again, until it is itself.
    func circle(from start: Outline.Entry) -> [String]? {
      var waiting = [[start.path]]
      var seen: Set<String> = []
      while let trail = waiting.popLast() {
        for name in first[trail.last ?? ""]?.after ?? [] {
          guard let path = review.course.names.path(of: name) else { continue }
          if path == start.path { return trail + [path] }
          if seen.insert(path).inserted { waiting.append(trail + [path]) }
        }
      }
      return nil
    }
    for entry in entries where !entry.after.isEmpty {
      guard let circle = circle(from: entry) else { continue }
      findings.report(
        "`after` leads back to where it began: \(circle.joined(separator: " after ")).",
        help: "Take one of these `after` out.", at: entry.range, in: "course.md")
    }
  }
}
