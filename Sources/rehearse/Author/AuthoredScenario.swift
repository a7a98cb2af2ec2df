import RehearseCore
import RehearseStore

/// A scenario of a course that an author is at work on, and the units around it.
struct AuthoredScenario {
  var path: String
  var title: String
  var scenario: Scenario
  var passable: PassableUnits

  /// The scenario that a path on disk means, or COURSE/UNIT.
  ///
  /// - Throws: where there is none, or where the course has errors in it.
  init(_ words: String) throws {
    let found = try Self.find(words)
    let open = try OpenCourse(found.source)
    guard let name = found.unit else { throw NoScenario(name: words) }
    let path = open.names.path(of: name) ?? (name.hasSuffix(".md") ? name : name + ".md")
    let program = try open.program(path)
    guard let unit = program.units[path], case .scenario(let scenario) = unit.content else {
      throw NoScenario(name: words)
    }
    self.path = path
    title = unit.about.title
    self.scenario = scenario
    passable = PassableUnits(units: program.units, names: program.names)
  }

  private static func find(_ words: String) throws -> CourseFinder.Found {
    if let found = CourseFinder.onDisk(words) { return found }
    return try Workplace.open(ScreenOptions()).finder.find(words)
  }
}

/// What was named is no scenario.
struct NoScenario: ExplainedError, Equatable {
  var name: String
  var message: String { "“\(name)” is no scenario." }
  var help: String {
    "Name a scenario's file, such as courses/consulting/scenarios/discovery-call.md."
  }
  var exitCode: Int32 { 65 }
}
