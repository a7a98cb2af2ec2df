internal import GRDB

extension Library {
  /// Keeps what a sealed course was made from, so that its attempts can be marked here; and the
  /// sealed content itself, against which its other units are replayed. The course on the list stays
  /// as it is.
  ///
  /// - Throws: `StoreError`; `SealedBefore` where the same questions were sealed with another key.
  package func keep(_ content: SealedContent, at now: String) throws {
    // Courses that differ in their keys alone are one when they are sealed.
    if let known = try fullContent(ofSealed: content.sealed.digest.hex) {
      for path in content.units
      where try file(path, inSnapshot: known) != content.full.bytes(of: path) {
        throw SealedBefore(path: path)
      }
    }
    try records.write { db in
      for course in [content.full, content.sealed] {
        for file in course.files { _ = try Self.store(file.bytes, in: db) }
        try Self.storeAside(course.digest, course: course.id, at: now, in: db)
      }
      try db.execute(
        sql: """
          INSERT INTO sealed (digest, source, at) VALUES (?, ?, ?) ON CONFLICT (digest) DO NOTHING
          """, arguments: [content.sealed.digest.hex, content.full.digest.hex, now])
    }
  }

  /// The digest of the full content that a sealed one was made from, where that was done with this
  /// record.
  package func fullContent(ofSealed digest: String) throws(StoreError) -> String? {
    try records.read { db in
      try String.fetchOne(
        db, sql: "SELECT source FROM sealed WHERE digest = ?", arguments: [digest])
    }
  }

  /// Both contents by the digest of the sealed one, where it was packed with this record.
  package func sealedContent(_ digest: String) throws -> SealedContent? {
    guard let source = try fullContent(ofSealed: digest) else { return nil }
    let kept = SnapshotSource(source, in: self)
    let files = try kept.paths().map { path in
      PackedCourse.File(path: path, bytes: try kept.bytes(of: path) ?? [])
    }
    return SealedContent(try PackedCourse(files), digest: digest)
  }
}

/// The questions of a sealed unit were handed out before, and its key was another then: what comes
/// back could not be told apart.
package struct SealedBefore: ExplainedError, Equatable {
  package var path: String

  package var message: String {
    "\(path) was sealed before with the same questions, and its key or its explanations were"
      + " others then. Whatever comes back would be marked by that key."
  }

  package var help: String {
    "Raise `version:` in course.md, so that the two can be told apart, and pack again."
  }

  package var exitCode: Int32 { 65 }
}
