import Foundation
import Testing

@testable import RehearseStore

@Suite("Restoring") struct RestoreTests {
  let folder: TemporaryFolder
  let directory: DataDirectory
  /// A backup that was made when there were three attempts.
  let backup: String
  let content: String
  static let now = "2026-11-22T07:40:05Z"
  var aside: String { directory.path + "/records-before-restore-20261122-074005.sqlite" }

  /// The record goes on after the backup with a fourth attempt.
  init() throws {
    folder = try TemporaryFolder()
    directory = folder.directory
    backup = folder.path + "/backup.sqlite"
    let records = try RecordsDatabase(in: directory)
    try records.fillWithSamples()
    try records.backup(to: backup)
    content = try records.everything()
    try records.begin(attempt(4, snapshot: records.withSnapshot(), at: 1000))
  }

  @discardableResult
  private func restore(from path: String? = nil) throws -> Restoration {
    try RecordsDatabase.restore(
      from: path ?? backup, in: directory, at: Self.now, patience: .milliseconds(50))
  }

  @Test func theBackupIsTheRecordAndTheOldOneIsKept() throws {
    #expect(
      try restore() == Restoration(keptAside: aside, attempts: 3, lastActivity: time(90)))
    #expect(try RecordsDatabase(in: directory).everything() == content)
    #expect(
      try folder.names(in: "data").filter { !$0.hasSuffix("wal") && !$0.hasSuffix("shm") }
        == [
          "records-before-restore-20261122-074005.sqlite", "records.lock", "records.sqlite",
        ])
    #expect(try restore(from: aside).attempts == 4)
    #expect(try RecordsDatabase(in: directory).attempts().count == 4)
  }

  @Test func twoInOneSecondAreBothKept() throws {
    try restore()
    let second = try restore()
    #expect(second.keptAside == aside.replacingOccurrences(of: ".sqlite", with: "-2.sqlite"))
    #expect(try restore(from: aside).attempts == 4)
  }

  @Test func whereThereIsNoRecordYet() throws {
    let elsewhere = DataDirectory(path: folder.path + "/new/data")
    let result = try RecordsDatabase.restore(from: backup, in: elsewhere, at: Self.now)
    #expect(result == Restoration(keptAside: nil, attempts: 3, lastActivity: time(90)))
    #expect(try RecordsDatabase(in: elsewhere).everything() == content)
    #expect(
      try #require(DiskFile.status(elsewhere.records)).st_mode & 0o777 == 0o600)
  }

  @Test func notWhileTheRecordIsOpen() throws {
    let open = try RecordsDatabase(in: directory)
    #expect(throws: StoreError.busy(path: directory.records)) { try restore() }
    #expect(try open.attempts().count == 4)
    #expect(!DiskFile.exists(aside))
  }

  @Test func notWhileAnotherToolHasItOpen() throws {
    // Through another folder the lock is another one, as for a program that knows of no lock.
    try folder.write("", to: "side/x")
    try folder.link("side/records.sqlite", to: directory.records)
    let open = try RecordsDatabase(in: DataDirectory(path: folder.path + "/side"))
    #expect(throws: StoreError.busy(path: directory.records)) { try restore() }
    #expect(try open.attempts().count == 4)
    #expect(!DiskFile.exists(aside))
  }

  @Test func whileARestoreRunsTheRecordDoesNotOpen() throws {
    let lock = try LockFile(directory.lock, .alone, record: directory.records, patience: .zero)
    #expect(throws: StoreError.busy(path: directory.records)) {
      try RecordsDatabase(in: directory, patience: .milliseconds(50))
    }
    withExtendedLifetime(lock) {}
  }

  @Test func aCopyOfAnOpenRecordCountsWithItsLog() throws {
    let other = DataDirectory(path: folder.path + "/other")
    let records = try RecordsDatabase(in: other)
    try records.fillWithSamples(attempts: 7)
    for suffix in ["", "-wal"] {
      try folder.write(bytes(other.records + suffix), to: "copy.sqlite" + suffix)
    }
    let log = try bytes(folder.path + "/copy.sqlite-wal")
    #expect(log.count > 0)
    #expect(try restore(from: folder.path + "/copy.sqlite").attempts == 7)
    #expect(try bytes(folder.path + "/copy.sqlite-wal") == log)
  }

  @Test func aDamagedRecordIsKeptAsItIs() throws {
    let wreck = [UInt8](repeating: 0x55, count: 5000)
    try folder.write(wreck, to: "data/records.sqlite")
    try folder.write([1, 2, 3], to: "data/records.sqlite-wal")
    #expect(try restore().keptAside == aside)
    #expect(try bytes(aside) == wreck)
    #expect(try bytes(aside + "-wal") == [1, 2, 3])
    #expect(!DiskFile.exists(directory.records + "-wal"))
    #expect(try RecordsDatabase(in: directory).everything() == content)
  }

  @Test func theRecordIsNotItsOwnBackup() throws {
    try folder.link("alias.sqlite", to: directory.records)
    let alias = folder.path + "/alias.sqlite"
    #expect(throws: StoreError.sameFile(path: alias)) { try restore(from: alias) }
    #expect(try RecordsDatabase(in: directory).attempts().count == 4)
  }

  @Test(.enabled(if: SmallDisk.isPossible, "only root can mount a small disk"))
  func aFullDiskChangesNothing() throws {
    let disk = try SmallDisk(size: "1m")
    let directory = DataDirectory(path: disk.path)
    do {
      let records = try RecordsDatabase(in: directory)
      try records.fillWithSamples(attempts: 1)
    }
    try disk.fill()
    let before = try FileManager.default.contentsOfDirectory(atPath: disk.path).sorted()
    let error = #expect(throws: StoreError.self) {
      try RecordsDatabase.restore(from: backup, in: directory, at: Self.now)
    }
    #expect(error == .diskFull(path: directory.records + ".restoring"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path).sorted() == before)
    try disk.empty()
    #expect(try RecordsDatabase(in: directory).attempts().count == 1)
  }
}
