internal import GRDB

/// A course on the learner's list, with what there is to know of it.
package struct CatalogueEntry: Equatable, Sendable {
  package var course: LibraryCourse
  package var version: String?
  /// Nil where neither the folder nor any content is left.
  package var files: Int?
  package var bytes: Int?
  package var attempts: Int
  package var unfinished: Int
}

extension Library {
  /// The learner's courses, the one used last first.
  package func catalogue(_ finder: CourseFinder) throws(StoreError) -> [CatalogueEntry] {
    var entries: [CatalogueEntry] = []
    for course in try courses() {
      let attempts = try records.attempts(AttemptFilter(course: course.id))
      let found = try? finder.open(course)
      let extent = try found.flatMap { found throws(StoreError) in
        if let listing = try? found.folder?.listing() { return (listing.files.count, listing.size) }
        return try course.snapshot.map { digest throws(StoreError) in try self.extent(of: digest) }
      }
      entries.append(
        CatalogueEntry(
          course: course,
          version: found.flatMap { try? OpenCourse($0.source).outline.version },
          files: extent?.0, bytes: extent?.1, attempts: attempts.count,
          unfinished: attempts.count(where: \.isOpen)))
    }
    return entries
  }

  /// How many files a snapshot has, and how many bytes they are together.
  private func extent(of snapshot: String) throws(StoreError) -> (Int, Int) {
    try records.read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*), coalesce(sum(length(bytes)), 0)
          FROM snapshot_file JOIN blob ON blob.digest = snapshot_file.blob WHERE snapshot = ?
          """, arguments: [snapshot])
      return try (row?.decode(atIndex: 0) ?? 0, row?.decode(atIndex: 1) ?? 0)
    }
  }
}
