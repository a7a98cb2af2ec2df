import Glibc

/// A console without line editing: for a pipe, a file of answers, a dumb terminal, and tests.
final class LineConsole: Console {
  enum Source {
    /// Read a line at a time; the last need not end in a newline. UTF-8, repaired where it is not.
    case descriptor(Int32)
    /// What to answer, in order; after the last, `endOfInput`.
    case script([Input])
  }

  let theme: Theme
  let isInteractive: Bool
  /// A line that was not confirmed never leaves the terminal.
  let draft = ""
  /// Everything written and, if echoed, everything read, where the output is memory.
  var transcript: String { output.text }

  private let output: TextOutput
  private let echoes: Bool
  private let fixedSize: (columns: Int, rows: Int?)?
  private let environment: [String: String]
  private var script: ArraySlice<Input> = []
  private var reader: LineReader?

  /// `echoes`: shows after each prompt what was read, so that the output reads like a session. A
  /// terminal does that by itself. `size` is asked of the output where it is nil.
  init(
    _ source: Source, output: TextOutput, theme: Theme, echoes: Bool,
    isInteractive: Bool = false, size: (columns: Int, rows: Int?)? = nil,
    environment: [String: String] = [:]
  ) {
    self.output = output
    self.theme = theme
    self.echoes = echoes
    self.isInteractive = isInteractive
    self.fixedSize = size
    self.environment = environment
    switch source {
    case .descriptor(let descriptor): reader = LineReader(descriptor)
    case .script(let inputs): script = inputs[...]
    }
  }

  /// Answers in order, into memory: for tests of what speaks with a learner.
  convenience init(
    answers: [String], theme: Theme = .unstyled, columns: Int = 80, rows: Int? = nil,
    isInteractive: Bool = false
  ) {
    self.init(
      .script(answers.map { .line($0) }), output: TextOutput(), theme: theme, echoes: true,
      isInteractive: isInteractive, size: (columns, rows))
  }

  var size: (columns: Int, rows: Int?) { fixedSize ?? output.size(environment: environment) }

  func write(_ text: StyledText) { output.write(theme.render(text)) }

  func ask(_ prompt: Prompt) -> Input {
    write(StyledText(rows(of: prompt).joined(separator: "\n"), .prompt))
    let input = output.isClosed ? .endOfInput : answer(prompt)
    switch input {
    case .line(let line): if echoes { write(StyledText(line) + "\n") }
    case .endOfInput, .interrupted, .timedOut: write("\n")
    }
    return input
  }

  private func answer(_ prompt: Prompt) -> Input {
    guard reader != nil else { return script.popFirst() ?? .endOfInput }
    return reader?.next(timeout: prompt.timeout) ?? .endOfInput
  }
}

/// Lines of a descriptor. What was read beyond a line waits for the next question.
private struct LineReader {
  private let wait: InputWait
  private var buffer: [UInt8] = []
  private var isAtEnd = false

  init(_ descriptor: Int32) {
    let isTerminal = isatty(descriptor) == 1
    // Behind a pipe, Ctrl-C ends the program as it ends any other: what counts is on disk.
    wait = InputWait(
      descriptor: descriptor, isTerminal: isTerminal,
      signals: isTerminal ? TerminalSignals() : nil)
  }

  mutating func next(timeout: Duration?) -> Input {
    let deadline = timeout.map { ContinuousClock.now + $0 }
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        var line = buffer[..<end]
        if line.last == 0x0D { line.removeLast() }
        buffer.removeSubrange(...end)
        return .line(String(decoding: line, as: UTF8.self))
      }
      if isAtEnd { return last() }
      switch wait.next(until: deadline) {
      case .readable: read()
      case .signal(SIGINT):
        discard()
        return .interrupted
      case .signal(SIGWINCH): continue
      case .signal, .closed: return .endOfInput
      case .timedOut:
        if wait.isTerminal { discard() }
        return .timedOut
      }
    }
  }

  private mutating func last() -> Input {
    defer { buffer = [] }
    // On a terminal, a line without its end was never confirmed, and Ctrl-D ends one question, not
    // all of them.
    guard !wait.isTerminal else {
      isAtEnd = false
      return .endOfInput
    }
    return buffer.isEmpty ? .endOfInput : .line(String(decoding: buffer, as: UTF8.self))
  }

  /// Drops the line that is being typed. The terminal holds it until it is confirmed.
  private mutating func discard() {
    tcflush(wait.descriptor, TCIFLUSH)
    buffer = []
  }

  private mutating func read() {
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(wait.descriptor, &chunk, chunk.count)
    if count > 0 {
      buffer += chunk[..<count]
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      isAtEnd = true
    }
  }
}
