import RehearseCore
import RehearseStore

/// A unit played from a file of answers: always a new attempt, from its beginning.
struct UnattendedPlay {
  let room: CourseRoom
  let json: Bool

  func run(_ path: String, mode: Mode, seed: UInt64?) throws {
    let program = try room.course.program(path)
    if mode == .assessed, let unit = program.units[path],
      let refusal = try AttemptAllowance(room).refusal(unit)
    {
      throw AttemptsUsedUp(refusal: refusal)
    }
    let attempt = try room.begin(program, mode: mode, seed: seed, client: nil)
    var player = UnitPlayer(room.place, course: room.course, attempt: attempt)
    let ending = try player.play()
    if json {
      try printJSON(AttemptReport(player.attempt))
    } else if ending == .finished, !player.session.state.decisions.isEmpty {
      DebriefText(place: room.place, skills: room.course.outline.skills)
        .show(Debrief(player.session))
    }
  }
}

/// The author of an assessment allows no further attempt now.
private struct AttemptsUsedUp: ExplainedError {
  var refusal: String
  var message: String { refusal }
  var help: String { "Nothing was begun." }
  var exitCode: Int32 { 1 }
}
