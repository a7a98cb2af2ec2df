/// Which choice of a scenario: the number of its scene and its own in the scene, from 0.
package struct ChoicePlace: Hashable, Sendable {
  package var scene: Int
  package var choice: Int

  package init(scene: Int, choice: Int) {
    self.scene = scene
    self.choice = choice
  }
}

/// What the scenarios of a course were found to be, kept until they change.
struct KeptAnalyses: Sendable {
  /// More states than these are left to `rehearse check`: somebody is typing.
  static let stateLimit = 300_000

  private(set) var byPath: [String: ScenarioAnalysis] = [:]
  /// What else than its own text a scenario's states depend on.
  private var course = Surroundings()

  private struct Surroundings: Equatable, Sendable {
    var ids: [String: String] = [:]
    var calls: [String: [String]] = [:]
  }

  /// Forgets what no longer holds; `changed` are the files that were read anew.
  mutating func keep(_ pages: [String: Page], without changed: Set<String>) {
    var now = Surroundings()
    for (path, page) in pages {
      now.ids[path] = page.unit.about.id
      let calls = page.unit.calls.map(\.path)
      if !calls.isEmpty { now.calls[path] = calls }
    }
    byPath =
      now == course ? byPath.filter { pages[$0.key] != nil && !changed.contains($0.key) } : [:]
    course = now
  }

  mutating func analysis(
    of path: String, _ scenario: Scenario, _ passable: PassableUnits
  ) -> ScenarioAnalysis {
    if let known = byPath[path] { return known }
    let analysis = ScenarioAnalysis(scenario, passable: passable, limit: Self.stateLimit)
    byPath[path] = analysis
    return analysis
  }
}
