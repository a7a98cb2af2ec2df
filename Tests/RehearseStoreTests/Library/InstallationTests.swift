import Foundation
import Testing

@testable import RehearseStore

@Suite("Installing") struct InstallationTests {
  private func next(_ version: String) throws -> PackedCourse {
    var files = smallCourse
    files["course.md"] = smallCourse["course.md"]?
      .replacingOccurrences(of: "version: 1.0", with: "version: \(version)")
    return try packed(files)
  }

  @Test func aCourseNeedsItsFileNoMore() throws {
    let library = Library(try .inMemory())
    let course = try packed(smallCourse)
    let installation = try library.install(course, at: time(1))
    #expect(installation.change == .new)
    let known = try #require(try library.course("two-pages"))
    #expect(known.folder == nil)
    #expect(known.snapshot == course.digest.hex)
    #expect(known.openedAt == time(1))
    let found = try CourseFinder(library: library, shelves: []).find("two-pages/first")
    #expect(found.unit == "first")
    for file in course.files { #expect(try found.source.bytes(of: file.path) == file.bytes) }
    #expect(try found.source.paths() == course.paths())
  }

  @Test func theSameIsNothingNew() throws {
    let library = Library(try .inMemory())
    let course = try packed(smallCourse)
    _ = try library.install(course, at: time(1))
    #expect(try library.install(course, at: time(9)).change == .same)
    #expect(try library.course("two-pages")?.openedAt == time(1))
  }

  @Test func attemptsStayOnTheirContent() throws {
    let records = try RecordsDatabase.inMemory()
    let library = Library(records)
    let first = try packed(smallCourse)
    _ = try library.install(first, at: time(1))
    for (number, ended) in [(1, false), (2, true)] {
      try records.begin(
        attempt(number, course: "two-pages", unit: "first.md", snapshot: first.digest.hex),
        outcome: ended ? outcome(at: 5) : nil)
    }
    let second = try next("2.0")
    let installation = try library.install(second, at: time(9))
    #expect(
      installation.change
        == .updated(from: Edition(title: "Two pages", version: "1.0", digest: first.digest.hex)))
    #expect(installation.now.version == "2.0")
    #expect(installation.unfinished == 1)
    #expect(try library.course("two-pages")?.snapshot == second.digest.hex)
    #expect(
      try library.file("course.md", inSnapshot: first.digest.hex) == first.bytes(of: "course.md"))
    // And back again.
    #expect(try library.install(first, at: time(10)).now.version == "1.0")
    #expect(try library.course("two-pages")?.snapshot == first.digest.hex)
  }

  @Test func inThePlaceOfAFolder() throws {
    let folder = try TemporaryFolder()
    for (path, text) in smallCourse { try folder.write(text, to: "course/" + path) }
    let library = Library(try .inMemory())
    let opened = try CourseFolder(folder.path + "/course")
    try library.register("two-pages", title: "Two pages", folder: opened.root, at: time(1))
    _ = try library.takeSnapshot(of: opened, course: "two-pages", at: time(1))
    let installation = try library.install(try packed(smallCourse), at: time(2))
    #expect(installation.change == .takenFromFolder)
    #expect(installation.folder == opened.root)
    #expect(try library.course("two-pages")?.folder == nil)
  }

  /// A record that refuses the last write keeps nothing of those before it.
  @Test func allOrNothing() throws {
    let records = try RecordsDatabase.inMemory()
    let library = Library(records)
    let first = try packed(smallCourse)
    _ = try library.install(first, at: time(1))
    try records.queue.write { db in
      try db.execute(
        sql: """
          CREATE TRIGGER refuses BEFORE UPDATE OF snapshot ON course
          BEGIN SELECT RAISE(ABORT, 'no'); END
          """)
    }
    let second = try next("2.0")
    #expect(throws: StoreError.self) { try library.install(second, at: time(2)) }
    #expect(try !library.snapshotExists(second.digest.hex))
    let known = try #require(try library.course("two-pages"))
    #expect(known.snapshot == first.digest.hex && known.openedAt == time(1))
  }

  @Test func theCatalogue() throws {
    let folder = try TemporaryFolder()
    try folder.write(smallCourse["course.md"] ?? "", to: "open/course.md")
    let records = try RecordsDatabase.inMemory()
    let library = Library(records)
    let course = try packed(smallCourse)
    _ = try library.install(course, at: time(1))
    try records.begin(attempt(1, course: "two-pages", snapshot: course.digest.hex))
    let opened = try CourseFolder(folder.path + "/open")
    try library.register("open", title: "Open", folder: opened.root, at: time(2))
    try library.register("gone", title: "Gone", folder: folder.path + "/gone", at: time(3))
    let entries = try library.catalogue(CourseFinder(library: library, shelves: []))
    #expect(entries.map(\.course.id) == ["gone", "open", "two-pages"])
    #expect(entries.map(\.version) == [nil, "1.0", "1.0"])
    #expect(entries.map(\.files) == [nil, 1, 4])
    #expect(entries.map(\.bytes) == [nil, smallCourse["course.md"]?.utf8.count, course.size])
    #expect(entries.map(\.attempts) == [0, 0, 1])
    #expect(entries.map(\.unfinished) == [0, 0, 1])
  }
}
