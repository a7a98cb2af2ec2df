import Glibc

/// The terminal: line editing, history and completion by GNU readline, read key by key so that
/// signals and the end of the time are seen between two keys.
final class ReadlineConsole: Console {
  let theme: Theme
  let isInteractive = true
  let editsDrafts = true
  private(set) var draft = ""

  private let output: TextOutput
  private let environment: [String: String]
  private let wait: InputWait
  private var history: History

  /// Both descriptors have to be a terminal. One console at a time. `historyDirectory` is nil to keep
  /// no history beyond the session.
  init(
    theme: Theme, historyDirectory: String?, environment: [String: String],
    input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO
  ) {
    self.theme = theme
    self.output = TextOutput(descriptor: output)
    self.environment = environment
    history = History(directory: historyDirectory)
    wait = InputWait(descriptor: input, isTerminal: true, signals: TerminalSignals())
    ReadlineBoundary.prepare(input: input, output: output)
  }

  var size: (columns: Int, rows: Int?) { output.size(environment: environment) }

  func write(_ text: StyledText) { output.write(theme.render(text)) }

  func ask(_ prompt: Prompt) -> Input {
    draft = ""
    let deadline = prompt.timeout.map { ContinuousClock.now + $0 }
    // Readline is given one row; what stands above it is ordinary text.
    let rows = rows(of: prompt)
    for row in rows.dropLast() { writeLine(StyledText(row, .prompt)) }
    output.write("")
    guard !output.isClosed else { return .endOfInput }
    ReadlineBoundary.begin(
      prompt: theme.renderPrompt(StyledText(rows.last ?? "", .prompt)), draft: prompt.draft,
      history: prompt.history.map { history.lines(of: $0) } ?? [],
      completions: prompt.completions.map(\.printable))
    wait.signals?.watchesStops = true
    defer { wait.signals?.watchesStops = false }
    while true {
      switch wait.next(until: deadline) {
      case .readable:
        guard let outcome = ReadlineBoundary.readCharacter() else { continue }
        switch outcome {
        case .line(let line): return confirmed(line, prompt.history)
        case .end:
          if !ReadlineBoundary.endsRowAtEndOfInput { write("\n") }
          return .endOfInput
        }
      case .signal(SIGWINCH): ReadlineBoundary.resize()
      case .signal(SIGTSTP): ReadlineBoundary.suspend { wait.signals?.stop() }
      case .signal(SIGINT): return abandoned(.interrupted)
      case .signal, .closed: return abandoned(.endOfInput)
      case .timedOut: return abandoned(.timedOut)
      }
    }
  }

  private func confirmed(_ line: String, _ kind: HistoryKind?) -> Input {
    // A paste may bring the newline of its last line along.
    let end = line.lastIndex { !$0.isNewline }.map { line.index(after: $0) } ?? line.startIndex
    let line = String(line[..<end])
    if let kind { history.add(line, to: kind) }
    return .line(line)
  }

  private func abandoned(_ input: Input) -> Input {
    draft = ReadlineBoundary.abandon()
    write("\n")
    return input
  }
}
