import ArgumentParser
import RehearseStore

struct AidCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aid", abstract: "Show a job aid, or the list of them.")

  @Argument(help: "The aid's name, or a part of it.")
  var name: String?

  @Option(help: "The course; without it, the one that was used last.")
  var course: String?

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    try reporting {
      let place = try Workplace.open(screen)
      let room = try place.room(course)
      let aids = AidScreen(place: place, course: room.course)
      if let name, aids.find(name) == nil, !place.console.isInteractive {
        throw UnitNotFound(name: name, course: room.course.id, near: nil)
      }
      try aids.open(name ?? "")
    }
  }
}
