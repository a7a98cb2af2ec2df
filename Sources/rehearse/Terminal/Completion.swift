/// What Tab does with the line that stands there.
struct Completion: Equatable {
  /// The candidates that begin with the line, upper and lower case alike, in their own order.
  let matches: [String]
  /// What the line becomes: as much as all matches have in common.
  let replacement: String

  /// Nil where nothing begins like the line.
  init?(of line: String, among candidates: [String]) {
    let typed = line.lowercased()
    var seen: Set<String> = []
    matches = candidates.filter { $0.lowercased().hasPrefix(typed) && seen.insert($0).inserted }
    guard let first = matches.first else { return nil }
    var common = first[...]
    for match in matches.dropFirst() {
      let pairs = zip(common, match).prefix { $0.lowercased() == $1.lowercased() }
      common = common.prefix(pairs.count)
    }
    // Letters whose lower case is longer may leave less in common than was typed.
    replacement = common.count < line.count ? line : String(common)
  }
}
