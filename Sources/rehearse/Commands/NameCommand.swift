import ArgumentParser
import RehearseStore

struct NameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "name", abstract: "Show or set the name that your certificates are awarded to.",
    discussion: "Certificates that were awarded before keep the name that they have.")

  @Argument(help: "Your name, as it is to stand on certificates.")
  var name: String?

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    try reporting {
      let place = try Workplace.open(screen)
      if let name { try place.records.setLearnerName(name, at: place.now) }
      guard let known = try place.records.learnerName() else { throw NoLearnerName() }
      place.write(StyledText(known))
    }
  }
}

/// Nobody has said whose record it is.
struct NoLearnerName: ExplainedError, Equatable {
  var message: String { "Your name is not known yet." }
  var help: String { "Set it: `rehearse name \"Ines Ortega\"`." }
  var exitCode: Int32 { 1 }
}
