import ArgumentParser
import RehearseCore
import RehearseStore

struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play", abstract: "Play a course or one of its units.",
    discussion: """
      COURSE is a folder such as courses/consulting, or the id of a course that was opened before. \
      COURSE/UNIT plays one unit: its id, or its path in the course.
      """)

  @Argument(help: "The course, or COURSE/UNIT.")
  var unit: String?

  @Option(
    help: "Read one answer a line from FILE (- for standard input), as a person would type it.")
  var answers: String?

  @Option(help: "The seed of shuffles, draws and chance: a number from 0 to 18446744073709551615.")
  var seed: UInt64?

  @Flag(help: "For the record: no feedback until the end, no way back.")
  var assessed = false

  @Flag(help: "Practise: feedback at once, hints, and steps back.")
  var practice = false

  @Flag(help: "Begin anew without asking; an open attempt in the same mode ends without a result.")
  var fresh = false

  @Flag(help: "Print one JSON object at the end instead of the screens.")
  var json = false

  @OptionGroup var screen: ScreenOptions

  func validate() throws {
    if assessed && practice {
      throw ValidationError("Choose one of --assessed and --practice.")
    }
    if needsUnit, unit?.contains("/") != true { throw Self.noUnit }
  }

  private var isUnattended: Bool { answers != nil || json }
  private var needsUnit: Bool { isUnattended || fresh }

  private static let noUnit = ValidationError(
    "With --answers, --fresh or --json, name a unit: COURSE/UNIT.")

  func run() throws {
    try reporting {
      let place = try Workplace.open(screen, answers: answers, isSilent: json)
      guard let unit else { return try HomeScreen(room: try place.room(nil)).run() }
      let found = try place.finder.find(unit)
      let room = try CourseRoom(place, found)
      guard let name = found.unit else {
        if needsUnit { throw Self.noUnit }
        return try HomeScreen(room: room).run()
      }
      let path = try room.path(ofUnit: name)
      let mode: Mode? = assessed ? .assessed : practice ? .practice : nil
      if isUnattended {
        try UnattendedPlay(room: room, json: json).run(path, mode: mode, seed: seed)
      } else if mode != nil || seed != nil {
        _ = try room.play(path, mode: mode, seed: seed, fresh: fresh)
      } else {
        try OutlineScreen(room: room).play(path, fresh: fresh)
      }
    }
  }
}
