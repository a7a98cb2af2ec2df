import Glibc

/// How many columns text takes on a terminal: `wcwidth` for a single character, and the rules below
/// for what a reader takes for one character and Unicode spells with several.
enum DisplayWidth {
  static func of(_ text: some StringProtocol) -> Int {
    // Printable ASCII is one column a byte.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// 0, 1 or 2 as a rule; more for a cluster of several spacing letters, as Indic scripts have.
  /// A tab counts as one blank here; `expandingTabs` comes first where tabs matter.
  static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    if character == "\t" { return 1 }
    if scalars.count > 1 && isEmojiSequence(scalars) { return 2 }
    return scalars.reduce(0) { $0 + of($1) }
  }

  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value >= 0x20 && scalar.value < 0x7F { return 1 }
    CharacterLocale.prepare()
    let width = Int(columns(wchar_t(scalar.value)))
    if width >= 0 { return width }
    // Control characters take no room; a character newer than the C library takes a column.
    return scalar.properties.generalCategory == .control ? 0 : 1
  }

  /// Flags, skin tones, joined emoji, keycaps, and whatever asks for emoji presentation.
  private static func isEmojiSequence(_ scalars: String.UnicodeScalarView) -> Bool {
    guard let first = scalars.first, first.properties.isEmoji else { return false }
    return scalars.dropFirst().contains { scalar in
      switch scalar.value {
      case 0xFE0F, 0x200D, 0x20E3, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: true
      default: false
      }
    }
  }
}

/// `wcwidth` of the C library. Its header hides it unless `_XOPEN_SOURCE` is defined, which the
/// module of the C library does not do.
@_silgen_name("wcwidth") private func columns(_ character: wchar_t) -> Int32

extension StringProtocol {
  /// Tabs as blanks up to the next multiple of `stop` columns, counted from `column`.
  func expandingTabs(every stop: Int = 4, from column: Int = 0) -> String {
    guard utf8.contains(0x09) else { return String(self) }
    var result = ""
    var place = column
    for character in self {
      switch character {
      case "\t":
        let blanks = stop - place % stop
        result += String(repeating: " ", count: blanks)
        place += blanks
      case "\n":
        result.append(character)
        place = column
      default:
        result.append(character)
        place += DisplayWidth.of(character)
      }
    }
    return result
  }
}
