package import RehearseCore

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
      open[path].map { .success($0) }
        ?? CourseFolderReading.bytes(of: path, in: folder, unsaved: nil)
    }
  }
}
