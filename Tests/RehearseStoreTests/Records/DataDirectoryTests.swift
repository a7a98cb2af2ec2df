import Foundation
import Testing

@testable import RehearseStore

@Suite("The data directory") struct DataDirectoryTests {
  @Test(arguments: [
    (["REHEARSE_HOME": "/r", "XDG_DATA_HOME": "/x", "HOME": "/h"], "/r"),
    (["REHEARSE_HOME": "/r//", "HOME": "/h"], "/r"),
    (["REHEARSE_HOME": "", "XDG_DATA_HOME": "/x", "HOME": "/h"], "/x/rehearse"),
    (["XDG_DATA_HOME": "x", "HOME": "/h"], "/h/.local/share/rehearse"),
    (["XDG_DATA_HOME": "", "HOME": "/h"], "/h/.local/share/rehearse"),
    (["HOME": "/h"], "/h/.local/share/rehearse"),
  ])
  func place(environment: [String: String], path: String) {
    #expect(DataDirectory(environment: environment).path == path)
  }

  @Test func aRelativeHomeIsInTheWorkingDirectory() {
    #expect(
      DataDirectory(environment: ["REHEARSE_HOME": "here"]).path
        == FileManager.default.currentDirectoryPath + "/here")
  }

  @Test func withoutHomeTheSystemKnows() throws {
    let home = String(cString: try #require(getpwuid(getuid())?.pointee.pw_dir))
    for environment in [[:], ["HOME": ""], ["HOME": "relative"]] {
      #expect(DataDirectory(environment: environment).path == home + "/.local/share/rehearse")
    }
  }

  @Test func itIsMadeForItsOwnerWithTheFoldersAbove() throws {
    let folder = try TemporaryFolder()
    let directory = DataDirectory(path: folder.path + "/a/b/c")
    try directory.create()
    try directory.create()
    for name in ["/a", "/a/b", "/a/b/c"] {
      let status = try #require(DiskFile.status(folder.path + name))
      #expect(status.st_mode & 0o777 == 0o700)
    }
  }

  @Test func aFileInItsPlaceIsReported() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("", to: "file")
    #expect(throws: StoreError.cannotWrite(path: file, detail: "it is not a folder")) {
      try DataDirectory(path: file).create()
    }
    #expect(throws: StoreError.self) { try DataDirectory(path: file + "/below").create() }
  }
}
