import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Show everything that can happen in a scenario.",
    discussion: """
      UNIT is a scenario's file, such as courses/consulting/scenarios/discovery-call.md, or \
      COURSE/UNIT.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, dot, mermaid, svg, json }
  enum Played: String, CaseIterable, ExpressibleByArgument {
    case practice, assessed
    var mode: Mode { self == .practice ? .practice : .assessed }
  }

  @Argument(help: "The scenario.")
  var unit: String

  @Option(help: "How to show it: text, dot, mermaid, svg (drawn by Graphviz) or json.")
  var format = Format.text

  @Option(name: .shortAndLong, help: "The file; without it, standard output.")
  var out: String?

  @Flag(help: "Show how often each way was taken on this machine, and where people stopped.")
  var heat = false

  @Option(help: "Count only attempts in practice, or only assessed ones.")
  var mode: Played?

  @Option(help: "How many states are gone through before the answer becomes a bound.")
  var limit = ScenarioAnalysis.defaultLimit

  @Option(help: "Play so many times at random instead, and say what was seen.")
  var random: Int?

  @Option(help: "The seed of random play.")
  var seed: UInt64 = 1

  @OptionGroup var screen: ScreenOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is a number of states, from 1.") }
    if mode != nil, !heat { throw ValidationError("--mode says which attempts --heat counts.") }
    guard let random else { return }
    if random < 1 { throw ValidationError("--random is a number of plays, from 1.") }
    if heat { throw ValidationError("--random and --heat are two different questions.") }
    if ![.text, .json].contains(format) {
      throw ValidationError("--random is shown as text or json.")
    }
  }

  func run() throws {
    try reporting {
      let authored = try AuthoredScenario(unit)
      let drawing = try MapDrawing(self, authored)
      if let out {
        try QuestionFiles.write(Data(drawing.text(width: 80).utf8), to: out)
      } else {
        try drawing.show(plain: screen.plain)
      }
    }
  }
}
