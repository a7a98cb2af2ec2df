import Foundation
import RehearseStore
import Testing

@testable import rehearse

/// A course that was installed, in a program that has it open.
@Suite struct InstalledCourseTests {
  /// Another program installs a new version between opening and beginning.
  @Test func whatIsOpenIsWhatIsFiled() throws {
    let files = try Folder()
    let folder = try files.copyCourse()
    let records = try RecordsDatabase.inMemory()
    let library = Library(records)
    let now = "2026-11-22T09:00:00Z"
    func install() throws -> String {
      try library.install(PackedCourse(CourseFolder(folder)), at: now).now.digest
    }
    let old = try install()
    let console = LineConsole(
      .script([]), output: TextOutput(), theme: .unstyled, echoes: true, isInteractive: false,
      size: (80, nil))
    let place = Workplace(console: console, records: records, environment: [:])
    let finder = CourseFinder(library: library, shelves: [])
    let room = try CourseRoom(place, try finder.find("handover"))
    #expect(
      try files.replace("A quiet word", with: "A loud word", in: "course/scenarios/quiet-word.md"))
    let new = try install()
    #expect(old != new)
    #expect(try room.takeSnapshot() == old)
    _ = try room.play("scenarios/quiet-word.md", mode: .practice)
    #expect(try records.attempts().map(\.attempt.snapshot) == [old])
    let later = try CourseRoom(place, try finder.find("handover"))
    #expect(try later.takeSnapshot() == new)
  }
}
