import Testing

@testable import rehearse

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("a", 1), ("hello, world", 12), ("é", 1), ("e\u{301}", 1), ("\u{301}", 0),
    ("ß", 1), ("ю", 1), ("…", 1), ("█", 1), ("東京", 4), ("ｆ", 2), ("ｶ", 1), ("한국", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2),
    ("😀", 2), ("👍🏽", 2), ("👩‍👩‍👧‍👦", 2), ("🇩🇪", 2), ("🇩🇪🇫🇷", 4), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("1️⃣", 2), ("❤️", 2), ("❤", 1),
    ("\u{200B}", 0), ("\u{1F9D1}\u{200D}\u{1F4BB}", 2), ("\n", 0), ("#", 1), ("©", 1),
    ("\u{FFFD}", 1), ("\u{E000}", 1), ("नमस्ते", 4),
  ])
  func counts(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test(arguments: [
    ("a\tb", 0, "a   b"), ("\t", 0, "    "), ("abcd\te", 0, "abcd    e"), ("\ta", 2, "  a"),
    ("東\tb", 0, "東  b"), ("ab\n\tc", 0, "ab\n    c"), ("none", 0, "none"),
  ])
  func expandsTabs(text: String, column: Int, expanded: String) {
    #expect(text.expandingTabs(from: column) == expanded)
  }
}
