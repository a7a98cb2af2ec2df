/// A scenario small enough to play in every way that there is. It knows what the design says of a
/// scenario's parts, and writes itself as Markdown.
struct SmallScenario {
  struct Meter {
    var name: String
    var start: Int
    var low: Int
    var high: Int
  }

  indirect enum Condition {
    case meter(Int, String, Int)
    case flag(Int)
    case visited(Int)
    case passed(Int)
    case not(Condition)
    case and(Condition, Condition)
    case or(Condition, Condition)
  }

  enum Effect {
    case add(Int, Int)
    case assign(Int, Int)
    case set(Int)
    case clear(Int)
  }

  struct Paragraph {
    var conditions: [Condition]
    var effects: [Effect]
    var hasWords: Bool
  }

  struct Points {
    var points: Int
    var skill: String?
  }

  struct Choice {
    var conditions: [Condition] = []
    var effects: [Effect] = []
    var points: [Points] = []
    var isOnce = false
    var isCritical = false
    /// The unit to play first, by its place in `unitNames`.
    var call: Int?
    /// Nil comes back to the same turn.
    var target: Int?
  }

  enum Trigger {
    case when(Condition)
    /// In percent.
    case chance(Int)
    case otherwise
  }

  struct Turn {
    var trigger: Trigger
    /// Nil for a link that leads nowhere.
    var target: Int?
  }

  enum Way {
    case choices([Choice])
    case story([Turn])
    case ending(String)
    case nowhere
  }

  struct Scene {
    var paragraphs: [Paragraph] = []
    var way: Way
  }

  static let flagNames = ["asked", "late", "b-3"]
  static let skillNames = ["discovery", "closing"]
  /// The scenario itself; a unit that plays the third; one that plays none.
  static let unitNames = ["talk", "other", "inner"]

  var meters: [Meter] = []
  var scenes: [Scene]
}

// MARK: Writing

extension SmallScenario {
  /// The units that it can play, by their paths.
  static let otherFiles = [
    "other.md": unitText(
      "scenario", "## A\n\n- [Ask](inner.md), then [on](#b)\n\n## B\n\n`ending success`"),
    "inner.md": unitText("checklist", "- [x] Right\n- [ ] Wrong", front: "pass: 100%"),
  ]

  var markdown: String {
    var text = "---\nkind: scenario\ntitle: A random talk\n"
    if !meters.isEmpty {
      let list = meters.map { "\($0.name) = \($0.start) from \($0.low) to \($0.high)" }
      text += "meters: \(list.joined(separator: "; "))\n"
    }
    text += "---\n\n"
    for (index, scene) in scenes.enumerated() {
      text += "## S\(index)\n\n"
      for paragraph in scene.paragraphs {
        var parts = paragraph.conditions.map { "`if \(self.text($0))`" }
        parts += paragraph.effects.map(self.text)
        if paragraph.hasWords { parts.append("Words.") }
        text += parts.joined(separator: " ") + "\n\n"
      }
      switch scene.way {
      case .ending(let kind): text += "`ending \(kind)`\n\n"
      case .nowhere: break
      case .choices(let choices): text += choices.map(line).joined() + "\n"
      case .story(let turns): text += turns.map(line).joined() + "\n"
      }
    }
    return text
  }

  private func line(_ choice: Choice) -> String {
    var parts: [String] = []
    if let call = choice.call {
      parts.append("[play](\(Self.unitNames[call]).md)")
      if let target = choice.target { parts.append("then [on](#s\(target))") }
    } else {
      parts.append("[words](#\(choice.target.map { "s\($0)" } ?? "gone"))")
    }
    parts += choice.points.map { "`points \($0.points)\($0.skill.map { " " + $0 } ?? "")`" }
    parts += choice.effects.map(text)
    parts += choice.conditions.map { condition in
      if case .not(let inner) = condition {
        "`unless \(text(inner))`"
      } else {
        "`if \(text(condition))`"
      }
    }
    if choice.isOnce { parts.append("`once`") }
    if choice.isCritical { parts.append("`critical`") }
    return "- " + parts.joined(separator: " ") + "\n"
  }

  private func line(_ turn: Turn) -> String {
    let trigger =
      switch turn.trigger {
      case .when(let condition): "`when \(text(condition))`"
      case .chance(let percent): "`chance \(percent)%`"
      case .otherwise: "`otherwise`"
      }
    return "- \(trigger) [on](#\(turn.target.map { "s\($0)" } ?? "gone"))\n"
  }

  private func text(_ effect: Effect) -> String {
    switch effect {
    case .add(let meter, let change): "`\(meters[meter].name) \(change < 0 ? "" : "+")\(change)`"
    case .assign(let meter, let value): "`\(meters[meter].name) = \(value)`"
    case .set(let flag): "`set \(Self.flagNames[flag])`"
    case .clear(let flag): "`clear \(Self.flagNames[flag])`"
    }
  }

  private func text(_ condition: Condition) -> String {
    switch condition {
    case .meter(let meter, let sign, let value): "\(meters[meter].name) \(sign) \(value)"
    case .flag(let flag): Self.flagNames[flag]
    case .visited(let scene): "visited s\(scene)"
    case .passed(let unit): "passed \(Self.unitNames[unit])"
    case .not(let inner): "not (\(text(inner)))"
    case .and(let a, let b): "(\(text(a))) and (\(text(b)))"
    case .or(let a, let b): "(\(text(a))) or (\(text(b)))"
    }
  }
}
