import RehearseCore
import RehearseStore

/// The outline of a course with what is done, what is open and how long it takes.
struct OutlineScreen {
  let room: CourseRoom
  private var place: Workplace { room.place }

  func run() throws {
    while true {
      let progress = try room.progress()
      let units = show(progress)
      let reply = Dialogue(console: place.console).ask(
        Prompt(
          "Number (Enter goes back): ", history: .command,
          completions: units.compactMap { $0.about?.id }),
        help: ["Type the number or the name of a unit to open it. Enter goes back."],
        commands: Dialogue.commandsAtHand)
      switch reply {
      case .line(""), .leave, .timeUp: return
      case .line(let line):
        if let number = Words.integer(line) {
          guard units.indices.contains(number - 1) else {
            place.write("Type a number from 1 to \(units.count).")
            continue
          }
          try play(units[number - 1].path)
        } else {
          do {
            try play(try room.path(ofUnit: line))
          } catch let error as UnitNotFound {
            place.write(StyledText(error.message + " " + error.help))
          }
        }
      case .command(let name, let rest): try room.atHand.obey(name, rest)
      }
    }
  }

  /// Prints the outline and returns the units in the order of their numbers.
  @discardableResult
  func show(_ progress: CourseProgress) -> [CourseProgress.UnitProgress] {
    place.heading(room.course.title)
    if progress.doneCount == 0 { place.write(room.course.outline.cover) }
    var number = 0
    for section in progress.sections {
      if !section.title.isEmpty {
        place.blank()
        place.write(StyledText(section.title, .strong))
      }
      for unit in section.units {
        number += 1
        line(number, unit)
      }
    }
    place.blank()
    return progress.units
  }

  private func line(_ number: Int, _ unit: CourseProgress.UnitProgress) {
    let glyphs = place.theme.glyphs
    let mark = StyledText("\(number). ", .strong).padded(to: 4)
    var text = StyledText(unit.title)
    var facts: [String] = [unit.about?.kind.word ?? "missing"]
    if let minutes = unit.about?.minutes { facts.append("\(minutes) min") }
    if let name = unit.about?.id { facts.append(name) }
    text += StyledText(" (" + facts.joined(separator: ", ") + ")", .dim)
    switch unit.state {
    case .done:
      text += StyledText(": \(glyphs.right) done", .good)
      if let share = unit.best?.percentHundredths {
        text += StyledText(", \(Percent(hundredths: share).description)", .good)
      }
    case .notPassed: text += StyledText(": not passed yet", .caution)
    case .inProgress: text += StyledText(": begun", .caution)
    case .awaitingMarking: text += StyledText(": handed in, awaiting marking", .caution)
    case .mayBeSkipped: text += StyledText(": you may skip this", .good)
    case .notBegun: break
    }
    if !unit.waitsFor.isEmpty {
      text += StyledText(", after \(unit.waitsFor.joined(separator: " and "))", .dim)
    }
    place.write(text, first: mark, rest: .blanks(mark.width))
  }

  /// Opens a unit of any kind.
  func play(_ path: String, fresh: Bool = false) throws {
    guard let about = try room.course.units[path] ?? room.course.unit(path)?.value.about else {
      throw CourseProblem.noUnit(path)
    }
    switch about.kind {
    case .aid: try AidScreen(at: room.atHand).show(path)
    case .certification:
      try CertificationScreen(room: room).show(path)
      place.waitForEnter()
    case .course: place.write("That is the cover of the course.")
    default:
      let waits = try room.progress().units.first { $0.path == path }?.waitsFor ?? []
      if !waits.isEmpty {
        place.write("This comes after: \(waits.joined(separator: ", ")).", .caution)
        guard Dialogue(console: place.console).confirms("Open it all the same?") else {
          return room.sayNothingBegan(about)
        }
      }
      try playToTheEnd(path, mode: nil, fresh: fresh)
    }
  }

  /// Plays a unit; what it ended with stays on the screen until it was read.
  func playToTheEnd(_ path: String, mode: Mode?, fresh: Bool = false) throws {
    if try room.play(path, mode: mode, fresh: fresh) == .finished { place.waitForEnter() }
  }
}
