import RehearseCore
import Testing

@testable import rehearse

@Suite struct MarkdownLayoutTests {
  static func blocks(_ markdown: String) -> [Block] {
    var findings: [Finding] = []
    return MarkdownDocument(Array(markdown.utf8)[...], findings: &findings).blocks
  }

  private func lines(_ markdown: String, _ width: Int, _ theme: Theme = .unstyled) -> [String] {
    MarkdownLayout(Self.blocks(markdown), width: width, theme: theme).lines.map(\.text.string)
  }

  @Test(arguments: [
    (80, "styled", Theme.styled), (40, "styled", .styled), (80, "unstyled", .unstyled),
    (80, "plain", .plain), (40, "plain", .plain), (20, "plain", .plain),
  ])
  func looksAsItDid(width: Int, name: String, theme: Theme) throws {
    let layout = MarkdownLayout(
      Self.blocks(try Golden.fixture("layout.md")), width: width, theme: theme)
    let text = layout.lines.map { theme.render($0.text) + "\n" }.joined()
    try Golden.expect(text, toMatch: "layout-\(width)-\(name).txt")
  }

  @Test func fitsEveryWidth() throws {
    let blocks = Self.blocks(try Golden.fixture("layout.md"))
    for width in 20...120 {
      for line in MarkdownLayout(blocks, width: width, theme: .plain).lines {
        #expect(line.text.width <= width)
        #expect(line.text.string.last != " ")
      }
    }
  }

  /// Of what is not drawn (tables, rules) or marked (code): the same letters at every width.
  @Test func keepsTheTextAtEveryWidth() throws {
    let blocks = Self.blocks(try Golden.fixture("layout.md")).filter {
      switch $0.kind {
      case .table, .rule, .code: false
      default: true
      }
    }
    func letters(_ width: Int) -> String {
      MarkdownLayout(blocks, width: width, theme: .styled).lines
        .map(\.text.string).joined().filter { $0 != " " && $0 != "│" }
    }
    let expected = letters(500)
    #expect(expected.count > 600)
    for width in 20...120 { #expect(letters(width) == expected) }
  }

  @Test func eachLineKnowsItsBlock() {
    let blocks = Self.blocks("One\\\ntwo\n\n<div></div>\n\n# Four\n\n- five\n- six")
    let layout = MarkdownLayout(blocks, width: 40, theme: .styled)
    #expect(layout.lines.map(\.text.string) == ["One", "two", "", "Four", "", "• five", "• six"])
    #expect(layout.lines.map(\.block) == [0, 0, 0, 2, 2, 3, 3])
  }

  @Test func collectsLinksInOrder() {
    let first = MarkdownLayout(
      Self.blocks("[a](https://a.example) [b](b.md#c) [c](#d)"), width: 80, theme: .plain)
    #expect(first.lines.map(\.text.string) == ["a[1] b[2] c[3]"])
    #expect(first.links.links.map(\.destination) == ["https://a.example", "b.md#c", "#d"])
    #expect(first.links.links.map(\.isExternal) == [true, false, false])
    let second = MarkdownLayout(
      Self.blocks("[again](b.md#c), [new](mailto:x@example.com)"), width: 80, theme: .plain,
      links: first.links)
    #expect(second.lines.map(\.text.string) == ["again[2], new[4]"])
    #expect(second.links[4]?.destination == "mailto:x@example.com")
    #expect(second.links[4]?.isExternal == true)
    #expect(second.links[5] == nil && second.links[0] == nil)
  }

  @Test func standsBehindAMark() {
    let layout = MarkdownLayout(
      Self.blocks("Of course. We will fix\n\nthings"), width: 20, theme: .plain,
      first: " 2) ", rest: .blanks(4))
    #expect(
      layout.lines.map(\.text.string) == [" 2) Of course. We", "    will fix", "", "    things"])
    let empty = MarkdownLayout([], width: 20, theme: .plain, first: " 2) ", rest: .blanks(4))
    #expect(empty.lines.map(\.text.string) == [" 2)"])
    #expect(MarkdownLayout([], width: 20, theme: .plain).lines.isEmpty)
  }

  @Test func controlCharactersDoNotReachTheTerminal() {
    let markdown =
      "Text \u{1B}[2J\n\n# Head \u{7}\n\n    code \u{1B}[31m\n\n`in\u{9B}line`\n\n"
      + "| a\u{1B} |\n|---|\n| b\u{8} |\n\n[l\u{1B}](x\u{1B}.md) ![i\u{1B}](s)\n\n<b>\u{1B}</b>"
    for theme in [Theme.plain, .unstyled] {
      let layout = MarkdownLayout(Self.blocks(markdown), width: 40, theme: theme)
      let shown = layout.lines.map { theme.render($0.text) }.joined()
      #expect(!shown.isEmpty)
      #expect(shown.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
      #expect(shown.contains("\u{FFFD}[2J"))
    }
  }

  @Test func marksCodeWhereItCannotBeSeen() {
    #expect(lines("Type `save` now", 40, .styled) == ["Type save now"])
    #expect(lines("Type `save` now", 40) == ["Type `save` now"])
  }

  @Test func codeKeepsItsBlanksAndGoesOnUnderAMark() {
    #expect(
      lines("```\na  b\n\tc\n\nabcdefghijklmnopqrstuvwxyz\n\n```", 20) == [
        "  a  b", "      c", "", "  abcdefghijklmnop", "  ↪ qrstuvwxyz",
      ])
  }

  @Test func tablesShareTheWidth() {
    let table = "| Name | What for |\n|---|---:|\n| a | one two three four five |\n| bb | x |"
    #expect(
      lines(table, 60) == [
        "Name │                What for", "─────┼────────────────────────",
        "a    │ one two three four five", "bb   │                       x",
      ])
    #expect(
      lines(table, 24) == [
        "Name │          What for", "─────┼──────────────────", "a    │     one two three",
        "     │         four five", "─────┼──────────────────", "bb   │                 x",
      ])
  }

  @Test func narrowTablesBecomeLines() {
    let table = "| First name | Second name | Third |\n|---|---|---|\n| a | b | c |\n| d | e | |"
    #expect(
      lines(table, 20) == [
        "First name: a", "Second name: b", "Third: c", "", "First name: d", "Second name: e",
        "Third:",
      ])
  }

  @Test func deepNestingStaysInside() {
    let nested = (0..<12).map { String(repeating: "  ", count: $0) + "- level \($0)" }
    let shown = lines(nested.joined(separator: "\n"), 20)
    #expect(shown.allSatisfy { DisplayWidth.of($0) <= 20 })
    for level in 0..<12 {
      #expect(shown.contains { $0.hasSuffix("level \(level)") }, "level \(level)")
    }
    let quotes = lines(String(repeating: "> ", count: 12) + "deep", 20)
    #expect(quotes.last?.hasSuffix("deep") == true)
  }

  @Test func numbersAreAsWideAsTheWidest() {
    #expect(lines("9. a\n10. b", 40) == [" 9. a", "10. b"])
    #expect(lines("999999999. a\n1. b", 40) == [" 999999999. a", "1000000000. b"])
  }
}
