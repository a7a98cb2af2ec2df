import Foundation
import Testing

@testable import RehearseStore

@Suite("Backups") struct BackupTests {
  let folder: TemporaryFolder
  let records: RecordsDatabase
  var backup: String { folder.path + "/backup.sqlite" }

  init() throws {
    folder = try TemporaryFolder()
    records = try RecordsDatabase(in: folder.directory)
    try records.fillWithSamples()
  }

  /// The records of `backup`, opened elsewhere.
  private func opened(_ backup: String) throws -> RecordsDatabase {
    let directory = DataDirectory(path: folder.path + "/elsewhere")
    _ = try RecordsDatabase.restore(from: backup, in: directory, at: time(0))
    return try RecordsDatabase(in: directory)
  }

  @Test func everythingIsInOneFileForItsOwnerAlone() throws {
    try records.backup(to: backup)
    #expect(try folder.names() == ["backup.sqlite", "data"])
    #expect(try #require(DiskFile.status(backup)).st_mode & 0o777 == 0o600)
    // Byte 18 is 1 for a file that needs no log beside it (https://www.sqlite.org/fileformat2.html).
    #expect(try bytes(backup)[18...19] == [1, 1])
    #expect(try opened(backup).everything() == records.everything())
  }

  @Test func theRecordGoesOnWhileAndAfter() throws {
    let other = try RecordsDatabase(in: folder.directory)
    try records.backup(to: backup)
    try other.append(events(6...6), to: uuid(2))
    #expect(try opened(backup).events(of: uuid(2)).count == 5)
    #expect(try records.events(of: uuid(2)).count == 6)
    #expect(try bytes(folder.directory.records)[18...19] == [2, 2])
  }

  @Test func aFileThatIsThereStaysUnlessToldOtherwise() throws {
    try folder.write("mine", to: "backup.sqlite")
    #expect(throws: StoreError.exists(path: backup)) { try records.backup(to: backup) }
    #expect(try bytes(backup) == Array("mine".utf8))
    try records.backup(to: backup, replacing: true)
    #expect(try opened(backup).everything() == records.everything())
  }

  @Test func theRecordIsNotItsOwnBackup() throws {
    let path = folder.directory.records
    try folder.link("alias.sqlite", to: path)
    for destination in [path, folder.path + "/alias.sqlite"] {
      #expect(throws: StoreError.sameFile(path: destination)) {
        try records.backup(to: destination, replacing: true)
      }
    }
    #expect(try records.attempts().count == 3)
  }

  @Test func aFolderThatIsNotThere() throws {
    let path = folder.path + "/nowhere/backup.sqlite"
    #expect(
      throws: StoreError.cannotWrite(path: path, detail: "No such file or directory")
    ) { try records.backup(to: path) }
  }

  @Test func aFolderInItsPlaceStays() throws {
    try folder.write("", to: "backup.sqlite/file")
    #expect(throws: StoreError.cannotWrite(path: backup, detail: "Is a directory")) {
      try records.backup(to: backup, replacing: true)
    }
    #expect(try folder.names() == ["backup.sqlite", "data"])
  }

  @Test func aRecordInMemoryCanBeBackedUp() throws {
    let trial = try RecordsDatabase.inMemory()
    try trial.fillWithSamples()
    try trial.backup(to: backup)
    #expect(try opened(backup).everything() == trial.everything())
  }

  @Test(.enabled(if: SmallDisk.isPossible, "only root can mount a small disk"))
  func aFullDiskLeavesTheOldBackup() throws {
    let disk = try SmallDisk(size: "256k")
    let path = disk.path + "/backup.sqlite"
    try records.backup(to: path)
    let before = try bytes(path)
    try disk.fill()
    #expect(throws: StoreError.diskFull(path: path)) {
      try records.backup(to: path, replacing: true)
    }
    #expect(try bytes(path) == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: disk.path).sorted()
        == ["backup.sqlite", "ballast"])
  }
}
