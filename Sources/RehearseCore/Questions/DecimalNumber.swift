/// An exact decimal number, as people write it: up to 15 digits, 6 of them after the point.
package struct DecimalNumber: Hashable, Sendable, Comparable {
  /// Millionths.
  package var millionths: Int64

  package static let zero = DecimalNumber(millionths: 0)

  package init(millionths: Int64) { self.millionths = millionths }

  /// `14`, `-3.5`, `−3,5`, `1,000`, `1 000.25`. A lone comma before exactly three digits separates
  /// thousands, any other lone comma is a decimal comma.
  package init?(_ text: String) {
    var scalars = Array(Words.trim(text).unicodeScalars)
    var isNegative = false
    switch scalars.first {
    case "-", "\u{2212}", "\u{2013}":
      isNegative = true
      scalars.removeFirst()
    case "+": scalars.removeFirst()
    default: break
    }
    let separators = scalars.filter { $0 == "," || $0 == "." }
    var point: Unicode.Scalar?
    if let last = separators.last {
      let isOnly = separators.filter { $0 == last }.count == 1
      let digitsAfter = scalars.count - 1 - (scalars.lastIndex(of: last) ?? 0)
      if last == ".", isOnly {
        point = "."
      } else if last == ",", isOnly, separators.count > 1 || digitsAfter != 3 {
        point = ","
      } else if last == ",", isOnly, scalars.first == "0" {
        point = ","
      }
    }
    guard let (whole, fraction) = Self.parts(scalars, point: point),
      whole.count <= 12, fraction.count <= 6,
      let number = Int64(whole + fraction + String(repeating: "0", count: 6 - fraction.count))
    else { return nil }
    millionths = isNegative ? -number : number
  }

  private static func parts(_ scalars: [Unicode.Scalar], point: Unicode.Scalar?) -> (
    String, String
  )? {
    var whole = ""
    var fraction = ""
    var group: Int?
    var isAfterPoint = false
    for scalar in scalars {
      switch scalar {
      case "0"..."9":
        if isAfterPoint {
          fraction.unicodeScalars.append(scalar)
        } else {
          whole.unicodeScalars.append(scalar)
          group = group.map { $0 + 1 }
        }
      case _ where scalar == point && !isAfterPoint:
        guard group == nil || group == 3 else { return nil }
        isAfterPoint = true
      case ",", ".", " ", "\u{A0}", "\u{202F}", "'", "’":
        guard !isAfterPoint, !whole.isEmpty, group == nil ? whole.count <= 3 : group == 3
        else { return nil }
        group = 0
      default: return nil
      }
    }
    guard !whole.isEmpty, isAfterPoint ? !fraction.isEmpty : group == nil || group == 3 else {
      return nil
    }
    return (whole, fraction)
  }

  package static func < (a: Self, b: Self) -> Bool { a.millionths < b.millionths }

  package var description: String {
    let magnitude = millionths.magnitude
    let (whole, rest) = magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    let sign = millionths < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    var digits = String(rest)
    digits = String(repeating: "0", count: 6 - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }
}
