/// A whole course as it was read: the cover, and every unit by its path.
package struct Course: Sendable {
  package var about: UnitDescription
  package var outline: Outline
  /// Every unit that could be read, by path, the cover included.
  package var units: [String: Unit]
  package var names: UnitNames
  /// The paths of all files of the folder, images and notes included, as they were given.
  package var files: [String]

  /// Reads all files of a course and checks what only shows when all are known: links, names of
  /// units and skills, and units that call themselves. `paths` are all files of the folder;
  /// `bytes` gives their contents, or why they cannot be read. `unit` reads one file: whoever keeps
  /// what was read of a file before can hand it out again.
  package static func read(
    paths: [String], bytes: (String) -> Result<[UInt8], CourseFileFailure>,
    unit: (String, [UInt8]) -> Reading<Unit> = UnitReader.read(path:bytes:)
  ) -> Reading<Course?> {
    var diagnostics: [Diagnostic] = []
    var units: [String: Unit] = [:]
    let pages = paths.filter(isPage).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for path in pages {
      switch bytes(path) {
      case .success(let content):
        let reading = unit(path, content)
        units[path] = reading.value
        diagnostics += reading.diagnostics
      case .failure(let failure):
        diagnostics.append(
          Diagnostic(
            file: path, problem: .cannotRead(reason: failure.reason), range: .firstCharacter))
      }
    }
    guard let cover = units["course.md"] else {
      let other = paths.sorted().first {
        ["course.md", "course.md.txt", "course.txt"].contains($0.lowercased())
      }
      diagnostics.append(
        Diagnostic(
          file: "course.md", problem: .noCover(nearest: other), range: .firstCharacter))
      return Reading(nil, diagnostics: diagnostics)
    }
    guard case .outline(let outline) = cover.content else {
      diagnostics.append(
        Diagnostic(
          file: "course.md", problem: .coverIsNoCourse(kind: cover.about.kind.rawValue),
          range: .firstCharacter))
      return Reading(nil, diagnostics: diagnostics)
    }
    let course = Course(
      about: cover.about, outline: outline, units: units,
      names: UnitNames(units.values.map(\.about).filter { $0.kind != .course }), files: paths)
    var check = CourseCheck(course, paths: Set(paths))
    check.run()
    for (path, findings) in check.findings.sorted(by: { $0.key < $1.key }) {
      guard case .success(let content) = bytes(path) else { continue }
      var known: [Finding] = []
      diagnostics += SourceText(path: path, bytes: content, findings: &known)
        .diagnostics(for: findings)
    }
    return Reading(course, diagnostics: diagnostics)
  }

  /// Whether a file is a unit rather than an image or a note. READMEs are for people who look at
  /// the folder.
  package static func isPage(_ path: String) -> Bool {
    guard path.hasSuffix(".md") else { return false }
    return path.split(separator: "/").last?.lowercased() != "readme.md"
  }
}

/// Why a file of the course could not be read, in a few words.
package struct CourseFileFailure: Error, Sendable {
  package var reason: String
  package init(reason: String) { self.reason = reason }
}

/// The names that a course knows its units by: the id, or the path without `.md`.
package struct UnitNames: Sendable {
  private var paths: [String: String] = [:]

  package init(_ units: some Sequence<UnitDescription>) {
    for unit in units.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      if paths[unit.id] == nil { paths[unit.id] = unit.path }
    }
    for unit in units {
      paths[unit.path] = unit.path
      if unit.path.hasSuffix(".md") { paths[String(unit.path.dropLast(3))] = unit.path }
    }
  }

  /// The path of the unit with this name.
  package func path(of name: String) -> String? { paths[name] }

  package var all: [String] { paths.keys.sorted() }
}
