/// A share as hundredths of a percent: `80%` is 8000. Exact, and compared exactly.
package struct Percent: Hashable, Sendable, Comparable {
  package var hundredths: Int

  package init(hundredths: Int) { self.hundredths = hundredths }
  package init(_ whole: Int) { hundredths = whole * 100 }

  /// `70%`, `62.5%`, `70 %` or `70`, from 0 to 100.
  package init?(_ text: String) {
    var text = Words.trim(text)
    if text.hasSuffix("%") { text = Words.trim(String(text.dropLast())) }
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let first = parts.first, let whole = Words.integer(first)
    else { return nil }
    var fraction = 0
    if parts.count == 2 {
      guard (1...2).contains(parts[1].count), let digits = Words.integer(parts[1])
      else { return nil }
      fraction = parts[1].count == 1 ? digits * 10 : digits
    }
    hundredths = whole * 100 + fraction
    guard (0...10_000).contains(hundredths) else { return nil }
  }

  package static func < (a: Self, b: Self) -> Bool { a.hundredths < b.hundredths }

  /// `80%` or `62.5%`.
  package var description: String {
    let fraction = hundredths % 100
    if fraction == 0 { return "\(hundredths / 100)%" }
    let digits =
      fraction % 10 == 0 ? "\(fraction / 10)" : (fraction < 10 ? "0" : "") + "\(fraction)"
    return "\(hundredths / 100).\(digits)%"
  }

  /// Whether `part` of `whole` is at least this share.
  package func isReached(by part: Points, of whole: Points) -> Bool {
    let left = part.units.multipliedFullWidth(by: 10_000)
    let right = whole.units.multipliedFullWidth(by: Int64(hundredths))
    return whole.units <= 0 || (left.high, left.low) >= (right.high, right.low)
  }

  /// The share that `part` is of `whole`, rounded down, so that it never says more than was earned.
  package static func share(_ part: Points, of whole: Points) -> Percent {
    guard whole.units > 0 else { return Percent(100) }
    guard part.units > 0 else { return Percent(0) }
    guard part < whole else { return Percent(100) }
    let product = part.units.multipliedFullWidth(by: 10_000)
    let (quotient, _) = whole.units.dividingFullWidth(product)
    return Percent(hundredths: Int(quotient))
  }
}
