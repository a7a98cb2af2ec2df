import ArgumentParser
import RehearseCore

struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Show everything that can happen in a scenario.",
    discussion: """
      UNIT is a scenario's file, such as courses/consulting/scenarios/discovery-call.md, or \
      COURSE/UNIT.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case json }

  @Argument(help: "The scenario.")
  var unit: String

  @Option(help: "How to show it.")
  var format = Format.json

  @Option(help: "How many states are gone through before the answer becomes a bound.")
  var limit = ScenarioAnalysis.defaultLimit

  @Option(help: "Play so many times at random instead, and say what was seen.")
  var random: Int?

  @Option(help: "The seed of random play.")
  var seed: UInt64 = 1

  func run() throws {
    try reporting {
      let authored = try AuthoredScenario(unit)
      if let random {
        var play = RandomPlay(authored.scenario, passable: authored.passable)
        play.play(random, seed: seed)
        return try printJSON(RandomPlayReport(play, authored.scenario))
      }
      let analysis = ScenarioAnalysis(
        authored.scenario, passable: authored.passable, limit: limit)
      let map = ScenarioMap(title: authored.title, analysis)
      try printJSON(MapReport(authored, map))
    }
  }
}
