import Testing

@testable import rehearse

@Suite struct ScreenfulConsoleTests {
  private func write(lines: Int, answers: [String], then prompt: Prompt? = nil) -> (String, Input?)
  {
    let inner = LineConsole(answers: answers, columns: 40, rows: 10, isInteractive: true)
    let console = ScreenfulConsole(inner)
    console.write(StyledText((1...lines).map { "line \($0)\n" }.joined()))
    let input = prompt.map(console.ask) ?? console.ask(Prompt(""))
    return (inner.transcript, input)
  }

  @Test func waitsBeforeAScreenfulIsGone() {
    let (shown, _) = write(lines: 20, answers: ["", ""])
    let pauses = shown.split(separator: "\n").enumerated().filter { $0.element.hasPrefix("-- ") }
    #expect(pauses.map(\.offset) == [8, 17])
    #expect(shown.contains("line 20\n"))
  }

  @Test func doesNotWaitForLessThanAScreenful() {
    #expect(!write(lines: 8, answers: []).0.contains("--"))
  }

  @Test func whatIsTypedAtAPauseAnswersTheNextQuestion() {
    let (shown, input) = write(lines: 40, answers: ["2"], then: Prompt("> "))
    #expect(input == .line("2"))
    #expect(shown.components(of: "Enter for more") == 1)
    #expect(shown.contains("line 40\n"))
  }

  @Test func aQuestionBeginsANewScreenful() {
    let inner = LineConsole(answers: ["a", "b"], columns: 40, rows: 10, isInteractive: true)
    let console = ScreenfulConsole(inner)
    for _ in 0..<2 {
      console.write(StyledText(String(repeating: "line\n", count: 7)))
      _ = console.ask(Prompt("> "))
    }
    #expect(!inner.transcript.contains("Enter for more"))
  }

  @Test func aPipeIsNeverHeldUp() {
    let inner = LineConsole(answers: [], columns: 40, rows: 10, isInteractive: false)
    do { ScreenfulConsole(inner).write(StyledText(String(repeating: "line\n", count: 50))) }
    #expect(inner.transcript == String(repeating: "line\n", count: 50))
  }
}

extension String {
  fileprivate func components(of words: String) -> Int {
    ranges(of: words).count
  }
}
