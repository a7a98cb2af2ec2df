import RehearseCore

/// A program of units in memory, by path.
func program(_ files: [String: String], entry: String = "talk.md") -> Program {
  var units: [String: Unit] = [:]
  for (path, text) in files { units[path] = UnitReader.read(text, path: path).value }
  return Program(entry: entry, units: units, names: UnitNames(units.values.map(\.about)))
}

func session(
  _ files: [String: String], mode: Mode = .practice, seed: UInt64 = 1, passed: Set<String> = []
) -> Session {
  Session(program: program(files), setup: Setup(seed: seed, mode: mode, passed: passed))
}

func session(_ text: String, mode: Mode = .practice, seed: UInt64 = 1) -> Session {
  session(["talk.md": text], mode: mode, seed: seed)
}

extension Session {
  /// The author's indices of what is offered now, or nil where something else is asked.
  var offered: [Int]? {
    if case .choices(let choices) = prompt { choices.map(\.index) } else { nil }
  }

  var asksOwnWords: Bool { if case .ownWords = prompt { true } else { false } }

  var question: PutQuestion? {
    if case .question(let put) = prompt { put } else { nil }
  }

  /// What was shown last, in short: scenes, words, meters, feedback.
  var shown: [String] {
    lastActions.map(\.short).filter { !$0.hasPrefix("people ") && !$0.hasPrefix("meters ") }
  }

  /// Who takes part and where the meters stand, as a scenario shows it before its first scene.
  var shownBeforehand: [String] {
    lastActions.map(\.short).filter { $0.hasPrefix("people ") || $0.hasPrefix("meters ") }
  }

  /// The refusal of an event, or nil where it was taken.
  mutating func refusal(_ event: Event) -> EventRefusal? {
    do {
      try handle(event)
      return nil
    } catch { return error }
  }
}

extension Action {
  var short: String {
    switch self {
    case .opened(let unit): "open \(unit.path)"
    case .text(let blocks): "text \(blocks.plainText)"
    case .people(let cast): "people \(cast.map(\.name).joined(separator: ", "))"
    case .meters(let meters):
      "meters " + meters.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
    case .scene(let title): "scene \(title)"
    case .passage(let speaker, let block):
      (speaker.map { "\($0.name) says " } ?? "says ") + [block].plainText
    case .meter(let name, let from, let to, _): "\(name) \(from) to \(to)"
    case .reply(let blocks): "reply \(blocks.plainText)"
    case .feedback(let blocks, let points): "feedback \(blocks.plainText) \(points ?? 0)"
    case .section(let title, _): "section \(title)"
    case .marked(let marked):
      "marked \(marked.put.question.stem.plainText) \(marked.mark.earned)/\(marked.mark.possible)"
    case .hint(let number, let count, let words): "hint \(number)/\(count) \(words.plainText)"
    case .pausePointMarked(let point): "marked \(point.point.title) \(point.chosen.sorted())"
    case .stuck(let scene): "stuck \(scene)"
    case .finished(let result): "finished \(result.path)"
    case .undone: "undone"
    }
  }
}
