/// Text in short lines, for labels in a drawing. Characters stand for columns: where a drawing
/// program measures better, it has room to.
enum LabelLines {
  /// Broken at blanks and at line ends; at most `lines` lines, the last with an ellipsis where
  /// something was left out. What has no shape, and what XML cannot hold, is left out.
  static func wrapped(_ text: String, at width: Int, lines most: Int = .max) -> [String] {
    var lines: [String] = []
    for paragraph in clean(text).split(separator: "\n") {
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty, line.count + 1 + word.count > width {
          lines.append(line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
      }
      if !line.isEmpty { lines.append(line) }
    }
    guard lines.count > most, most > 0 else { return lines }
    return lines[..<(most - 1)] + [lines[most - 1] + " …"]
  }

  /// Facts side by side, as many on a line as fit; a fact is not broken.
  static func joined(_ facts: [String], at width: Int) -> [String] {
    var lines: [String] = []
    for fact in facts.map(clean) {
      if let last = lines.last, last.count + 3 + fact.count <= width {
        lines[lines.count - 1] = "\(last) · \(fact)"
      } else {
        lines.append(fact)
      }
    }
    return lines
  }

  static func clean(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x0D, 0x2028, 0x2029: scalars.append("\n")
      case 0x09: scalars.append(" ")
      case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE...0xFFFF:
        continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
