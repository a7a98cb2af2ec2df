/// A scenario as a drawing has it: scenes, the ways between them, and what the analysis knows.
package struct ScenarioMap: Sendable {
  package struct Scene: Sendable, Equatable {
    package var id: String
    package var title: String
    package var ending: Directive.Ending?
    package var isReached: Bool
    package var isOnBestLine: Bool
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
    /// `trust +5`, `set asked`, as the author wrote it.
    package var effects: [String]
    package var condition: String?
    package var isOnce: Bool
    package var isCritical: Bool
    /// The path of the unit that is played on the way.
    package var call: String?
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
    scenes = scenario.scenes.enumerated().map { index, scene in
      Scene(
        id: scene.id, title: scene.title, ending: scene.ending,
        isReached: analysis.isReached[index], isOnBestLine: visited.contains(index))
    }
    ways = scenario.scenes.enumerated().flatMap { index, scene -> [Way] in
      func isOnLine(_ item: Int) -> Bool {
        line.contains(ScenarioAnalysis.Step(scene: index, item: item))
      }
      switch scene.way {
      case .choices(let choices):
        return choices.enumerated().map { item, choice in
          let facts = analysis.choices[index][item]
          return Way(
            from: index, to: choice.target ?? index, item: item, isChoice: true,
            text: choice.text.plainText, points: choice.points,
            effects: choice.effects.map { $0.text(in: scenario) },
            condition: choice.condition?.text(in: scenario), isOnce: choice.isOnce,
            isCritical: choice.isCritical, call: choice.call, isOffered: facts.isOffered,
            isOnBestLine: isOnLine(item), best: facts.best, worst: facts.worst)
        }
      case .story(let turns):
        return turns.enumerated().map { item, turn in
          Way(
            from: index, to: turn.target, item: item, isChoice: false,
            text: turn.trigger.text(in: scenario), points: 0, effects: [], condition: nil,
            isOnce: false, isCritical: false, call: nil,
            isOffered: analysis.isReached[index], isOnBestLine: isOnLine(item), best: nil,
            worst: nil)
        }
      case .ending, .nowhere: return []
      }
    }
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
