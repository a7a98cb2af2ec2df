import Foundation
import Testing

@testable import RehearseStore

/// Whatever stands in the file, the program answers, or says that the file is damaged.
@Suite("A damaged record") struct DamageTests {
  let folder: TemporaryFolder
  let content: [UInt8]

  init() throws {
    folder = try TemporaryFolder()
    let backup = folder.path + "/backup.sqlite"
    do {
      let records = try RecordsDatabase(in: folder.directory)
      try records.fillWithSamples(attempts: 12, events: 30)
      try records.backup(to: backup)
    }
    content = try bytes(backup)
    try FileManager.default.removeItem(atPath: folder.directory.path)
  }

  /// Opens the file, asks everything and writes to it.
  private func use(_ content: [UInt8]) throws -> StoreError? {
    for suffix in SideFile.all { DiskFile.remove(folder.directory.records + suffix) }
    try folder.write(content, to: "data/records.sqlite")
    do {
      let records = try RecordsDatabase(in: folder.directory)
      _ = try records.everything()
      _ = try records.standings(ofCourse: "course")
      _ = try records.attempt(matching: uuid(2))
      try records.append(events(31...31), to: uuid(2))
      return nil
    } catch {
      return try #require(error as? StoreError)
    }
  }

  @Test func theWholeFileIsFine() throws { #expect(try use(content) == nil) }

  @Test func flippedBytesAnywhere() throws {
    var damaged = 0
    for place in stride(from: 0, to: content.count, by: 769) {
      var content = content
      content[place] ^= 0xFF
      // Texts are the engine's to check: the hash of each event is bound to the one before it.
      if case .damaged = try use(content) { damaged += 1 }
    }
    #expect(damaged > 10)
  }

  @Test func overwrittenPages() throws {
    for start in stride(from: 0, to: content.count, by: 4096) {
      for filler: UInt8 in [0, 0xFF] {
        var content = content
        content.replaceSubrange(
          start..<start + 4096, with: repeatElement(filler, count: 4096))
        let error = try use(content)
        if start == 0, filler == 0xFF {
          #expect(
            error
              == .damaged(path: folder.directory.records, detail: "file is not a database"))
        }
      }
    }
  }

  @Test func aFileThatWasCutShort() throws {
    for count in stride(from: 1, to: content.count, by: 1777) {
      let error = try use(Array(content.prefix(count)))
      guard case .damaged = error else {
        Issue.record("cut at \(count): \(error as Any)")
        return
      }
    }
  }

  @Test func aDamagedRecordIsNotBackedUp() throws {
    var content = content
    let event = try #require(content.firstRange(of: Array("choose 17".utf8)))
    let page = event.lowerBound / 4096 * 4096
    for offset in page..<page + 12 { content[offset] ^= 0xFF }
    try folder.write(content, to: "data/records.sqlite")
    let records = try RecordsDatabase(in: folder.directory)
    let backup = folder.path + "/second.sqlite"
    let error = #expect(throws: StoreError.self) { try records.backup(to: backup) }
    guard case .damaged(folder.directory.records, _) = error else {
      Issue.record("\(error as Any)")
      return
    }
    #expect(try folder.names() == ["backup.sqlite", "data"])
  }
}
