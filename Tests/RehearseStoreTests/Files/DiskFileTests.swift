import Foundation
import Testing

@testable import RehearseStore

@Suite("Whole files") struct DiskFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func theFirstOneKeepsTheName() throws {
    let new = try folder.write("new", to: "new")
    let old = try folder.write("old", to: "old")
    #expect(try !DiskFile.place(new, at: old, replacing: false))
    #expect(try bytes(old) == Array("old".utf8))
    #expect(try folder.names() == ["old"])
  }

  @Test func aFreeNameIsTaken() throws {
    let new = try folder.write("new", to: "new")
    #expect(try DiskFile.place(new, at: folder.path + "/name", replacing: false))
    #expect(try bytes(folder.path + "/name") == Array("new".utf8))
    #expect(try folder.names() == ["name"])
  }

  @Test func aFileIsReplacedWhenTold() throws {
    let new = try folder.write("new", to: "new")
    let old = try folder.write("old", to: "old")
    #expect(try DiskFile.place(new, at: old, replacing: true))
    #expect(try bytes(old) == Array("new".utf8))
    #expect(try folder.names() == ["old"])
  }

  @Test func aCopyIsTheSameAndTakesNoName() throws {
    let content = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    let source = try folder.write(content, to: "source")
    let copy = folder.path + "/copy"
    try DiskFile.copy(source, to: copy)
    #expect(try bytes(copy) == content)
    #expect(throws: SystemError(code: EEXIST, path: copy)) { try DiskFile.copy(source, to: copy) }
    #expect(throws: SystemError(code: ENOENT, path: "/nowhere")) {
      try DiskFile.copy("/nowhere", to: folder.path + "/other")
    }
  }

  @Test(arguments: [
    ("/a/b", "/a"), ("/a", "/"), ("a", "."), ("a/b/c", "a/b"), ("/a/\u{338}b", "/a"),
  ])
  func folders(path: String, folder: String) {
    #expect(DiskFile.folder(of: path) == folder)
  }
}
