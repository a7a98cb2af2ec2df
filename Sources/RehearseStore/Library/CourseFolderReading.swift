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
    reading.diagnostics += listing.findings
    return reading
  }
}

extension CourseListing {
  /// What was left out, as findings about the course.
  var findings: [Diagnostic] {
    refused.map {
      Diagnostic(file: "course.md", problem: $0.asProblem, range: .firstCharacter)
    }
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
