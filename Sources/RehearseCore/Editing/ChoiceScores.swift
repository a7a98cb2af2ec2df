/// Which choice of a scenario: the number of its scene and its own in the scene, from 0.
package struct ChoicePlace: Hashable, Sendable {
  package var scene: Int
  package var choice: Int

  package init(scene: Int, choice: Int) {
    self.scene = scene
    self.choice = choice
  }
}

/// The points that a play can still come to once this was chosen, and the least.
package struct ChoiceScore: Equatable, Sendable {
  package var best: Int
  package var worst: Int

  package init(best: Int, worst: Int) {
    self.best = best
    self.worst = worst
  }

  /// What the analysis of a scenario says about its choices; a choice that it says nothing about is
  /// left out. The one place where hover and analysis meet.
  package static func scores(of scenario: Scenario) -> [ChoicePlace: ChoiceScore] { [:] }
}
