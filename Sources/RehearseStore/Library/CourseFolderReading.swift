package import RehearseCore

/// Reads a whole course from its folder, with every finding.
package enum CourseFolderReading {
  /// - Throws: `CourseFolderError` where the folder itself cannot be read.
  package static func read(_ folder: CourseFolder) throws(CourseFolderError) -> Reading<Course?> {
    let listing = try folder.listing()
    var reading = Course.read(paths: listing.files) { path in
      do throws(CourseFolderError) {
        guard let bytes = try folder.read(path) else {
          return .failure(CourseFileFailure(reason: "it is gone"))
        }
        return .success(bytes)
      } catch {
        return .failure(CourseFileFailure(reason: error.message))
      }
    }
    for refused in listing.refused {
      reading.diagnostics.append(
        Diagnostic(
          file: "course.md", problem: .cannotRead(reason: refused.message),
          range: .firstCharacter))
    }
    return reading
  }
}
