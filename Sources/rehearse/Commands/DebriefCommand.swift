import ArgumentParser
import RehearseCore
import RehearseStore

/// An attempt for the record that has not ended has no debrief yet.
struct AttemptStillOpen: ExplainedError, Equatable {
  var message: String { "This attempt is for the record and has not ended." }
  var help: String { "Go on with it first: `rehearse`. The debrief comes at its end." }
  var exitCode: Int32 { 65 }
}

struct DebriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "debrief", abstract: "Show the debrief of an earlier attempt.",
    discussion: "Without ATTEMPT it is the newest role-play; --list shows all attempts.")

  @Argument(help: "The attempt: its id, or the beginning of it.")
  var attempt: String?

  @Flag(help: "List the attempts, newest last.")
  var list = false

  @Option(help: "Play on from this decision, as a new attempt in practice.")
  var again: Int?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    try reporting {
      let place = try Workplace.open(screen)
      let attempts = AttemptShelf(place: place)
      if list { return try attempts.list(json: json) }
      let overview = try attempts.find(attempt)
      let replayed = try attempts.replay(overview)
      // What the coach says is held back until the end.
      if !replayed.session.isOver, replayed.transcript.header.mode == .assessed {
        throw AttemptStillOpen()
      }
      if json { return try printJSON(DebriefReport(replayed)) }
      let kept = SnapshotSource(overview.attempt.snapshot, in: place.library)
      let debrief = Debrief(replayed.session)
      if let again {
        guard let attempt = try PlayAgain(place: place).attempt(replayed, debrief, from: again)
        else { throw NoSuchDecision(number: again, count: debrief.decisions.count) }
        let found = try place.library.course(overview.attempt.course).map {
          try place.finder.open($0)
        }
        let room = try CourseRoom(
          place, found ?? CourseFinder.Found(source: kept, folder: nil))
        _ = try room.run(attempt)
        return
      }
      DebriefText(place: place, course: try OpenCourse(kept)).show(debrief)
    }
  }
}
