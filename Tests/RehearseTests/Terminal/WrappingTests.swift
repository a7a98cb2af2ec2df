import Testing

@testable import rehearse

@Suite struct WrappingTests {
  @Test func breaksAtBlanks() {
    let text: StyledText = "The quick brown fox jumps over the lazy dog"
    #expect(
      text.wrapped(to: 20).map(\.string) == ["The quick brown fox", "jumps over the lazy", "dog"])
  }

  @Test func indentsTheFirstLineAndTheOthers() {
    let lines = StyledText("Of course. We will fix things as we go.")
      .wrapped(to: 24, first: " 1) ", rest: "    ")
    #expect(lines.map(\.string) == [" 1) Of course. We will", "    fix things as we go."])
  }

  @Test func cutsAWordThatIsLongerThanALine() {
    let lines = StyledText("see https://example.com/a/rather/long/address now").wrapped(to: 20)
    #expect(
      lines.map(\.string) == ["see", "https://example.com/", "a/rather/long/addres", "s now"])
  }

  @Test func breaksBetweenIdeographsButNotBeforeAFullStop() {
    let lines = StyledText("東京都の最初の会議は月曜日です。").wrapped(to: 20)
    #expect(lines.map(\.string) == ["東京都の最初の会議は", "月曜日です。"])
    let closing = StyledText("東京都の最初の会議は。月曜日").wrapped(to: 20)
    #expect(closing.map(\.string) == ["東京都の最初の会議", "は。月曜日"])
  }

  @Test func keepsRolesAcrossLines() {
    let text = StyledText("aaaa bbbb ", .strong) + StyledText("cccc dddd", .link)
    let lines = text.wrapped(to: 9)
    #expect(lines == [StyledText("aaaa bbbb", .strong), StyledText("cccc dddd", .link)])
  }

  @Test func neverSeparatesALetterFromItsMarkInTheNextRun() {
    let text = StyledText("aaaaaaaaaaaaaaaaaaae") + StyledText("\u{301}bc", .strong)
    #expect(text.wrapped(to: 20).map(\.string) == ["aaaaaaaaaaaaaaaaaaae\u{301}", "bc"])
  }

  @Test func newlinesBeginALine() {
    #expect(StyledText("a\n\nb ").wrapped(to: 20).map(\.string) == ["a", "", "b"])
    #expect(StyledText().wrapped(to: 20, first: "- ").map(\.string) == ["-"])
  }

  @Test func cutsIndentsThatLeaveNoRoom() {
    let lines = StyledText("one two three four").wrapped(
      to: 20, first: .blanks(40), rest: .blanks(40))
    #expect(lines.allSatisfy { $0.width <= 20 })
    #expect(
      lines.map { $0.string.drop { $0 == " " } }.joined(separator: " ") == "one two three four")
  }

  /// Random texts of all kinds of graphemes, at all widths from 20: no line is too wide or ends in a
  /// blank, every grapheme is still there, and in order.
  @Test(arguments: 0..<300) func keepsTheTextWithinTheWidth(seed: UInt64) {
    var random = SplitMix(state: seed)
    let pieces: [String] = [
      "a", "Maya", "“Of course.”", "extraordinarily-long-compound-word-without-an-end", "東", "京都",
      "。", "「", "e\u{301}", "👩‍👩‍👧", "🇩🇪", "\u{301}", "한국어", " ", " ", " ", "  ", "\t", "\n", "नमस्ते",
      "\u{A0}", "x",
    ]
    var text = StyledText()
    for _ in 0..<(10 + random.next() % 60) {
      let role = Theme.Role.allCases[Int(random.next() % UInt64(Theme.Role.allCases.count))]
      text.append(
        pieces[Int(random.next() % UInt64(pieces.count))], random.next() % 3 == 0 ? role : nil)
    }
    let width = 20 + Int(random.next() % 61)
    let indent = Int(random.next() % 30)
    let lines = text.wrapped(to: width, first: "", rest: .blanks(indent))
    for line in lines {
      #expect(line.width <= width)
      #expect(line.string.last != " " && line.string.last != "\t")
    }
    func dense(_ string: String) -> [Unicode.Scalar] {
      string.unicodeScalars.filter { ![" ", "\t", "\n"].contains($0) }
    }
    #expect(dense(lines.map(\.string).joined()) == dense(text.string))
    // A mark without a letter may join or leave a blank; all other graphemes stay what they were.
    let graphemes = Set(text.string)
    for character in lines.flatMap(\.string) where !graphemes.contains(character) {
      #expect([" ", "\u{301}"].contains(character.unicodeScalars.first))
    }
  }

  @Test func cutsCodeAnywhere() {
    #expect(StyledText("ab cd  ef").cut(to: 4).map(\.string) == ["ab c", "d  e", "f"])
    #expect(StyledText("東京都").cut(to: 4).map(\.string) == ["東京", "都"])
    #expect(StyledText().cut(to: 4).map(\.string) == [""])
  }
}

/// A small generator whose sequence is the same everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
