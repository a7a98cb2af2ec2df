/// What a decision was worth, as a chess engine looks at a move: what was best there, and what the
/// choice cost of the points that could still be earned.
package struct DecisionReview: Sendable, Equatable {
  package enum Cost: Sendable, Equatable {
    /// Points that were within reach before the choice and no longer after it. Luck that comes
    /// later does not count.
    case points(Int)
    /// After the choice no ending other than failure could be reached without a critical mistake.
    case everything
  }

  /// The author's indices of all choices that were best.
  package var best: [Int]
  package var cost: Cost
  /// The most that could still be earned before the choice.
  package var reachable: Int

  /// Whether another choice that was best earned more at once. One that cost nothing all the same
  /// left that much to be earned later.
  package var earnsLessAtOnce: Bool

  package var isBest: Bool { cost == .points(0) }

  /// Nil where the scenario is not known to its end, or where nothing good was left to reach.
  init?(_ decision: Decision, in analysis: ScenarioAnalysis, hasPassed: (String) -> Bool) {
    guard let turn = analysis.turn(decision.before, hasPassed: hasPassed),
      let reachable = analysis.best(from: turn)
    else { return nil }
    self.reachable = reachable
    let values = decision.offered.map { ($0.index, analysis.best(taking: $0.index, from: turn)) }
    best = values.filter { $0.1 == reachable }.map(\.0)
    let machine = ScenarioMachine(analysis.scenario)
    let earned = decision.offered.map { choice in
      var state = decision.before
      return (index: choice.index, points: machine.choose(choice.index, in: &state))
    }
    let own = earned.first { $0.index == decision.chosen }?.points ?? 0
    earnsLessAtOnce = earned.contains { [best] in best.contains($0.index) && $0.points > own }
    cost =
      values.first { $0.0 == decision.chosen }?.1.map { .points(reachable - $0) } ?? .everything
  }
}

extension Debrief {
  /// The decision that cost most, the first of them where several did; nil where none cost
  /// anything.
  package var turningPoint: Int? {
    var worst: (index: Int, cost: Int)?
    for (index, review) in reviews.enumerated() {
      switch review?.cost {
      case .everything?: return index
      case .points(let cost)? where cost > worst?.cost ?? 0: worst = (index, cost)
      default: break
      }
    }
    return worst?.index
  }

  /// A choice or turn of a line, in words.
  package struct LineStep: Sendable, Equatable {
    package var scene: String
    /// The words of the choice; nil where the story goes on by itself.
    package var choice: String?
  }

  /// The best line from a decision on, its own scene first.
  package func bestLine(from index: Int) -> [LineStep] {
    guard decisions.indices.contains(index) else { return [] }
    let decision = decisions[index]
    guard let analysis = program.analysis(of: decision.unit),
      let turn = analysis.turn(decision.before, hasPassed: hasPassed(at: decision))
    else { return [] }
    return analysis.bestLine(from: turn).map { step in
      let scene = analysis.scenario.scenes[step.scene]
      let choice = scene.choices.isEmpty ? nil : scene.choices[step.item].text.plainText
      return LineStep(scene: scene.title, choice: choice)
    }
  }

  func hasPassed(at decision: Decision) -> (String) -> Bool {
    { program.names.path(of: $0).map(decision.passed.contains) ?? false }
  }
}
