import RehearseCore
import RehearseStore

/// What `rehearse new` made.
struct NewFiles {
  /// From the folder where the program runs.
  var paths: [String]
  /// The line of the outline that leads to the new unit.
  var outline: Outline?
  /// The course's folder.
  var folder: String
  /// What plays it: the course, or the unit in it.
  var plays: String

  enum Outline {
    case added(line: Int, text: String)
    /// The author adds it: where is not clear.
    case left(text: String)
  }

  // MARK: A course

  /// Makes the folder of a course with a small unit of each kind.
  static func course(_ name: String, in parent: String) throws -> NewFiles {
    let title = try NewName(name)
    let folder = join(parent, title.slug)
    guard CourseFolder.isTaken(parent) else { throw NewFailure.noFolder(parent) }
    guard !CourseFolder.isTaken(folder) else { throw NewFailure.exists(folder) }
    var units: [(kind: UnitKind, title: String, path: String)] = [
      (.lesson, "Say it early", "lessons/say-it-early.md"),
      (.scenario, "The call to Ana", "scenarios/the-call-to-ana.md"),
      (.assessment, "What you know now", "what-you-know-now.md"),
      (.checklist, "Before you call", "checklists/before-you-call.md"),
      (.aid, "Words for the call", "aids/words-for-the-call.md"),
    ]
    let played = units.map { TemplateUnit(kind: $0.kind, title: $0.title, path: $0.path) }
    units.append((.certification, "Certified bearer of bad news", "certification.md"))
    let all = units.map { TemplateUnit(kind: $0.kind, title: $0.title, path: $0.path) }
    var files = units.map { unit in
      (
        path: unit.path,
        text: Template(title: unit.title, units: played).text(unit.kind)
      )
    }
    let cover = Template(
      title: title.title, id: Words.isName(title.slug) ? title.slug : nil, units: all)
    files.insert(("course.md", cover.course), at: 0)
    try CourseFolder.create(folder, files: files)
    return NewFiles(
      paths: files.map { join(folder, $0.path) }, folder: folder, plays: folder)
  }

  // MARK: A unit

  /// Makes a unit in a course, and a line for it in the outline.
  static func unit(_ kind: UnitKind, _ name: String, in folder: CourseFolder) throws -> NewFiles {
    let title = try NewName(name)
    let place = kind.usualFolder + title.slug + ".md"
    let shown = join(folder.path, place)
    guard !folder.holds(place) else { throw NewFailure.exists(shown) }
    guard let course = try CourseFolderReading.read(folder).value else {
      throw NewFailure.noCover(folder.path)
    }
    let units = course.outline.entries.compactMap { entry -> TemplateUnit? in
      guard let about = course.units[entry.path]?.about else { return nil }
      let up = String(repeating: "../", count: place.split(separator: "/").count - 1)
      return TemplateUnit(kind: about.kind, title: entry.title, path: up + entry.path)
    }
    if kind == .certification,
      !units.contains(where: { $0.kind == .assessment || $0.kind == .scenario })
    {
      throw NewFailure.nothingToCertify
    }
    let template = Template(
      title: title.title, id: try id(of: title.slug, kind, in: course), units: units)
    try folder.create(place, template.text(kind))
    let link = TemplateUnit(kind: kind, title: title.title, path: place).link
    return NewFiles(
      paths: [shown], outline: try add(link, to: place, kind, folder, course),
      folder: folder.path, plays: "\(folder.path)/\(place.dropLast(3))")
  }

  /// Nil where the file's name does.
  private static func id(of slug: String, _ kind: UnitKind, in course: Course) throws -> String? {
    guard course.names.path(of: slug) != nil else { return nil }
    let id = "\(slug)-\(kind.rawValue)"
    guard course.names.path(of: id) == nil, Words.isName(id) else {
      throw NewFailure.taken(slug)
    }
    return id
  }

  private static func add(
    _ link: String, to path: String, _ kind: UnitKind, _ folder: CourseFolder, _ course: Course
  ) throws -> Outline {
    guard let cover = try folder.read("course.md"),
      let addition = OutlineAddition.adding(link, to: path, kind: kind, to: cover, of: course)
    else { return .left(text: "- " + link) }
    try folder.replace("course.md", addition.bytes)
    return .added(line: addition.line, text: addition.text)
  }

  static func join(_ folder: String, _ path: String) -> String {
    if folder == "." || folder.isEmpty { return path }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }
}

/// A title, and the name of a file that is made of it.
struct NewName {
  let title: String
  let slug: String

  init(_ name: String) throws(NewFailure) {
    title = Words.trim(name)
    guard !title.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw .unusableName(name) }
    // A file's name has at most 255 bytes; a person reads a few words.
    var words = Slug.of(title).split(separator: "-")
    while words.count > 1, words.joined(separator: "-").utf8.count > 60 { words.removeLast() }
    slug = words.joined(separator: "-")
    guard !slug.isEmpty, slug.utf8.count <= 200, slug != "readme" else {
      throw .unusableName(name)
    }
  }
}

enum NewFailure: ExplainedError, Equatable {
  case exists(String)
  /// The folder of an exercise.
  case begun(String)
  case unusableName(String)
  case taken(String)
  case noFolder(String)
  case noCourse(String)
  case noCover(String)
  case nothingToCertify
  case noLesson(String)
  case noExercise(String)

  var message: String {
    switch self {
    case .exists(let path), .begun(let path): "There is \(path) already, and it stays as it is."
    case .unusableName(let name): "No file can be named after “\(name)”."
    case .taken(let id): "The course has units called “\(id)” already."
    case .noFolder(let path): "There is no folder \(path)."
    case .noCourse(let path): "There is no course in \(path)."
    case .noCover(let path): "The course in \(path) has no cover that can be read."
    case .nothingToCertify:
      "A certification asks for role-plays or assessments, and the course has none."
    case .noLesson(let name): "“\(name)” is no lesson."
    case .noExercise(let title): "The lesson “\(title)” hands nothing out."
    }
  }

  var help: String {
    switch self {
    case .exists, .taken: "Choose another name."
    case .begun: "Go on with it, or take it anew into another folder with `--in FOLDER`."
    case .unusableName: "Use a title with letters in it, such as “The first call”."
    case .noFolder: "Make it first, or name another with `--in FOLDER`."
    case .noCourse:
      "Go to the course's folder, or name it with `--in FOLDER`. `rehearse new course NAME` makes"
        + " one."
    case .noCover: "`rehearse check` says what is wrong with course.md."
    case .nothingToCertify: "Make one first: `rehearse new assessment NAME`."
    case .noLesson: "Name a lesson and its course, such as `authoring/first-ten-lines`."
    case .noExercise:
      "Lessons that do have a part called “Mend this”: see those of the course `authoring`."
    }
  }

  var exitCode: Int32 {
    switch self {
    case .exists, .begun, .taken: 73
    default: 65
    }
  }
}

extension UnitKind {
  /// Where files of this kind are put: with a slash at its end, or empty for the course's folder.
  var usualFolder: String {
    switch self {
    case .lesson: "lessons/"
    case .scenario: "scenarios/"
    case .checklist: "checklists/"
    case .aid: "aids/"
    case .course, .assessment, .certification: ""
    }
  }
}
