import RehearseCore
import RehearseStore

/// Job aids: reachable from every prompt, and without playing anything.
struct AidScreen {
  let place: Workplace
  let course: OpenCourse

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
    guard case .line(let line) = place.console.ask(prompt) else { return }
    let answer = line.trimmingBlanks
    if let number = Words.integer(answer), aids.indices.contains(number - 1) {
      try show(aids[number - 1].path)
    } else if let aid = find(answer) {
      try show(aid.path)
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
    let theme = place.theme
    _ = Pager(console: place.console, help: ["open 1: open link 1 in the browser"]).show(
      layout: { width in
        let layout = MarkdownLayout(blocks, width: width, theme: theme)
        links = layout.links
        return layout.lines
      },
      command: { line in
        let words = line.split(separator: " ", maxSplits: 1)
        guard words.first == "open", words.count == 2, let number = Words.integer(words[1]),
          let link = links[number], link.isExternal
        else { return .message("Press Enter for more, or type ? for what can be typed here.") }
        do throws(Opener.Failure) {
          try Opener(environment: place.environment).open(link.destination)
          return .message("Opened. Press Enter to read on.")
        } catch {
          return .message(error.message)
        }
      })
  }
}
