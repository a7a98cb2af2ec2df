/// A console that waits before a screenful is gone, so that nothing scrolls away unread. Only what
/// is written between two questions is counted; nothing is drawn over.
final class ScreenfulConsole: Console {
  private let inner: any Console
  private(set) var rowsWritten = 0
  /// The reader wants the rest at once.
  private var runsOn = false
  /// What was typed at a pause: the answer to the next question, given ahead.
  private var answerAhead: String?

  init(_ inner: any Console) { self.inner = inner }

  var size: (columns: Int, rows: Int?) { inner.size }
  var theme: Theme { inner.theme }
  var isInteractive: Bool { inner.isInteractive }
  var draft: String { inner.draft }

  func write(_ text: StyledText) {
    guard isInteractive, !runsOn, let rows = size.rows, rows > 4 else {
      inner.write(text)
      return
    }
    for line in text.lines {
      if rowsWritten >= rows - 2, !runsOn { pause() }
      inner.write(line)
      if line.string.hasSuffix("\n") { rowsWritten += 1 }
    }
  }

  func ask(_ prompt: Prompt) -> Input {
    rowsWritten = 0
    runsOn = false
    if let line = answerAhead {
      answerAhead = nil
      return .line(line)
    }
    return inner.ask(prompt)
  }

  private func pause() {
    rowsWritten = 0
    switch inner.ask(Prompt("-- Enter for more -- ")) {
    case .line(let line):
      guard !line.trimmingBlanks.isEmpty else { return }
      answerAhead = line
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
      for piece in run.text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if piece.offset > 0 {
          line.append("\n")
          lines.append(line)
          line = StyledText()
        }
        line.append(piece.element, run.role)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
