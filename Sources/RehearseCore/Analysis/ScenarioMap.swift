/// A scenario as a drawing has it: scenes, the ways between them, and what the analysis knows.
package struct ScenarioMap: Sendable {
  package struct Scene: Sendable, Equatable {
    package var id: String
    package var title: String
    package var ending: Directive.Ending?
    package var isReached: Bool
    package var isOnBestLine: Bool
    /// Whether the learner is asked for their own words before the choices show.
    package var asksOwnWords: Bool
    /// The places of the ways from here in `ways`; none where the play ends or stands still.
    package var ways: Range<Int>
  }

  /// A choice, or a turn of the story.
  package struct Way: Sendable, Equatable {
    /// The scenes' places in `scenes`.
    package var from: Int
    package var to: Int?
    /// The place of the choice or turn in its scene, from 0.
    package var item: Int
    package var isChoice: Bool
    /// The words of the choice, or `when trust < 20`.
    package var text: String
    package var points: Int
    /// What of the points counts for a skill too.
    package var skills: [Scenario.SkillPoints]
    /// `trust +5`, `set asked`, as the author wrote it.
    package var effects: [String]
    package var condition: String?
    package var isOnce: Bool
    package var isCritical: Bool
    /// The path of the unit that is played on the way.
    package var call: String?
    /// Whether some play is offered the choice, or takes the turn.
    package var isOffered: Bool
    package var isOnBestLine: Bool
    /// The most and the least points from here on, over all plays that come here.
    package var best: Int?
    package var worst: Int?
  }

  package let title: String
  package let passMark: Percent?
  package let analysis: ScenarioAnalysis
  package let scenes: [Scene]
  package let ways: [Way]
  /// The best line from the beginning.
  package let bestLine: [ScenarioAnalysis.Step]

  package init(title: String, _ analysis: ScenarioAnalysis) {
    self.title = title
    self.analysis = analysis
    let scenario = analysis.scenario
    passMark = scenario.passMark
    let line = analysis.beginning.map(analysis.bestLine) ?? []
    bestLine = line
    var visited = Set(line.map(\.scene))
    if let last = line.last, let end = scenario.scenes[last.scene].target(of: last.item) {
      visited.insert(end)
    }
    let takenTurns = analysis.takenTurns
    var ways: [Way] = []
    var ranges: [Range<Int>] = []
    for (index, scene) in scenario.scenes.enumerated() {
      let first = ways.count
      func isOnLine(_ item: Int) -> Bool {
        line.contains(ScenarioAnalysis.Step(scene: index, item: item))
      }
      for (item, choice) in scene.choices.enumerated() {
        let facts = analysis.choices[index][item]
        ways.append(
          Way(
            from: index, to: choice.target ?? index, item: item, isChoice: true,
            text: choice.text.plainText, points: choice.points,
            skills: choice.skillPoints,
            effects: choice.effects.map { $0.text(in: scenario) },
            condition: choice.condition?.text(in: scenario), isOnce: choice.isOnce,
            isCritical: choice.isCritical, call: choice.call, isOffered: facts.isOffered,
            isOnBestLine: isOnLine(item), best: facts.best, worst: facts.worst))
      }
      for (item, turn) in scene.turns.enumerated() {
        ways.append(
          Way(
            from: index, to: turn.target, item: item, isChoice: false,
            text: turn.trigger.text(in: scenario), points: 0, skills: [], effects: [],
            condition: nil, isOnce: false, isCritical: false, call: nil,
            isOffered: takenTurns[index][item], isOnBestLine: isOnLine(item), best: nil,
            worst: nil))
      }
      ranges.append(first..<ways.count)
    }
    self.ways = ways
    scenes = scenario.scenes.enumerated().map { index, scene in
      Scene(
        id: scene.id, title: scene.title, ending: scene.ending,
        isReached: analysis.isReached[index], isOnBestLine: visited.contains(index),
        asksOwnWords: scene.asksOwnWords, ways: ranges[index])
    }
  }
}

extension ScenarioAnalysis {
  /// For each scene and turn of it, whether some play takes it. One that leads nowhere counts as
  /// taken where its scene is reached.
  fileprivate var takenTurns: [[Bool]] {
    var taken = scenario.scenes.enumerated().map { index, scene in
      scene.turns.map { $0.target == nil && isReached[index] }
    }
    var places: [(scene: Int, item: Int)] = []
    for (index, scene) in scenario.scenes.enumerated() {
      for item in scene.turns.indices { places.append((index, item)) }
    }
    states?.forEachEdge { edge in
      guard !edge.isChoice else { return }
      taken[places[edge.item].scene][places[edge.item].item] = true
    }
    return taken
  }
}

extension Scenario.Scene {
  /// Where a choice or a turn leads; nil where it comes back, or leads nowhere.
  func target(of item: Int) -> Int? {
    switch way {
    case .choices(let choices): choices.indices.contains(item) ? choices[item].target : nil
    case .story(let turns): turns.indices.contains(item) ? turns[item].target : nil
    case .ending, .nowhere: nil
    }
  }
}
