/// Points in fixed point: one point is 720,720 units, the least number that 1 to 16 all divide, so
/// that every share with such a denominator is exact. Finer shares are rounded towards zero.
package struct Points: Hashable, Sendable, Comparable {
  package static let unitsPerPoint: Int64 = 720_720
  package static let zero = Points(units: 0)

  package var units: Int64

  package init(units: Int64) { self.units = units }
  package init(_ whole: Int) { units = Int64(whole) * Self.unitsPerPoint }

  /// `numerator / denominator` of these points.
  package func share(_ numerator: Int, of denominator: Int) -> Points {
    guard denominator > 0 else { return .zero }
    let product = units.multipliedFullWidth(by: Int64(numerator))
    return Points(units: Int64(denominator).dividingFullWidth(product).quotient)
  }

  package static func < (a: Self, b: Self) -> Bool { a.units < b.units }
  package static func + (a: Self, b: Self) -> Points { Points(units: a.units + b.units) }
  package static func - (a: Self, b: Self) -> Points { Points(units: a.units - b.units) }
  package static func += (a: inout Self, b: Self) { a = a + b }

  /// `3`, `2.5`, `0.67`: at most two decimals, rounded half away from zero.
  package var description: String {
    let sign = units < 0 ? "-" : ""
    let cents =
      (units.magnitude * 100 + UInt64(Self.unitsPerPoint) / 2) / UInt64(Self.unitsPerPoint)
    let (whole, rest) = cents.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(sign)\(whole)" }
    let digits = rest % 10 == 0 ? "\(rest / 10)" : (rest < 10 ? "0\(rest)" : "\(rest)")
    return "\(sign)\(whole).\(digits)"
  }
}
