internal import GRDB

/// A course that this learner has opened.
package struct LibraryCourse: Equatable, Sendable, Identifiable {
  package var id: String
  package var title: String
  /// Where it was opened last, if from a folder; it may be gone by now.
  package var folder: String?
  /// The digest of the content that it had when a snapshot was taken last.
  package var snapshot: String?
  package var openedAt: String
}

/// The courses that were opened, and their content by digest.
package struct Library: Sendable {
  let records: RecordsDatabase

  package init(_ records: RecordsDatabase) { self.records = records }

  /// Remembers a course, or that it was opened again, perhaps under another title or elsewhere.
  package func register(
    _ id: String, title: String, folder: String?, at now: String
  ) throws(StoreError) {
    try records.write { db in
      try db.execute(
        sql: """
          INSERT INTO course (id, title, folder, opened_at) VALUES (?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE
          SET title = excluded.title, folder = excluded.folder, opened_at = excluded.opened_at
          """, arguments: .row(id, title, folder, now))
    }
  }

  /// The course that was used last, opened or played, comes first.
  package func courses() throws(StoreError) -> [LibraryCourse] {
    try records.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, title, folder, snapshot, opened_at FROM course
          ORDER BY max(
            opened_at,
            coalesce((SELECT max(begun_at) FROM attempt WHERE attempt.course = course.id), '')
          ) DESC, id
          """
      ).map { row in
        LibraryCourse(
          id: try row.decode(atIndex: 0), title: try row.decode(atIndex: 1),
          folder: try row.decode(atIndex: 2), snapshot: try row.decode(atIndex: 3),
          openedAt: try row.decode(atIndex: 4))
      }
    }
  }

  package func course(_ id: String) throws(StoreError) -> LibraryCourse? {
    try courses().first { $0.id == id }
  }

  /// Takes the course off the list. Its snapshots and attempts stay.
  package func forget(_ id: String) throws(StoreError) {
    try records.write { try $0.execute(sql: "DELETE FROM course WHERE id = ?", arguments: [id]) }
  }
}
