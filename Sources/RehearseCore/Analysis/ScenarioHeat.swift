/// How a scenario was played: how often each way was taken, and where people stopped. Counts only;
/// what is made of them is for whoever shows them.
package struct ScenarioHeat: Sendable {
  package struct SceneCounts: Sendable, Equatable {
    /// Attempts that came here, each once.
    package var came = 0
    /// Attempts that are open and stand here.
    package var open = 0
    /// Attempts that were given up here.
    package var left = 0
    /// Attempts for which there was no way on.
    package var stuck = 0

    package var stopped: Int { open + left + stuck }
  }

  package let scenario: Scenario
  package private(set) var attempts = 0
  /// How many of them came to an ending.
  package private(set) var ended = 0
  /// In the order of the scenes.
  package private(set) var scenes: [SceneCounts]
  /// For each scene, how often each of its choices or turns was taken. Once an attempt, or more
  /// where a loop came by again; what was taken back does not count.
  package private(set) var taken: [[Int]]

  package init(_ scenario: Scenario) {
    self.scenario = scenario
    scenes = Array(repeating: SceneCounts(), count: scenario.scenes.count)
    taken = scenario.scenes.map { Array(repeating: 0, count: $0.choices.count + $0.turns.count) }
  }

  /// Counts an attempt at this very scenario.
  ///
  /// - Parameter decision: where the attempt went on from another one: the place among all of its
  ///   decisions from which on they are its own. What it took over was counted there.
  package mutating func add(_ session: Session, from decision: Int? = nil) {
    guard !scenario.scenes.isEmpty else { return }
    attempts += 1
    var came: Set<Int> = []
    var scene = 0
    var decisions = 0
    var isOwn = decision == nil
    if isOwn { came.insert(scene) }
    for way in session.state.waysTaken {
      if way.isChoice {
        if decisions == decision { isOwn = true }
        decisions += 1
      }
      guard way.frame == 0, taken.indices.contains(way.step.scene),
        taken[way.step.scene].indices.contains(way.step.item)
      else { continue }
      scene = scenario.scenes[way.step.scene].target(of: way.step.item) ?? way.step.scene
      guard isOwn else { continue }
      taken[way.step.scene][way.step.item] += 1
      came.formUnion([way.step.scene, scene])
    }
    came.insert(scene)
    for scene in came { scenes[scene].came += 1 }
    switch session.result?.status {
    case .finished?, .timeUp?: ended += 1
    case .stuck?: scenes[scene].stuck += 1
    case nil where session.state.isAbandoned: scenes[scene].left += 1
    case nil: scenes[scene].open += 1
    }
  }

  /// How often any way out of the scene was taken.
  package func decisions(in scene: Int) -> Int { taken[scene].reduce(0, +) }

  /// The fewest that a share is said of; below that, counts say it better.
  package static let fewestForShare = 10

  /// What part of all that went on from the scene took this way, rounded down; nil where those are
  /// too few for a share to mean anything.
  package func share(of item: Int, in scene: Int) -> Percent? {
    let all = decisions(in: scene)
    guard all >= Self.fewestForShare else { return nil }
    return Percent(taken[scene][item] * 100 / all)
  }

  package var open: Int { scenes.reduce(0) { $0 + $1.open } }
  package var left: Int { scenes.reduce(0) { $0 + $1.left } }
  package var stuck: Int { scenes.reduce(0) { $0 + $1.stuck } }
}
