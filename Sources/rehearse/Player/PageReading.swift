import RehearseCore
import RehearseStore

extension UnitPlayer {
  /// A lesson or a job aid in the pager. The place is kept, outside links open on request.
  mutating func read(_ blocks: [Block], from reached: Int) throws -> Ending? {
    var visited = try place.records.visitedURLs(course: course.id, unit: attempt.record.unit)
    var links = LinkTable()
    var opened: [String] = []
    var ending: Ending?
    var failure: (any Error)?
    let console = place.console
    let page = self
    var obeyed: [(String, String)] = []

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
      command: { line in
        let words = line.split(separator: " ", maxSplits: 1).map(String.init)
        switch words.first ?? "" {
        case "links": return .message(page.list(links, visited))
        case "open":
          guard words.count == 2, let number = Words.integer(words[1]), let link = links[number]
          else { return .message("Type the number of a link, such as open 1.") }
          let message = page.follow(link, &opened)
          visited.formUnion(opened)
          return .message(message)
        case ":quit", ":q": return .leave
        case let word where word.hasPrefix(":"):
          obeyed.append((String(word.dropFirst()), words.count == 2 ? words[1] : ""))
          do {
            var copy = page
            ending = try copy.obeyWhileReading(obeyed.removeLast())
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
    for url in opened {
      if let ending = try visit(url) { return ending }
    }
    if outcome.block != reached, blocks.indices.contains(outcome.block) {
      if let ending = try record(.read(outcome.block)) { return ending }
    }
    switch outcome.ending {
    case .finished: return try record(.finish)
    case .interrupted:
      return dialogue.confirmsLeaving() ? .left : nil
    case .left, .endOfInput: return .left
    }
  }

  private mutating func visit(_ url: String) throws -> Ending? {
    try place.records.add(
      LinkVisitRecord(
        id: place.newID(), at: place.now, course: course.id, unit: attempt.record.unit, url: url))
    return try record(.visit(url))
  }

  private mutating func obeyWhileReading(_ command: (String, String)) throws -> Ending? {
    guard ["aid", "note", "notes", "save"].contains(command.0) else {
      place.write("While reading there are :aid, :note TEXT, :notes and :quit.")
      return nil
    }
    return try obey(command.0, command.1)
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

  private func follow(_ link: LinkTable.Link, _ opened: inout [String]) -> StyledText {
    guard link.isExternal else {
      return "Link \(link.number) leads to another unit of this course; the outline has it."
    }
    do throws(Opener.Failure) {
      try Opener(environment: place.environment).open(link.destination)
      opened.append(link.destination)
      return "Opened. You are still at the same line here; press Enter to read on."
    } catch {
      opened.append(link.destination)
      return error.message
    }
  }
}
