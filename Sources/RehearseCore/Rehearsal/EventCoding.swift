/// The text of an event, as it stands in a transcript: a word, then its values. See
/// `docs/transcript.md`.
extension Event {
  package var text: String {
    switch self {
    case .choose(let choice): "choose \(choice + 1)"
    case .say(let words): "say " + Self.escaped(words)
    case .answer(let answer): "answer " + answer.text
    case .confidence(let level): "confidence \(level)"
    case .hint: "hint"
    case .rate(let criteria): Self.line("rate", criteria)
    case .select(let items): Self.line("select", items)
    case .mark(let item, let state): "mark \(item + 1) \(state.rawValue)"
    case .remark(let item, let words): "remark \(item + 1) " + Self.escaped(words)
    case .read(let block): "read \(block + 1)"
    case .visit(let url): "visit " + Self.escaped(url)
    case .finish: "finish"
    case .timeUp: "time-up"
    case .undo: "undo"
    case .abandon: "abandon"
    }
  }

  /// Reads what `text` writes; nil for anything else.
  package init?(text: String) {
    let parts = Self.words(text, maxSplits: 1)
    let rest = parts.count == 2 ? String(parts[1]) : nil
    switch (String(parts[0]), rest) {
    case ("choose", let rest?):
      guard let choice = Self.index(rest) else { return nil }
      self = .choose(choice)
    case ("say", let rest?):
      guard let words = Self.unescaped(rest) else { return nil }
      self = .say(words)
    case ("answer", let rest?):
      guard let answer = Answer(text: rest) else { return nil }
      self = .answer(answer)
    case ("confidence", let rest?):
      guard let level = Self.index(rest), (0...2).contains(level) else { return nil }
      self = .confidence(level + 1)
    case ("rate", let rest):
      guard let criteria = Self.indices(rest ?? "") else { return nil }
      self = .rate(criteria)
    case ("select", let rest):
      guard let items = Self.indices(rest ?? "") else { return nil }
      self = .select(items)
    case ("mark", let rest?):
      let words = Self.words(rest)
      guard words.count == 2, let item = Self.index(words[0]),
        let state = ItemState(rawValue: String(words[1]))
      else { return nil }
      self = .mark(item, state)
    case ("remark", let rest?):
      let words = Self.words(rest, maxSplits: 1)
      guard words.count == 2, let item = Self.index(words[0]),
        let text = Self.unescaped(String(words[1]))
      else { return nil }
      self = .remark(item, text)
    case ("read", let rest?):
      guard let block = Self.index(rest) else { return nil }
      self = .read(block)
    case ("visit", let rest?):
      guard let url = Self.unescaped(rest) else { return nil }
      self = .visit(url)
    case ("hint", nil): self = .hint
    case ("finish", nil): self = .finish
    case ("time-up", nil): self = .timeUp
    case ("undo", nil): self = .undo
    case ("abandon", nil): self = .abandon
    default: return nil
    }
    // One event has one text: what reads the same but is written otherwise is not ours.
    guard self.text == text else { return nil }
  }

  /// The parts between blanks. By bytes: what somebody typed may begin with a combining mark, and
  /// to `Character` a blank before one is no blank.
  static func words(_ text: String, maxSplits: Int = .max) -> [Substring] {
    text.utf8.split(separator: 0x20, maxSplits: maxSplits, omittingEmptySubsequences: false)
      .map { Substring($0) }
  }

  static func line(_ word: String, _ indices: [Int]) -> String {
    ([word] + indices.map { String($0 + 1) }).joined(separator: " ")
  }

  static func index(_ text: some StringProtocol) -> Int? {
    guard text.utf8.count <= 7, let number = Int(text), number >= 1 else { return nil }
    return number - 1
  }

  static func indices(_ text: String) -> [Int]? {
    if text.isEmpty { return [] }
    let numbers = text.split(separator: " ", omittingEmptySubsequences: false).map(index)
    let found = numbers.compactMap { $0 }
    return found.count == numbers.count ? found : nil
  }

  /// Line breaks and backslashes as `\n`, `\r` and `\\`, so that an event is one line.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  static func unescaped(_ text: String) -> String? {
    var result = ""
    var isEscape = false
    for scalar in text.unicodeScalars {
      if isEscape {
        switch scalar {
        case "\\": result += "\\"
        case "n": result += "\n"
        case "r": result += "\r"
        default: return nil
        }
        isEscape = false
      } else if scalar == "\\" {
        isEscape = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return isEscape ? nil : result
  }
}

extension Answer {
  /// `options 1 3`, `true`, `number 14.5`, `text SSO`, `order 2 1 3`, `pairs 2 1`, `skipped`.
  package var text: String {
    switch self {
    case .options(let indices): Event.line("options", indices)
    case .truth(let value): value ? "true" : "false"
    case .number(let number): "number " + number.description
    case .text(let words): "text " + Event.escaped(words)
    case .order(let indices): Event.line("order", indices)
    case .pairs(let indices): Event.line("pairs", indices)
    case .skipped: "skipped"
    }
  }

  package init?(text: String) {
    let parts = Event.words(text, maxSplits: 1)
    let rest = parts.count == 2 ? String(parts[1]) : nil
    switch (String(parts[0]), rest) {
    case ("options", let rest):
      guard let indices = Event.indices(rest ?? "") else { return nil }
      self = .options(indices)
    case ("order", let rest):
      guard let indices = Event.indices(rest ?? "") else { return nil }
      self = .order(indices)
    case ("pairs", let rest):
      guard let indices = Event.indices(rest ?? "") else { return nil }
      self = .pairs(indices)
    case ("number", let rest?):
      guard let number = DecimalNumber(rest) else { return nil }
      self = .number(number)
    case ("text", let rest?):
      guard let words = Event.unescaped(rest) else { return nil }
      self = .text(words)
    case ("true", nil): self = .truth(true)
    case ("false", nil): self = .truth(false)
    case ("skipped", nil): self = .skipped
    default: return nil
    }
  }
}
