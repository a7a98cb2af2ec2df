/// A console that gathers what is written between two questions, puts it out at once, and waits
/// before a screenful is gone, so that nothing scrolls away unread. Nothing is drawn over.
final class ScreenfulConsole: Console {
  private let inner: any Console
  private var gathered = StyledText()
  private(set) var rowsWritten = 0
  /// What is being written to stand on one screen.
  private var together: StyledText?
  /// The reader wants the rest at once.
  private var runsOn = false
  /// What was typed at a pause, before the next question was to be seen.
  private var typedAhead: String?
  /// Asked of the terminal once a screen: a screen of text asks for it at every paragraph.
  private var knownSize: (columns: Int, rows: Int?)?
  let isInteractive: Bool

  init(_ inner: any Console) {
    self.inner = inner
    isInteractive = inner.isInteractive
  }

  deinit { putOut() }

  var theme: Theme { inner.theme }
  var draft: String { inner.draft }
  var editsDrafts: Bool { inner.editsDrafts }

  var size: (columns: Int, rows: Int?) {
    let size = knownSize ?? inner.size
    knownSize = size
    return size
  }

  func keepTogether(_ writing: () -> Void) {
    guard together == nil else { return writing() }
    together = StyledText()
    writing()
    let text = together ?? StyledText()
    together = nil
    let count = text.lines.count
    if isInteractive, !runsOn, let rows = size.rows, rows > 4, rowsWritten > 0, count <= rows - 2,
      rowsWritten + count > rows - 2
    {
      pause()
    }
    write(text)
  }

  func write(_ text: StyledText) {
    guard together == nil else {
      together? += text
      return
    }
    guard isInteractive, !runsOn, let rows = size.rows, rows > 4 else {
      gathered += text
      return
    }
    for line in text.lines {
      if rowsWritten >= rows - 2, !runsOn { pause() }
      gathered += line
      if line.string.hasSuffix("\n") { rowsWritten += 1 }
    }
  }

  func ask(_ prompt: Prompt) -> Input {
    putOut()
    rowsWritten = 0
    runsOn = false
    defer { knownSize = nil }
    guard let line = typedAhead else { return inner.ask(prompt) }
    typedAhead = nil
    return ask(prompt, after: line)
  }

  /// A command acts at once. Anything else could be an answer to a question that had not been seen
  /// yet: it stands on the line until Enter confirms it.
  private func ask(_ prompt: Prompt, after line: String) -> Input {
    let words = line.trimmingBlanks
    guard words != "?", words == ":" || !words.hasPrefix(":") else { return .line(line) }
    var prompt = prompt
    guard !inner.editsDrafts else {
      prompt.draft = line
      return inner.ask(prompt)
    }
    prompt.text += "(Enter takes “\(words)”) "
    let input = inner.ask(prompt)
    return input == .line("") ? .line(line) : input
  }

  private func putOut() {
    guard !gathered.isEmpty else { return }
    inner.write(gathered)
    gathered = StyledText()
  }

  private func pause() {
    putOut()
    rowsWritten = 0
    defer { knownSize = nil }
    switch inner.ask(Prompt("-- Enter for more -- ")) {
    case .line(let line):
      guard !line.trimmingBlanks.isEmpty else { return }
      typedAhead = line
      runsOn = true
    case .endOfInput, .interrupted, .timedOut: runsOn = true
    }
  }
}

extension StyledText {
  /// The lines with their ends; the last may have none.
  var lines: [StyledText] {
    var lines: [StyledText] = []
    var line = StyledText()
    for run in runs {
      let pieces = run.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 {
          line.append("\n")
          lines.append(line)
          line = StyledText()
        }
        line.append(piece, run.role)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
