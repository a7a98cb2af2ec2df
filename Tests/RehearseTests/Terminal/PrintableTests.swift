import Testing

@testable import rehearse

@Suite struct PrintableTests {
  @Test(arguments: [
    ("plain words", "plain words"),
    ("tab\tand\nnewline", "tab\tand\nnewline"),
    ("naïve 東京 👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "naïve 東京 👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
    ("\u{1B}[2Jgone", "\u{FFFD}[2Jgone"),
    ("\u{1B}]0;title\u{7}", "\u{FFFD}]0;title\u{FFFD}"),
    ("\u{9B}31m", "\u{FFFD}31m"),
    ("\u{85}\u{7F}\u{0}\u{8}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("one\r\ntwo\rthree\u{2028}four", "one\ntwo\nthree\nfour"),
    ("\u{202E}desrever\u{202C} \u{2066}x\u{2069}", "desrever x"),
    ("co\u{AD}operate\u{FEFF}", "cooperate"),
  ])
  func keepsWhatCannotDriveATerminal(text: String, shown: String) {
    #expect(Array(text.printable.unicodeScalars) == Array(shown.unicodeScalars))
  }

  /// Every scalar below the first letters of other scripts, alone and between letters.
  @Test func lettersNoControlCharacterThrough() {
    for value in UInt32(0)...0x2100 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = "a\(Character(scalar))b".printable.unicodeScalars
      let controls = shown.filter {
        $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
      }
      #expect(controls.isEmpty, "U+\(String(value, radix: 16))")
      #expect(shown.first == "a" && shown.last == "b")
    }
  }

  @Test func interpolatesRolesAndStyledText() {
    let name = StyledText("Ma\u{1B}ya", .speaker)
    let text: StyledText = "\(name): \(12, .strong) of \(20) in \("Ris\u{7}k", .emphasis)"
    #expect(
      text == name + ": " + StyledText("12", .strong) + " of 20 in "
        + StyledText("Ris\u{7}k", .emphasis))
    #expect(text.string == "Ma\u{FFFD}ya: 12 of 20 in Ris\u{FFFD}k")
  }

  @Test func cleansEveryWayIntoStyledText() {
    let literal: StyledText = "a\u{1B}b"
    var appended = StyledText()
    appended.append("a\u{1B}b", .strong)
    #expect(literal.string == "a\u{FFFD}b")
    #expect(appended.string == "a\u{FFFD}b")
    #expect(StyledText("a\u{1B}b", .dim).string == "a\u{FFFD}b")
  }
}
