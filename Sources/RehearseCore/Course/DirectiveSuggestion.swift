/// What people write who have the right directive in mind and not its form: `5 points`,
/// `trust += 10`, `if asked = yes`, `set met tom`.
extension Directive {
  /// The directive that was probably meant where nothing but a directive can stand. Looser than
  /// `nearMiss`, by which code in running text is taken for a directive.
  package static func suggestion(for text: String) -> String? {
    guard text.utf8.count <= 100 else { return nil }
    if let near = nearMiss(text) { return near }
    let words = Words.split(tidied(text))
    guard let first = words.first, words.count <= 20 else { return nil }
    let isCondition = ["if", "unless", "when", "skip"].contains(first.lowercased())
    let forms =
      isCondition
      ? [condition(words)]
      : [
        words, words.map(punctuationTaken), reordered(words), withoutEquals(words),
        withBlank(words), signed(words), joined(words), synonym(words),
      ]
    for form in forms {
      let candidate = form.filter { !$0.isEmpty }.joined(separator: " ")
      if candidate != text, Directive(candidate) != nil { return candidate }
      if let near = nearMiss(candidate) { return near }
    }
    return nil
  }

  /// Whether code in running text is meant as a directive: it is one, or nearly, or begins as one of
  /// these do.
  static func isMeant(_ code: String, among keywords: [String]) -> Bool {
    if Directive(code) != nil || nearMiss(code) != nil { return true }
    let words = Words.split(code)
    if words.count > 1, keywords.contains(words[0].lowercased()) { return true }
    return suggestion(for: code).flatMap { Words.split($0).first }.map(keywords.contains) ?? false
  }

  /// How the directive is written that begins with this word, for a help.
  static func form(of text: String) -> String? {
    guard let first = Words.split(text).first?.lowercased().filter(\.isLetter) else { return nil }
    switch first {
    case "points": return "`points 5`, or `points 5 skill`"
    case "set": return "`set NAME`"
    case "clear": return "`clear NAME`"
    case "if", "unless": return "`\(first) trust >= 60`, or `\(first) NAME` for a flag"
    case "when": return "`when trust < 20`, or `when NAME` for a flag"
    case "chance": return "`chance 30%`, from 0 to 100"
    case "ending": return "`ending success`, `ending partial` or `ending failure`"
    case "skip": return "`skip if UNIT >= 80%`"
    case "after": return "`after UNIT`"
    case "draw": return "`draw 8`, or `draw 3 skill`"
    case "skill": return "`skill NAME`"
    default: return nil
    }
  }

  /// Typographic hyphens as plain ones, and numbers in words as digits.
  private static func tidied(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != "\u{AD}" {
      let isDash = "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}".unicodeScalars
        .contains(scalar)
      scalars.append(isDash ? "-" : scalar)
    }
    return Words.split(String(scalars)).map { numbers[$0.lowercased()] ?? $0 }
      .joined(separator: " ")
  }

  private static let numbers: [String: String] = [
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "fifteen": "15", "twenty": "20", "thirty": "30",
    "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
    "hundred": "100",
  ]

  private static func punctuationTaken(_ word: String) -> String {
    word.trimming { ",;.:()\"'".contains($0) }
  }

  /// `5 points` and `20% chance`: the number comes second; `-10 trust`: so does the change.
  private static func reordered(_ words: [String]) -> [String] {
    guard words.count >= 2 else { return words }
    return [words[1], words[0]] + words.dropFirst(2)
  }

  /// `points = 5`, `trust += 10`, `trust -10%`.
  private static func withoutEquals(_ words: [String]) -> [String] {
    let text = words.joined(separator: " ")
    let isNumber = text.utf8.contains { (0x30...0x39).contains($0) }
    guard isNumber, text.contains("=") || text.hasSuffix("%") else { return words }
    return Words.split(String(text.map { $0 == "=" || $0 == "%" ? " " : $0 }))
  }

  /// `trust+10`.
  private static func withBlank(_ words: [String]) -> [String] {
    guard words.count == 1, let sign = words[0].lastIndex(where: { $0 == "+" || $0 == "-" }),
      Words.integer(words[0][words[0].index(after: sign)...]) != nil
    else { return words }
    return [String(words[0][..<sign]), String(words[0][sign...])]
  }

  /// `trust 10`.
  private static func signed(_ words: [String]) -> [String] {
    guard words.count == 2, Words.isName(words[0]), !isKeyword(words[0]),
      let number = Words.integer(words[1]), number >= 0
    else { return words }
    return [words[0], "+\(number)"]
  }

  /// `set met tom` and `after first words`: a name has hyphens for blanks.
  private static func joined(_ words: [String]) -> [String] {
    guard words.count > 2, ["set", "clear", "after"].contains(words[0].lowercased()) else {
      return words
    }
    return [words[0], words.dropFirst().joined(separator: "-")]
  }

  private static func synonym(_ words: [String]) -> [String] {
    let first = words[0].lowercased()
    if words.count == 1, ["else", "default", "rest"].contains(first) { return ["otherwise"] }
    if words.count == 1, ["pass", "passing"].contains(first) { return ["passed"] }
    if words.count == 1, ["done", "finished"].contains(first) { return ["completed"] }
    if let share = words.last, share.hasSuffix("%"), words.count <= 2,
      words.count == 1 || ["minimum", "min", "from", "over", ">=", "≥", "atleast"].contains(first)
    {
      return ["at", "least", share]
    }
    return words
  }

  // MARK: Conditions

  private static func condition(_ words: [String]) -> [String] {
    var text = words.joined(separator: " ")
    for (was, becomes) in [
      ("> =", ">="), ("< =", "<="), ("! =", "!="), ("&&", "&"), ("&", " and "), ("||", "|"),
      ("|", " or "), (" percent", "%"), (" per cent", "%"), ("= true", ""), ("= yes", ""),
      ("==", "="), (" = on", ""),
    ] {
      text = text.replacingAll(was, with: becomes)
    }
    let open = text.utf8.count { $0 == UInt8(ascii: "(") }
    let closed = text.utf8.count { $0 == UInt8(ascii: ")") }
    if open > closed, open - closed < 4 { text += String(repeating: ")", count: open - closed) }
    return visited(Words.split(text))
  }

  /// `visited the manager`: a scene's id has hyphens for blanks.
  private static func visited(_ words: [String]) -> [String] {
    guard let start = words.firstIndex(where: { ["visited", "passed"].contains($0.lowercased()) })
    else { return words }
    let end = words[(start + 1)...].firstIndex { ["and", "or"].contains($0.lowercased()) }
    let name = words[(start + 1)..<(end ?? words.endIndex)]
    guard name.count > 1 else { return words }
    return words[...start] + [name.joined(separator: "-")] + words[(end ?? words.endIndex)...]
  }

  private static func isKeyword(_ word: String) -> Bool {
    keywords.contains { Words.split($0)[0] == word.lowercased() }
  }
}

extension String {
  fileprivate func trimming(_ isTaken: (Character) -> Bool) -> String {
    var text = self[...]
    while let first = text.first, isTaken(first) { text.removeFirst() }
    while let last = text.last, isTaken(last) { text.removeLast() }
    return String(text)
  }

  /// Without Foundation.
  fileprivate func replacingAll(_ was: String, with becomes: String) -> String {
    var result = ""
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(was) {
        result += becomes
        rest = rest.dropFirst(was.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}
