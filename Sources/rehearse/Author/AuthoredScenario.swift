import RehearseCore
import RehearseStore

/// A scenario of a course that an author is at work on, and the units around it.
struct AuthoredScenario {
  /// The id of the course.
  var course: String
  var path: String
  /// The unit's file as it is.
  var bytes: [UInt8]
  var title: String
  var scenario: Scenario
  var passable: PassableUnits

  /// The scenario that a path on disk means, or COURSE/UNIT.
  ///
  /// - Throws: where there is none, or where the course has errors in it.
  init(_ words: String) throws {
    let found = try CourseFinder.findForAuthor(words)
    let open = try OpenCourse(found.source)
    guard let name = found.unit else { throw NoScenario(name: words) }
    let path = open.authoredPath(name)
    let program = try open.program(path)
    guard let unit = program.units[path], case .scenario(let scenario) = unit.content else {
      throw NoScenario(name: words)
    }
    course = open.id
    self.path = path
    bytes = try open.source.bytes(of: path) ?? []
    title = unit.about.title
    self.scenario = scenario
    passable = PassableUnits(units: program.units, names: program.names)
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
