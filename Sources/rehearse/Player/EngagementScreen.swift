import RehearseCore
import RehearseStore

/// Checklists for real customers: dated records that can be gone on with and exported.
struct EngagementScreen {
  let room: CourseRoom
  private var place: Workplace { room.place }

  /// The course's checklists, and what is open; then one is worked.
  func run(client: String? = nil) throws {
    let checklists = room.course.outline.entries.compactMap { room.course.units[$0.path] }
      .filter { $0.kind == .checklist }
    guard !checklists.isEmpty else {
      place.write("This course has no checklists.")
      return
    }
    let open = try engagements().filter(\.isOpen)
    place.heading("Checklists for a customer")
    for (index, checklist) in checklists.enumerated() {
      place.write(
        StyledText(checklist.title), first: StyledText("\(index + 1). ", .strong), rest: "   ")
    }
    for (index, engagement) in open.enumerated() {
      let title = room.course.units[engagement.attempt.unit]?.title ?? engagement.attempt.unit
      place.write(
        StyledText("Go on: \(title), \(engagement.attempt.client ?? "")")
          + StyledText(", since \(Timestamp.day(engagement.attempt.begunAt))", .dim),
        first: StyledText("\(checklists.count + index + 1). ", .strong), rest: "   ")
    }
    let last = checklists.count + open.count
    while let line = try room.atHand.ask(
      Prompt("Number (Enter goes back): "), help: "Type the number of a checklist.")
    {
      guard let number = Words.integer(line), (1...last).contains(number) else {
        place.write("Type a number from 1 to \(last).")
        continue
      }
      if number > checklists.count {
        let engagement = open[number - checklists.count - 1].attempt
        return try work(engagement.unit, client: engagement.client ?? "")
      }
      let named =
        try client
        ?? room.atHand.ask(
          Prompt("For which customer? ", history: .client),
          help: "Type the customer's name. A dated record begins, which stays.")
      guard let named else { return }
      return try work(checklists[number - 1].path, client: named)
    }
  }

  func engagements(_ path: String? = nil, client: String? = nil) throws -> [AttemptOverview] {
    try place.records.attempts(
      AttemptFilter(
        course: room.course.id, unit: path, mode: Mode.engagement.rawValue, client: client))
  }

  /// Works a checklist for a customer: the open record goes on, or a new one begins today.
  func work(_ path: String, client: String) throws {
    while true {
      let attempt = try takeUp(path, client) ?? begin(path, client)
      switch try room.run(attempt) {
      case .restart, .elsewhere: continue
      case .finished:
        place.write(
          "On record. `rehearse checklist … --export FILE` writes it for the customer file.")
        try AwardScreen(room: room).awardWhatIsMet()
        return
      case .left: return
      }
    }
  }

  private func takeUp(_ path: String, _ client: String) throws -> Attempt? {
    guard let open = try engagements(path, client: client).last(where: \.isOpen) else { return nil }
    return try room.takeUp(open)
  }

  private func begin(_ path: String, _ client: String) throws -> Attempt {
    let program = try room.course.program(path)
    guard case .checklist? = program.units[path]?.content else {
      throw NotAChecklist(name: path)
    }
    return try room.begin(program, mode: .engagement, seed: 0, client: client)
  }

  /// The newest record for a customer, open or closed.
  func record(_ path: String, client: String) throws -> EngagementRecord {
    guard let newest = try engagements(path, client: client).last else {
      throw NoEngagement(checklist: path, client: client)
    }
    let attempt = try AttemptShelf(place: place).replay(newest)
    let title = attempt.session.program.units[path]?.about.title ?? path
    guard
      let record = EngagementRecord(
        attempt.transcript, program: attempt.session.program, title: title)
    else {
      throw NotAChecklist(name: path)
    }
    return record
  }
}

struct NotAChecklist: ExplainedError, Equatable {
  var name: String
  var message: String { "“\(name)” is not a checklist." }
  var help: String { "`rehearse checklist` lists the checklists of the course." }
  var exitCode: Int32 { 65 }
}

struct NoEngagement: ExplainedError, Equatable {
  var checklist: String
  var client: String
  var message: String { "There is no record of “\(checklist)” for “\(client)”." }
  var help: String { "Work it first: `rehearse checklist \(checklist) --for \"\(client)\"`." }
  var exitCode: Int32 { 65 }
}
