import RehearseCore
import RehearseStore

/// Job aids: reachable from every prompt, and without playing anything.
struct AidScreen {
  let atHand: AtHand
  private var place: Workplace { atHand.place }
  private var course: OpenCourse { atHand.course }

  init(at atHand: AtHand) { self.atHand = atHand }

  private var aids: [UnitDescription] {
    course.outline.entries.compactMap { course.units[$0.path] }.filter { $0.kind == .aid }
  }

  /// Shows an aid by its name, or the list to choose from.
  func open(_ name: String) throws {
    guard !aids.isEmpty else {
      place.write("This course has no job aids.")
      return
    }
    if !name.isEmpty {
      if let aid = find(name) {
        try show(aid.path)
        return
      }
      let near = NearMiss.of(name, among: aids.map(\.id))
      place.write(
        "There is no job aid “\(name)”." + (near.map { " Did you mean \($0)?" } ?? ""))
    }
    place.heading("Job aids")
    for (index, aid) in aids.enumerated() {
      place.write(
        StyledText(aid.title) + StyledText(" (\(aid.id))", .dim),
        first: StyledText("\(index + 1). ", .strong), rest: "   ")
    }
    let prompt = Prompt("Number (Enter goes back): ", completions: aids.map(\.id))
    while let answer = try atHand.ask(prompt, help: "Type the number or the name of a job aid.") {
      if let number = Words.integer(answer), aids.indices.contains(number - 1) {
        return try show(aids[number - 1].path)
      } else if let aid = find(answer) {
        return try show(aid.path)
      }
      place.write("“\(answer)” is none of them. Type a number from 1 to \(aids.count).")
    }
  }

  func find(_ name: String) -> UnitDescription? {
    let wanted = name.lowercased()
    guard !wanted.isEmpty else { return nil }
    if let exact = aids.first(where: { $0.id.lowercased() == wanted }) { return exact }
    let fitting = aids.filter {
      $0.id.lowercased().contains(wanted) || $0.title.lowercased().contains(wanted)
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  func show(_ path: String) throws {
    guard let unit = try course.unit(path)?.value, case .aid(let blocks) = unit.content else {
      throw CourseProblem.noUnit(path)
    }
    place.heading(unit.about.title)
    var links = LinkTable()
    var failure: (any Error)?
    let theme = place.theme
    _ = Pager(
      console: place.console,
      help: ["open 1: open link 1 in the browser", ":note TEXT: keep a note of your own"]
    ).show(
      layout: { width in
        let layout = MarkdownLayout(blocks, width: width, theme: theme)
        links = layout.links
        return layout.lines
      },
      command: { line in
        let words = line.split(separator: " ", maxSplits: 1)
        if line.hasPrefix(":note ") {
          do { try atHand.obey("note", String(line.dropFirst(6))) } catch { failure = error }
          return failure == nil ? .stay : .leave
        }
        guard words.first == "open" else {
          return .message("Press Enter for more, or type ? for what can be typed here.")
        }
        guard words.count == 2, let number = Words.integer(words[1]), let link = links[number],
          link.isExternal
        else { return .message("There is no web page with that number in this text.") }
        do throws(Opener.Failure) {
          try Opener(environment: place.environment).open(link.destination)
          return .message("Opened. Press Enter to read on.")
        } catch {
          return .message(error.message)
        }
      })
    if let failure { throw failure }
  }
}
