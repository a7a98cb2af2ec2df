#if canImport(Glibc)
  internal import Glibc
#endif

/// Finds the course, and the unit in it, that a few words on the command line mean.
package struct CourseFinder: Sendable {
  /// What was found: the course's folder (or the content kept of it), and the unit's path or name
  /// as far as one was named.
  package struct Found: Sendable {
    package var source: any CourseSource
    package var folder: CourseFolder?
    package var unit: String?

    package init(source: any CourseSource, folder: CourseFolder?, unit: String? = nil) {
      self.source = source
      self.folder = folder
      self.unit = unit
    }
  }

  private let library: Library
  private let shelves: [String]

  /// `shelves` are folders with courses in them, looked through in their order.
  package init(library: Library, shelves: [String]) {
    self.library = library
    self.shelves = shelves
  }

  /// `REHEARSE_COURSES` (several with colons between), `courses` here, and what is installed with
  /// the program.
  package static func shelves(environment: [String: String]) -> [String] {
    var shelves = (environment["REHEARSE_COURSES"] ?? "").split(separator: ":").map(String.init)
    shelves.append("courses")
    if let program = CourseFolder.resolved("/proc/self/exe"),
      let slash = program.lastIndex(of: "/")
    {
      shelves.append(program[..<slash] + "/../share/rehearse/courses")
    }
    return shelves
  }

  /// `courses/consulting`, `courses/consulting/final.md`, `consulting`, `consulting/final`; in a
  /// course's folder also `final`.
  ///
  /// - Throws: `CourseNotFound`, `StoreError`.
  package func find(_ words: String) throws -> Found {
    if let found = Self.onDisk(words) { return found }
    // It is no name of a course, and no file of the one that stands here.
    guard !words.hasPrefix("/") else {
      throw NoCourseAround(path: words, exists: access(words, F_OK) == 0)
    }
    let parts = words.split(separator: "/", maxSplits: 1).map(String.init)
    guard let name = parts.first else { throw CourseNotFound(name: words) }
    let unit = parts.count == 2 ? parts[1] : nil
    if let course = try library.course(name) {
      return try open(course, unit: unit)
    }
    for shelf in shelves {
      if let folder = Self.courseFolder(shelf + "/" + name) {
        return Found(source: FolderSource(folder), folder: folder, unit: unit)
      }
    }
    if let here = Self.courseFolder(".") {
      return Found(source: FolderSource(here), folder: here, unit: words)
    }
    throw CourseNotFound(name: words)
  }

  /// A course that was opened before: from its folder, or from the content that was kept where the
  /// folder is gone.
  package func open(_ course: LibraryCourse, unit: String? = nil) throws -> Found {
    if let path = course.folder, let folder = Self.courseFolder(path) {
      return Found(source: FolderSource(folder), folder: folder, unit: unit)
    }
    guard let snapshot = course.snapshot else { throw CourseNotFound(name: course.id) }
    return Found(source: SnapshotSource(snapshot, in: library), folder: nil, unit: unit)
  }

  /// The folders with a course on the shelves.
  package func onShelves() -> [CourseFolder] {
    shelves.flatMap { shelf -> [CourseFolder] in
      Self.folders(in: shelf).compactMap { Self.courseFolder(shelf + "/" + $0) }
    }
  }

  /// The course's folder that a path is or lies in; the path itself where there is none.
  package static func folder(of path: String) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    while parts.last == "", parts.count > 1 { parts.removeLast() }
    for count in stride(from: parts.count, through: 0, by: -1) {
      let folder = count == 0 ? "." : parts[..<count].joined(separator: "/")
      if access((folder.isEmpty ? "/" : folder) + "/course.md", F_OK) == 0 { return folder }
      if count == parts.count, path.hasSuffix(".md") { continue }
      if count == parts.count { return path }
    }
    return path
  }

  /// A folder or file that exists: the longest beginning that is a course's folder, and the rest as
  /// the unit.
  package static func onDisk(_ words: String) -> Found? {
    var parts = words.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    while parts.last == "", parts.count > 1 { parts.removeLast() }
    for count in stride(from: parts.count, through: 1, by: -1) {
      let path = parts[..<count].joined(separator: "/")
      guard let folder = courseFolder(path.isEmpty ? "/" : path) else { continue }
      let rest = parts[count...].joined(separator: "/")
      return Found(
        source: FolderSource(folder), folder: folder, unit: rest.isEmpty ? nil : rest)
    }
    return nil
  }

  private static func courseFolder(_ path: String) -> CourseFolder? {
    guard access(path + "/course.md", F_OK) == 0 else { return nil }
    return try? CourseFolder(path)
  }

  private static func folders(in path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}

/// Nothing here is a course of that name.
package struct CourseNotFound: ExplainedError, Equatable {
  package var name: String

  package var message: String { "There is no course “\(name)” here." }
  package var help: String {
    "Name a course's folder, such as courses/consulting, or the id of one that you opened before."
  }
  package var exitCode: Int32 { 65 }
}

/// A path from the root of the disk that is in no course's folder.
package struct NoCourseAround: ExplainedError, Equatable {
  package var path: String
  package var exists: Bool

  package var message: String {
    exists
      ? "“\(path)” is in no course."
      : "There is no course in “\(path)”: nothing of that name is there."
  }
  package var help: String {
    "A course is a folder with a course.md in it. Name the folder, or a file in it."
  }
  package var exitCode: Int32 { 65 }
}
