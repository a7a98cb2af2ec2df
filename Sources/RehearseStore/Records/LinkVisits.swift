internal import GRDB

/// A web page that the learner said to have opened from a unit.
package struct LinkVisitRecord: Equatable, Sendable, Identifiable {
  /// A UUID in lower case.
  package var id: String
  package var at: String
  package var course: String
  package var unit: String
  package var url: String

  package init(id: String, at: String, course: String, unit: String, url: String) {
    self.id = id
    self.at = at
    self.course = course
    self.unit = unit
    self.url = url
  }
}

extension RecordsDatabase {
  package func add(_ visit: LinkVisitRecord) throws(StoreError) {
    try write { db in
      try db.execute(
        sql: "INSERT INTO link_visit (id, at, course, unit, url) VALUES (?, ?, ?, ?, ?)",
        arguments: .row(visit.id, visit.at, visit.course, visit.unit, visit.url))
    }
  }

  package func visitedURLs(course: String, unit: String) throws(StoreError) -> Set<String> {
    try read { db in
      Set(
        try Row.fetchAll(
          db, sql: "SELECT DISTINCT url FROM link_visit WHERE course = ? AND unit = ?",
          arguments: [course, unit]
        ).map { try $0.decode(String.self, atIndex: 0) })
    }
  }
}
