import Foundation
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
    let found = try Self.find(words)
    let open = try OpenCourse(found.source)
    guard let name = found.unit else { throw NoScenario(name: words) }
    let path = open.names.path(of: name) ?? (name.hasSuffix(".md") ? name : name + ".md")
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

  private static func find(_ words: String) throws -> CourseFinder.Found {
    if let found = CourseFinder.onDisk(words) { return found }
    // A file of the course that one stands in, or in a folder of.
    let path = URL(fileURLWithPath: words).path
    if FileManager.default.fileExists(atPath: path), let here = CourseFinder.onDisk(path) {
      return here
    }
    let environment = ProcessInfo.processInfo.environment
    let library = Library(try RecordsDatabase(in: DataDirectory(environment: environment)))
    return try CourseFinder(
      library: library, shelves: CourseFinder.shelves(environment: environment)
    ).find(words)
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
