extension ScenarioAnalysis {
  /// A condition that says the same in every play that looks at it.
  package struct ConstantCondition: Sendable, Equatable {
    package enum Kind: String, Sendable { case choice, turn, text }
    package var kind: Kind
    package var scene: Int
    /// The place of the choice or turn in its scene, or of the passage among the scene's
    /// passages, from 0.
    package var item: Int
    /// What it says: always, or never.
    package var holds: Bool
  }

  /// Only what is sure: empty where the scenario is not known to its end.
  package var constantConditions: [ConstantCondition] {
    guard isExact else { return [] }
    var found: [ConstantCondition] = []
    func note(
      _ kind: ConstantCondition.Kind, _ scene: Int, _ item: Int, _ facts: ConditionFacts
    ) {
      guard facts.holds != facts.fails else { return }
      found.append(ConstantCondition(kind: kind, scene: scene, item: item, holds: facts.holds))
    }
    for index in scenario.scenes.indices {
      let texts = scenario.scenes[index].passages
      var place = 0
      for item in texts.indices where texts[item].condition != nil {
        note(.text, index, item, passages[index][place])
        place += 1
      }
      let offers = scenario.scenes[index].choices
      for item in offers.indices where offers[item].condition != nil {
        note(.choice, index, item, choices[index][item].condition)
      }
      for (item, turn) in scenario.scenes[index].turns.enumerated() {
        if case .when = turn.trigger { note(.turn, index, item, turns[index][item]) }
      }
    }
    return found
  }
}
