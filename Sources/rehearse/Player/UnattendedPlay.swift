import RehearseCore
import RehearseStore

/// A unit played from a file of answers: always a new attempt, from its beginning.
struct UnattendedPlay {
  let room: CourseRoom
  let json: Bool

  /// Without a mode it is practice, unless there is none: attempts are counted, or sealed.
  func run(_ path: String, mode: Mode?, seed: UInt64?) throws {
    let program = try room.course.program(path)
    guard let unit = program.units[path] else { throw CourseProblem.noUnit(path) }
    let mode = mode ?? (unit.isForTheRecordOnly ? .assessed : .practice)
    if let refusal = try AttemptAllowance(room).refusal(unit, mode) {
      throw NoAttemptLeft(message: refusal)
    }
    let attempt = try room.begin(program, mode: mode, seed: seed, client: nil)
    var player = UnitPlayer(room.place, course: room.course, attempt: attempt)
    let ending = try player.play()
    let awards = ending == .finished ? try AwardScreen(room: room).awardWhatIsMet() : .init()
    if json { try printJSON(PlayReport(AttemptReport(player.attempt), awards)) }
    guard ending == .finished else { throw AnswersRanOut(unit: path) }
    if !json, !player.session.state.decisions.isEmpty {
      DebriefText(place: room.place, course: room.course).show(Debrief(player.session))
    }
  }
}

/// A unit that was played unattended, as programs read it: the attempt, and what it earned.
private struct PlayReport: Encodable {
  struct Awarded: Encodable {
    var id: String
    var certification: String
    var title: String
    var validUntil: String?

    /// What is not known is null; no key is left out.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(id, forKey: .id)
      try container.encode(certification, forKey: .certification)
      try container.encode(title, forKey: .title)
      try container.encode(validUntil, forKey: .validUntil)
    }

    private enum CodingKeys: String, CodingKey {
      case id, certification, title, validUntil
    }
  }

  var attempt: AttemptReport
  var awarded: [Awarded]
  /// The certifications that are met, and wait for the learner's name.
  var waitingForName: [String]

  init(_ attempt: AttemptReport, _ outcome: AwardScreen.Outcome) {
    self.attempt = attempt
    awarded = outcome.awards.map {
      Awarded(
        id: $0.credential.id, certification: $0.standing.id, title: $0.standing.title,
        validUntil: $0.credential.validUntil)
    }
    waitingForName = outcome.waiting.map(\.id)
  }

  func encode(to encoder: any Encoder) throws {
    try attempt.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(awarded, forKey: .awarded)
    try container.encode(waitingForName, forKey: .waitingForName)
  }

  private enum CodingKeys: String, CodingKey { case awarded, waitingForName }
}

/// The author counts attempts at this unit, and they are used up for now.
struct NoAttemptLeft: ExplainedError, Equatable {
  var message: String
  var help: String { "`rehearse debrief --list` shows the attempts that count." }
  var exitCode: Int32 { 1 }
}

/// The file of answers ended before the unit did.
struct AnswersRanOut: ExplainedError, Equatable {
  var unit: String
  var message: String { "The answers ended before “\(unit)” did." }
  var help: String {
    "What was answered is kept. Write one line for each prompt; a line that is refused is asked again."
  }
  var exitCode: Int32 { 65 }
}
