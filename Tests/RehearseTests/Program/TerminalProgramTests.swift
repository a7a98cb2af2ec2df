import Foundation
import Testing

@testable import rehearse

/// The program as a learner has it before them: in a terminal.
@Suite(.serialized) struct TerminalProgramTests {
  private let home: Folder
  private let lastCall = EveryConstruct.path + "/last-call"

  init() throws { home = try Folder() }

  private func session(
    _ arguments: String..., columns: UInt16 = 80, rows: UInt16 = 200,
    environment: [String: String] = [:]
  ) throws -> TerminalSession {
    try TerminalSession(
      arguments, home: home.path, columns: columns, rows: rows, environment: environment)
  }

  @Test func tabCompletesWhatCanBeSaid() throws {
    let terminal = try session("play", EveryConstruct.path, rows: 60)
    try terminal.wait(for: "> ")
    #expect(try terminal.type("outl\t\r", until: "goes back").contains("For the desk"))
    try terminal.type("\r", until: "> ")
    #expect(try terminal.type("last-c\t", until: "last-c").hasSuffix("last-c"))
    try terminal.type("\u{15}:qu\t\r", until: ":quit")
    #expect(try terminal.end() == 0)
  }

  @Test func tabCompletesTheWordsOfAChoice() throws {
    let terminal = try session("play", lastCall, "--practice")
    try terminal.wait(for: "> ")
    #expect(try terminal.type("re\t\r", until: "You: ").contains("Read the open tickets"))
    try terminal.type("Well.\r", until: "> ")
    #expect(try terminal.type("one t\t\r", until: "> ").contains("Coach (+4)"))
    try terminal.type(":quit\r", until: ":quit")
    #expect(try terminal.end() == 0)
  }

  @Test func arrowUpBringsBackWhatWasTyped() throws {
    let up = "\u{1B}[A"
    let terminal = try session("play", lastCall, "--practice")
    try terminal.wait(for: "> ")
    try terminal.type("4\r", until: "You: ")
    try terminal.type("I have bad news about Sundays.\r", until: "> ")
    try terminal.type(":undo\r", until: "You: ")
    #expect(try terminal.type(up, until: "Sundays.").contains("I have bad news about Sundays."))
    try terminal.type("\r", until: "> ")
    // The choices have a history of their own.
    #expect(try terminal.type(up, until: ":undo").contains(":undo"))
    try terminal.type("\u{15}:quit\r", until: ":quit")
    #expect(try terminal.end() == 0)

    let later = try session("play", lastCall, "--practice")
    try later.wait(for: "> ")
    try later.type(":undo\r", until: "You: ")
    #expect(try later.type(up, until: "Sundays.").contains("I have bad news about Sundays."))
    later.type("\r:quit\r")
    #expect(try later.end() == 0)
  }

  @Test func controlCAsksOnceAndLosesNothing() throws {
    let terminal = try session("play", lastCall, "--practice")
    try terminal.wait(for: "> ")
    try terminal.type("4\r", until: "You: ")
    #expect(try terminal.type("half a sen\u{3}", until: "leaves: ").contains("is saved"))
    try terminal.type("\r", until: "You: ")
    try terminal.type("\u{3}", until: "leaves: ")
    terminal.type("\u{3}")
    #expect(try terminal.end() == 0)
    let later = try session("play", lastCall, "--practice")
    #expect(try later.wait(for: "You: ").contains("You go on where you stopped"))
  }

  @Test func controlDLeaves() throws {
    let terminal = try session("play", lastCall, "--practice")
    try terminal.wait(for: "> ")
    terminal.type("\u{4}")
    #expect(try terminal.end() == 0)
    let homeScreen = try session()
    try homeScreen.wait(for: "> ")
    homeScreen.type("\u{4}")
    #expect(try homeScreen.end() == 0)
  }

  @Test func anotherWidthWrapsAnew() throws {
    let terminal = try session("play", EveryConstruct.path + "/why-handovers-fail", rows: 16)
    let wide = try terminal.wait(for: "Enter for more")
    if !wide.contains("for help") { try terminal.type("\r", until: "for help -- ") }
    #expect(widest(wide) > 40)
    try terminal.resize(columns: 40, rows: 16)
    let narrow = try terminal.type("\r", until: "Enter for more")
    // The first row is the prompt that stood there before.
    let lines = narrow.split(separator: "\n").dropFirst().joined(separator: "\n")
    #expect(lines.contains("Wants to know") && widest(lines) <= 40, "\(lines)")
  }

  /// It stands on the line of the question, and only Enter makes it an answer.
  @Test func whatIsTypedAtAPauseWaitsToBeConfirmed() throws {
    let terminal = try session("play", lastCall, "--practice", rows: 12)
    try terminal.wait(for: "-- Enter for more -- ")
    let shown = try terminal.type("4\r", until: "> 4")
    #expect(shown.hasSuffix("4. Dial in\n> 4"))
    try terminal.type("\u{15}2\r", until: "Handover, with the customer")
    try terminal.type(":quit\r", until: ":quit")
    #expect(try terminal.end() == 0)
  }

  @Test func goesOnAfterItWasKilled() throws {
    let terminal = try session("play", lastCall, "--practice")
    try terminal.wait(for: "> ")
    try terminal.type("1\r", until: "You: ")
    try terminal.type("Before it was killed.\r", until: "> ")
    terminal.child.kill()
    #expect(try terminal.end() == 128 + SIGKILL)
    let later = try session()
    #expect(try later.wait(for: "> ").contains("Go on: The last call"))
    #expect(try later.type("\r", until: "4. ").contains("You go on where you stopped"))
  }

  /// Each way to say goodbye from outside leaves in good order.
  @Test(arguments: [SIGTERM, SIGHUP])
  func leavesWhenAsked(_ signal: Int32) throws {
    let terminal = try session("play", lastCall, "--practice")
    try terminal.wait(for: "> ")
    try terminal.type("1\r", until: "You: ")
    terminal.child.kill(signal)
    #expect(try terminal.end() == 0)
  }

  @Test func fitsIntoFortyColumns() throws {
    let terminal = try session("play", EveryConstruct.path, columns: 40, rows: 200)
    try terminal.wait(for: "> ")
    for (keys, words) in [
      ("?\r", "> "), ("outline\r", "back): "), ("\r", "> "), ("progress\r", "on -- "),
      ("\r", "> "),
      ("checklists\r", "back): "), ("\r", "> "), ("check-in\r", "2: "), ("\r", ": "),
      ("skip\r", ": "),
      (":quit\r", "> "), ("quiet-word\r", "2: "), ("2\r", "> "),
      ("1\r", "on -- "), ("\r", "> "), ("handover-list\r", "none: "), ("1 2\r", "none: "),
      ("2\r", "on -- "), ("\r", "> "), ("handover-lead\r", "on -- "), ("\r", "> "),
      ("notes\r", "on -- "), ("\r", "> "),
    ] { try terminal.type(keys, until: words) }
    terminal.type("q\r")
    #expect(try terminal.end() == 0)
    for line in TerminalSession.readable(terminal.everything).split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= 40, "\(line)")
    }
  }

  @Test func aDumbTerminalGetsNoSequence() throws {
    for environment in [["TERM": "dumb"], ["TERM": ""]] {
      let terminal = try session("play", lastCall, "--practice", environment: environment)
      try terminal.wait(for: "> ")
      try terminal.type("?\n", until: "> ")
      terminal.type(":quit\n")
      #expect(try terminal.end() == 0)
      #expect(!terminal.everything.contains("\u{1B}"))
      #expect(!terminal.everything.contains("─"))
    }
  }

  @Test func coloursOnlyWhereTheyAreWelcome() throws {
    func colours(_ arguments: [String], _ environment: [String: String]) throws -> Bool {
      let terminal = try TerminalSession(
        ["play", lastCall, "--practice"] + arguments, home: home.path, environment: environment)
      try terminal.wait(for: "> ")
      terminal.type(":quit\r")
      _ = try terminal.end()
      return terminal.everything.contains(/\u{1B}\[[0-9;]*m/)
    }
    #expect(try colours([], [:]))
    #expect(try !colours([], ["NO_COLOR": "1"]))
    #expect(try colours([], ["NO_COLOR": ""]))
    #expect(try !colours(["--plain"], [:]))
  }

  private func widest(_ text: String) -> Int {
    text.split(separator: "\n").map { DisplayWidth.of(String($0)) }.max() ?? 0
  }
}
