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
    if json { try printJSON(AttemptReport(player.attempt)) }
    guard ending == .finished else { throw AnswersRanOut(unit: path) }
    if !json, !player.session.state.decisions.isEmpty {
      DebriefText(place: room.place, course: room.course).show(Debrief(player.session))
    }
  }
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
