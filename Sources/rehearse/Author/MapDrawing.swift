import Foundation
import RehearseCore
import RehearseStore

/// What `map` shows: made once, and put on the terminal or into a file.
struct MapDrawing {
  private enum Content {
    case lines((Int, Theme) -> [StyledText])
    case text(String)
  }

  private let content: Content
  private let plain: Bool

  init(_ command: MapCommand, _ authored: AuthoredScenario) throws {
    plain = command.screen.plain
    var play: RandomPlay?
    if let random = command.random {
      var trial = RandomPlay(authored.scenario, passable: authored.passable)
      trial.play(random, seed: command.seed)
      if command.format == .json {
        content = .text(try jsonLine(RandomPlayReport(trial, authored.scenario)))
        return
      }
      play = trial
    }
    // What cannot be counted is heard of before a long analysis.
    let heat = try command.heat ? Self.heat(of: authored, command.mode?.mode) : nil
    let map = ScenarioMap(
      title: authored.title,
      ScenarioAnalysis(authored.scenario, passable: authored.passable, limit: command.limit))
    switch command.format {
    case .text:
      content = .lines { [play] width, theme in
        if let play {
          return RandomPlayText(
            map: map, play: play, seed: command.seed, passable: authored.passable, width: width,
            theme: theme
          ).lines
        }
        return MapText(
          map: map, passable: authored.passable, heat: heat, width: width, theme: theme
        ).lines
      }
    case .dot: content = .text(ScenarioDOT.text(map, heat: heat?.heat))
    case .mermaid: content = .text(ScenarioMermaid.text(map, heat: heat?.heat))
    case .svg: content = .text(try Graphviz.svg(ScenarioDOT.text(map, heat: heat?.heat)))
    case .json: content = .text(try jsonLine(MapReport(authored, map, heat)))
    }
    if command.format != .text, command.format != .json, let heat { Self.say(heat.skippedWords) }
    if command.format == .mermaid, map.ways.count >= 250 {
      Self.say([
        "Mermaid draws no more than 249 ways unless its maxEdges and maxTextSize are raised."
      ])
    }
  }

  private static func heat(of authored: AuthoredScenario, _ mode: Mode?) throws -> LocalHeat {
    let directory = DataDirectory(environment: ProcessInfo.processInfo.environment)
    return try LocalHeat(authored, mode: mode, in: try RecordsDatabase(in: directory))
  }

  /// On standard error, where no drawing is.
  private static func say(_ lines: [String]) {
    FileHandle.standardError.write(Data(lines.map { "rehearse: \($0)\n" }.joined().utf8))
  }

  /// As a file has it: without styles.
  func text(width: Int) -> String {
    switch content {
    case .text(let text): text
    case .lines(let lines):
      lines(width, plain ? .plain : .unstyled).map { $0.string + "\n" }.joined()
    }
  }

  func show(plain: Bool) throws {
    guard case .lines(let lines) = content else {
      // Not through the console: a program reads this.
      return TextOutput(descriptor: STDOUT_FILENO).write(text(width: 80))
    }
    let console = try StandardConsole.make(
      plain: plain, historyDirectory: nil, environment: ProcessInfo.processInfo.environment)
    console.write(lines(console.measure, console.theme))
  }
}
