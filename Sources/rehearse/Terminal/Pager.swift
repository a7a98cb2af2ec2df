/// What a command typed at the pager's prompt leads to.
enum PagerStep: Equatable, Sendable {
  case stay
  case leave
  case message(StyledText)
}

/// Shows a long text a screenful at a time. It only ever prints on: nothing is drawn over, so that it
/// reads the same on paper, in a log and through a screen reader.
struct Pager {
  enum Ending: Equatable, Sendable {
    /// All of the text was shown.
    case finished
    /// The reader left before the end.
    case left
    case interrupted
    case endOfInput
  }

  struct Outcome: Equatable, Sendable {
    /// The block of the last line that was shown: where to begin next time.
    var block: Int
    var ending: Ending
  }

  let console: any Console
  /// Lines of help on the commands that the caller understands.
  var help: [String] = []
  /// What Tab offers.
  var completions: [String] = []
  /// Whether the reader is asked once more after the last line, to go back or give a command.
  var stopsAtEnd = false

  init(
    console: any Console, help: [String] = [], completions: [String] = [], stopsAtEnd: Bool = false
  ) {
    self.console = console
    self.help = help
    self.completions = completions
    self.stopsAtEnd = stopsAtEnd
  }

  /// Shows what `layout` makes of a width in columns, from the first line of `block` on. It is laid
  /// out again when the terminal's width changes. `command` gets what the pager does not understand.
  func show(
    from block: Int = 0, layout: (Int) -> [MarkdownLayout.Line],
    reached: (Int) -> Void = { _ in },
    command: (String) -> PagerStep = { _ in
      .message("Press Enter for more, or type ? for what can be typed here.")
    }
  ) -> Outcome {
    var page = Page(lines: layout(console.measure), width: console.measure)
    page.next = page.firstLine(of: block)
    guard console.isInteractive, let rows = console.size.rows, rows > 3 else {
      console.write(page.lines[page.next...].map(\.text))
      return Outcome(block: page.lines.last?.block ?? block, ending: .finished)
    }
    // What was written just before, such as a title, stays on the first screenful.
    show(&page, rowsTaken: console.rowsWritten)
    while !page.isAtEnd || stopsAtEnd {
      reached(page.block)
      let input = console.ask(prompt(for: page))
      page.reflow(to: console.measure, layout)
      switch input {
      case .endOfInput: return Outcome(block: page.block, ending: .endOfInput)
      case .interrupted: return Outcome(block: page.block, ending: .interrupted)
      case .timedOut: continue
      case .line(let line):
        switch act(on: line, &page, command) {
        case .stay: continue
        case .message(let text): console.writeParagraph(text)
        case .leave:
          return Outcome(block: page.block, ending: page.isAtEnd ? .finished : .left)
        }
      }
    }
    return Outcome(block: page.block, ending: .finished)
  }

  private func act(
    on line: String, _ page: inout Page, _ command: (String) -> PagerStep
  ) -> PagerStep {
    let line = line.trimmingBlanks
    switch line {
    case "": if page.isAtEnd { return .leave } else { show(&page) }
    case "q": return .leave
    case "b":
      page.next = max(0, page.top - height)
      show(&page)
    case "g":
      page.next = 0
      show(&page)
    case "G":
      page.next = max(0, page.lines.count - height)
      show(&page)
    case "?", "h":
      console.write((Self.help + help).flatMap { StyledText($0).wrapped(to: page.width) })
    case let search where search.hasPrefix("/"):
      let words = search.dropFirst().isEmpty ? page.sought : String(search.dropFirst())
      page.sought = words
      guard !words.isEmpty else { return .message("Type the words to look for after the /.") }
      guard let found = page.line(with: words) else {
        return .message("“\(words)” does not come up again from here on.")
      }
      page.next = found
      show(&page)
    default: return command(line)
    }
    return .stay
  }

  static let help = [
    "Enter: more", "b: back a screenful", "g: to the beginning", "G: to the end",
    "/words: look for words; / alone looks for the same again", "q: leave",
  ]

  private var height: Int { max(2, (console.size.rows ?? 24) - 2) }

  private func show(_ page: inout Page, rowsTaken: Int = 0) {
    page.top = page.next
    page.next = min(page.lines.count, page.next + max(2, height - rowsTaken))
    console.write(page.lines[page.top..<page.next].map(\.text))
  }

  private func prompt(for page: Page) -> Prompt {
    let separator = " \(console.theme.glyphs.separator) "
    let text =
      page.isAtEnd
      ? "-- end\(separator)Enter to go on, ? for help -- "
      : "-- \(page.percentage)%\(separator)Enter for more, ? for help -- "
    return Prompt(text, history: .command, completions: completions)
  }
}

/// Where a reader is in a text.
private struct Page {
  private(set) var lines: [MarkdownLayout.Line]
  private(set) var width: Int
  /// The first line of the screenful that was shown last, and the first that was not shown yet.
  var top = 0
  var next = 0
  var sought = ""

  init(lines: [MarkdownLayout.Line], width: Int) {
    self.lines = lines
    self.width = width
  }

  var isAtEnd: Bool { next >= lines.count }
  var percentage: Int { lines.isEmpty ? 100 : next * 100 / lines.count }
  var block: Int { lines.indices.contains(next - 1) ? lines[next - 1].block : 0 }

  func firstLine(of block: Int) -> Int { lines.firstIndex { $0.block >= block } ?? 0 }

  /// Below the top of the screen, so that looking again goes on.
  func line(with words: String) -> Int? {
    let words = words.lowercased()
    return lines.indices.dropFirst(top + 1).first { index in
      let line = lines[index].text.string.lowercased()
      // The words may go on in the next line.
      let next =
        index + 1 < lines.count ? lines[index + 1].text.string.lowercased().trimmingBlanks : ""
      let both = "\(line) \(next)"
      guard let place = both.firstRange(of: words) else { return false }
      return both.utf8.distance(from: both.startIndex, to: place.lowerBound) < line.utf8.count
    }
  }

  /// Lays out again if the width is another, and stays in the same block: some of it may be shown
  /// twice, and none is left out.
  mutating func reflow(to width: Int, _ layout: (Int) -> [MarkdownLayout.Line]) {
    guard width != self.width else { return }
    let wasAtEnd = isAtEnd
    let nextBlock = wasAtEnd ? 0 : lines[next].block
    let topBlock = lines.indices.contains(top) ? lines[top].block : 0
    lines = layout(width)
    self.width = width
    top = firstLine(of: topBlock)
    next = wasAtEnd ? lines.count : firstLine(of: nextBlock)
  }
}
