package import RehearseCore

/// Reads a whole course from its folder, with every finding.
package enum CourseFolderReading {
  /// - Throws: `CourseFolderError` where the folder itself cannot be read.
  package static func read(_ folder: CourseFolder) throws(CourseFolderError) -> Reading<Course?> {
    let listing = try folder.listing()
    var reading = Course.read(paths: listing.files) { bytes($0, in: folder) }
    for refused in listing.refused {
      reading.diagnostics.append(
        Diagnostic(
          file: "course.md", problem: refused.asProblem, range: .firstCharacter))
    }
    return reading
  }

  fileprivate static func bytes(
    _ path: String, in folder: CourseFolder
  ) -> Result<[UInt8], CourseFileFailure> {
    do throws(CourseFolderError) {
      guard let bytes = try folder.read(path) else {
        return .failure(CourseFileFailure(reason: "it is gone"))
      }
      return .success(bytes)
    } catch {
      return .failure(CourseFileFailure(reason: error.asReason))
    }
  }
}

extension Manuscript {
  /// Brings it up to what the folder holds now. `open` is what stands in editors, by path: it takes
  /// the place of what is on the disk, where it may not be yet.
  ///
  /// - Throws: `CourseFolderError` where the folder itself cannot be read.
  package mutating func update(
    from folder: CourseFolder, open: [String: [UInt8]]
  ) throws(CourseFolderError) {
    let listing = try folder.listing()
    let paths = Set(listing.files).union(open.keys)
    let refused = listing.refused.map {
      Diagnostic(file: "course.md", problem: $0.asProblem, range: .firstCharacter)
    }
    update(paths: paths.sorted(), refused: refused) { path in
      open[path].map { .success($0) } ?? CourseFolderReading.bytes(path, in: folder)
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
