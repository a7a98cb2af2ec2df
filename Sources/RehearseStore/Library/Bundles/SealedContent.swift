package import RehearseCore

/// A course of which some assessments are sealed: what is handed out, and what it was made from.
/// Their contents have digests of their own.
package struct SealedContent: Sendable {
  package let full: PackedCourse
  package let sealed: PackedCourse
  /// The paths of the sealed units, sorted by their bytes.
  package let units: [String]
  /// Files that nothing in the sealed course names, and that are not handed out: nobody can know
  /// whether a key is in them.
  package let leftOut: [String]

  /// - Parameter names: the units to seal, by id, or by path with or without `.md`.
  /// - Throws: `SealingRefusal`; `BundleError` where the sealed course could not be played.
  package init(_ full: PackedCourse, sealing names: [String]) throws {
    guard let course = full.reading.value else { throw BundleError.courseErrors([]) }
    let paths = try Set(
      names.map { name throws(SealingRefusal) in
        guard let path = course.path(ofUnit: name) else { throw .noUnit(name) }
        return path
      })
    var sealing: [String: [UInt8]] = [:]
    for path in paths.sorted() {
      let text = try SealedAssessment(path: path, bytes: full.bytes(of: path) ?? []).text
      sealing[path] = Array(text.utf8)
    }
    if let obstacle = course.obstacle(toSealing: paths) { throw obstacle }
    try self.init(full, units: sealing)
  }

  private init(_ full: PackedCourse, units sealing: [String: [UInt8]]) throws(BundleError) {
    let files = full.files.map { file in
      PackedCourse.File(path: file.path, bytes: sealing[file.path] ?? file.bytes)
    }
    let pages = files.filter { Course.isPage($0.path) }
    let named = pages.reduce(into: Set(pages.map(\.path))) { $0.formUnion(Self.named(in: $1)) }
    self.full = full
    units = sealing.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    leftOut = files.map(\.path).filter { !named.contains($0) }
    sealed = try PackedCourse(files.filter { named.contains($0.path) })
  }

  /// The files that the text and the front matter of a unit name.
  fileprivate static func named(in file: PackedCourse.File) -> Set<String> {
    let unit = UnitReader.read(path: file.path, bytes: file.bytes).value
    let destinations = unit.links.map(\.destination) + unit.about.fields.map(\.value)
    return Set(
      destinations.compactMap { destination in
        if case .file(let path, _) = LinkTarget(destination, in: file.path) { path } else { nil }
      })
  }

  // MARK: Finding the full course

  /// Whether what was handed out was made from this full course.
  package static func matches(sealed: some CourseSource, full: PackedCourse) throws -> Bool {
    try SealedContent(full, digest: CourseDigest(of: sealed).hex) != nil
  }

  /// Which of so many units may have been sealed: every choice of up to ten; of more, each one, each
  /// two, and all.
  private static func subsets(of count: Int) -> [Set<Int>] {
    guard count > 10 else {
      return (0..<1 << count).dropFirst().map { bits in
        Set((0..<count).filter { bits >> $0 & 1 == 1 })
      }
    }
    let pairs = (0..<count).flatMap { one in (0...one).map { Set([$0, one]) } }
    return pairs + [Set(0..<count)]
  }

  /// The sealed form of a course that has this digest, whichever of its units were sealed; nil where
  /// it has none.
  package init?(_ full: PackedCourse, digest: String) {
    guard let course = full.reading.value else { return nil }
    var forms: [(path: String, bytes: [UInt8])] = []
    for path in course.units.keys.sorted() {
      guard let bytes = full.bytes(of: path),
        let text = try? SealedAssessment(path: path, bytes: bytes).text
      else { continue }
      forms.append((path, Array(text.utf8)))
    }
    let known = SealedForms(full, forms.map(\.path), forms.map(\.bytes))
    for chosen in Self.subsets(of: forms.count) where known.digest(sealing: chosen) == digest {
      let units = Dictionary(
        uniqueKeysWithValues: chosen.map { (forms[$0].path, forms[$0].bytes) })
      guard let found = try? SealedContent(full, units: units) else { return nil }
      self = found
      return
    }
    return nil
  }

  // MARK: Marking

  /// The unit as it was handed out and as it was written, for `SealedMarking`. Whoever marks many
  /// attempts keeps them.
  package func programs(of unit: String) throws -> (sealed: Program, full: Program) {
    (try OpenCourse(sealed).program(unit), try OpenCourse(full).program(unit))
  }

  /// Marks an attempt at one of the sealed units.
  ///
  /// - Throws: `SealedMarkingFailure`; `CourseProblem`.
  package func session(of transcript: Transcript) throws -> Session {
    let programs = try programs(of: transcript.header.unit)
    return try SealedMarking.session(
      of: transcript, sealed: programs.sealed, full: programs.full)
  }
}

/// The digests of all files, each worked out once, so that many subsets can be tried.
private struct SealedForms {
  private var digests: [String: String] = [:]
  private var sealed: [(path: String, digest: String)] = []
  private var names: [String: Set<String>] = [:]
  private var sealedNames: [Set<String>] = []

  init(_ full: PackedCourse, _ paths: [String], _ forms: [[UInt8]]) {
    for file in full.files {
      digests[file.path] = SHA256Digest.hex(of: file.bytes)
      if Course.isPage(file.path) { names[file.path] = SealedContent.named(in: file) }
    }
    for (path, bytes) in zip(paths, forms) {
      sealed.append((path, SHA256Digest.hex(of: bytes)))
      sealedNames.append(SealedContent.named(in: PackedCourse.File(path: path, bytes: bytes)))
    }
  }

  func digest(sealing chosen: Set<Int>) -> String {
    var digests = self.digests
    var names = self.names
    for index in chosen {
      digests[sealed[index].path] = sealed[index].digest
      names[sealed[index].path] = sealedNames[index]
    }
    let named = names.values.reduce(into: Set(names.keys)) { $0.formUnion($1) }
    return CourseDigest(
      files: digests.filter { named.contains($0.key) }.map { .init(path: $0.key, digest: $0.value) }
    ).hex
  }
}

extension PackedCourse {
  /// The paths of the sealed assessments in it.
  package var sealedUnits: [String] {
    (reading.value?.units ?? [:]).filter(\.value.isSealed).keys.sorted()
  }
}

extension Course {
  fileprivate func path(ofUnit name: String) -> String? {
    if let path = names.path(of: name.hasSuffix(".md") ? String(name.dropLast(3)) : name) {
      return path
    }
    return [name, name + ".md"].first { units[$0] != nil }
  }
}

extension SealingRefusal: ExplainedError {
  package var message: String {
    switch self {
    case .noUnit(let name): "The course has no unit “\(name)”."
    case .kind(let path, let kind):
      "\(path) cannot be sealed: \(Self.reason(kind)). Only assessments have a key."
    case .errors(let path): "\(path) has errors, and is not sealed."
    case .sealedAlready(let path): "\(path) is sealed already: its key is not in this folder."
    case .freeAnswer(let path, let line, let question):
      "\(path):\(line): “\(question)” is answered freely. Such an answer is marked by a person"
        + " against a rubric, and the rubric cannot be handed out."
    case .html(let path, let line):
      "\(path):\(line): this is HTML, which may hide what gives an answer away."
    case .cannotBeWritten(let path, let line):
      "\(path):\(line): without its key this would be read as something else."
    case .played(let path, let by):
      "\(path) cannot be sealed: \(by) plays it, and goes on with a result that would not be known."
    case .keyElsewhere(let path, let line, let question, let other):
      "\(path):\(line): “\(question)” stands in \(other) too, with its key."
    }
  }

  package var help: String {
    switch self {
    case .noUnit: "Name it by its id, or by its path in the course."
    case .kind: "Name an assessment behind `--seal`."
    case .errors: "`rehearse check` shows them. Mend them first."
    case .sealedAlready: "Pack it from the folder that it was written in."
    case .freeAnswer: "Take the question out, put it as one with options, or do not seal this unit."
    case .html: "Write it in Markdown, or take it out."
    case .cannotBeWritten: "Say it more simply: without code or signs at the end of the line."
    case .played: "Take the link out of the role-play, or do not seal this unit."
    case .keyElsewhere(_, _, _, let other):
      "Seal both (`--seal` takes several units), or take the question out of \(other)."
    }
  }

  package var exitCode: Int32 { 65 }

  private static func reason(_ kind: UnitKind) -> String {
    switch kind {
    case .scenario: "a role-play goes on by what its choices do, so it has to hold it all"
    case .checklist: "a checklist says after each pause point what belonged"
    case .lesson, .aid: "it is there to be read"
    case .course, .certification, .assessment: "it asks no questions"
    }
  }
}

extension SealedMarkingFailure: ExplainedError {
  package var message: String {
    switch self {
    case .replay(.otherEngine(let version)):
      "The transcript was made under version \(version) of the rules."
    case .replay(.refused(let event, let text, _)):
      "Event \(event), `\(text)`, is not allowed where it stands."
    case .notOnRecord: "The attempt was not on record; only those are marked."
    case .notSealed(let path): "\(path) was not handed out sealed from this course."
    case .otherQuestion(let event, let text):
      "Event \(event), `\(text)`: in the full course another question stands here."
    }
  }

  package var help: String {
    switch self {
    case .replay(.otherEngine): "Mark it with the version of Rehearse that it was made with."
    case .replay, .notOnRecord: "It cannot be marked."
    case .notSealed, .otherQuestion: "Mark it against the course that the bundle was packed from."
    }
  }

  package var exitCode: Int32 { 65 }
}
