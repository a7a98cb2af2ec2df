import Testing

@testable import RehearseStore

@Suite("Notes and visits") struct NoteTests {
  let records: RecordsDatabase

  init() throws { records = try RecordsDatabase.inMemory() }

  private func note(_ number: Int, course: String = "a", unit: String = "u", at: Int) -> NoteRecord
  {
    NoteRecord(
      id: uuid(number), at: time(at), course: course, unit: unit, place: "scene opening",
      text: "„Größe“ 🙂\nsecond line \(number)")
  }

  @Test func notesAreReadInTheOrderOfWriting() throws {
    let notes = [
      note(3, at: 1), note(1, at: 2), note(2, course: "b", at: 2), note(4, unit: "v", at: 9),
    ]
    for note in notes { try records.add(note) }
    #expect(try records.notes() == notes)
    #expect(try records.notes(course: "b") == [notes[2]])
    #expect(try records.notes(course: "a", unit: "u") == [notes[0], notes[1]])
    #expect(try records.notes(course: "c") == [])
  }

  @Test func aNoteMayBelongToAnAttempt() throws {
    let snapshot = try records.withSnapshot()
    var note = note(1, at: 1)
    note.attempt = uuid(9)
    #expect(throws: StoreError.self) { try records.add(note) }
    try records.begin(attempt(9, snapshot: snapshot))
    try records.add(note)
    #expect(try records.notes() == [note])
  }

  @Test func pagesThatWereVisited() throws {
    let visits = [("a", "u", "https://x"), ("a", "u", "https://x"), ("a", "u", "https://y")]
    for (number, visit) in (visits + [("a", "v", "https://z"), ("b", "u", "https://w")])
      .enumerated()
    {
      try records.add(
        LinkVisitRecord(
          id: uuid(number), at: time(number), course: visit.0, unit: visit.1, url: visit.2))
    }
    #expect(try records.visitedURLs(course: "a", unit: "u") == ["https://x", "https://y"])
    #expect(try records.visitedURLs(course: "b", unit: "v") == [])
  }
}
