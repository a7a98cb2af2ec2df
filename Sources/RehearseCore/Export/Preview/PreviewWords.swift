/// Numbers and the program's own sentences on a page.
enum PreviewWords {
  /// `1 point`, `−3 points`
  static func count(_ count: Int, _ noun: String) -> String {
    "\(count < 0 ? "−" : "")\(count.magnitude) \(noun)\(count.magnitude == 1 ? "" : "s")"
  }

  static func points(_ points: Int) -> String { count(points, "point") }

  /// A sentence in which words between backquotes are code.
  static func sentence(_ words: String) -> HTML {
    let parts = words.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return "\(words)" }
    return parts.enumerated().map { place, part -> HTML in
      place % 2 == 1 ? "<code>\(String(part))</code>" : "\(String(part))"
    }.joined()
  }
}
