import ArgumentParser
import RehearseStore

struct HomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "home",
    abstract: "Go on where you stopped. This is what happens without a command.")

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    try reporting {
      let place = try Workplace.open(screen)
      try HomeScreen(room: try place.room(nil)).run()
    }
  }
}
