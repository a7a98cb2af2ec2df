/// A condition as the author wrote it, before its names are looked up.
package indirect enum ConditionSyntax: Equatable, Sendable {
  case compare(String, Comparison, Int)
  case compareShare(String, Comparison, Percent)
  case flag(String)
  case visited(String)
  case passed(String)
  case not(ConditionSyntax)
  case and(ConditionSyntax, ConditionSyntax)
  case or(ConditionSyntax, ConditionSyntax)

  package enum Comparison: String, CaseIterable, Sendable {
    case atLeast = ">="
    case atMost = "<="
    case notEqual = "!="
    case equal = "="
    case greater = ">"
    case less = "<"

    package func holds(_ a: Int, _ b: Int) -> Bool {
      switch self {
      case .atLeast: a >= b
      case .atMost: a <= b
      case .notEqual: a != b
      case .equal: a == b
      case .greater: a > b
      case .less: a < b
      }
    }
  }

  /// Reads `trust >= 60 and not asked-budget`. `and` binds tighter than `or`; parentheses group.
  package init?(_ words: [String]) {
    var parser = ConditionParser(words)
    guard let condition = parser.disjunction(depth: 0), parser.isAtEnd else { return nil }
    self = condition
  }
}

private struct ConditionParser {
  private var tokens: [String]
  private var position = 0

  init(_ words: [String]) {
    tokens = words.flatMap { Self.tokens($0) }
  }

  var isAtEnd: Bool { position == tokens.count }

  /// Splits `trust>=60` and `(asked` where the author left no blank.
  private static func tokens(_ word: String) -> [String] {
    if Words.isName(word) { return [word] }
    var tokens: [String] = []
    var current = ""
    func isOperator(_ scalar: Unicode.Scalar) -> Bool { "<>=!≤≥≠".unicodeScalars.contains(scalar) }
    for scalar in word.unicodeScalars {
      if scalar == "(" || scalar == ")" {
        tokens.append(current)
        tokens.append(String(scalar))
        current = ""
        continue
      }
      if let last = current.unicodeScalars.last, isOperator(last) != isOperator(scalar) {
        tokens.append(current)
        current = ""
      }
      current.unicodeScalars.append(scalar)
    }
    tokens.append(current)
    return tokens.filter { !$0.isEmpty }
  }

  private mutating func take() -> String? {
    guard position < tokens.count else { return nil }
    defer { position += 1 }
    return tokens[position]
  }

  private mutating func take(word: String) -> Bool {
    guard position < tokens.count, tokens[position].lowercased() == word else { return false }
    position += 1
    return true
  }

  mutating func disjunction(depth: Int) -> ConditionSyntax? {
    guard depth < 16, var left = conjunction(depth: depth) else { return nil }
    while take(word: "or") {
      guard let right = conjunction(depth: depth) else { return nil }
      left = .or(left, right)
    }
    return left
  }

  private mutating func conjunction(depth: Int) -> ConditionSyntax? {
    guard var left = negation(depth: depth) else { return nil }
    while take(word: "and") {
      guard let right = negation(depth: depth) else { return nil }
      left = .and(left, right)
    }
    return left
  }

  private mutating func negation(depth: Int) -> ConditionSyntax? {
    guard depth < 16 else { return nil }
    if take(word: "not") { return negation(depth: depth + 1).map { .not($0) } }
    if take(word: "(") {
      guard let inner = disjunction(depth: depth + 1), take(word: ")") else { return nil }
      return inner
    }
    return atom()
  }

  private mutating func atom() -> ConditionSyntax? {
    guard let name = take(), !["and", "or", ")"].contains(name.lowercased()) else { return nil }
    switch name.lowercased() {
    case "visited": return take().map { .visited($0.hasPrefix("#") ? String($0.dropFirst()) : $0) }
    case "passed": return take().map { .passed($0) }
    default: break
    }
    guard position < tokens.count, let comparison = comparison(tokens[position]) else {
      return Words.isName(name) ? .flag(name) : nil
    }
    position += 1
    guard let value = take() else { return nil }
    if value.hasSuffix("%") {
      return Percent(value).map { .compareShare(name, comparison, $0) }
    }
    if take(word: "%") { return Percent(value).map { .compareShare(name, comparison, $0) } }
    guard Words.isName(name) else { return nil }
    return Words.integer(value).map { .compare(name, comparison, $0) }
  }

  private func comparison(_ token: String) -> ConditionSyntax.Comparison? {
    switch token {
    case "≥", "=>": .atLeast
    case "≤", "=<": .atMost
    case "≠", "<>": .notEqual
    case "==": .equal
    default: ConditionSyntax.Comparison(rawValue: token)
    }
  }
}
