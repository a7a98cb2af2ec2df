import RehearseCore
import RehearseStore

/// The first screen: go on, what is next, what fits the minutes at hand, where I stand.
struct HomeScreen {
  let room: CourseRoom
  private var place: Workplace { room.place }

  /// Shows the screen, does what is asked, and comes back, until the learner leaves.
  func run() throws {
    try AwardScreen(room: room).awardWhatIsMet()
    while true {
      let state = try State(room)
      show(state)
      let reply = Dialogue(console: place.console).ask(
        Prompt(
          "> ", history: .command,
          completions: ["outline", "aids", "checklists", "progress", "notes", "about", "quit"]),
        help: [
          "Enter: \(state.proposal?.label ?? "the outline"). A number chooses a line."
            + " Minutes such as 10m list what fits into them. You can also type the name of a unit;"
            + " the outline has the names."
        ], commands: Dialogue.commandsAtHand)
      switch reply {
      case .leave, .timeUp: return
      case .command(let name, let rest): try room.atHand.obey(name, rest)
      case .line(let line):
        if ["q", "quit"].contains(line.lowercased()) { return }
        do {
          try act(on: line, state)
        } catch let error as any ExplainedError where !(error is StoreError) {
          place.write(StyledText(error.message + " " + error.help))
        }
      }
    }
  }

  /// What the screen offers, in its order.
  enum Item {
    case goOn(AttemptOverview, title: String)
    case next(CourseProgress.UnitProgress)
    case minutes
    case outline
    case aids
    case checklists
    case progress
    case notes
    case about

    var label: String {
      switch self {
      case .goOn(_, let title): "Go on: \(title)"
      case .next(let unit):
        "Next: \(unit.title)" + (unit.about?.minutes.map { ", \(HomeScreen.duration($0))" } ?? "")
      case .minutes: "What fits into the minutes I have"
      case .outline: "Outline of the course"
      case .aids: "Job aids"
      case .checklists: "Checklists for a customer"
      case .progress: "Where I stand"
      case .notes: "My notes"
      case .about: "About this course"
      }
    }
  }

  struct State {
    let progress: CourseProgress
    let items: [Item]
    let engagements: Int
    /// What there is to say of certificates.
    let notices: [String]
    /// The paths of sealed exams whose marks came back with a certificate.
    let confirmed: Set<String>
    var proposal: Item? { items.first }

    init(_ room: CourseRoom) throws {
      let attempts = try room.place.records.attempts(AttemptFilter(course: room.course.id))
      progress = CourseProgress(room.course, attempts: attempts)
      let open = attempts.filter(\.isOpen)
      engagements = open.count { $0.attempt.mode == Mode.engagement.rawValue }
      notices = try CertificateShelf(place: room.place).notices(open: room.course)
      let marked = try Certificates(room.place.records).confirmedAttempts()
      confirmed = Set(attempts.filter { marked.contains($0.id) }.map(\.attempt.unit))
      var items: [Item] = []
      let last = open.filter { $0.attempt.mode != Mode.engagement.rawValue }
        .max { $0.lastActivity < $1.lastActivity }
      if let last {
        let unit = progress.units.first { $0.path == last.attempt.unit }
        items.append(.goOn(last, title: unit?.title ?? last.attempt.unit))
      }
      let next = progress.counted.first {
        !$0.isDone && $0.waitsFor.isEmpty && $0.path != last?.attempt.unit
      }
      if let next { items.append(.next(next)) }
      self.items = items + [.minutes, .outline, .aids, .checklists, .progress, .notes, .about]
    }
  }

  private func show(_ state: State) {
    place.heading(room.course.title)
    let progress = state.progress
    let bar = Bar(value: progress.doneCount, in: 0...max(progress.counted.count, 1), length: 20)
    var line = StyledText(bar.drawn(place.theme.glyphs) + "  ")
    line += StyledText("\(progress.doneCount) of \(progress.counted.count) units")
    if progress.minutesLeft > 0 {
      line += StyledText(", about \(Self.duration(progress.minutesLeft)) left")
    }
    place.write(line)
    if progress.doneCount == 0, let first = room.course.outline.cover.first {
      place.write([first])
      place.write("More under “About this course”.", .dim)
    }
    if state.engagements > 0 {
      let checklists = state.engagements == 1 ? "1 checklist" : "\(state.engagements) checklists"
      place.write("\(checklists) for customers not closed yet.", .caution)
    }
    for notice in state.notices { place.write(notice, .caution) }
    let awaited = progress.units.count {
      $0.state == .awaitingMarking && !state.confirmed.contains($0.path)
    }
    if awaited > 0 {
      let exams = awaited == 1 ? "1 assessment is" : "\(awaited) assessments are"
      place.write("\(exams) awaiting marking. Send your record: rehearse submit.", .caution)
    }
    place.blank()
    for (index, item) in state.items.enumerated() {
      place.write(
        StyledText(item.label, index == 0 ? .strong : nil)
          + StyledText(index == 0 ? "  (Enter)" : "", .dim),
        first: StyledText("\(index + 1). ", .strong), rest: "   ")
    }
    place.blank()
    place.write("? explains what can be typed, q leaves.", .dim)
  }

  static func duration(_ minutes: Int) -> String {
    if minutes == 1 { return "1 minute" }
    if minutes < 90 { return "\(minutes) minutes" }
    let half = (minutes + 15) / 30
    return half % 2 == 0 ? "\(half / 2) hours" : "\(half / 2)½ hours"
  }

  private func act(on line: String, _ state: State) throws {
    if line.isEmpty {
      try open(state.items[0], state)
    } else if let minutes = Self.minutes(line) {
      try offer(fitting: minutes, state)
    } else if let number = Words.integer(line) {
      guard state.items.indices.contains(number - 1) else {
        place.write("Type a number from 1 to \(state.items.count).")
        return
      }
      try open(state.items[number - 1], state)
    } else {
      switch line.lowercased() {
      case "outline": try open(.outline, state)
      case "aids", "aid": try open(.aids, state)
      case "checklists", "checklist": try open(.checklists, state)
      case "progress": try open(.progress, state)
      case "notes": try open(.notes, state)
      case "about": try open(.about, state)
      default: try OutlineScreen(room: room).play(try room.path(ofUnit: line))
      }
    }
  }

  private func open(_ item: Item, _ state: State) throws {
    switch item {
    case .goOn(let attempt, _):
      guard let mode = Mode(rawValue: attempt.attempt.mode) else { return }
      try OutlineScreen(room: room).playToTheEnd(attempt.attempt.unit, mode: mode)
    case .next(let unit): try OutlineScreen(room: room).play(unit.path)
    case .minutes:
      let prompt = Prompt("How many minutes do you have? ")
      while let line = try room.atHand.ask(prompt, help: "Type a number of minutes, such as 10.") {
        if let minutes = Self.minutes(line) ?? Words.integer(line) {
          return try offer(fitting: minutes, state)
        }
        place.write("Type a number of minutes, such as 10.")
      }
    case .outline: try OutlineScreen(room: room).run()
    case .aids: try AidScreen(at: room.atHand).open("")
    case .checklists: try EngagementScreen(room: room).run()
    case .progress:
      ProgressText(place: place).show(room.course, state.progress)
      place.waitForEnter()
    case .notes:
      try NotesScreen(place: place).show(course: room.course.id)
      place.waitForEnter()
    case .about:
      place.heading(room.course.title)
      place.write(room.course.outline.cover)
      place.waitForEnter()
    }
  }

  /// `10m`, `10 min`, `10 minutes`
  private static func minutes(_ line: String) -> Int? {
    let digits = line.prefix { $0.isNumber }
    let unit = line.dropFirst(digits.count).trimmingBlanks.lowercased()
    guard ["m", "min", "minute", "minutes"].contains(unit) else { return nil }
    return Words.integer(digits)
  }

  private func offer(fitting minutes: Int, _ state: State) throws {
    let fitting = state.progress.counted.filter {
      !$0.isDone && $0.waitsFor.isEmpty && ($0.about?.minutes ?? .max) <= minutes
    }
    guard !fitting.isEmpty else {
      place.write(
        "Nothing that is still open fits into \(Self.duration(minutes)). A unit can be left at any point,"
          + " and goes on where you stopped.")
      return
    }
    place.write("In \(Self.duration(minutes)) you can finish:")
    for (index, unit) in fitting.enumerated() {
      place.write(
        StyledText("\(unit.title), \(Self.duration(unit.about?.minutes ?? 0))"),
        first: StyledText("\(index + 1). ", .strong), rest: "   ")
    }
    let prompt = Prompt("Number (Enter goes back): ")
    while let line = try room.atHand.ask(prompt, help: "Type the number of a unit.") {
      if let number = Words.integer(line), fitting.indices.contains(number - 1) {
        return try OutlineScreen(room: room).play(fitting[number - 1].path)
      }
      place.write("Type a number from 1 to \(fitting.count).")
    }
  }
}
