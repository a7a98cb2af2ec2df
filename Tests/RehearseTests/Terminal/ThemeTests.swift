import Testing

@testable import rehearse

@Suite struct ThemeTests {
  @Test(arguments: [
    (true, false, ["TERM": "xterm"], true, Glyphs.unicode),
    (true, false, ["TERM": "xterm", "NO_COLOR": ""], true, .unicode),
    (true, false, ["TERM": "xterm", "NO_COLOR": "1"], false, .unicode),
    (true, false, ["TERM": "dumb"], false, .ascii),
    (true, false, [:], false, .ascii),
    (true, true, ["TERM": "xterm"], false, .ascii),
    (false, false, ["TERM": "xterm"], false, .unicode),
    (false, false, ["TERM": "dumb"], false, .ascii),
    (false, false, [:], false, .unicode),
  ])
  func follows(
    isTerminal: Bool, plain: Bool, environment: [String: String], isStyled: Bool, glyphs: Glyphs
  ) {
    let theme = Theme(isTerminal: isTerminal, plain: plain, environment: environment)
    #expect(theme.isStyled == isStyled)
    #expect(theme.glyphs == glyphs)
  }

  @Test func closesEveryRun() {
    let text = StyledText("a", .good) + StyledText("b") + StyledText("c", .bad)
    #expect(Theme.styled.render(text) == "\u{1B}[32ma\u{1B}[0mb\u{1B}[31mc\u{1B}[0m")
    #expect(Theme.plain.render(text) == "abc")
  }

  @Test func marksWhatTakesNoRoomInAPrompt() {
    let prompt = Theme.styled.renderPrompt(StyledText("> ", .prompt))
    #expect(prompt == "\u{1}\u{1B}[1m\u{2}> \u{1}\u{1B}[0m\u{2}")
  }

  /// Each role shows, and only with the basic sixteen colours, bold, dim, italic and underline.
  @Test(arguments: Theme.Role.allCases) func staysWithTheBasicAttributes(role: Theme.Role) throws {
    let shown = Theme.styled.render(StyledText("x", role))
    let parameters = try #require(shown.dropFirst(2).split(separator: "m").first)
    for parameter in parameters.split(separator: ";") {
      let number = try #require(Int(parameter))
      #expect([1, 2, 3, 4].contains(number) || (30...37).contains(number))
    }
  }

  @Test func asciiGlyphsAreASCII() {
    for child in Mirror(reflecting: Glyphs.ascii).children {
      #expect((child.value as? String)?.utf8.allSatisfy { $0 < 0x80 } == true)
    }
  }
}
