package import RehearseCore

/// Reads a whole course from its folder, with every finding.
package enum CourseFolderReading {
  /// What stands in an editor and not yet on the disk.
  package struct UnsavedFile: Sendable {
    /// The path from the course folder; there need not be such a file yet.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// The course, and what reading found; the rules are not asked.
  ///
  /// - Throws: `CourseFolderError` where the folder itself cannot be read.
  package static func read(_ folder: CourseFolder) throws(CourseFolderError) -> Reading<Course?> {
    try read(folder, unsaved: nil)
  }

  /// The course, and everything there is to say about it, by file and line.
  ///
  /// - Throws: `CourseFolderError` where the folder itself cannot be read.
  package static func review(
    _ folder: CourseFolder, unsaved: UnsavedFile? = nil
  ) throws(CourseFolderError) -> Reading<Course?> {
    var reading = try read(folder, unsaved: unsaved)
    reading.diagnostics = CourseReview.diagnostics(of: reading) {
      bytes(of: $0, in: folder, unsaved: unsaved)
    }
    return reading
  }

  /// The same with the review that the findings come from; nil where there is no course to review.
  package static func reviewed(
    _ folder: CourseFolder
  ) throws(CourseFolderError) -> (reading: Reading<Course?>, review: CourseReview?) {
    var reading = try read(folder, unsaved: nil)
    let review = reading.value.map { CourseReview($0) }
    if let review {
      reading.diagnostics = review.diagnostics(of: reading) {
        bytes(of: $0, in: folder, unsaved: nil)
      }
    }
    return (reading, review)
  }

  private static func read(
    _ folder: CourseFolder, unsaved: UnsavedFile?
  ) throws(CourseFolderError) -> Reading<Course?> {
    let listing = try folder.listing()
    var paths = listing.files
    if let unsaved, !paths.contains(unsaved.path) { paths.append(unsaved.path) }
    var reading = Course.read(paths: paths) { bytes(of: $0, in: folder, unsaved: unsaved) }
    reading.diagnostics += listing.findings
    return reading
  }

  static func bytes(
    of path: String, in folder: CourseFolder, unsaved: UnsavedFile?
  ) -> Result<[UInt8], CourseFileFailure> {
    if let unsaved, unsaved.path == path { return .success(unsaved.bytes) }
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

extension CourseFolder {
  /// The path from the course folder of a file that an editor names: from that folder, from the
  /// working directory, or from the root of the disk. The file need not be there yet.
  ///
  /// - Throws: `.outside`, `.hidden`, `.unusableName`, or why the folder cannot be read.
  package func coursePath(of name: String) throws(CourseFolderError) -> String {
    let isAbsolute = name.utf8.first == UInt8(ascii: "/")
    if !isAbsolute, let path = try? CoursePath.normalized(name), try files().contains(path) {
      return path
    }
    var parts = name.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    if let last = parts.popLast(), last != "..", last != ".",
      let above = Self.resolved((isAbsolute ? "/" : "./") + parts.joined(separator: "/")),
      contains(above)
    {
      let inner = (above + "/" + last).utf8.dropFirst(root.utf8.count)
      return try CoursePath.normalized(
        String(Substring(inner.drop { $0 == UInt8(ascii: "/") })))
    }
    guard !isAbsolute else { throw .outside(path: name) }
    return try CoursePath.normalized(name)
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

  var asProblem: Problem {
    if case .linkOut(let path) = self {
      .linkedOutside(path: path)
    } else {
      .cannotRead(reason: asReason)
    }
  }
}
