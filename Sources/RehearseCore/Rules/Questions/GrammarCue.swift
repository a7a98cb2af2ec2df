extension Rule {
  static let grammarCue = Rule(
    "grammar-cue", .warning,
    "Every option goes on from the question in right grammar.",
    why: """
      A question that ends in “an”, or in “are”, rules out the options that do not fit. It is \
      reported where only the right option does. English only. Haladyna, Downing and Rodriguez \
      (2002), guideline 28c; NBME: grammatical cues.
      """,
    example: (
      """
      ### A sentence that says what happens next is an

      - ( ) promise
      - (x) announcement
      - ( ) warning

      > It says so by its name.
      """,
      """
      ### A sentence that says what happens next is

      - ( ) a promise
      - (x) an announcement
      - ( ) a warning

      > It says so by its name.
      """
    )
  ) { review, findings in
    guard review.isEnglish else { return }
    for exam in review.exams {
      for question in exam.questions {
        guard let (options, key) = question.single, options.count > 2,
          let last = question.stem.last.map(exam.vocabulary.spelling),
          let fits = Continuation(after: last)
        else { continue }
        let verdicts = options.map { fits.fits($0.words.map(exam.vocabulary.spelling), $0.text) }
        guard verdicts[key] == true,
          verdicts.indices.allSatisfy({ $0 == key || verdicts[$0] == false })
        else { continue }
        findings.report(
          "Every option goes on from the question in right grammar: after “\(last)” only the right "
            + "one does.",
          help: fits.help, at: options[key].range, in: exam.path)
      }
    }
  }
}

/// What the last word of a question demands of its options.
private enum Continuation {
  case consonant, vowel, plural, singular

  init?(after word: String) {
    switch word {
    case "a": self = .consonant
    case "an": self = .vowel
    case "are", "were", "these", "those": self = .plural
    case "is", "was": self = .singular
    default: return nil
    }
  }

  var help: String {
    switch self {
    case .consonant, .vowel: "Put the article into the options: “a promise”, “an announcement”."
    case .plural, .singular: "Write all options in the singular, or all in the plural."
    }
  }

  /// Nil where it cannot be told for sure.
  func fits(_ words: [String], _ text: String) -> Bool? {
    switch self {
    case .consonant: Self.beginsWithVowel(words, text).map { !$0 }
    case .vowel: Self.beginsWithVowel(words, text)
    case .plural: Self.isPlural(words)
    case .singular: Self.isPlural(words).map { !$0 }
    }
  }

  /// By the sound, which the letter does not always say: an hour, a user, an SSO, a one-off.
  private static func beginsWithVowel(_ words: [String], _ text: String) -> Bool? {
    guard let word = words.first, let letter = word.first, letter.isASCII, letter.isLetter,
      !["a", "an", "the"].contains(word),
      !["u", "h", "eu", "on", "x", "y"].contains(where: word.hasPrefix),
      !isAbbreviation(text)
    else { return nil }
    return "aeio".contains(letter)
  }

  /// Whether the first word is spelled in capitals, and so perhaps said letter by letter.
  private static func isAbbreviation(_ text: String) -> Bool {
    let letters = text.unicodeScalars.drop { !$0.properties.isAlphabetic }.dropFirst()
    return letters.first.map(\.properties.isUppercase) ?? true
  }

  /// Only of a noun with at most two words before it.
  private static func isPlural(_ words: [String]) -> Bool? {
    guard let last = words.last, (1...3).contains(words.count), last.utf8.count > 3,
      last.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
    else { return nil }
    if ["a", "an", "one"].contains(words[0]) { return false }
    guard !["the", "to", "by", "when", "in", "not", "only"].contains(words[0]),
      !words.contains("and")
    else { return nil }
    if last.hasSuffix("s") {
      return ["ss", "us", "is", "ics", "ous", "ies"].contains(where: last.hasSuffix) ? nil : true
    }
    // Only what can hardly be anything but one thing: an adjective or a plural such as “people”
    // fits both.
    return ["tion", "ment", "ness", "ship", "ity"].contains(where: last.hasSuffix) ? false : nil
  }
}
