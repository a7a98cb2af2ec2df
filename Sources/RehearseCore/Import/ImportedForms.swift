extension NumberAnswer {
  init(value: DecimalNumber, tolerance: DecimalNumber) {
    self.value = value
    self.tolerance = tolerance
    unit = nil
  }

  /// The middle of a range and how far it reaches; outwards where half of it has too many digits.
  static func between(_ one: DecimalNumber, _ other: DecimalNumber) -> (NumberAnswer, isExact: Bool)
  {
    let low = min(one, other).millionths
    let high = max(one, other).millionths
    let middle = low + (high - low) / 2
    let number = NumberAnswer(
      value: DecimalNumber(millionths: middle),
      tolerance: DecimalNumber(millionths: max(high - middle, middle - low)))
    return (number, (high - low).isMultiple(of: 2))
  }
}

extension DecimalNumber {
  /// As programs write numbers: digits, a point, perhaps an exponent; never a comma.
  init?(plain text: String) {
    let text = Words.trim(text)
    let parts = text.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "e" || $0 == "E" })
    guard let first = parts.first, !first.contains(","), !first.contains(" ") else { return nil }
    var digits = String(first)
    if digits.hasPrefix(".") { digits = "0" + digits }
    if digits.hasPrefix("-.") { digits = "-0" + digits.dropFirst() }
    if digits.contains(".") {
      while digits.hasSuffix("0") { digits.removeLast() }
      if digits.hasSuffix(".") { digits.removeLast() }
    }
    guard let number = DecimalNumber(digits) else { return nil }
    guard parts.count == 2 else {
      self = number
      return
    }
    guard var exponent = Words.integer(parts[1]), abs(exponent) <= 18 else { return nil }
    var millionths = number.millionths
    while exponent > 0 {
      let (product, isOver) = millionths.multipliedReportingOverflow(by: 10)
      guard !isOver, abs(product) < 1_000_000_000_000_000_000 else { return nil }
      (millionths, exponent) = (product, exponent - 1)
    }
    while exponent < 0 {
      guard millionths.isMultiple(of: 10) else { return nil }
      (millionths, exponent) = (millionths / 10, exponent + 1)
    }
    self.init(millionths: millionths)
  }
}

extension Matching {
  /// Pairs from a format that has no titles for its two sides.
  init(pairs: [Pair], at range: SourceRange) {
    self.init(
      leftTitle: [Inline(.text("Item"), range: range)],
      rightTitle: [Inline(.text("Match"), range: range)], pairs: pairs)
  }
}
