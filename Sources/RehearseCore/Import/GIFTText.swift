/// A piece of GIFT in which it is known of each character whether a backslash stood before it.
struct GIFTText {
  struct Glyph {
    var scalar: Unicode.Scalar
    var isEscaped: Bool
    var line: Int
  }

  private(set) var glyphs: ArraySlice<Glyph>

  /// `\:`, `\#`, `\=`, `\~`, `\{`, `\}` and `\\` stand for the character, `\n` for the end of a line.
  init(_ lines: [(number: Int, text: String)]) {
    var glyphs: [Glyph] = []
    for (index, line) in lines.enumerated() {
      if index > 0 { glyphs.append(Glyph(scalar: "\n", isEscaped: false, line: line.number)) }
      var isEscape = false
      for scalar in line.text.unicodeScalars {
        if isEscape {
          isEscape = false
          switch scalar {
          case "n": glyphs.append(Glyph(scalar: "\n", isEscaped: true, line: line.number))
          case ":", "#", "=", "~", "{", "}", "\\":
            glyphs.append(Glyph(scalar: scalar, isEscaped: true, line: line.number))
          default:
            glyphs.append(Glyph(scalar: "\\", isEscaped: true, line: line.number))
            glyphs.append(Glyph(scalar: scalar, isEscaped: false, line: line.number))
          }
        } else if scalar == "\\" {
          isEscape = true
        } else {
          glyphs.append(Glyph(scalar: scalar, isEscaped: false, line: line.number))
        }
      }
      if isEscape { glyphs.append(Glyph(scalar: "\\", isEscaped: true, line: line.number)) }
    }
    self.glyphs = glyphs[...]
  }

  private init(_ glyphs: ArraySlice<Glyph>) { self.glyphs = glyphs }

  var line: Int { glyphs.first { !Words.isBlank($0.scalar) }?.line ?? glyphs.first?.line ?? 1 }

  var isEmpty: Bool { glyphs.isEmpty }

  var trimmed: GIFTText {
    var rest = glyphs
    while let first = rest.first, !first.isEscaped, Words.isBlank(first.scalar) {
      rest.removeFirst()
    }
    while let last = rest.last, !last.isEscaped, Words.isBlank(last.scalar) { rest.removeLast() }
    return GIFTText(rest)
  }

  /// The words as they stand, escapes resolved.
  var string: String {
    var view = String.UnicodeScalarView()
    for glyph in glyphs { view.append(glyph.scalar) }
    return String(view)
  }

  /// Ends of lines in the source are blanks, those that were written as `\n` are ends of lines.
  var wrapped: String {
    var view = String.UnicodeScalarView()
    for glyph in glyphs {
      view.append(glyph.scalar == "\n" && !glyph.isEscaped ? " " : glyph.scalar)
    }
    return String(view)
  }

  func hasPrefix(_ text: String) -> Bool {
    let wanted = text.unicodeScalars
    return glyphs.count >= wanted.count
      && zip(glyphs, wanted).allSatisfy { $0.scalar == $1 && !$0.isEscaped }
  }

  func dropFirst(_ count: Int) -> GIFTText { GIFTText(glyphs.dropFirst(count)) }

  /// Before and after the first place of `mark` that is not escaped.
  func split(at mark: String) -> (before: GIFTText, after: GIFTText)? {
    place(of: mark, in: Array(glyphs.indices)).map { parts($0, mark) }
  }

  /// Before and after the last place.
  func splitLast(at mark: String) -> (before: GIFTText, after: GIFTText)? {
    place(of: mark, in: glyphs.indices.reversed()).map { parts($0, mark) }
  }

  private func place(of mark: String, in indices: [Int]) -> Int? {
    guard let first = mark.unicodeScalars.first else { return nil }
    return indices.first {
      glyphs[$0].scalar == first && !glyphs[$0].isEscaped && GIFTText(glyphs[$0...]).hasPrefix(mark)
    }
  }

  private func parts(_ place: Int, _ mark: String) -> (GIFTText, GIFTText) {
    (GIFTText(glyphs[..<place]), GIFTText(glyphs[(place + mark.unicodeScalars.count)...]))
  }

  /// The answers with their signs: `=` or `~`, and nil for what stands before the first.
  var answers: [(sign: Unicode.Scalar?, text: GIFTText)] {
    var result: [(Unicode.Scalar?, GIFTText)] = []
    var start = glyphs.startIndex
    var sign: Unicode.Scalar?
    func add(_ end: Int) {
      let text = GIFTText(glyphs[start..<end]).trimmed
      if sign != nil || !text.isEmpty { result.append((sign, text)) }
    }
    for index in glyphs.indices {
      let glyph = glyphs[index]
      guard !glyph.isEscaped, glyph.scalar == "=" || glyph.scalar == "~" else { continue }
      add(index)
      sign = glyph.scalar
      start = index + 1
    }
    add(glyphs.endIndex)
    return result
  }

  /// `%50%` at the beginning, as millionths of the points.
  var weight: (weight: DecimalNumber?, text: GIFTText) {
    guard hasPrefix("%"), let (number, rest) = dropFirst(1).split(at: "%"),
      let weight = DecimalNumber(number.string)
    else { return (nil, self) }
    return (weight, rest.trimmed)
  }
}
