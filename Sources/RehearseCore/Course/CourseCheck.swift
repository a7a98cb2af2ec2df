/// What only shows when the whole course is known.
struct CourseCheck {
  private let course: Course
  private let paths: Set<String>
  private let sortedPaths: [String]
  /// The headings of the units that a link with an anchor leads to, by path.
  private var anchors: [String: Set<String>] = [:]
  /// By file; columns count bytes, as in all that was read.
  private(set) var findings: [String: [Finding]] = [:]

  init(_ course: Course, paths: Set<String>) {
    self.course = course
    self.paths = paths
    sortedPaths = paths.sorted()
  }

  mutating func run() {
    let units = course.units.values.sorted { $0.about.path < $1.about.path }
    checkIds(units)
    checkCalls(units)
    let names = course.names.all
    var reached: Set<String> = ["course.md"]
    for unit in units {
      for link in unit.links { check(link, in: unit, &reached) }
      for reference in unit.unitReferences
      where course.names.path(of: reference.name) == nil && !isFull(unit) {
        let nearest =
          NearMiss.of(reference.name, among: names) ?? id(ofFileNamed: reference.name)
        report(.unknownUnit(reference.name, nearest: nearest), reference.range, unit)
      }
      checkSkills(of: unit)
      checkPictures(of: unit)
    }
    for unit in units where !reached.contains(unit.about.path) {
      report(.notInOutline, unit.about.range, unit)
    }
  }

  private mutating func report(_ problem: Problem, _ range: SourceRange, _ unit: Unit) {
    guard !isFull(unit) else { return }
    findings[unit.about.path, default: []].append(Finding(problem, at: range))
  }

  private func isFull(_ unit: Unit) -> Bool {
    findings[unit.about.path]?.count ?? 0 >= ReadingContext.maximumFindings
  }

  private mutating func checkIds(_ units: [Unit]) {
    var seen: [String: String] = [:]
    // The cover is named by nobody: a course and its main unit may share an id.
    for unit in units where unit.about.kind != .course {
      if let other = seen[unit.about.id] {
        report(
          .repeatedUnit(id: unit.about.id, other: other), unit.about.place(of: "id"), unit)
      } else {
        seen[unit.about.id] = unit.about.path
      }
    }
  }

  private mutating func checkSkills(of unit: Unit) {
    let known = course.outline.skills.map(\.name)
    for reference in unit.skillReferences where !known.contains(reference.name) {
      report(
        .unknownSkill(reference.name, nearest: NearMiss.of(reference.name, among: known)),
        reference.range, unit)
    }
  }

  /// The pictures that a certification's front matter names.
  private mutating func checkPictures(of unit: Unit) {
    guard case .certification(let certification) = unit.content else { return }
    let appearance = certification.appearance
    for (name, path) in [("badge", appearance.badge), ("logo", appearance.logo)] {
      guard let path, !paths.contains(path), let field = unit.about.field(name) else { continue }
      let nearest = isFull(unit) ? nil : nearestPath(to: field.value, from: unit)?.link
      report(.missingFile(path, nearest: nearest), field.valueRange, unit)
    }
  }

  private mutating func check(_ link: Link, in unit: Unit, _ reached: inout Set<String>) {
    // A scenario looks its own scenes up while it is read.
    if link.destination.utf8.first == UInt8(ascii: "#"), case .scenario = unit.content { return }
    guard !link.destination.isEmpty else {
      // So does a scenario with its choices.
      if case .scenario = unit.content { return }
      report(.brokenLink, link.range, unit)
      return
    }
    switch LinkTarget(link.destination, in: unit.about.path) {
    case .external: break
    case .outside(let destination):
      let nearest = isFull(unit) ? nil : nearestPath(to: destination, from: unit)?.link
      report(.linkLeavesCourse(destination, nearest: nearest), link.range, unit)
    case .anchor(let anchor):
      checkAnchor(anchor, in: unit, link.range, from: unit)
    case .file(let path, let anchor):
      guard paths.contains(path) else {
        let isScene =
          if case .scenario = unit.content { unit.anchors.contains(link.destination) } else {
            false
          }
        var nearest = isScene ? "#" + link.destination : outside(link.destination)
        if nearest == nil, !isFull(unit), let near = nearestPath(to: link.destination, from: unit) {
          reached.insert(near.path)
          nearest = near.link
        }
        report(.missingFile(path, nearest: nearest), link.range, unit)
        return
      }
      reached.insert(path)
      if let anchor, let target = course.units[path] {
        checkAnchor(anchor, in: target, link.range, from: unit)
      }
    }
  }

  /// The id of the unit whose file has this name.
  private func id(ofFileNamed name: String) -> String? {
    let file = name + ".md"
    return sortedPaths.first { $0.split(separator: "/").last.map(String.init) == file }
      .flatMap { course.units[$0]?.about.id }
  }

  /// `www.example.org` and `ana@example.org` as links that leave the course.
  private func outside(_ destination: String) -> String? {
    if destination.lowercased().hasPrefix("www.") { return "https://" + destination }
    let parts = destination.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !parts[1].contains("/")
    else { return nil }
    return "mailto:" + destination
  }

  /// The file that a link probably means, as it is written from where the link stands: one of the
  /// same name in another folder, or of nearly the same path.
  private func nearestPath(to destination: String, from unit: Unit)
    -> (path: String, link: String)?
  {
    let plain = String(destination.map { $0 == "\\" ? "/" : $0 })
    let file = plain.prefix { $0 != "#" }
    let anchor = plain.dropFirst(file.count)
    guard let name = file.split(separator: "/").last?.lowercased(), name != "." else { return nil }
    func isNamed(_ path: String, _ name: String) -> Bool {
      path.lowercased() == name || path.lowercased().hasSuffix("/" + name)
    }
    let alike = sortedPaths.prefix(NearMiss.maximumCandidates).filter {
      isNamed($0, name) || isNamed($0, name + ".md") || isNamed($0, name + ".txt")
    }
    var near = alike.count == 1 ? alike[0] : nil
    if near == nil, case .file(let path, _) = LinkTarget(plain, in: unit.about.path) {
      near = NearMiss.of(path, among: alike.isEmpty ? sortedPaths : alike)
      // A long folder makes paths alike whose names are not.
      if let found = near, Self.name(of: found) != Self.name(of: path),
        NearMiss.of(Self.name(of: path), among: [Self.name(of: found)]) == nil
      {
        near = nil
      }
    }
    return (near ?? alike.first).map { ($0, Self.relative($0, from: unit.about.path) + anchor) }
  }

  private static func name(of path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }

  /// A path as a link from another file has it.
  private static func relative(_ path: String, from other: String) -> String {
    var target = path.split(separator: "/")[...]
    var folders = other.split(separator: "/").dropLast()
    while target.count > 1, let first = folders.first, first == target.first {
      target.removeFirst()
      folders.removeFirst()
    }
    return String(repeating: "../", count: folders.count) + target.joined(separator: "/")
  }

  private mutating func checkAnchor(
    _ anchor: String, in target: Unit, _ range: SourceRange, from unit: Unit
  ) {
    // Of a file with errors, headings may be missing.
    guard !anchor.isEmpty, !isFull(unit), target.isSound else { return }
    let known = anchors[target.about.path] ?? target.anchors
    anchors[target.about.path] = known
    guard !known.contains(anchor) else { return }
    report(
      .unknownAnchor(
        anchor, file: target.about.path, nearest: NearMiss.of(anchor, among: known.sorted())),
      range, unit)
  }

  // MARK: Calls

  private mutating func checkCalls(_ units: [Unit]) {
    var finished: Set<String> = []
    for unit in units {
      for (path, range) in unit.calls {
        if let called = course.units[path], !called.about.kind.canBePlayed {
          report(.callNeedsUnit(path), range, unit)
        }
      }
    }
    for unit in units { follow(unit, trail: [], &finished) }
  }

  private mutating func follow(_ unit: Unit, trail: [String], _ finished: inout Set<String>) {
    let path = unit.about.path
    guard !finished.contains(path) else { return }
    for (called, range) in unit.calls {
      if let start = (trail + [path]).firstIndex(of: called) {
        report(.callsItself(Array((trail + [path])[start...]) + [called]), range, unit)
      } else if let next = course.units[called], trail.count < 100 {
        follow(next, trail: trail + [path], &finished)
      }
    }
    finished.insert(path)
  }
}

extension UnitKind {
  /// Whether a learner can go through it.
  package var canBePlayed: Bool { self != .course && self != .certification }
}

extension Unit {
  /// The units that the choices of a scenario play, with their places.
  package var calls: [(path: String, range: SourceRange)] {
    guard case .scenario(let scenario) = content else { return [] }
    return scenario.scenes.flatMap { scene -> [(path: String, range: SourceRange)] in
      guard case .choices(let choices) = scene.way else { return [] }
      return choices.compactMap { choice in choice.call.map { ($0, choice.range) } }
    }
  }

  /// The ids of the headings that a link can name.
  package var anchors: Set<String> {
    switch content {
    case .scenario(let scenario): Set(scenario.scenes.map(\.id))
    case .lesson(let blocks), .aid(let blocks): Self.slugs(blocks)
    case .checklist(let checklist): Set(checklist.pausePoints.map { Slug.of($0.title) })
    case .assessment(let assessment):
      Set(assessment.sections.flatMap { [Slug.of($0.title)] + $0.questions.map(\.id) })
    case .outline(let outline): Set(outline.sections.map { Slug.of($0.title) })
    case .certification: ["requirements", "renewal"]
    }
  }

  private static func slugs(_ blocks: [Block]) -> Set<String> {
    var ids = HeadingIds()
    var slugs: Set<String> = []
    for case .heading(_, let inlines) in blocks.map(\.kind) {
      slugs.insert(ids.take(Slug.of(inlines.plainText)))
    }
    return slugs
  }
}
