internal import GRDB

/// Something that the learner wrote down.
package struct NoteRecord: Equatable, Sendable, Identifiable {
  /// A UUID in lower case.
  package var id: String
  package var at: String
  package var course: String
  package var unit: String
  package var attempt: String?
  /// Where in the unit, in the engine's words.
  package var place: String
  package var text: String

  package init(
    id: String, at: String, course: String, unit: String, attempt: String? = nil, place: String,
    text: String
  ) {
    self.id = id
    self.at = at
    self.course = course
    self.unit = unit
    self.attempt = attempt
    self.place = place
    self.text = text
  }
}

extension RecordsDatabase {
  package func add(_ note: NoteRecord) throws(StoreError) {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO note (id, at, course, unit, attempt, place, text)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: .row(
          note.id, note.at, note.course, note.unit, note.attempt, note.place, note.text
        ))
    }
  }

  /// In the order in which they were written.
  package func notes(
    course: String? = nil, unit: String? = nil
  ) throws(StoreError) -> [NoteRecord] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, at, course, unit, attempt, place, text FROM note
          WHERE (?1 IS NULL OR course = ?1) AND (?2 IS NULL OR unit = ?2)
          ORDER BY at, rowid
          """, arguments: [course, unit]
      ).map { row in
        NoteRecord(
          id: try row.decode(atIndex: 0), at: try row.decode(atIndex: 1),
          course: try row.decode(atIndex: 2), unit: try row.decode(atIndex: 3),
          attempt: try row.decode(atIndex: 4), place: try row.decode(atIndex: 5),
          text: try row.decode(atIndex: 6))
      }
    }
  }
}
