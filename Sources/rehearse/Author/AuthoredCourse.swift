import Foundation
import RehearseCore
import RehearseStore

extension OpenCourse {
  /// The path of a unit by its name, or of a file that the author names, there or not.
  func authoredPath(_ name: String) -> String {
    names.path(of: name) ?? (name.hasSuffix(".md") ? name : name + ".md")
  }
}

extension CourseFinder {
  /// The course and unit that an author names: a path on disk, a file of the course that they stand
  /// in, or COURSE/UNIT.
  ///
  /// - Throws: `CourseNotFound`, `StoreError`.
  static func findForAuthor(_ words: String) throws -> Found {
    if let found = CourseFinder.fromHere(words) { return found }
    let environment = ProcessInfo.processInfo.environment
    let library = Library(try RecordsDatabase(in: DataDirectory(environment: environment)))
    return try CourseFinder(
      library: library, shelves: CourseFinder.shelves(environment: environment)
    ).find(words)
  }

  /// A path on disk, or a file of the course that one stands in, or in a folder of.
  static func fromHere(_ words: String) -> Found? {
    if let found = CourseFinder.onDisk(words) { return found }
    let path = URL(fileURLWithPath: words).path
    return FileManager.default.fileExists(atPath: path) ? CourseFinder.onDisk(path) : nil
  }
}
