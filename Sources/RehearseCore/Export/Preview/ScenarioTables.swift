/// Who takes part, and what a scenario remembers, with the scenes that change it and ask for it.
struct ScenarioTables {
  let scenario: Scenario
  let scenes: SceneLinks

  var html: HTML {
    let uses = Uses(scenario)
    var html: HTML = ""
    if !scenario.cast.isEmpty {
      let rows = scenario.cast.map { member -> HTML in
        "<tr><th scope=\"row\">\(member.name)</th><td>\(member.role)</td></tr>\n"
      }
      html += Self.table("People", ["Name", "Who it is"], rows)
    }
    if !scenario.meters.isEmpty {
      let rows = scenario.meters.enumerated().map { index, meter -> HTML in
        let low = meter.range.lowerBound
        let range = low < 0 ? "from −\(low.magnitude)" : "from \(low)"
        return """
          <tr><th scope="row">\(meter.name)</th><td>begins at \(meter.start), \(range) to \
          \(meter.range.upperBound)</td><td>\(places(uses.changed[.meter(index)], "Changed in"))\
          \(places(uses.asked[.meter(index)], "Asked for in"))</td></tr>

          """
      }
      html += Self.table("Meters", ["Meter", "Values", "Scenes"], rows)
    }
    if !scenario.flags.isEmpty {
      let rows = scenario.flags.enumerated().map { index, flag -> HTML in
        """
        <tr><th scope="row">\(flag)</th><td>\(places(uses.changed[.flag(index)], "Set or cleared in"))\
        \(places(uses.asked[.flag(index)], "Asked for in"))</td></tr>

        """
      }
      html += Self.table("Flags: what the story remembers", ["Flag", "Scenes"], rows)
    }
    return html
  }

  private func places(_ found: Set<Int>?, _ words: String) -> HTML {
    let links = (found ?? []).sorted().map { scene -> HTML in
      "<a href=\"\(scenes.address(of: scene))\">\(scenes.name(of: scene))</a>"
    }
    return links.isEmpty
      ? "<p>\(words) no scene</p>" : "<p>\(words) \(links.joined(separator: ", "))</p>"
  }

  static func table(_ caption: String, _ columns: [String], _ rows: [HTML]) -> HTML {
    let head = columns.map { column -> HTML in "<th scope=\"col\">\(column)</th>" }
    return """
      <table>
      <caption>\(caption)</caption>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>

      """
  }

  /// Which scenes change a meter or a flag, and which ask for it.
  private struct Uses {
    enum Name: Hashable { case meter(Int), flag(Int) }
    var changed: [Name: Set<Int>] = [:]
    var asked: [Name: Set<Int>] = [:]

    init(_ scenario: Scenario) {
      for (index, scene) in scenario.scenes.enumerated() {
        for passage in scene.passages {
          note(passage.effects, index)
          if let condition = passage.condition { note(condition, index) }
        }
        for choice in scene.choices {
          note(choice.effects, index)
          if let condition = choice.condition { note(condition, index) }
        }
        for turn in scene.turns {
          if case .when(let condition) = turn.trigger { note(condition, index) }
        }
      }
    }

    private mutating func note(_ effects: [Scenario.Effect], _ scene: Int) {
      for effect in effects {
        switch effect {
        case .add(let meter, _), .assign(let meter, _):
          changed[.meter(meter), default: []].insert(scene)
        case .set(let flag), .clear(let flag): changed[.flag(flag), default: []].insert(scene)
        }
      }
    }

    private mutating func note(_ condition: Scenario.Condition, _ scene: Int) {
      switch condition {
      case .meter(let meter, _, _): asked[.meter(meter), default: []].insert(scene)
      case .flag(let flag): asked[.flag(flag), default: []].insert(scene)
      case .not(let inner): note(inner, scene)
      case .and(let a, let b), .or(let a, let b):
        note(a, scene)
        note(b, scene)
      case .visited, .passed, .never: break
      }
    }
  }
}
