/// A number with a tolerance and a unit: `Answer: 14 ± 2 days`, `Answer: 250 ± 5%`.
package struct NumberAnswer: QuestionType {
  package var value: DecimalNumber
  package var tolerance: DecimalNumber
  package var unit: String?

  package var shuffledCount: Int { 0 }

  /// One whose value is not told.
  init(sealedIn unit: String?) {
    value = .zero
    tolerance = .zero
    self.unit = unit
  }

  /// Reads what stands after `Answer:`; nil where it is no number.
  init?(_ text: String) {
    var text = text
    for sign in ["+/-", "+-", "±"] {
      guard let parts = Self.split(text, at: sign) else { continue }
      text = parts.before
      guard let (number, unit) = Self.numberAndUnit(parts.after), number >= .zero else {
        return nil
      }
      guard let (value, ownUnit) = Self.numberAndUnit(text) else { return nil }
      self.value = value
      if unit == "%" {
        let product = Int128(value.millionths.magnitude) * Int128(number.millionths)
        tolerance = DecimalNumber(millionths: Int64(clamping: product / 100_000_000))
        self.unit = ownUnit
      } else {
        tolerance = number
        self.unit = ownUnit ?? unit
      }
      return
    }
    guard let (value, unit) = Self.numberAndUnit(text) else { return nil }
    self.value = value
    self.unit = unit
    tolerance = .zero
  }

  /// Whether an answer was meant as a number and is read as something else: `23-25 hours`,
  /// `24 plus or minus 1`, `about 24`.
  static func isProbablyMeant(by text: String, _ number: NumberAnswer?) -> Bool {
    func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    guard text.unicodeScalars.contains(where: isDigit) else { return false }
    if let number { return number.unit?.unicodeScalars.contains(where: isDigit) ?? false }
    guard let first = Words.split(text.lowercased()).first else { return false }
    return text.unicodeScalars.first.map(isDigit) ?? false
      || ["about", "around", "approximately", "circa", "ca.", "roughly", "between"].contains(first)
  }

  package func answer(_ typed: String, order: [Int]) throws(AnswerRefusal) -> Answer {
    guard !Words.trim(typed).isEmpty else { throw .empty }
    guard let (number, given) = Self.numberAndUnit(typed) else { throw .notANumber(typed) }
    if let given, !Self.isSameUnit(given, unit ?? "") {
      throw .wrongUnit(given: given, expected: unit ?? "")
    }
    return .number(number)
  }

  package func accepts(_ answer: Answer) -> Bool {
    if case .number = answer { true } else { false }
  }

  package func mark(_ answer: Answer) -> Mark {
    guard case .number(let number) = answer else { return .wrong }
    let distance = Int128(number.millionths) - Int128(value.millionths)
    return distance.magnitude <= tolerance.millionths.magnitude ? .right : .wrong
  }

  package var key: [[Inline]] {
    var text = value.description
    if tolerance > .zero { text += " ± " + tolerance.description }
    if let unit { text += " " + unit }
    return [[Inline(.text(text), range: .firstCharacter)]]
  }

  /// `14 days`, `14days`, `€ 14`, `14 %`: a number, and the words after or before it.
  private static func numberAndUnit(_ text: String) -> (DecimalNumber, String?)? {
    let text = Words.trim(text)
    let isNumeric: (Unicode.Scalar) -> Bool = {
      ("0"..."9").contains($0) || ".,'’-−–+ \u{A0}\u{202F}".unicodeScalars.contains($0)
    }
    let scalars = text.unicodeScalars
    if let number = DecimalNumber(text) { return (number, nil) }
    let digits = scalars.prefix(while: isNumeric)
    if digits.contains(where: { ("0"..."9").contains($0) }) {
      guard let number = DecimalNumber(String(digits)) else { return nil }
      return (number, Words.trim(String(scalars[digits.endIndex...])))
    }
    guard let start = scalars.firstIndex(where: isNumeric),
      let number = DecimalNumber(String(scalars[start...])), scalars[..<start].count <= 4,
      // Only signs such as € stand in front: `cmi5` is a word.
      !scalars[..<start].contains(where: \.properties.isAlphabetic)
    else { return nil }
    return (number, Words.trim(String(scalars[..<start])))
  }

  private static func isSameUnit(_ a: String, _ b: String) -> Bool {
    func plain(_ unit: String) -> String {
      var unit = unit.lowercased().filter { $0 != "." && $0 != " " }
      if unit.count > 2, unit.hasSuffix("s") { unit.removeLast() }
      return unit
    }
    return plain(a) == plain(b)
  }

  private static func split(_ text: String, at sign: String) -> (before: String, after: String)? {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index...].hasPrefix(sign) {
        return (String(text[..<index]), String(text[index...].dropFirst(sign.count)))
      }
      index = text.index(after: index)
    }
    return nil
  }
}
