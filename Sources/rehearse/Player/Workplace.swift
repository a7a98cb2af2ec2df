import Foundation
import RehearseCore
import RehearseStore

/// What everything in the player works with. Clock, ids and seeds come in from outside, so that a
/// test can say what they are.
struct Workplace {
  var console: any Console
  let records: RecordsDatabase
  let environment: [String: String]
  var clock: () -> Date = { Date() }
  var newID: () -> String = { UUID().uuidString.lowercased() }
  var newSeed: () -> UInt64 = { UInt64.random(in: .min ... .max) }
  /// How certificates are signed on this laptop.
  var signer: CertificateSigner { signing ?? .laptop(environment, now: now) }
  /// Another signer, for tests.
  var signing: CertificateSigner?

  var library: Library { Library(records) }
  var theme: Theme { console.theme }

  /// Now, as the record keeps it: ISO 8601, UTC, seconds.
  var now: String { Timestamp.text(clock()) }

  func write(_ text: StyledText, first: StyledText = StyledText(), rest: StyledText = StyledText())
  {
    console.writeParagraph(text, first: first, rest: rest)
  }

  func write(_ text: String, _ role: Theme.Role? = nil) { write(StyledText(text, role)) }

  /// Leaves what is on the screen until it was read.
  func waitForEnter() {
    if console.isInteractive { _ = console.ask(Prompt("-- Enter goes on -- ")) }
  }

  func blank() { console.writeLine() }

  func heading(_ text: String) {
    blank()
    write(text, .heading)
    if !theme.isStyled {
      console.writeLine(
        .repeating(theme.glyphs.rule, count: min(DisplayWidth.of(text), console.measure)))
    }
  }

  /// Blocks with `lead` before the first words, as a speaker's name stands before a line of a play.
  func write(
    _ blocks: [Block], lead: StyledText, first: StyledText = StyledText(), indent: String = "  "
  ) {
    var layout = InlineLayout(theme: theme, links: LinkTable())
    guard case .paragraph(let inlines)? = blocks.first?.kind else {
      write(lead, first: first)
      guard !blocks.isEmpty else { return }
      write(blocks, first: StyledText(indent), rest: StyledText(indent))
      return
    }
    write(lead + layout.text(inlines), first: first, rest: StyledText(indent))
    let others = [Block](blocks.dropFirst())
    guard !others.isEmpty else { return }
    blank()
    write(others, first: StyledText(indent), rest: StyledText(indent))
  }

  func write(_ blocks: [Block], first: StyledText = StyledText(), rest: StyledText = StyledText()) {
    let layout = MarkdownLayout(
      blocks, width: console.measure, theme: theme, first: first, rest: rest)
    console.write(layout.lines.map(\.text))
  }
}

/// Times as the record keeps them and as people read them.
enum Timestamp {
  static func text(_ date: Date) -> String {
    date.formatted(.iso8601)
  }

  static func date(_ text: String) -> Date? {
    try? Date(text, strategy: .iso8601)
  }

  /// `22 November 2026`, in the local time zone; the text itself where it is no time.
  static func day(_ text: String) -> String {
    guard let date = date(text) else { return text }
    return day(date)
  }

  static func day(_ date: Date) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .current
    let parts = calendar.dateComponents([.day, .month, .year], from: date)
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return "\(parts.day ?? 0) \(months[(parts.month ?? 1) - 1]) \(parts.year ?? 0)"
  }

  /// `22 November 2026, 07:40`
  static func dayAndTime(_ text: String) -> String {
    guard let date = date(text) else { return text }
    let parts = Calendar.current.dateComponents([.hour, .minute], from: date)
    let minute = String(parts.minute ?? 0)
    let hour = String(parts.hour ?? 0)
    return day(date) + ", " + (hour.count < 2 ? "0" : "") + hour + ":"
      + (minute.count < 2 ? "0" : "") + minute
  }
}
