import RehearseCore
import RehearseStore

extension UnitPlayer {
  /// A lesson or a job aid in the pager. The place is kept, outside links open on request.
  mutating func read(_ blocks: [Block], from reached: Int) throws -> Ending? {
    var visited = try place.records.visitedURLs(course: course.id, unit: attempt.record.unit)
    var links = LinkTable()
    var ending: Ending?
    var failure: (any Error)?
    let console = place.console
    let page = self

    let outcome = Pager(
      console: console,
      help: [
        "open 1: open link 1 in the browser (nothing is fetched by this program)",
        "links: the links of this text", ":aid, :note TEXT, :notes, :quit work here too",
      ],
      completions: ["open ", "links", ":aid", ":note ", ":notes", ":quit"],
      stopsAtEnd: true
    ).show(
      from: reached,
      layout: { width in
        let layout = MarkdownLayout(blocks, width: width, theme: console.theme)
        links = layout.links
        return layout.lines
      },
      // At each screenful, not at the end: the lid may be closed at any moment.
      reached: { block in
        guard ending == nil, failure == nil else { return }
        do { ending = try keep(block, of: blocks) } catch { failure = error }
      },
      command: { line in
        let words = line.split(separator: " ", maxSplits: 1).map(String.init)
        switch words.first ?? "" {
        case "links": return .message(page.list(links, visited))
        case "open":
          guard words.count == 2, let number = Words.integer(words[1]), let link = links[number]
          else { return .message("Type the number of a link, such as open 1.") }
          guard link.isExternal else {
            return .message(
              "Link \(number) leads to another unit of this course; the outline has it.")
          }
          visited.insert(link.destination)
          do {
            ending = try visit(link.destination)
          } catch {
            failure = error
            return .leave
          }
          return .message(page.open(link))
        case ":quit", ":q": return .leave
        case let word where word.hasPrefix(":"):
          do {
            let rest = words.count == 2 ? words[1] : ""
            ending = try obeyWhileReading(String(word.dropFirst()), rest)
          } catch {
            failure = error
            return .leave
          }
          return ending == nil ? .stay : .leave
        default:
          return .message("Press Enter for more, or type ? for what can be typed here.")
        }
      })
    if let failure { throw failure }
    if let ending = try ending ?? keep(outcome.block, of: blocks) { return ending }
    switch outcome.ending {
    case .finished: return try record(.finish)
    case .interrupted:
      return dialogue.confirmsLeaving() ? .left : nil
    case .left, .endOfInput: return .left
    }
  }

  /// Keeps the place that was reached, where it is a new one.
  private mutating func keep(_ block: Int, of blocks: [Block]) throws -> Ending? {
    guard case .page(_, let reached) = session.prompt, block != reached,
      blocks.indices.contains(block)
    else { return nil }
    return try record(.read(block))
  }

  private mutating func visit(_ url: String) throws -> Ending? {
    try place.records.add(
      LinkVisitRecord(
        id: place.newID(), at: place.now, course: course.id, unit: attempt.record.unit, url: url))
    return try record(.visit(url))
  }

  private mutating func obeyWhileReading(_ name: String, _ rest: String) throws -> Ending? {
    guard AtHand.names.contains(name) else {
      place.write("While reading there are :aid, :note TEXT, :notes and :quit.")
      return nil
    }
    return try obey(name, rest)
  }

  private func list(_ links: LinkTable, _ visited: Set<String>) -> StyledText {
    guard !links.links.isEmpty else { return "There are no links in this text." }
    var text = StyledText()
    for link in links.links {
      let mark = visited.contains(link.destination) ? " (opened before)" : ""
      text += StyledText("[\(link.number)] \(link.text): ") + StyledText(link.destination, .link)
      text += StyledText(mark + "\n")
    }
    return text
  }

  private func open(_ link: LinkTable.Link) -> StyledText {
    do throws(Opener.Failure) {
      try Opener(environment: place.environment).open(link.destination)
      return "Opened. You are still at the same line here; press Enter to read on."
    } catch {
      return error.message
    }
  }
}
