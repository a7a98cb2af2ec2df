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
        return .failure(CourseFileFailure(reason: error.asReason))
      }
    }
    for refused in listing.refused {
      reading.diagnostics.append(
        Diagnostic(
          file: "course.md", problem: refused.asProblem, range: .firstCharacter))
    }
    return reading
  }
}

extension CourseFolderError {
  /// The message as a part of a sentence.
  fileprivate var asReason: String {
    message.hasSuffix(".") ? String(message.dropLast()) : message
  }

  fileprivate var asProblem: Problem {
    if case .linkOut(let path) = self {
      .linkedOutside(path: path)
    } else {
      .cannotRead(reason: asReason)
    }
  }
}
