/// Texts taken apart into words, as the rules compare them: runs of letters and digits in lower
/// case; an apostrophe between letters belongs to its word.
enum PlainWords {
  static func of(_ text: String) -> [String] {
    var words: [String] = []
    each(of: text) { words.append($0) }
    return words
  }

  /// What a text comes to when case, blanks and punctuation do not matter.
  static func plain(_ text: String) -> String { of(text).joined(separator: " ") }

  static func each(of text: String, _ take: (String) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      if bytes.allSatisfy({ $0 < 0x80 }) {
        eachOfASCII(bytes, take)
      } else {
        eachOfScalars(String(decoding: bytes, as: UTF8.self).unicodeScalars, take)
      }
    }
  }

  private static func eachOfASCII(_ bytes: UnsafeBufferPointer<UInt8>, _ take: (String) -> Void) {
    var word: [UInt8] = []
    func finish() {
      if word.last == UInt8(ascii: "'") { word.removeLast() }
      if !word.isEmpty { take(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        word.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
      case UInt8(ascii: "'") where !word.isEmpty && word.last != byte: word.append(byte)
      default: finish()
      }
    }
    finish()
  }

  private static func eachOfScalars(_ text: String.UnicodeScalarView, _ take: (String) -> Void) {
    var word = String.UnicodeScalarView()
    func finish() {
      if word.last == "'" { word.removeLast() }
      if !word.isEmpty { take(String(word)) }
      word.removeAll(keepingCapacity: true)
    }
    for scalar in text {
      switch scalar {
      case "a"..."z", "0"..."9": word.append(scalar)
      case "A"..."Z": word.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      case "'", "’":
        if word.isEmpty || word.last == "'" { finish() } else { word.append("'") }
      case _ where scalar.value < 0x80: finish()
      case "–", "—", "“", "”", "…", "\u{A0}": finish()
      case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
        word.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      case _ where scalar.properties.generalCategory == .nonspacingMark: word.append(scalar)
      default: finish()
      }
    }
    finish()
  }

  /// Whether `phrase` stands in `words`, word for word.
  static func contains<Word: Equatable>(_ phrase: [Word], in words: [Word]) -> Bool {
    guard let first = phrase.first, phrase.count <= words.count else { return false }
    return words.indices.dropLast(phrase.count - 1).contains { start in
      words[start] == first && words[start..<(start + phrase.count)].elementsEqual(phrase)
    }
  }
}
