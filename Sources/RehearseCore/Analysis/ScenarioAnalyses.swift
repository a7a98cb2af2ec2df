internal import Synchronization

/// The analyses of a program's scenarios: each made when it is first asked for, and once.
package final class ScenarioAnalyses: Sendable {
  private let made = Mutex<[String: ScenarioAnalysis]>([:])

  func analysis(of path: String, make: () -> ScenarioAnalysis) -> ScenarioAnalysis {
    if let known = made.withLock({ $0[path] }) { return known }
    let analysis = make()
    made.withLock { $0[path] = analysis }
    return analysis
  }
}

extension Program {
  /// All that can happen in one of the program's scenarios; nil where the unit is no scenario.
  package func analysis(of path: String) -> ScenarioAnalysis? {
    guard case .scenario(let scenario)? = units[path]?.content else { return nil }
    return analyses.analysis(of: path) {
      ScenarioAnalysis(scenario, passable: PassableUnits(units: units, names: names))
    }
  }
}
