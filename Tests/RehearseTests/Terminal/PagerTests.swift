import Testing

@testable import rehearse

@Suite struct PagerTests {
  /// Twelve blocks of two lines, numbered.
  private func layout(_ width: Int) -> [MarkdownLayout.Line] {
    (0..<24).map { .init(StyledText("line \($0) w\(width)"), block: $0 / 2) }
  }

  private func reading(
    _ answers: [String], from block: Int = 0, rows: Int? = 8, stopsAtEnd: Bool = false,
    command: @escaping (String) -> PagerStep = { _ in .stay }
  ) -> (shown: [Int], outcome: Pager.Outcome, transcript: String) {
    let console = LineConsole(
      answers: answers, theme: .plain, columns: 40, rows: rows, isInteractive: rows != nil)
    let pager = Pager(console: console, stopsAtEnd: stopsAtEnd)
    let outcome = pager.show(from: block, layout: layout, command: command)
    let shown = console.transcript.split(separator: "\n").compactMap { line -> Int? in
      line.hasPrefix("line ") ? Int(line.dropFirst(5).prefix { $0.isNumber }) : nil
    }
    return (shown, outcome, console.transcript)
  }

  @Test func showsAScreenfulAtATime() {
    let (shown, outcome, transcript) = reading(["", ""])
    #expect(shown == Array(0..<18))
    #expect(outcome == .init(block: 8, ending: .endOfInput))
    #expect(transcript.contains("-- 25% - Enter for more, ? for help -- "))
    #expect(transcript.contains("-- 50% - "))
  }

  @Test func endsAfterTheLastLine() {
    #expect(reading(["", "", ""]).outcome == .init(block: 11, ending: .finished))
    #expect(
      reading(["", "", "", "b", "q"], stopsAtEnd: true).shown == Array(0..<24) + Array(12..<18))
    #expect(reading(["", "", "", ""], stopsAtEnd: true).outcome.ending == .finished)
  }

  @Test func leaves() {
    #expect(reading(["q"]).outcome == .init(block: 2, ending: .left))
    #expect(reading(["", "q"]).outcome == .init(block: 5, ending: .left))
  }

  @Test func beginsAtABlock() {
    #expect(reading(["q"], from: 3).shown == Array(6..<12))
    #expect(reading(["q"], from: 99).shown == Array(0..<6))
  }

  @Test func goesBackAndToTheEnds() {
    #expect(reading(["", "b", "q"]).shown == Array(0..<12) + Array(0..<6))
    #expect(reading(["G"]).shown == Array(0..<6) + Array(18..<24))
    #expect(reading(["", "g", "q"]).shown == Array(0..<12) + Array(0..<6))
  }

  @Test func searches() {
    #expect(reading(["/LINE 1", "/", "q"]).shown == Array(0..<6) + Array(1..<7) + Array(10..<16))
    // “… 12 w40” ends a line and “line 13 …” begins the next.
    #expect(reading(["/w40 line 13", "q"]).shown == Array(0..<6) + Array(12..<18))
    #expect(reading(["/nowhere", "q"]).transcript.contains("“nowhere” does not come up again"))
    #expect(reading(["/", "q"]).transcript.contains("Type the words"))
  }

  @Test func handsOnWhatItDoesNotKnow() {
    var seen: [String] = []
    let (_, outcome, transcript) = reading(["open 1", "note", "stop"]) { line in
      seen.append(line)
      return line == "stop" ? .leave : line == "note" ? .message("Noted.") : .stay
    }
    #expect(seen == ["open 1", "note", "stop"])
    #expect(transcript.contains("Noted.\n"))
    #expect(outcome == .init(block: 2, ending: .left))
  }

  @Test func explainsItself() {
    #expect(reading(["?", "q"]).transcript.contains("b: back a screenful\n"))
  }

  @Test func showsAllAtOnceWhereNobodyWaits() {
    let (shown, outcome, _) = reading([], rows: nil)
    #expect(shown == Array(0..<24))
    #expect(outcome == .init(block: 11, ending: .finished))
  }

  @Test func staysInItsPlaceWhenTheWidthChanges() {
    let console = ShrinkingConsole()
    // At half the width every line takes two.
    let outcome = Pager(console: console).show { width in
      (0..<24).flatMap { line -> [MarkdownLayout.Line] in
        Array(repeating: .init("line \(line) w\(width)", block: line / 2), count: 80 / width)
      }
    }
    #expect(outcome.ending == .left)
    #expect(
      console.shown == (0..<6).map { "line \($0) w80" }
        + [6, 6, 7, 7, 8, 8].map { "line \($0) w40" })
  }
}

/// A terminal that is half as wide after the first question.
private final class ShrinkingConsole: Console {
  var size: (columns: Int, rows: Int?) = (80, 8)
  let theme = Theme.plain
  let isInteractive = true
  let draft = ""
  private(set) var shown: [String] = []

  func write(_ text: StyledText) {
    shown += text.string.split(separator: "\n").map(String.init)
  }

  func ask(_ prompt: Prompt) -> Input {
    defer { size.columns = 40 }
    return .line(size.columns == 80 ? "" : "q")
  }
}
