/// The small words and numbers in directives and front matter, read as people write and paste
/// them: any blanks, a typographic minus, a comma or a point.
package enum Words {
  package static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\n", "\r", "\u{A0}", "\u{2007}", "\u{202F}", "\u{200B}", "\u{FEFF}": true
    default: false
    }
  }

  package static func trim(_ text: String) -> String {
    var view = text.unicodeScalars[...]
    while let first = view.first, isBlank(first) { view.removeFirst() }
    while let last = view.last, isBlank(last) { view.removeLast() }
    return String(view)
  }

  static func trimStart(_ text: String) -> Substring {
    Substring(text.unicodeScalars.drop(while: isBlank))
  }

  /// Without the blanks at its ends; but where more follows, such as code, the one before it stays.
  static func trim(_ text: String, before rest: some Collection<Inline>) -> String {
    rest.isEmpty ? trim(text) : String(trimStart(text))
  }

  /// The words of `text`, split at blanks.
  package static func split(_ text: String) -> [String] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      // All but a few of the words in a course: scalars would take several times as long.
      return splitASCII(text)
    }
    return text.unicodeScalars.split(whereSeparator: isBlank).map { String($0) }
  }

  private static func splitASCII(_ text: String) -> [String] {
    let bytes = text.utf8
    var words: [String] = []
    words.reserveCapacity(3)
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = bytes.index(after: index)
      if byte <= 0x20, byte == 0x20 || (0x09...0x0D).contains(byte) {
        if start < index { words.append(String(text[start..<index])) }
        start = next
      }
      index = next
    }
    if start < index { words.append(String(text[start..<index])) }
    return words
  }

  /// The parts of `text` between `separator`, trimmed, without empty ones.
  package static func list(_ text: String, separator: Character = ",") -> [String] {
    text.split(separator: separator).map { trim(String($0)) }.filter { !$0.isEmpty }
  }

  /// A whole number with an optional sign: `5`, `+5`, `-5`, `−5`, `–5`.
  package static func integer(_ text: some StringProtocol) -> Int? {
    var digits = Substring(text).utf8
    var isNegative = false
    if digits.first == UInt8(ascii: "+") {
      digits.removeFirst()
    } else if let minus = minuses.first(where: { digits.starts(with: $0) }) {
      isNegative = true
      digits.removeFirst(minus.count)
    }
    guard (1...9).contains(digits.count) else { return nil }
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return isNegative ? -number : number
  }

  /// Hyphen, minus sign, en dash and no-break hyphen.
  private static let minuses: [[UInt8]] = ["-", "\u{2212}", "\u{2013}", "\u{2011}"].map {
    Array($0.utf8)
  }

  /// A whole number that must carry a sign: `+5`, `−5`.
  package static func signedInteger(_ text: some StringProtocol) -> Int? {
    guard let first = text.unicodeScalars.first, !("0"..."9").contains(first) else { return nil }
    return integer(text)
  }

  private static func isASCIINameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// A name in directives: letters, digits, hyphens and underscores, beginning with a letter.
  package static func isName(_ text: some StringProtocol) -> Bool {
    var isASCII = true
    for byte in text.utf8 where !isASCIINameByte(byte) {
      if byte < 0x80 { return false }
      isASCII = false
    }
    if isASCII, let first = text.utf8.first {
      return first | 0x20 >= UInt8(ascii: "a") && first != UInt8(ascii: "_")
    }
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { return false }
    return text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_"
        || $0.properties.generalCategory == .nonspacingMark
    }
  }
}
