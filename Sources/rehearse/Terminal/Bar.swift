/// A value within its range, drawn and in words: `trust  █████░░░░░  50 of 100`.
struct Bar: Equatable, Sendable {
  var name: String
  var value: Int
  var range: ClosedRange<Int>
  /// How many columns the drawn part takes.
  var length: Int

  init(_ name: String = "", value: Int, in range: ClosedRange<Int>, length: Int = 10) {
    self.name = name
    self.value = value
    self.range = range
    self.length = max(1, length)
  }

  /// The drawn part alone, always `length` columns.
  func drawn(_ glyphs: Glyphs) -> String {
    let filled = filledColumns
    return String(repeating: glyphs.barFilled, count: filled)
      + String(repeating: glyphs.barEmpty, count: length - filled)
  }

  /// `50 of 100`; where the range does not begin at 0, `−2 (−5 to 5)`.
  func words(_ glyphs: Glyphs) -> String {
    if range.lowerBound == 0 { return "\(value.written(glyphs)) of \(range.upperBound)" }
    let ends = "\(range.lowerBound.written(glyphs)) to \(range.upperBound.written(glyphs))"
    return "\(value.written(glyphs)) (\(ends))"
  }

  func text(_ theme: Theme) -> StyledText {
    var text = StyledText(name.isEmpty ? "" : name + "  ")
    text.append(drawn(theme.glyphs) + "  ")
    text.append(words(theme.glyphs), .strong)
    return text
  }

  /// Full only at the upper end, and empty only at the lower end: both mean something.
  private var filledColumns: Int {
    if value <= range.lowerBound { return range.lowerBound == range.upperBound ? length : 0 }
    if value >= range.upperBound { return length }
    // Ranges may be as wide as `Int`, so the distances are taken as magnitudes.
    let done = UInt(bitPattern: value &- range.lowerBound)
    let whole = UInt(bitPattern: range.upperBound &- range.lowerBound)
    let (columns, _) = whole.dividingFullWidth(done.multipliedFullWidth(by: UInt(length)))
    return max(1, min(Int(columns), length - 1))
  }
}

extension Int {
  /// With the minus of the glyphs.
  func written(_ glyphs: Glyphs) -> String { self < 0 ? "\(glyphs.minus)\(magnitude)" : "\(self)" }

  /// A change: `+10`, `−5`, `0`.
  func writtenAsChange(_ glyphs: Glyphs) -> String { self > 0 ? "+\(self)" : written(glyphs) }
}
