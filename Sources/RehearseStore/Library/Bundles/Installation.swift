internal import GRDB

/// What installing a course changed.
package struct Installation: Equatable, Sendable {
  package enum Change: Equatable, Sendable {
    case new
    /// This content was installed already.
    case same
    /// There was other content under this id.
    case updated(from: Edition)
    /// The same content was opened from a folder until now.
    case takenFromFolder
  }

  package var change: Change
  package var now: Edition
  /// The folder that the course was opened from until now. It stays as it is.
  package var folder: String?
  /// Unfinished attempts, which go on with the content that they began on.
  package var unfinished: Int
}

/// One state of a course: what people call it, and what it is.
package struct Edition: Equatable, Sendable {
  package var title: String
  package var version: String?
  package var digest: String
}

extension Library {
  /// Keeps a course with all its content, so that it needs its bundle or folder no more. Attempts
  /// that are under way stay on the content that they began on.
  ///
  /// All of it is one transaction: whatever happens, either the course as it was before is there,
  /// or the new one.
  package func install(_ course: PackedCourse, at now: String) throws(StoreError) -> Installation {
    let edition = Edition(title: course.title, version: course.version, digest: course.digest.hex)
    let before = try self.course(course.id)
    let open = try records.openAttempts(AttemptFilter(course: course.id))
    var installation = Installation(
      change: .new, now: edition, folder: before?.folder,
      unfinished: open.count { $0.attempt.snapshot != edition.digest })
    if let before {
      if before.snapshot == edition.digest {
        installation.change = before.folder == nil ? .same : .takenFromFolder
      } else {
        installation.change = .updated(from: editionKept(of: before))
      }
      if installation.change == .same { return installation }
    }
    try records.write { db in
      for file in course.files { _ = try Self.store(file.bytes, in: db) }
      // The course first: storing the manifest points it to its content.
      try db.execute(
        sql: """
          INSERT INTO course (id, title, folder, opened_at) VALUES (?, ?, NULL, ?)
          ON CONFLICT (id) DO UPDATE
          SET title = excluded.title, folder = NULL, opened_at = excluded.opened_at
          """, arguments: .row(course.id, course.title, now))
      try Self.store(course.digest, course: course.id, at: now, in: db)
    }
    return installation
  }

  /// What the record knows of a course: the content that was kept last.
  private func editionKept(of course: LibraryCourse) -> Edition {
    guard let digest = course.snapshot else {
      return Edition(title: course.title, version: nil, digest: "")
    }
    let kept = try? OpenCourse(SnapshotSource(digest, in: self))
    return Edition(title: course.title, version: kept?.outline.version, digest: digest)
  }
}
