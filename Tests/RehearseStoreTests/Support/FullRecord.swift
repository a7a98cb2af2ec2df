@testable import RehearseStore

extension RecordsDatabase {
  /// Writes something into every table.
  func fillWithSamples(attempts: Int = 3, events count: Int = 5) throws {
    let library = Library(self)
    try library.register("course", title: "Course", folder: "/gone", at: time(0))
    let snapshot = try withSnapshot()
    for number in 1...attempts {
      try begin(
        RehearseStoreTests.attempt(number, snapshot: snapshot, at: number),
        events: RehearseStoreTests.events(1...count))
    }
    try append([], to: uuid(1), outcome: outcome(at: 90))
    try add(
      NoteRecord(
        id: uuid(1), at: time(1), course: "course", unit: "call", attempt: uuid(1), place: "p",
        text: "Ask for the budget last"))
    try add(
      LinkVisitRecord(id: uuid(1), at: time(1), course: "course", unit: "call", url: "https://x"))
  }

  /// All that it answers, to compare two records.
  func everything() throws -> String {
    let library = Library(self)
    var parts: [Any] = try [
      library.courses(), attempts(), openAttempts(), notes(),
      visitedURLs(course: "course", unit: "call").sorted(), lastActivity() as Any,
    ]
    for attempt in try attempts() {
      parts.append(try events(of: attempt.id))
      let source = SnapshotSource(attempt.attempt.snapshot, in: library)
      for path in try source.paths() { parts.append(try source.bytes(of: path) as Any) }
    }
    return parts.map { "\($0)" }.joined(separator: "\n")
  }
}
