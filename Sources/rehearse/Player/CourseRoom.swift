import RehearseCore
import RehearseStore

/// A course that is open in the player: everything that can be done in it begins here.
struct CourseRoom {
  let place: Workplace
  let course: OpenCourse
  /// Nil where only the content that was kept is left of the course.
  let folder: CourseFolder?

  /// Opens a course and remembers it for the next time.
  init(_ place: Workplace, _ found: CourseFinder.Found) throws {
    self.place = place
    folder = found.folder
    course = try OpenCourse(found.source)
    guard let folder else { return }
    // Only what is new is written: a commit costs more than all else that starting does.
    let known = try place.library.course(course.id)
    if known?.folder != folder.root || known?.title != course.title {
      try place.library.register(
        course.id, title: course.title, folder: folder.root, at: place.now)
    }
  }

  var atHand: AtHand { AtHand(place: place, course: course) }

  func progress() throws -> CourseProgress {
    CourseProgress(
      course, attempts: try place.records.attempts(AttemptFilter(course: course.id)))
  }

  /// The digest of the content as it is now, kept so that an attempt can always go on against it.
  func takeSnapshot() throws -> String {
    if let folder {
      return try place.library.takeSnapshot(of: folder, course: course.id, at: place.now)
    }
    // Another program may install a new version meanwhile; what is open here is this content.
    guard let snapshot = course.source as? SnapshotSource else { throw CourseProblem.noCover }
    return snapshot.digest
  }

  func path(ofUnit name: String) throws -> String { try course.path(ofUnit: name) }

  // MARK: Playing

  /// Plays a unit: goes on where it stopped, or begins; with `fresh` it begins in any case. Returns
  /// how it was left.
  func play(
    _ path: String, mode: Mode?, seed: UInt64? = nil, fresh: Bool = false
  ) throws -> UnitPlayer.Ending {
    var mode = mode
    var fresh = fresh
    while true {
      let attempt =
        try fresh
        ? beginAnew(path, mode: mode, seed: seed)
        : resume(path, mode: mode) ?? begin(path, mode: mode, seed: seed)
      guard let attempt else { return .left }
      fresh = false
      mode = attempt.transcript.header.mode
      switch try run(attempt) {
      case .restart, .elsewhere: continue
      case .finished:
        try AwardScreen(room: self).awardWhatIsMet()
        return .finished
      case .left: return .left
      }
    }
  }

  /// Plays an attempt to its end or until the learner leaves.
  func run(_ attempt: Attempt) throws -> UnitPlayer.Ending {
    var attempt = attempt
    while true {
      var player = UnitPlayer(place, course: course, attempt: attempt)
      let ending = try player.play()
      guard ending == .finished, player.session.result?.kind == .scenario,
        !player.session.state.decisions.isEmpty
      else { return ending }
      let debrief = Debrief(player.session)
      DebriefText(place: place, course: course).show(debrief)
      guard let again = try PlayAgain(place: place).offer(player.attempt, debrief) else {
        return ending
      }
      attempt = again
    }
  }

  /// The open attempt at a unit, where there is one and the learner wants to go on with it.
  private func resume(_ path: String, mode: Mode?) throws -> Attempt? {
    let open = try place.records.openAttempts(
      AttemptFilter(course: course.id, unit: path, mode: mode?.rawValue)
    ).first { $0.attempt.mode != Mode.engagement.rawValue }
    guard let open else { return nil }
    return try takeUp(open)
  }

  /// Begins, and only then ends what stood open in the same mode: where no attempt may begin, the
  /// open one can still be gone on with.
  private func beginAnew(_ path: String, mode: Mode?, seed: UInt64?) throws -> Attempt? {
    guard let attempt = try begin(path, mode: mode, seed: seed) else { return nil }
    let others = try place.records.openAttempts(
      AttemptFilter(course: course.id, unit: path, mode: attempt.record.mode)
    ).filter { $0.id != attempt.record.id }
    for other in others {
      do {
        var left = try AttemptShelf(place: place).replay(other)
        if !left.session.isOver { try left.abandon(now: place.now) }
      } catch is TranscriptFailure {
        // One that cannot be played again cannot be written on either, and is never gone on with.
      } catch is ReplayFailure {}
    }
    return attempt
  }

  /// Takes an attempt up against the content that it began on.
  func takeUp(_ open: AttemptOverview) throws -> Attempt? {
    var attempt: Attempt
    do {
      attempt = try AttemptShelf(place: place).replay(open)
    } catch let failure as TranscriptFailure {
      return startOver(because: failure.message)
    } catch let failure as ReplayFailure {
      return startOver(because: failure.message)
    }
    guard !attempt.session.isOver else { return nil }
    place.write(
      "You go on where you stopped on \(Timestamp.dayAndTime(open.lastActivity)).", .dim)
    let current = try takeSnapshot()
    if current != open.attempt.snapshot, try changed(open.attempt) {
      place.write(
        "The course has changed since you began. This attempt goes on with the text that it began"
          + " on.", .caution)
      if place.console.isInteractive,
        Dialogue(console: place.console).confirms("Start over on the new text instead?")
      {
        try attempt.abandon(now: place.now)
        return nil
      }
    }
    return attempt
  }

  /// An attempt that cannot be played again stays on record as it is; the learner is not stuck.
  private func startOver(because reason: String) -> Attempt? {
    place.write(
      "Your open attempt cannot be gone on with: \(reason) It stays on record. A new one begins.",
      .caution)
    return nil
  }

  /// Whether the unit itself, or one that it plays, is another now. Changes elsewhere in the course
  /// are no reason to ask.
  private func changed(_ attempt: AttemptRecord) throws -> Bool {
    let kept = SnapshotSource(attempt.snapshot, in: place.library)
    let program = try OpenCourse(kept).program(attempt.unit)
    for path in program.units.keys {
      if try kept.bytes(of: path) != course.source.bytes(of: path) { return true }
    }
    return false
  }

  private func begin(_ path: String, mode: Mode?, seed: UInt64?) throws -> Attempt? {
    let program = try course.program(path)
    guard let unit = program.units[path] else { throw CourseProblem.noUnit(path) }
    // Before anything is asked: who may not begin has nothing to choose.
    if unit.isForTheRecordOnly,
      let refusal = try AttemptAllowance(self).refusal(unit, mode ?? .assessed)
    {
      place.write(refusal, .caution)
      return nil
    }
    guard let mode = try mode ?? chooseMode(unit) else { return nil }
    return try begin(program, mode: mode, seed: seed, client: nil)
  }

  func begin(_ program: Program, mode: Mode, seed: UInt64?, client: String?) throws -> Attempt {
    try Attempt.begin(
      program, course: course.id, snapshot: try takeSnapshot(), mode: mode,
      seed: seed ?? place.newSeed(), id: place.newID(), client: client,
      passed: try progress().passed(for: mode), now: place.now, in: place.records)
  }

  /// Role-plays and assessments can be practised or taken for the record.
  private func chooseMode(_ unit: Unit) throws -> Mode? {
    switch unit.content {
    case .scenario: break
    case .assessment(let assessment):
      // Where attempts are counted, practice would give the answers away.
      if unit.isForTheRecordOnly {
        return confirmsExam(unit, assessment) ? .assessed : nil
      }
    case .checklist where try isAskedOnRecord(unit.about.path): break
    default: return .practice
    }
    guard place.console.isInteractive else { return .practice }
    place.blank()
    place.write(StyledText(unit.about.title, .heading))
    place.write("1. Practise: feedback at once, and you can take steps back.")
    place.write("2. For the record: no feedback until the end, no way back.")
    while true {
      let reply = Dialogue(console: place.console).ask(
        Prompt("1 (Enter) or 2: ", history: .command, completions: ["1", "2"]),
        help: ["Practise as often as you like. Certificates ask for attempts on record."])
      switch reply {
      case .line("1"), .line(""): return .practice
      case .line("2"): return .assessed
      case .line: place.write("Type 1 or 2.")
      case .command: place.write("Choose first: 1 or 2.")
      case .leave, .timeUp: return nil
      }
    }
  }

  /// Whether a certification of the course asks for the result of a unit.
  private func isAskedOnRecord(_ path: String) throws -> Bool {
    try Awarding.paths(in: course).contains { certification in
      guard case .certification(let read)? = try course.unit(certification)?.value.content else {
        return false
      }
      return read.asksForResult(of: path)
    }
  }

  private func confirmsExam(_ unit: Unit, _ assessment: Assessment) -> Bool {
    guard place.console.isInteractive else { return true }
    place.blank()
    place.write(StyledText(unit.about.title, .heading))
    var facts = ["The pass mark is \(assessment.passMark.description)."]
    if let limit = assessment.attempts {
      facts.append(
        limit.count == 1 ? "There is one attempt." : "There are \(limit.count) attempts.")
    }
    if let minutes = assessment.timeLimit {
      facts.append(
        "Once begun, the clock runs for \(HomeScreen.duration(minutes)), also while you are away.")
    }
    facts.append(
      assessment.isSealed
        ? "It is sealed: the key is not on this machine, and it is marked when you send your record."
        : "Feedback comes at the end.")
    place.write(facts.joined(separator: " "))
    if Dialogue(console: place.console).confirms("Begin now?") { return true }
    sayNothingBegan(unit.about)
    return false
  }

  /// Enter says no: nobody is to wonder whether an attempt runs now.
  func sayNothingBegan(_ unit: UnitDescription) {
    let name = "\(course.id)/\(unit.id)".quotedForShell
    place.write("Nothing was begun. To begin later: rehearse play \(name)")
  }
}

extension OpenCourse {
  /// The path of a unit by its path, its path without `.md`, its id, or the end of its path.
  func path(ofUnit name: String) throws -> String {
    let name = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    if let path = names.path(of: name) { return path }
    let ending = units.keys.filter { $0.hasSuffix("/\(name).md") }
    if ending.count == 1 { return ending[0] }
    let wanted = name.lowercased()
    let titled = outline.entries.filter {
      $0.title.lowercased() == wanted || units[$0.path]?.title.lowercased() == wanted
    }
    if let first = titled.first { return first.path }
    // A unit that no outline lists can still be played by its path.
    if try source.bytes(of: name + ".md") != nil { return name + ".md" }
    let near = NearMiss.of(name, among: units.values.map(\.id).sorted())
    throw UnitNotFound(name: name, course: id, near: near)
  }
}

/// A name that fits no unit of the course.
struct UnitNotFound: ExplainedError, Equatable {
  var name: String
  var course: String
  var near: String?

  var message: String { "The course “\(course)” has no unit “\(name)”." }
  var help: String {
    if let near { return "Did you mean \(course)/\(near)?" }
    return "The outline on the home screen, `rehearse play \(course)`, has the names of all units."
      + " One that it does not list is played by its path, such as \(course)/scenarios/NAME."
  }
  var exitCode: Int32 { 65 }
}
