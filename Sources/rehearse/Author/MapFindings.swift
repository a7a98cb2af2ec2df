import RehearseCore

/// What of a scenario its author should look at: where nobody gets out, what nobody sees, and
/// conditions that decide nothing.
struct MapFindings {
  let map: ScenarioMap
  let theme: Theme

  private var analysis: ScenarioAnalysis { map.analysis }
  private var scenario: Scenario { analysis.scenario }

  func write(to page: inout MapPage) {
    page.heading("To look at")
    let findings = stuck + missed + constants
    for (text, role) in findings {
      page.write(StyledText(text, role), first: "\(theme.glyphs.bullet) ", rest: "  ")
    }
    if findings.isEmpty {
      page.write(
        analysis.isExact
          ? "Nothing: every scene is reached, every choice is offered in some play, and nobody gets"
            + " stuck."
          : "Nothing was found so far. Not everything was gone through.")
    }
  }

  private typealias Finding = (String, Theme.Role?)

  private func way(_ steps: [ScenarioAnalysis.Step], _ end: Int) -> String {
    map.words(of: steps, to: end, theme.glyphs)
  }

  private var stuck: [Finding] {
    var findings: [Finding] = []
    for place in analysis.deadEnds {
      findings.append(
        (
          "A play can stand still in “\(title(place.scene))”: there is no way on there."
            + " A shortest way: \(way(place.way, place.scene)).", .bad
        ))
    }
    for loop in analysis.loops {
      findings.append(
        (
          "No way leads out of \(list(loop.scenes.map(title)))."
            + " A shortest way in: \(way(loop.entrance.way, loop.entrance.scene)).", .bad
        ))
    }
    // That of a dead end or of a loop was told already.
    if let trap = analysis.trap, !analysis.deadEnds.contains(where: { $0.scene == trap.scene }),
      !analysis.loops.contains(where: { $0.scenes.contains(trap.scene) })
    {
      findings.append(
        (
          "From “\(title(trap.scene))” a play may reach no ending any more."
            + " A shortest way there: \(way(trap.way, trap.scene)).", .bad
        ))
    }
    return findings
  }

  private var missed: [Finding] {
    let isExact = analysis.isExact
    var findings: [Finding] = []
    for scene in map.scenes where !scene.isReached {
      findings.append(
        (
          isExact
            ? "No play reaches “\(scene.title)”."
            : "“\(scene.title)” was not reached within the limit.", .caution
        ))
    }
    for way in map.ways where map.scenes[way.from].isReached && !way.isOffered {
      let name = "\(way.isChoice ? "Choice" : "Turn") \(way.item + 1) of “\(title(way.from))”"
      findings.append(
        (
          isExact
            ? "\(name) is never \(way.isChoice ? "offered" : "taken")."
            : "\(name) was not met within the limit.", .caution
        ))
    }
    return findings
  }

  private var constants: [Finding] {
    analysis.constantConditions.map { constant in
      let scene = scenario.scenes[constant.scene]
      let (name, condition): (String, Scenario.Condition?) =
        switch constant.kind {
        case .choice: ("choice \(constant.item + 1)", scene.choices[constant.item].condition)
        case .text: ("text \(constant.item + 1)", scene.passages[constant.item].condition)
        case .turn:
          if case .when(let condition) = scene.turns[constant.item].trigger {
            ("turn \(constant.item + 1)", condition)
          } else {
            ("turn \(constant.item + 1)", nil)
          }
        }
      let words = condition.map { " `\($0.text(in: scenario))`" } ?? ""
      return (
        "The condition\(words) of \(name) in “\(scene.title)”"
          + " \(constant.holds ? "always" : "never") holds.", .caution
      )
    }
  }

  private func title(_ scene: Int) -> String { scenario.scenes[scene].title }

  private func list(_ titles: [String]) -> String {
    titles.map { "“\($0)”" }.joined(separator: ", ")
  }
}
