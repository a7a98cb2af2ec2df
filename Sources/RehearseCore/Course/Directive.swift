/// What a machine must know, in inline code and English words: `points 5`, `trust +10`, `once`.
package enum Directive: Equatable, Sendable {
  case points(Int, skill: String?)
  case addToMeter(String, Int)
  case setMeter(String, Int)
  case setFlag(String)
  case clearFlag(String)
  case given(ConditionSyntax)
  case when(ConditionSyntax)
  case chance(Percent)
  case otherwise
  case once
  case critical
  case ending(Ending)
  case inYourOwnWords
  case skipIf(ConditionSyntax)
  case after(String)
  case draw(Int, skill: String?)
  case skill(String)
  case keepOrder
  case atLeast(Percent)
  case eachSection(Percent)
  case passed
  case completed

  /// How an ending counts.
  package enum Ending: String, CaseIterable, Sendable {
    case success, partial, failure
  }

  /// What each directive begins with, for near misses.
  package static let keywords = [
    "points", "set", "clear", "if", "unless", "when", "chance", "otherwise", "once", "critical",
    "ending", "in your own words", "skip if", "after", "draw", "skill", "keep order", "at least",
    "each section", "passed", "completed",
  ]

  /// Reads one directive; nil where the words are none.
  package init?(_ text: String) {
    let words = Words.split(text)
    guard let first = words.first?.lowercased(), text.utf8.count <= 500 else { return nil }
    // From 1: a slice costs nothing, and there are ten thousands of directives in a large course.
    let rest = words.dropFirst()
    switch (first, rest.count) {
    case ("points", 1...2):
      guard let points = Words.integer(rest[1]), abs(points) <= 10_000,
        rest.count == 1 || Words.isName(rest[2])
      else { return nil }
      self = .points(points, skill: rest.count == 2 ? rest[2] : nil)
    case ("set", 1) where Words.isName(rest[1]): self = .setFlag(rest[1])
    case ("clear", 1) where Words.isName(rest[1]): self = .clearFlag(rest[1])
    case ("if", 1...):
      guard let condition = ConditionSyntax(Array(rest)) else { return nil }
      self = .given(condition)
    case ("unless", 1...):
      guard let condition = ConditionSyntax(Array(rest)) else { return nil }
      self = .given(.not(condition))
    case ("when", 1...):
      guard let condition = ConditionSyntax(Array(rest)) else { return nil }
      self = .when(condition)
    case ("chance", 1...2):
      guard let percent = Percent(rest.joined()) else { return nil }
      self = .chance(percent)
    case ("otherwise", 0): self = .otherwise
    case ("once", 0): self = .once
    case ("critical", 0): self = .critical
    case ("ending", 1):
      guard let ending = Ending(rawValue: rest[1].lowercased()) else { return nil }
      self = .ending(ending)
    case ("in", 3) where rest.map { $0.lowercased() } == ["your", "own", "words"]:
      self = .inYourOwnWords
    case ("skip", 2...) where rest[1].lowercased() == "if":
      guard let condition = ConditionSyntax(Array(rest.dropFirst())) else { return nil }
      self = .skipIf(condition)
    case ("after", 1): self = .after(rest[1])
    case ("draw", 1...2):
      guard let count = Words.integer(rest[1]), (1...10_000).contains(count),
        rest.count == 1 || Words.isName(rest[2])
      else { return nil }
      self = .draw(count, skill: rest.count == 2 ? rest[2] : nil)
    case ("skill", 1) where Words.isName(rest[1]): self = .skill(rest[1])
    case ("keep", 1) where rest[1].lowercased() == "order": self = .keepOrder
    case ("at", 2...3) where rest[1].lowercased() == "least":
      guard let percent = Percent(rest[2...].joined()) else { return nil }
      self = .atLeast(percent)
    case ("each", 2...3) where rest[1].lowercased() == "section":
      guard let percent = Percent(rest[2...].joined()) else { return nil }
      self = .eachSection(percent)
    case ("passed", 0): self = .passed
    case ("completed", 0): self = .completed
    default:
      guard let meter = Self.meterChange(words) else { return nil }
      self = meter
    }
  }

  /// `trust +10`, `trust + 10`, `trust = 50`, `trust=50`.
  private static func meterChange(_ words: [String]) -> Directive? {
    if words.count == 2, Words.isName(words[0]), let change = Words.signedInteger(words[1]) {
      return .addToMeter(words[0], change)
    }
    let text = words.joined(separator: " ")
    if let equals = text.firstIndex(of: "=") {
      let name = Words.trim(String(text[..<equals]))
      // `points = 5` is a slip, and hardly a meter.
      guard Words.isName(name), !["points", "draw", "chance"].contains(name.lowercased()),
        let value = Words.integer(Words.trim(String(text[text.index(after: equals)...])))
      else { return nil }
      return .setMeter(name, value)
    }
    guard (2...3).contains(words.count), Words.isName(words[0]),
      let change = Words.signedInteger(words[1...].joined())
    else { return nil }
    return .addToMeter(words[0], change)
  }

  /// The directive that the author probably meant, for a text that is none: `pionts 5` gives
  /// `points 5`.
  package static func nearMiss(_ text: String) -> String? {
    let words = Words.split(text)
    guard !words.isEmpty, words.count <= 12 else { return nil }
    if words.count == 2, ["end", "ends", "ending", "ending:"].contains(words[0].lowercased()) {
      let ending =
        Ending.allCases.first { words[1].lowercased().hasPrefix($0.rawValue.prefix(4)) }?.rawValue
        ?? NearMiss.of(words[1], among: Ending.allCases.map(\.rawValue))
      return ending.map { "ending \($0)" }
    }
    // `in you own words`, `keep oder`: those that are nothing but their keyword.
    if words.count > 1, text.utf8.count <= 40,
      let keyword = NearMiss.of(text, among: keywords.filter { $0.contains(" ") }),
      keyword != text, Directive(keyword) != nil
    {
      return keyword
    }
    for length in stride(from: min(3, words.count), through: 1, by: -1) {
      let start = words.prefix(length).joined(separator: " ")
      let sameLength = keywords.filter { Words.split($0).count == length }
      if let keyword = NearMiss.of(start, among: sameLength) {
        let repaired = ([keyword] + words.dropFirst(length)).joined(separator: " ")
        if repaired != text, Directive(repaired) != nil { return repaired }
      }
    }
    return nil
  }
}
