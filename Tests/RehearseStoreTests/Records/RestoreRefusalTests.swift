import Foundation
import Testing

@testable import RehearseStore

@Suite("What is not restored") struct RestoreRefusalTests {
  let folder: TemporaryFolder
  let directory: DataDirectory
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    directory = folder.directory
    path = folder.path + "/backup.sqlite"
    let records = try RecordsDatabase(in: directory)
    try records.fillWithSamples(attempts: 20, events: 40)
    try records.backup(to: path)
  }

  /// Refuses `path`, and leaves the record, the backup and their folders as they were.
  private func refusal() throws -> StoreError? {
    let before = try state()
    let error = #expect(throws: StoreError.self) {
      try RecordsDatabase.restore(from: path, in: directory, at: "2026-11-22T07:40:05Z")
    }
    #expect(try state() == before)
    return error
  }

  private func state() throws -> [String: [UInt8]] {
    var state: [String: [UInt8]] = [:]
    for name in try folder.names() where name != "data" {
      state[name] = try bytes(folder.path + "/" + name)
    }
    for name in try folder.names(in: "data") {
      state["data/" + name] = try bytes(directory.path + "/" + name)
    }
    return state
  }

  private func change(_ sql: String) throws {
    try RecordsDatabase.inMemory().queue.writeWithoutTransaction { db in
      try db.execute(sql: "ATTACH ? AS other", arguments: [path])
      try db.execute(sql: "PRAGMA foreign_keys = OFF; " + sql + "; DETACH other")
    }
  }

  @Test func aFileThatIsNotThere() throws {
    try FileManager.default.removeItem(atPath: path)
    #expect(
      try refusal()
        == .backupRefused(.cannotRead(path: path, detail: "No such file or directory")))
  }

  @Test func aFolder() throws {
    try FileManager.default.removeItem(atPath: path)
    let folder = DataDirectory(path: path)
    try folder.create()
    #expect(throws: StoreError.backupRefused(.cannotRead(path: path, detail: "Is a directory"))) {
      try RecordsDatabase.restore(from: path, in: directory, at: "2026-11-22T07:40:05Z")
    }
  }

  @Test func anEmptyFile() throws {
    try folder.write("", to: "backup.sqlite")
    #expect(try refusal() == .backupRefused(.damaged(path: path, detail: "it is empty")))
  }

  @Test(arguments: [1, 100, 1000])
  func someOtherFile(lines: Int) throws {
    try folder.write(String(repeating: "Dear diary,\n", count: lines), to: "backup.sqlite")
    #expect(try refusal() == .backupRefused(.notOurs(path: path)))
  }

  @Test func someOtherDatabase() throws {
    try FileManager.default.removeItem(atPath: path)
    try folder.writeOtherDatabase(to: path)
    #expect(try refusal() == .backupRefused(.notOurs(path: path)))
  }

  @Test func someOtherDatabaseUnderOurName() throws {
    try FileManager.default.removeItem(atPath: path)
    try folder.writeOtherDatabase(to: path)
    try change("PRAGMA other.application_id = \(RecordsSchema.applicationID)")
    #expect(try refusal() == .backupRefused(.notOurs(path: path)))
  }

  @Test func aRecordOfALaterProgram() throws {
    try change("INSERT INTO other.grdb_migrations VALUES ('v999')")
    #expect(try refusal() == .backupRefused(.newer(path: path)))
  }

  @Test(arguments: [
    "DROP TRIGGER other.event_stays",
    """
    CREATE TRIGGER other.pass AFTER INSERT ON event
      BEGIN INSERT INTO note SELECT NEW.attempt, NEW.at, 'c', 'u', NULL, 'p', 't'; END
    """,
    "ALTER TABLE other.outcome ADD COLUMN extra TEXT",
    "DROP TABLE other.link_visit",
  ])
  func aRecordWithOtherTablesOrTriggers(sql: String) throws {
    try change(sql)
    #expect(try refusal() == .backupRefused(.notOurs(path: path)))
  }

  @Test func aRecordWithSomethingMissing() throws {
    try change(
      """
      DROP TRIGGER other.snapshot_is_kept; DELETE FROM other.snapshot;
      CREATE TRIGGER other.snapshot_is_kept BEFORE DELETE ON snapshot
        BEGIN SELECT RAISE(ABORT, 'snapshot only grows'); END
      """)
    #expect(
      try refusal() == .backupRefused(.damaged(path: path, detail: "a part of it is missing")))
  }

  @Test func aCourseFileThatWasChanged() throws {
    var content = try bytes(path)
    let range = try #require(content.firstRange(of: Array("# Course\n".utf8)))
    content[range.lowerBound] = UInt8(ascii: "!")
    try folder.write(content, to: "backup.sqlite")
    #expect(
      try refusal()
        == .backupRefused(.damaged(path: path, detail: "a course file was changed in it")))
  }

  @Test(arguments: [0.05, 0.3, 0.5, 0.8, 0.99])
  func aFileThatWasCutShort(part: Double) throws {
    let content = try bytes(path)
    try folder.write(Array(content.prefix(Int(Double(content.count) * part))), to: "backup.sqlite")
    guard case .backupRefused(.damaged(path, _)) = try refusal() else {
      Issue.record("not reported as damaged")
      return
    }
  }

  @Test func aPageInTheMiddleThatWasOverwritten() throws {
    var content = try bytes(path)
    let page = 4096
    for start in stride(from: page, to: content.count, by: page) {
      let good = content[start..<start + page]
      for offset in start..<start + 12 { content[offset] ^= 0xFF }
      try folder.write(content, to: "backup.sqlite")
      guard case .backupRefused(.damaged(path, _)) = try refusal() else {
        Issue.record("page \(start / page) is not reported as damaged")
        return
      }
      content.replaceSubrange(start..<start + page, with: good)
    }
  }
}
