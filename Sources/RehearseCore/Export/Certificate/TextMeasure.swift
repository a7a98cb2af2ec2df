/// How wide text is, about, where the font is not known: each character is as wide as in the widest
/// of the fonts that are asked for, so that what fits here fits there.
enum TextMeasure {
  /// In thousandths of the font's size.
  static func width(of text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20: return 330
    case 0x30...0x39: return 640
    case 0x41...0x5A: return scalar == "M" || scalar == "W" ? 1000 : scalar == "I" ? 400 : 740
    case 0x61...0x7A:
      if scalar == "m" || scalar == "w" { return 940 }
      switch scalar {
      case "i", "j", "l": return 330
      case "f", "r", "t": return 450
      default: return 640
      }
    case 0x21...0x7E: return "!',-.:;|()".unicodeScalars.contains(scalar) ? 390 : 700
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6:
      return 1020
    case 0x1F000...0x1FAFF, 0x20000...0x3FFFF: return 1300
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: return 0
      default: return 740
      }
    }
  }

  /// Lines that are no wider than `width`, in the unit of `size`: broken at blanks, and within words
  /// that are too long for a line or have no blanks, as Chinese and Japanese.
  static func lines(_ text: String, size: Int, width: Int) -> [String] {
    let limit = width * 1000 / max(size, 1)
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    for word in text.split(separator: " ") {
      let wordWidth = self.width(of: word)
      if !line.isEmpty, lineWidth + 330 + wordWidth <= limit {
        line += " " + word
        lineWidth += 330 + wordWidth
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      lineWidth = 0
      for character in word {
        let characterWidth = self.width(of: String(character))
        if !line.isEmpty, lineWidth + characterWidth > limit {
          lines.append(line)
          line = ""
          lineWidth = 0
        }
        line.append(character)
        lineWidth += characterWidth
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// The largest of these sizes at which the text takes no more than `count` lines, and the lines;
  /// at the smallest the rest is left out, with an ellipsis.
  static func fit(
    _ text: String, sizes: [Int], width: Int, count: Int
  ) -> (size: Int, lines: [String], isWhole: Bool) {
    for size in sizes {
      let lines = lines(text, size: size, width: width)
      if lines.count <= count { return (size, lines, true) }
    }
    let size = sizes.last ?? 1
    var lines = Array(lines(text, size: size, width: width).prefix(count))
    if var last = lines.popLast() {
      let limit = width * 1000 / max(size, 1) - 1000
      while !last.isEmpty, self.width(of: last) > limit { last.removeLast() }
      lines.append(last + "…")
    }
    return (size, lines, false)
  }
}
