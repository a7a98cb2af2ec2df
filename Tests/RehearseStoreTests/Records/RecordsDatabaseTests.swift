import Foundation
import Testing

@testable import RehearseStore

@Suite("Opening the record") struct RecordsDatabaseTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func aNewRecordIsMadeForItsOwnerAlone() throws {
    let records = try RecordsDatabase(in: folder.directory)
    #expect(try records.attempts() == [])
    #expect(try folder.names(in: "data").prefix(2) == ["records.lock", "records.sqlite"])
    for (name, mode) in [("", 0o700), ("/records.sqlite", 0o600), ("/records.lock", 0o600)] {
      let status = try #require(DiskFile.status(folder.directory.path + name))
      #expect(status.st_mode & 0o777 == mode)
    }
  }

  @Test func whatIsConfirmedWaitsForTheDisk() throws {
    let records = try RecordsDatabase(in: folder.directory)
    let pragmas = try records.queue.writeWithoutTransaction { db in
      try ["journal_mode", "synchronous", "foreign_keys", "busy_timeout", "recursive_triggers"]
        .map { try String.fetchOne(db, sql: "PRAGMA \($0)") }
    }
    #expect(pragmas == ["wal", "2", "1", "5000", "1"])
  }

  @Test func theFileSaysWhoseItIs() throws {
    _ = try RecordsDatabase(in: folder.directory)
    #expect(try bytes(folder.directory.records)[68..<72] == [0x52, 0x48, 0x52, 0x53])
  }

  @Test func itIsThereAgainTheNextTime() throws {
    do {
      let records = try RecordsDatabase(in: folder.directory)
      try records.begin(attempt(1, snapshot: records.withSnapshot()))
    }
    #expect(try RecordsDatabase(in: folder.directory).attempts().map(\.id) == [uuid(1)])
  }

  @Test func aLaterProgramsRecordIsLeftAlone() throws {
    let path = folder.directory.records
    do {
      let records = try RecordsDatabase(in: folder.directory)
      try records.queue.write {
        try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('v999')")
      }
    }
    let before = try bytes(path)
    #expect(throws: StoreError.newer(path: path)) { try RecordsDatabase(in: folder.directory) }
    #expect(try bytes(path) == before)
  }

  @Test func anotherDatabaseIsLeftAlone() throws {
    try folder.directory.create()
    let path = folder.directory.records
    try folder.writeOtherDatabase(to: path)
    let before = try bytes(path)
    #expect(throws: StoreError.notOurs(path: path)) { try RecordsDatabase(in: folder.directory) }
    #expect(try bytes(path) == before)
  }

  /// Not made anew in silence: there was more in it.
  @Test func anEmptyFileIsADamagedRecord() throws {
    let path = try folder.write("", to: "data/records.sqlite")
    #expect(throws: StoreError.damaged(path: path, detail: "it is empty")) {
      try RecordsDatabase(in: folder.directory)
    }
    #expect(try bytes(path) == [])
  }

  @Test func aFolderInItsPlaceIsReported() throws {
    try FileManager.default.createDirectory(
      atPath: folder.directory.records, withIntermediateDirectories: true)
    let error = #expect(throws: StoreError.self) { try RecordsDatabase(in: folder.directory) }
    guard case .cannotWrite(folder.directory.records, _) = error else {
      Issue.record("\(error as Any)")
      return
    }
  }

  @Test func severalBeginAtOnce() async throws {
    let directory = folder.directory
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...8 {
        group.addTask {
          let records = try RecordsDatabase(in: directory)
          try records.begin(attempt(number, snapshot: records.withSnapshot()))
        }
      }
      try await group.waitForAll()
    }
    let records = try RecordsDatabase(in: directory)
    #expect(try records.attempts().map(\.id).sorted() == (1...8).map(uuid))
    #expect(try !folder.names(in: "data").contains { $0.contains("new") })
  }

  @Test func whileAnotherWritesItWaitsAndThenSaysSo() throws {
    let first = try RecordsDatabase(in: folder.directory)
    let snapshot = try first.withSnapshot()
    let second = try RecordsDatabase(in: folder.directory, patience: .milliseconds(50))
    try first.queue.inDatabase { db in
      try db.beginTransaction(.immediate)
      #expect(throws: StoreError.busy(path: folder.directory.records)) {
        try second.begin(attempt(1, snapshot: snapshot))
      }
      #expect(try second.attempts() == [])
      try db.rollback()
    }
    try second.begin(attempt(1, snapshot: snapshot))
    #expect(try first.attempts().map(\.id) == [uuid(1)])
  }
}
