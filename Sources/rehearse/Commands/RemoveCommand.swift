import ArgumentParser
import RehearseCore
import RehearseStore

struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take a course off your list.",
    discussion: """
      Your attempts, their results and the text that they belong to stay on record. Where the \
      course is installed again, you go on where you stopped.
      """)

  @Argument(help: "The course's id, as `rehearse courses` shows it.")
  var course: String

  @Flag(help: "Do not ask, and do not wait for unfinished attempts.")
  var yes = false

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    try reporting {
      let place = try Workplace.open(screen)
      guard let known = try place.library.course(course) else {
        let ids = try place.library.courses().map(\.id)
        throw CourseNotListed(name: course, near: NearMiss.of(course, among: ids))
      }
      let open = try place.records.openAttempts(AttemptFilter(course: course)).count
      guard open == 0 || yes else { throw AttemptsUnfinished(course: course, count: open) }
      if !yes, !Dialogue(console: place.console).confirms("Take “\(known.title)” off your list?") {
        place.write("It stays on your list.")
        throw ExitCode(1)
      }
      try place.library.forget(course)
      place.write("“\(known.title)” is off your list.")
      let attempts = try place.records.attempts(AttemptFilter(course: course)).count
      if attempts > 0 {
        place.write(
          attempts == 1
            ? "Your attempt stays on record: `rehearse debrief --list`."
            : "Your \(attempts) attempts stay on record: `rehearse debrief --list`.")
      }
      if let folder = known.folder { place.write("The folder \(folder) stays as it is.") }
    }
  }
}

struct CourseNotListed: ExplainedError, Equatable {
  var name: String
  var near: String?

  var message: String { "There is no course “\(name)” on your list." }
  var help: String {
    near.map { "Did you mean \($0)?" } ?? "`rehearse courses` shows the list."
  }
  var exitCode: Int32 { 65 }
}

/// Attempts that nobody could go on with while the course is gone.
struct AttemptsUnfinished: ExplainedError, Equatable {
  var course: String
  var count: Int

  var message: String {
    count == 1
      ? "An attempt at “\(course)” is not finished."
      : "\(count) attempts at “\(course)” are not finished."
  }
  var help: String {
    "Finish what you began, or add `--yes`: everything stays on record, and can be gone on with"
      + " when the course is installed again."
  }
  var exitCode: Int32 { 1 }
}
