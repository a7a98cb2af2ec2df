import RehearseCore
import RehearseStore

/// What a lesson hands out to be mended, in a folder of its own.
struct NewExercise {
  /// From the folder where the program runs.
  var paths: [String]
  var folder: String

  /// - Parameter lesson: the lesson's file, COURSE/UNIT, or its name in the course that one stands in.
  /// - Throws: where there is no such lesson, it has no exercise, or the folder is there already.
  init(_ lesson: String, in parent: String) throws {
    let found = try CourseFinder.findForAuthor(lesson)
    let course = try OpenCourse(found.source)
    guard let name = found.unit else { throw NewFailure.noLesson(lesson) }
    let path = course.authoredPath(name)
    guard let unit = try course.unit(path)?.value, case .lesson(let blocks) = unit.content else {
      throw NewFailure.noLesson(lesson)
    }
    let files = Exercise(blocks).files
    guard CourseFolder.isTaken(parent) else { throw NewFailure.noFolder(parent) }
    guard !files.isEmpty else { throw NewFailure.noExercise(unit.about.title) }
    folder = NewFiles.join(parent, unit.about.id)
    guard !CourseFolder.isTaken(folder) else { throw NewFailure.begun(folder) }
    try CourseFolder.create(folder, files: files.map { ($0.path, $0.text) })
    paths = files.map { [folder] in NewFiles.join(folder, $0.path) }
  }
}
