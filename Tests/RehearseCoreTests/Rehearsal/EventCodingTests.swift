import RehearseCore
import Testing

@Suite struct EventCodingTests {
  static let words = [
    "", " ", "a", " a  b ", "\n", "\r\n", "\\", "\\n", "a\\", "\u{301}x", "👩‍💻 é e\u{301}", "\u{0}",
    "\u{FE0F}",
    "\u{2028}", "1 2",
  ]

  static let answers: [Answer] =
    [
      .options([]), .options([0]), .options([9_999_998, 2]), .truth(true), .truth(false),
      .number(.zero), .number(DecimalNumber(millionths: -1)),
      .number(DecimalNumber(millionths: 999_999_999_999_999_999)), .order([2, 0, 1]), .order([]),
      .pairs([1, 1]), .skipped,
    ] + words.map { .text($0) }

  static let events: [Event] =
    [
      .choose(0), .choose(9_999_998), .confidence(1), .confidence(2), .confidence(3), .hint,
      .rate([]),
      .rate([0, 3]), .select([]), .select([1]), .read(0), .finish, .timeUp, .undo, .abandon,
    ]
    + ItemState.allCases.map { .mark(4, $0) } + answers.map { .answer($0) }
    + words.flatMap { [.say($0), .remark(1, $0), .visit($0)] }

  @Test(arguments: events)
  func whatIsWrittenIsRead(_ event: Event) throws {
    let read = try #require(Event(text: event.text))
    #expect(read == event)
    // To the last scalar: `==` takes composed and decomposed letters for the same.
    #expect(Array(read.text.utf8) == Array(event.text.utf8))
    #expect(!event.text.unicodeScalars.contains("\n") && !event.text.unicodeScalars.contains("\r"))
  }

  @Test func differentEventsHaveDifferentTexts() {
    #expect(Set(Self.events.map { Array($0.text.utf8) }).count == Self.events.count)
  }

  @Test(arguments: [
    "", " ", "choose", "choose ", "choose 0", "choose 01", "choose +1", "choose -1", "choose  1",
    "choose 1 ",
    "choose 1 2", "choose 10000000", "Choose 1", "choose ١", "confidence 0", "confidence 4",
    "hint ", "hint 1",
    "rate ", "rate 1  2", "rate 0", "select 1 ", "mark 1", "mark 1 Done", "mark 1 done ",
    "remark 1",
    "say", "say \\", "say \\t", "say a\nb", "answer", "answer ", "answer yes", "answer true ",
    "answer number 1,5", "answer number 01", "answer number 1.50", "answer number +1",
    "answer number -0",
    "answer options ", "answer text", "undo ", "finish\n", "time-up 1", "unknown",
  ])
  func whatIsWrittenOtherwiseIsRefused(_ text: String) { #expect(Event(text: text) == nil) }
}
