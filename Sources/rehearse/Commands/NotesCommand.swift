import ArgumentParser
import RehearseStore

struct NotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes", abstract: "Show the notes that you kept with :note.")

  @Option(help: "Only those of one course, by its id.")
  var course: String?

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    try reporting { try NotesScreen(place: try Workplace.open(screen)).show(course: course) }
  }
}
