import Glibc
import Testing

@testable import rehearse

/// A terminal of our own, whose other end is this test. Keys are typed ahead: the terminal keeps
/// them, so that nothing here depends on time.
private final class PseudoTerminal {
  let keyboard: Int32
  let device: Int32

  init(columns: UInt16 = 80, rows: UInt16 = 24) throws {
    keyboard = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    // `unlockpt` and `ptsname`, which the module of the C library leaves out, by their requests
    // TIOCSPTLCK and TIOCGPTN.
    var lock: Int32 = 0
    var number: Int32 = 0
    try #require(ioctl(keyboard, 0x4004_5431, &lock) == 0)
    try #require(ioctl(keyboard, 0x8004_5430, &number) == 0)
    device = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    try #require(device >= 0)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    try #require(ioctl(device, UInt(TIOCSWINSZ), &size) == 0)
    var mode = termios()
    tcgetattr(device, &mode)
    cfmakeraw(&mode)
    tcsetattr(device, TCSANOW, &mode)
  }

  func type(_ keys: String) {
    let bytes = [UInt8](keys.utf8)
    _ = write(keyboard, bytes, bytes.count)
  }

  /// What stands on the screen so far, sequences and all.
  func screen() -> String {
    var bytes: [UInt8] = []
    var watched = pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0)
    while poll(&watched, 1, 50) > 0 {
      var chunk = [UInt8](repeating: 0, count: 4096)
      let count = read(keyboard, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func hangUp() { close(keyboard) }
}

/// Readline and signals are the process's own: one test at a time.
@Suite(.serialized) struct TerminalTests {
  private func console(_ terminal: PseudoTerminal) -> ReadlineConsole {
    ReadlineConsole(
      theme: .styled, historyDirectory: nil, environment: [:], input: terminal.device,
      output: terminal.device)
  }

  /// A prompt that does not wait for ever, so that what fails does not hang.
  private func prompt(
    _ text: String, history: HistoryKind? = nil, completions: [String] = [],
    timeout: Duration = .seconds(20), draft: String = ""
  ) -> Prompt {
    Prompt(text, history: history, completions: completions, timeout: timeout, draft: draft)
  }

  /// To the process, as a terminal does it: threads of a pool have signals blocked. It may arrive a
  /// moment later.
  private func send(_ signal: Int32) { kill(getpid(), signal) }

  @Test func readsALine() throws {
    let terminal = try PseudoTerminal(columns: 40, rows: 12)
    let console = console(terminal)
    #expect(console.size == (40, 12))
    terminal.type("zwölf 東京\r")
    #expect(console.ask(prompt("Above\nYour words> ")) == .line("zwölf 東京"))
    let screen = terminal.screen()
    #expect(screen.contains("Above"))
    #expect(screen.contains("Your words> "))
    #expect(!screen.contains("\u{1}"))
  }

  @Test func editsADraft() throws {
    let terminal = try PseudoTerminal()
    let console = console(terminal)
    terminal.type("\u{1}not \r")
    #expect(console.ask(prompt("> ", draft: "yet")) == .line("not yet"))
  }

  @Test func completesTheWholeLineAndNothingElse() throws {
    let terminal = try PseudoTerminal()
    let console = console(terminal)
    let completions = [":checklist", ":check meters", "Großer Ärger"]
    for (keys, line) in [
      (":CH\t m\t\r", ":check meters"), ("großer ä\t\r", "Großer Ärger"), ("/et\t\r", "/et"),
    ] {
      terminal.type(keys)
      #expect(console.ask(prompt("> ", completions: completions)) == .line(line))
    }
  }

  @Test func completionsCannotDriveTheTerminal() throws {
    let terminal = try PseudoTerminal()
    let console = console(terminal)
    terminal.type("M\t\t\r")
    let clients = ["Maya\u{9B}31m A", "Maya\u{9B}31m B"]
    #expect(console.ask(prompt("> ", completions: clients)) == .line("Maya\u{FFFD}31m "))
    #expect(!terminal.screen().unicodeScalars.contains("\u{9B}"))
  }

  @Test func eachKindHasItsOwnHistory() throws {
    let terminal = try PseudoTerminal()
    let console = console(terminal)
    let up = "\u{10}"
    terminal.type("one\r")
    #expect(console.ask(prompt("> ", history: .choice)) == .line("one"))
    terminal.type("two\r")
    #expect(console.ask(prompt("> ", history: .words)) == .line("two"))
    terminal.type("three\r")
    #expect(console.ask(prompt("> ")) == .line("three"))
    terminal.type(up + up + "!\r")
    #expect(console.ask(prompt("> ", history: .choice)) == .line("one!"))
    terminal.type(up + "\r")
    #expect(console.ask(prompt("> ", history: nil)) == .line(""))
  }

  @Test func losesNothingOfAPaste() throws {
    let terminal = try PseudoTerminal()
    let console = console(terminal)
    terminal.type("one\rtwo\rthree\r")
    #expect(console.ask(prompt("> ")) == .line("one"))
    #expect(console.ask(prompt("> ")) == .line("two"))
    #expect(console.ask(prompt("> ")) == .line("three"))
    terminal.type("\u{1B}[200~four\nfive\n\u{1B}[201~\r")
    #expect(console.ask(prompt("> ")) == .line("four\nfive"))
  }

  @Test func endsAndGoesOn() throws {
    let terminal = try PseudoTerminal()
    let console = console(terminal)
    terminal.type("\u{4}")
    #expect(console.ask(prompt("> ")) == .endOfInput)
    terminal.type("again\r")
    #expect(console.ask(prompt("> ")) == .line("again"))
  }

  @Test func keepsTheDraftWhenTheTimeIsOver() throws {
    let terminal = try PseudoTerminal()
    let console = console(terminal)
    terminal.type("half a sen")
    #expect(console.ask(prompt("> ", timeout: .milliseconds(300))) == .timedOut)
    #expect(console.draft == "half a sen")
    terminal.type("tence\r")
    #expect(console.ask(prompt("> ", draft: console.draft)) == .line("half a sentence"))
    #expect(console.draft == "")
  }

  @Test func signalsComeBetweenTwoKeys() throws {
    // Whoever started the tests may have left it ignored.
    let before = signal(SIGHUP, SIG_DFL)
    defer { signal(SIGHUP, before) }
    let terminal = try PseudoTerminal()
    for last in [SIGHUP, SIGTERM] {
      let console = console(terminal)
      for _ in 1...2 {
        send(SIGINT)
        #expect(console.ask(prompt("> ")) == .interrupted)
        terminal.type("kept\r")
        #expect(console.ask(prompt("> ")) == .line("kept"))
      }
      send(last)
      #expect(console.ask(prompt("> ")) == .endOfInput)
      #expect(console.ask(prompt("Save? ")) == .endOfInput)
    }
  }

  @Test func aLostTerminalEndsTheConversation() throws {
    let terminal = try PseudoTerminal()
    let console = console(terminal)
    terminal.hangUp()
    #expect(console.ask(prompt("> ")) == .endOfInput)
    #expect(console.ask(prompt("> ")) == .endOfInput)
  }

  @Test func plainLinesOfATerminalSeeTheSame() throws {
    let terminal = try PseudoTerminal()
    let console = LineConsole(
      .descriptor(terminal.device), output: TextOutput(), theme: .plain, echoes: false,
      isInteractive: true)
    terminal.type("one\n")
    #expect(console.ask(prompt("> ")) == .line("one"))
    send(SIGINT)
    #expect(console.ask(prompt("> ")) == .interrupted)
    terminal.type("half")
    #expect(console.ask(prompt("> ", timeout: .milliseconds(100))) == .timedOut)
    terminal.type("two\n")
    #expect(console.ask(prompt("> ")) == .line("two"))
    terminal.hangUp()
    #expect(console.ask(prompt("> ")) == .endOfInput)
  }

  @Test func givesTheSignalsBack() throws {
    func handler() -> Int {
      var action = sigaction()
      sigaction(SIGWINCH, nil, &action)
      return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    }
    let before = handler()
    do {
      let signals = try #require(TerminalSignals())
      #expect(handler() != before)
      send(SIGWINCH)
      let wait = InputWait(descriptor: signals.descriptor, isTerminal: false, signals: signals)
      #expect(wait.next(until: .now + .seconds(20)) == .signal(SIGWINCH))
      #expect(signals.next() == nil)
    }
    #expect(handler() == before)
  }
}
