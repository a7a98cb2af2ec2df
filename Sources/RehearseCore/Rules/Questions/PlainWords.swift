/// Texts taken apart into words, as the rules compare them.
enum PlainWords {
  /// Runs of letters and digits in lower case; an apostrophe between letters belongs to its word.
  static func of(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var apostrophe = false
    func finish() {
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
      apostrophe = false
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9":
        if apostrophe { word.append("'") }
        apostrophe = false
        word.append(scalar)
      case "A"..."Z":
        if apostrophe { word.append("'") }
        apostrophe = false
        word.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      case "'", "’":
        if apostrophe || word.isEmpty { finish() } else { apostrophe = true }
      case _ where scalar.value < 0x80: finish()
      case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
        if apostrophe { word.append("'") }
        apostrophe = false
        word.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      case _ where scalar.properties.generalCategory == .nonspacingMark: word.append(scalar)
      default: finish()
      }
    }
    finish()
    return words
  }

  /// What a text comes to when case, blanks and punctuation do not matter.
  static func plain(_ text: String) -> String { of(text).joined(separator: " ") }

  /// Whether `phrase` stands in `words`, word for word.
  static func contains(_ phrase: [String], in words: [String]) -> Bool {
    guard let first = phrase.first, phrase.count <= words.count else { return false }
    return words.indices.dropLast(phrase.count - 1).contains { start in
      words[start] == first && words[start..<(start + phrase.count)].elementsEqual(phrase)
    }
  }
}
