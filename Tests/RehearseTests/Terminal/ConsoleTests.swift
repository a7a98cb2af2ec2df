import Glibc
import Testing

@testable import rehearse

@Suite struct ConsoleTests {
  @Test func aScriptReadsLikeASession() {
    let console = LineConsole(answers: ["2", "done"])
    console.writeLine("Which?")
    #expect(console.ask(Prompt("> ")) == .line("2"))
    #expect(console.ask(Prompt("> ")) == .line("done"))
    #expect(console.ask(Prompt("> ")) == .endOfInput)
    #expect(console.transcript == "Which?\n> 2\n> done\n> \n")
  }

  @Test func aScriptCanInterrupt() {
    let console = LineConsole(
      .script([.interrupted, .timedOut, .line("x")]), output: TextOutput(), theme: .plain,
      echoes: true, size: (40, nil))
    #expect(console.ask(Prompt("> ")) == .interrupted)
    #expect(console.ask(Prompt("> ")) == .timedOut)
    #expect(console.ask(Prompt("> ")) == .line("x"))
  }

  @Test func foreignTextCannotDriveTheTerminal() {
    let console = LineConsole(answers: ["\u{1B}[2J"], theme: .styled)
    console.write("a\u{1B}[2Jb\n")
    _ = console.ask(Prompt("\u{1B}[31m> "))
    #expect(
      console.transcript
        == "a\u{FFFD}[2Jb\n\u{1B}[1m\u{FFFD}[31m> \u{1B}[0m\u{FFFD}[2J\n")
  }

  @Test func readsAPipeALineAtATime() throws {
    let console = try piped("one\r\n\nzwölf 東京\nbad \u{FF}".utf8.map { $0 })
    #expect(console.ask(Prompt("")) == .line("one"))
    #expect(console.ask(Prompt("")) == .line(""))
    #expect(console.ask(Prompt("")) == .line("zwölf 東京"))
    #expect(console.ask(Prompt("")) == .line("bad \u{FF}"))
    #expect(console.ask(Prompt("")) == .endOfInput)
    #expect(console.ask(Prompt("")) == .endOfInput)
  }

  @Test func repairsWhatIsNotUTF8() throws {
    let console = try piped([0x61, 0xFF, 0x62, 0x0A])
    #expect(console.ask(Prompt("")) == .line("a\u{FFFD}b"))
  }

  @Test func waitsNoLongerThanItIsTold() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    let console = LineConsole(
      .descriptor(ends[0]), output: TextOutput(), theme: .plain, echoes: false, size: (80, nil))
    let start = ContinuousClock.now
    #expect(console.ask(Prompt("", timeout: .milliseconds(50))) == .timedOut)
    #expect(.now - start >= .milliseconds(50))
    write(ends[1], "late\n", 5)
    #expect(console.ask(Prompt("", timeout: .seconds(5))) == .line("late"))
  }

  @Test func aClosedOutputEndsTheConversation() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let console = LineConsole(
      .script([.line("never read")]), output: TextOutput(descriptor: ends[1]), theme: .plain,
      echoes: true, size: (80, nil))
    console.writeLine("to nobody")
    #expect(console.ask(Prompt("> ")) == .endOfInput)
  }

  @Test func measuresWithinReason() {
    for (columns, measure) in [(5, 20), (20, 20), (40, 40), (80, 80), (300, 80)] {
      #expect(LineConsole(answers: [], columns: columns).measure == measure)
    }
  }

  @Test func takesTheWidthFromTheEnvironmentWhereThereIsNoTerminal() throws {
    let null = open("/dev/null", O_WRONLY)
    defer { close(null) }
    for (columns, expected) in [("64", 64), ("0", 80), ("-3", 80), ("wide", 80), (nil, 80)] {
      let console = LineConsole(
        .script([]), output: TextOutput(descriptor: null), theme: .plain, echoes: false,
        environment: columns.map { ["COLUMNS": $0] } ?? [:])
      #expect(console.size.columns == expected)
      #expect(console.size.rows == nil)
    }
  }

  @Test func saysWhichAnswersItCannotRead() {
    #expect(throws: StandardConsole.Failure.unreadableAnswers(path: "/no/such", errno: ENOENT)) {
      try StandardConsole.make(
        plain: true, answers: "/no/such", historyDirectory: nil, environment: [:])
    }
  }

  private func piped(_ bytes: [UInt8]) throws -> LineConsole {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    #expect(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    return LineConsole(
      .descriptor(ends[0]), output: TextOutput(), theme: .plain, echoes: true, size: (80, nil))
  }
}
