import Foundation
import Testing

@testable import RehearseStore

@Suite(
  "Disks that are full or read-only",
  .enabled(if: SmallDisk.isPossible, "only root can mount a small disk"))
struct DiskTests {
  let disk: SmallDisk
  let directory: DataDirectory

  init() throws {
    disk = try SmallDisk()
    directory = DataDirectory(path: disk.path + "/data")
  }

  @Test func whatWasConfirmedBeforeTheDiskWasFullIsThereAndItGoesOn() throws {
    var records: RecordsDatabase? = try RecordsDatabase(in: directory)
    let snapshot = try #require(try records?.withSnapshot())
    try records?.begin(attempt(1, snapshot: snapshot))
    try disk.fill()

    var confirmed = 0
    var failure: StoreError?
    while failure == nil, confirmed < 10_000 {
      do {
        try records?.append(events(confirmed + 1...confirmed + 1), to: uuid(1))
        confirmed += 1
      } catch {
        failure = error
      }
    }
    #expect(failure == .diskFull(path: directory.records))
    #expect(try records?.events(of: uuid(1)).count == confirmed)

    // Refused as a whole, also the second time.
    #expect(throws: StoreError.diskFull(path: directory.records)) {
      try records?.append(
        events(confirmed + 1...confirmed + 200), to: uuid(1), outcome: outcome(at: 1))
    }
    #expect(try records?.events(of: uuid(1)).count == confirmed)
    #expect(try records?.attempt(uuid(1))?.outcome == nil)

    try disk.empty()
    try records?.append(events(confirmed + 1...confirmed + 9), to: uuid(1))
    records = nil
    #expect(
      try RecordsDatabase(in: directory).events(of: uuid(1)) == events(1...confirmed + 9))
  }

  @Test func aRecordOnAFullDiskOpensAgainWhenThereIsRoom() throws {
    do {
      let records = try RecordsDatabase(in: directory)
      try records.fillWithSamples(attempts: 1)
    }
    try disk.fill()
    #expect(throws: StoreError.diskFull(path: directory.records)) {
      try RecordsDatabase(in: directory).fillWithSamples(attempts: 1)
    }
    try disk.empty()
    #expect(try RecordsDatabase(in: directory).attempts().count == 1)
  }

  @Test func noHalfRecordIsMadeOnAFullDisk() throws {
    try directory.create()
    try disk.fill()
    let error = #expect(throws: StoreError.self) { try RecordsDatabase(in: directory) }
    #expect(error == .diskFull(path: directory.records))
    #expect(!DiskFile.exists(directory.records))
    try disk.empty()
    #expect(try RecordsDatabase(in: directory).attempts() == [])
  }

  @Test func aReadOnlyDisk() throws {
    do {
      let records = try RecordsDatabase(in: directory)
      try records.fillWithSamples(attempts: 1)
    }
    let backup = disk.path + "/backup.sqlite"
    try RecordsDatabase(in: directory).backup(to: backup)
    try disk.makeReadOnly()
    #expect(throws: StoreError.readOnly(path: directory.records)) {
      try RecordsDatabase(in: directory)
    }
    let below = DataDirectory(path: disk.path + "/other/data")
    #expect(throws: StoreError.readOnly(path: disk.path + "/other")) {
      try RecordsDatabase(in: below)
    }
    let elsewhere = try TemporaryFolder()
    let restored = try RecordsDatabase.restore(
      from: backup, in: elsewhere.directory, at: "2026-11-22T07:40:05Z")
    #expect(restored.attempts == 1)
    let copy = disk.path + "/copy.sqlite"
    #expect(throws: StoreError.readOnly(path: copy)) {
      try RecordsDatabase(in: elsewhere.directory).backup(to: copy)
    }
    try disk.makeWritable()
    #expect(try RecordsDatabase(in: directory).attempts().count == 1)
  }
}
