package import RehearseCore

/// A course as the player sees it: the outline, the front matter of its units, and each unit when
/// it is needed. Only what is asked for is read.
package struct OpenCourse: Sendable {
  package let id: String
  package let title: String
  package let outline: Outline
  /// What the outline's units say of themselves, by path; a unit that is missing is not there.
  package let units: [String: UnitDescription]
  package let names: UnitNames
  package let source: any CourseSource

  /// Reads the cover and the front matter of every unit in the outline.
  ///
  /// - Throws: `CourseProblem` where there is no cover; what the source throws.
  package init(_ source: any CourseSource) throws {
    guard let bytes = try source.bytes(of: "course.md") else { throw CourseProblem.noCover }
    let cover = UnitReader.read(path: "course.md", bytes: bytes).value
    guard case .outline(let outline) = cover.content else { throw CourseProblem.noCover }
    var units: [String: UnitDescription] = [:]
    for entry in outline.entries {
      guard let bytes = try source.bytes(of: entry.path) else { continue }
      units[entry.path] = UnitReader.describe(path: entry.path, bytes: bytes)
    }
    self.source = source
    self.outline = outline
    self.units = units
    id = Self.id(of: cover.about)
    title = cover.about.title
    names = UnitNames(units.values)
  }

  /// What a course is filed under: its own id, or else its title.
  static func id(of cover: UnitDescription) -> String {
    let slug = Slug.of(cover.title)
    return cover.id == "course" && !slug.isEmpty ? slug : cover.id
  }

  /// Reads one unit.
  package func unit(_ path: String) throws -> Reading<Unit>? {
    try source.bytes(of: path).map { UnitReader.read(path: path, bytes: $0) }
  }

  /// A unit and all that it plays.
  /// - Throws: `CourseProblem.unreadable` where one of them has errors.
  package func program(_ path: String) throws -> Program {
    let program = try Program.load(entry: path, names: names) { path in
      guard let reading = try unit(path) else { throw CourseProblem.noUnit(path) }
      if let error = reading.diagnostics.first(where: { $0.severity == .error }) {
        throw CourseProblem.unreadable(error)
      }
      return reading.value
    }
    guard let entry = program.units[path], entry.about.kind.canBePlayed else {
      throw CourseProblem.noUnit(path)
    }
    // A unit that only a choice leads to has a name too.
    let known = Array(units.values) + program.units.values.map(\.about)
    return Program(entry: path, units: program.units, names: UnitNames(known))
  }
}

/// Why a course cannot be played.
package enum CourseProblem: Error, Equatable, Sendable {
  case noCover
  case noUnit(String)
  case unreadable(Diagnostic)
}

extension CourseProblem: ExplainedError {
  package var message: String {
    switch self {
    case .noCover: "There is no course here: no `course.md` with `kind: course`."
    case .noUnit(let path): "The course has no unit “\(path)” that can be played."
    case .unreadable(let error):
      "\(error.file):\(error.range.start.line):\(error.range.start.column): \(error.message)"
    }
  }

  package var help: String {
    switch self {
    case .noCover: "Name the folder of a course, or the id of one that you opened before."
    case .noUnit:
      "The outline on the home screen, `rehearse play COURSE`, has the names of all units."
    case .unreadable(let error):
      error.help + " `rehearse check` on the course's folder lists everything that is to be mended."
    }
  }

  package var exitCode: Int32 { 65 }
}
