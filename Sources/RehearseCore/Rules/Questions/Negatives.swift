/// What turns the sense of a question round: a negative in its main clause, outside quotations.
struct Negatives {
  /// The first, as it is written.
  private(set) var word: String
  private(set) var count: Int
  /// Whether it looks like any other word.
  private(set) var isPlain: Bool

  /// Nil where there is none, or where it cannot be told for sure.
  init?(of question: Question) {
    switch question.form {
    case .single, .multiple: self.init(ofChoice: question.stem)
    case .trueFalse: self.init(ofStatement: question.stem)
    case .number, .shortText, .ordering, .matching, .free: return nil
    }
  }

  /// “Which of these is not …?”, “All of these are right, except”, “What should you never …?”
  private init?(ofChoice stem: [Inline]) {
    let sentence = EnglishWords.unquoted(stem.plainText).split { ".?!:;".contains($0) }
      .last { !$0.allSatisfy(\.isWhitespace) }
    guard let sentence else { return nil }
    var words = PlainWords.of(String(sentence))[...]
    // “…, which of these do you not …?”
    if let asking = words.firstIndex(where: { $0 == "which" || $0 == "what" }) {
      words = words[asking...]
      // In a clause it says of whom something holds, and turns nothing round.
      if let clause = words.dropFirst().firstIndex(where: Self.clauses.contains) {
        words = words[..<clause]
      }
    } else {
      guard let word = words.last, word == "except" || word == "not" else { return nil }
      words = words.suffix(1)
    }
    guard let found = words.dropFirst(words.count > 1 ? 1 : 0).first(where: Self.isMain) else {
      return nil
    }
    word = found
    count = 1
    isPlain = Self.isPlain(found, in: stem)
  }

  private init?(ofStatement stem: [Inline]) {
    let words = PlainWords.of(EnglishWords.unquoted(stem.plainText))
    let found = words.filter(Self.isNegative)
    guard let first = found.first, found.contains(where: Self.isMain) else { return nil }
    word = found.first(where: Self.isMain) ?? first
    count = found.count
    isPlain = found.contains { Self.isMain($0) && Self.isPlain($0, in: stem) }
  }

  static func isNegative(_ word: String) -> Bool {
    isMain(word)
      || ["cannot", "neither", "no", "nobody", "none", "nothing", "without"].contains(word)
  }

  private static func isMain(_ word: String) -> Bool {
    ["not", "never", "except"].contains(word) || word.hasSuffix("n't")
  }

  private static let clauses: Set<String> = [
    "after", "although", "and", "as", "because", "before", "but", "if", "or", "once", "since", "so",
    "that", "though", "unless", "until", "when", "where", "whether", "while", "who", "whom",
    "whose", "why", "to",
  ]

  /// Whether the word stands in plain letters somewhere.
  private static func isPlain(_ word: String, in stem: [Inline]) -> Bool {
    stem.contains { inline in
      guard case .text(let text) = inline.kind else { return false }
      // Capitals make it another word here.
      return text.split { !($0.isLetter || $0 == "'" || $0 == "’") }.contains {
        let isLoud = $0.allSatisfy { !$0.isLowercase }
        return !isLoud && PlainWords.plain(String($0)) == word
      }
    }
  }
}
