import Foundation
import RehearseStore

extension CourseFinder {
  /// The course and unit that an author names: a path on disk, a file of the course that they stand
  /// in, or COURSE/UNIT.
  ///
  /// - Throws: `CourseNotFound`, `StoreError`.
  static func findForAuthor(_ words: String) throws -> Found {
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
