/// What an editor says about a place, as Markdown.
package struct Hover: Equatable, Sendable {
  package var text: String
  package var range: Range<Int>
}

extension Manuscript {
  /// What stands at a place of a file: a name, a directive, or the choice that the line belongs to.
  package func hover(at offset: Int, in path: String) -> Hover? {
    guard let page = pages[path] else { return nil }
    var parts: [String] = []
    var range: Range<Int>?
    if let code = page.marks.codes.first(where: {
      $0.lowerBound <= offset && offset <= $0.upperBound
    }), let help = DirectiveHelp.of(page.text[code]) {
      range = code
      parts.append("`\(help.form)`: \(help.meaning)")
    }
    if let mention = mention(at: offset, in: path) {
      range = range ?? mention.range
      if let words = describe(mention.referent) { parts.append(words) }
    }
    if parts.isEmpty, let scenario = page.scenario,
      let (place, choice) = page.choice(atLine: page.text.lineNumber(of: offset))
    {
      range = page.text.offsets(choice.range)
      parts.append(Self.describe(choice, of: scenario, facts(of: place, in: path)))
    }
    guard let range, !parts.isEmpty else { return nil }
    return Hover(text: parts.joined(separator: "\n\n"), range: range)
  }

  private static func describe(
    _ choice: Scenario.Choice, of scenario: Scenario, _ facts: ScenarioAnalysis.ChoiceFacts?
  ) -> String {
    var lines = ["**\(choice.text.plainText)**"]
    if let target = choice.target {
      lines.append("Leads to “\(scenario.scenes[target].title)”.")
    } else if choice.call != nil {
      lines.append("Comes back to the same choices.")
    }
    var worth = choice.points == 1 ? "1 point" : "\(choice.points) points"
    if choice.isCritical { worth += ", and a critical mistake" }
    lines.append("Worth \(worth).")
    if let facts {
      if !facts.isOffered {
        lines.append("No play is ever offered it.")
      } else if let best = facts.best, let worst = facts.worst {
        lines.append(
          best == worst
            ? "From here to the end, this choice included: \(best) points."
            : "From here to the end, this choice included: at most \(best) points, at least \(worst)."
        )
      } else {
        lines.append("No ending follows it.")
      }
    }
    return lines.joined(separator: "\n\n")
  }

  private func describe(_ referent: Referent) -> String? {
    switch referent {
    case .place(let path, let id): return describePlace(path, id)
    case .file(let path):
      guard let unit = pages[path]?.unit.about else { return nil }
      var words = "**\(unit.title)** (\(unit.kind.rawValue)"
      if let minutes = unit.minutes { words += ", \(minutes) min" }
      return words + ")" + (unit.why.map { "\n\n\($0)" } ?? "")
    case .meter(let path, let name):
      guard let meter = pages[path]?.scenario?.meters.first(where: { $0.name == name }) else {
        return nil
      }
      return "Meter `\(name)`: begins at \(meter.start), and stays within "
        + "\(meter.range.lowerBound) and \(meter.range.upperBound)."
    case .flag(_, let name):
      let places = references(to: referent)
      let count = places.count { $0.isDeclaration }
      return "Flag `\(name)`: set in \(count == 1 ? "one place" : "\(count) places"), named in "
        + "\(places.count) in all."
    case .speaker(let path, let name):
      return pages[path]?.scenario?.cast.first { $0.name.lowercased() == name }
        .map { $0.role.isEmpty ? "**\($0.name)**" : "**\($0.name)**: \($0.role)" }
    case .skill(let name):
      return course?.outline.skills.first { $0.name == name }
        .map { "Skill `\($0.name)`: \($0.title)" }
    }
  }

  private func describePlace(_ path: String, _ id: String) -> String? {
    guard let page = pages[path] else { return nil }
    guard let scenario = page.scenario else {
      return page.headings.first { $0.id == id }.map {
        "**\($0.title)**, in “\(page.unit.about.title)”"
      }
    }
    guard let number = scenario.scenes.firstIndex(where: { $0.id == id }) else { return nil }
    let scene = scenario.scenes[number]
    var words = "**\(scene.title)** `#\(id)`"
    let ways = scenario.scenes.reduce(0) { $0 + $1.targets.count { $0 == number } }
    words += "\n\n" + (number == 0 ? "The first scene. " : "")
    words += ways == 1 ? "One way leads here. " : "\(ways) ways lead here. "
    switch scene.way {
    case .choices(let choices): words += "Choices: \(choices.count)."
    case .story: words += "The story goes on by itself."
    case .ending(let ending): words += "An ending: \(ending.rawValue)."
    case .nowhere: words += "It goes nowhere."
    }
    if let text = scene.passages.lazy.compactMap(\.block).first {
      let first = [text].plainText
      words += "\n\n" + (first.count > 160 ? first.prefix(160) + " …" : first)
    }
    return words
  }
}

extension Scenario.Scene {
  /// The scenes that its choices or turns lead to, each as often as one does.
  fileprivate var targets: [Int] {
    switch way {
    case .choices(let choices): choices.compactMap(\.target)
    case .story(let turns): turns.compactMap(\.target)
    case .ending, .nowhere: []
    }
  }
}
