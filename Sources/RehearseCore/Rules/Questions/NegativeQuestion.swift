extension Rule {
  static let negativeQuestion = Rule(
    "negative-question", .advice,
    "A negative in a question is avoided, or stands out.",
    why: """
      People who know the answer read over a “not”, and get wrong what they know. Negatives in what \
      somebody says, in a clause (“who have not”), and those that are emphasised (`*not*`, `**not**`) \
      or in capitals are fine. English only. Haladyna, Downing and Rodriguez (2002), guideline 17.
      """,
    example: (
      """
      ### Which of these does not belong in bad news?

      - ( ) What happened
      - ( ) What you do now
      - (x) Whose fault it was

      > It does not help to plan.
      """,
      """
      ### Which of these does **not** belong in bad news?

      - ( ) What happened
      - ( ) What you do now
      - (x) Whose fault it was

      > It does not help to plan.
      """
    )
  ) { review, findings in
    guard review.isEnglish else { return }
    for exam in review.exams {
      let isNegative = exam.vocabulary.table(Negatives.isNegative)
      for question in exam.questions where question.stem.contains(where: { isNegative[Int($0)] }) {
        guard let negative = Negatives(of: question.question), negative.isPlain else { continue }
        findings.report(
          "A negative in a question is avoided, or stands out; “\(negative.word)” here does neither.",
          help: "Ask for what holds, or write “**\(negative.word)**”.",
          at: question.range, in: exam.path)
      }
    }
  }

  static let doubleNegative = Rule(
    "double-negative", .warning,
    "A question with a negative has no options with negatives, and a statement has one at most.",
    why: """
      Working out what “not” and “never” make together is a test of patience. English only. Haladyna, \
      Downing and Rodriguez (2002), guidelines 17 and 27.
      """,
    example: (
      """
      ### Which of these is **not** wise?

      - ( ) Not to warn too late
      - ( ) Asking what it is for
      - (x) Promising the date again

      > It was wrong once.
      """,
      """
      ### Which of these is unwise?

      - ( ) Warning early
      - ( ) Asking what it is for
      - (x) Promising the date again

      > It was wrong once.
      """
    )
  ) { review, findings in
    guard review.isEnglish else { return }
    for exam in review.exams {
      let isNegative = exam.vocabulary.table(Negatives.isNegative)
      for question in exam.questions where question.stem.contains(where: { isNegative[Int($0)] }) {
        guard let negative = Negatives(of: question.question) else { continue }
        if let options = question.options {
          for option in options {
            let words = PlainWords.of(EnglishWords.unquoted(option.text))
            guard let word = words.first(where: Negatives.isNegative) else { continue }
            findings.report(
              "A question with a negative has no options with negatives: “\(negative.word)” stands "
                + "above, “\(word)” here.",
              help: "Ask for what holds, or say the option without “\(word)”.",
              at: option.range, in: exam.path)
          }
        } else if negative.count > 1 {
          findings.report(
            "A statement has one negative at most; this one has \(negative.count).",
            help: "Say what holds, in one clause.",
            at: question.range, in: exam.path)
        }
      }
    }
  }
}

/// What turns the sense of a question round: a negative in its main clause, outside quotations.
private struct Negatives {
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
