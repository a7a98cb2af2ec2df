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

  /// Nothing is taken for an answer before its question was seen.
  @Test func whatIsTypedAtAPauseIsConfirmedAtTheNextQuestion() {
    let (shown, input) = write(lines: 40, answers: ["2", ""], then: Prompt("> "))
    #expect(input == .line("2"))
    #expect(shown.components(of: "Enter for more") == 1)
    #expect(shown.contains("line 40\n> (Enter takes “2”) "))
    #expect(write(lines: 40, answers: ["2", "3"], then: Prompt("> ")).1 == .line("3"))
    #expect(write(lines: 40, answers: ["2"], then: Prompt("> ")).1 == .endOfInput)
  }

  @Test(arguments: [":quit", " :undo 2", "?"])
  func aCommandTypedAtAPauseActsAtOnce(_ command: String) {
    let (shown, input) = write(lines: 40, answers: [command, "2"], then: Prompt("> "))
    #expect(input == .line(command))
    #expect(shown.contains("line 40\n") && !shown.contains("Enter takes"))
  }

  /// A colon alone and a question that begins with its mark are no commands.
  @Test(arguments: [":", "?why"])
  func whatOnlyLooksLikeACommandIsConfirmed(_ line: String) {
    let (shown, input) = write(lines: 40, answers: [line, ""], then: Prompt("> "))
    #expect(input == .line(line))
    #expect(shown.contains("(Enter takes “\(line)”) "))
  }

  /// What was typed is offered once: the question after it is asked plainly.
  @Test func whatWasTypedAtAPauseIsOfferedOnce() {
    let inner = LineConsole(
      answers: ["2", "", "4"], columns: 40, rows: 10, isInteractive: true)
    let console = ScreenfulConsole(inner)
    console.write(StyledText(String(repeating: "line\n", count: 20)))
    #expect(console.ask(Prompt("> ")) == .line("2"))
    #expect(console.ask(Prompt("Sure? ")) == .line("4"))
    #expect(inner.transcript.hasSuffix("Sure? 4\n"))
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

  /// Choices stand on one screen: the reader waits before them, and not in the middle.
  @Test(arguments: [(3, 5, false), (4, 5, true), (6, 8, true), (6, 9, false), (0, 8, false)])
  func whatBelongsTogetherIsNotParted(before: Int, together: Int, waitsBefore: Bool) {
    let inner = LineConsole(
      answers: Array(repeating: "", count: 4), columns: 40, rows: 10, isInteractive: true)
    let console = ScreenfulConsole(inner)
    console.write(StyledText(String(repeating: "line\n", count: before)))
    console.keepTogether {
      for number in 0..<together { console.write(StyledText("choice \(number)\n")) }
    }
    _ = console.ask(Prompt("> "))
    let shown = inner.transcript.split(separator: "\n")
    let pause = shown.firstIndex { $0.contains("Enter for more") }
    let first = shown.firstIndex { $0.contains("choice 0") }
    #expect((pause == before && first == before + 1) == waitsBefore, "\(shown)")
    #expect(shown.count { $0.contains("choice") } == together)
    // More than a screenful cannot stay together.
    if !waitsBefore { #expect((pause == nil) == (before + together <= 8), "\(shown)") }
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
