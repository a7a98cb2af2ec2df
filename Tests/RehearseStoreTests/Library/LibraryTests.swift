import Foundation
import Synchronization
import Testing

@testable import RehearseStore

@Suite("The library") struct LibraryTests {
  let folder: TemporaryFolder
  let records: RecordsDatabase
  let library: Library

  init() throws {
    folder = try TemporaryFolder()
    records = try RecordsDatabase.inMemory()
    library = Library(records)
    try folder.write("# Course\n", to: "course.md")
    try folder.write("Hello", to: "scenes/call.md")
  }

  private func count(_ table: String) throws -> Int? {
    try records.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") }
  }

  @Test func coursesThatWereOpenedLastComeFirst() throws {
    try library.register("a", title: "A", folder: "/a", at: time(1))
    try library.register("b", title: "B", folder: nil, at: time(2))
    #expect(try library.courses().map(\.id) == ["b", "a"])
    try library.register("a", title: "A again", folder: "/moved", at: time(3))
    #expect(
      try library.courses() == [
        LibraryCourse(id: "a", title: "A again", folder: "/moved", openedAt: time(3)),
        LibraryCourse(id: "b", title: "B", openedAt: time(2)),
      ])
    #expect(try library.course("b")?.title == "B")
    try library.forget("a")
    #expect(try library.course("a") == nil)
  }

  @Test func aSnapshotOutlivesItsFolder() throws {
    let course = try CourseFolder(folder.path)
    try library.register("a", title: "A", folder: folder.path, at: time(1))
    let digest = try library.takeSnapshot(of: course, course: "a", at: time(1))
    try FileManager.default.removeItem(atPath: folder.path)
    let source = SnapshotSource(digest, in: library)
    #expect(try source.paths() == ["course.md", "scenes/call.md"])
    #expect(try source.bytes(of: "scenes/call.md") == Array("Hello".utf8))
    #expect(try source.bytes(of: "scenes/../course.md") == Array("# Course\n".utf8))
    #expect(try source.bytes(of: "missing.md") == nil)
    #expect(try source.bytes(of: "../missing.md") == nil)
    #expect(try CourseDigest(of: source).hex == digest)
    #expect(try library.course("a")?.snapshot == digest)
  }

  @Test func theSameContentTakesNoSpaceAgain() throws {
    let course = try CourseFolder(folder.path)
    let first = try library.takeSnapshot(of: course, course: "a", at: time(1))
    #expect(try library.takeSnapshot(of: course, course: "a", at: time(2)) == first)
    #expect(try [count("blob"), count("snapshot"), count("snapshot_file")] == [2, 1, 2])

    try folder.write("Hello again", to: "scenes/call.md")
    let second = try library.takeSnapshot(of: course, course: "a", at: time(3))
    #expect(second != first)
    #expect(try [count("blob"), count("snapshot"), count("snapshot_file")] == [3, 2, 4])
    #expect(try library.file("scenes/call.md", inSnapshot: first) == Array("Hello".utf8))
    #expect(try library.file("scenes/call.md", inSnapshot: second) == Array("Hello again".utf8))
  }

  @Test func aCourseThatGoesBackToOldContentIsThatContentAgain() throws {
    try library.register("a", title: "A", folder: folder.path, at: time(1))
    let course = try CourseFolder(folder.path)
    let first = try library.takeSnapshot(of: course, course: "a", at: time(1))
    try folder.write("Changed", to: "scenes/call.md")
    let second = try library.takeSnapshot(of: course, course: "a", at: time(2))
    #expect(try library.course("a")?.snapshot == second)
    try folder.write("Hello", to: "scenes/call.md")
    _ = try library.takeSnapshot(of: course, course: "a", at: time(3))
    #expect(try library.course("a")?.snapshot == first)
    try library.register("a", title: "A", folder: nil, at: time(4))
    #expect(try library.course("a")?.snapshot == first)
  }

  @Test func emptyAndBinaryFilesAreKeptAsTheyAre() throws {
    let course = try CourseFolder(folder.path)
    let every = (0...255).map { UInt8($0) }
    try folder.write([], to: "empty.md")
    try folder.write(every, to: "image.png")
    let digest = try library.takeSnapshot(of: course, course: "a", at: time(1))
    #expect(try library.file("empty.md", inSnapshot: digest) == [])
    #expect(try library.file("image.png", inSnapshot: digest) == every)
  }

  @Test func anUnknownSnapshotIsReported() throws {
    try records.withSnapshot()
    #expect(throws: StoreError.noSuchSnapshot(digest: "0")) { try library.paths(inSnapshot: "0") }
    #expect(try library.file("course.md", inSnapshot: "0") == nil)
    #expect(try !library.snapshotExists("0"))
  }

  @Test func aFolderThatCannotBeReadLeavesNothing() throws {
    struct Failing: CourseSource {
      func paths() -> [String] { ["a.md", "b.md"] }
      func bytes(of path: String) throws -> [UInt8]? {
        // Fails the second time the files are read, which is when they are stored.
        if path == "b.md", reads.count() > 1 { throw CourseFolderError.noPermission(path: path) }
        return [1]
      }
      let reads = Counter()
    }
    #expect(throws: CourseFolderError.noPermission(path: "b.md")) {
      try library.takeSnapshot(of: Failing(), course: "a", at: time(1))
    }
    #expect(try [count("blob"), count("snapshot"), count("snapshot_file")] == [0, 0, 0])
  }
}

private final class Counter: Sendable {
  private let value = Mutex(0)
  func count() -> Int {
    value.withLock {
      $0 += 1
      return $0
    }
  }
}
