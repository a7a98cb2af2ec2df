/// What came back from the learner.
enum Input: Equatable, Sendable {
  /// A confirmed line, without its end. A paste of several lines may come as one, with newlines.
  case line(String)
  /// Ctrl-D, the end of a pipe, a closed terminal, or the wish of the system that we leave.
  case endOfInput
  /// Ctrl-C: the line is abandoned, the program goes on.
  case interrupted
  /// The prompt's time is over.
  case timedOut
}

/// What a line is about. Each kind has its own history, so that the arrow keys bring back what fits.
enum HistoryKind: String, CaseIterable, Sendable {
  case choice, words, answer, command, client, search, note
}

/// A question to the learner.
struct Prompt: Equatable, Sendable {
  /// As it stands before the cursor, with its blank. Lines above the last are printed first.
  var text: String
  /// Where the line is kept for the arrow keys; nil for nowhere.
  var history: HistoryKind?
  /// What Tab offers: whole lines, which may hold blanks and begin with a colon.
  var completions: [String]
  /// How long to wait; nil for ever.
  var timeout: Duration?
  /// What already stands on the line, for the learner to edit.
  var draft: String

  init(
    _ text: String, history: HistoryKind? = nil, completions: [String] = [],
    timeout: Duration? = nil, draft: String = ""
  ) {
    self.text = text
    self.history = history
    self.completions = completions
    self.timeout = timeout
    self.draft = draft
  }
}

/// Where the program speaks with the learner: a terminal, a pipe or a script.
protocol Console: AnyObject {
  /// In characters. `rows` is nil where the output has no height, as a file has none.
  var size: (columns: Int, rows: Int?) { get }
  var theme: Theme { get }
  /// Whether a person sits at the other end and reads while the program waits.
  var isInteractive: Bool { get }
  /// What stood on the line when the last question ended without an answer.
  var draft: String { get }
  /// Whether the draft of a prompt stands on the line, to be edited.
  var editsDrafts: Bool { get }

  /// How many rows were written since the last question: what stands above a pager's first screenful.
  var rowsWritten: Int { get }

  /// Puts text out at once, as it is, without a line end. Never fails: where nobody reads any more,
  /// the next question comes back with `endOfInput`.
  func write(_ text: StyledText)
  /// What `writing` writes stands on one screen where it can, such as the choices of a scene.
  func keepTogether(_ writing: () -> Void)
  func ask(_ prompt: Prompt) -> Input
}

extension Console {
  var rowsWritten: Int { 0 }
  var editsDrafts: Bool { false }

  func keepTogether(_ writing: () -> Void) { writing() }

  /// Lines longer than this tire the eye, however wide the terminal is.
  static var longestMeasure: Int { 80 }

  /// The width to lay text out in.
  var measure: Int { min(max(size.columns, MarkdownLayout.narrowest), Self.longestMeasure) }

  /// Text without styles. Control characters in it do not reach the terminal.
  func write(_ text: String) { write(StyledText(text)) }

  func writeLine(_ text: StyledText = StyledText()) { write(text + "\n") }

  func write(_ lines: [StyledText]) {
    guard !lines.isEmpty else { return }
    write(lines.reduce(into: StyledText()) { $0 += $1 + "\n" })
  }

  /// The rows of a prompt. One that is too long for a row is wrapped: the terminal itself would break
  /// it inside a word.
  func rows(of prompt: Prompt) -> [Substring] {
    guard DisplayWidth.of(prompt.text) > measure else {
      return prompt.text.split(separator: "\n", omittingEmptySubsequences: false)
    }
    var rows = StyledText(prompt.text).wrapped(to: measure).map { Substring($0.string) }
    if prompt.text.last == " ", let last = rows.last { rows[rows.count - 1] = last + " " }
    return rows
  }

  /// Wraps and writes a paragraph.
  func writeParagraph(
    _ text: StyledText, first: StyledText = StyledText(), rest: StyledText = StyledText()
  ) {
    write(text.wrapped(to: measure, first: first, rest: rest))
  }
}
