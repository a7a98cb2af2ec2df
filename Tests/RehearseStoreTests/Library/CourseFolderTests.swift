import Foundation
import Testing

@testable import RehearseStore

@Suite("Reading a course folder") struct CourseFolderTests {
  let folder: TemporaryFolder
  let course: CourseFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("cover", to: "course/course.md")
    try folder.write("call", to: "course/scenes/call.md")
    try folder.write("secret", to: "secret.md")
    try folder.write("secret", to: "course-2/secret.md")
    course = try CourseFolder(folder.path + "/course")
  }

  private func text(_ path: String) throws -> String? {
    try course.read(path).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("course.md", "cover"), ("scenes/call.md", "call"), ("./scenes//call.md", "call"),
    ("scenes/../course.md", "cover"), ("scenes/missing/../../course.md", "cover"),
    ("missing.md", nil), ("course.md/below", nil), ("scenes/call.md/x.md", nil),
  ])
  func files(path: String, content: String?) throws {
    #expect(try text(path) == content)
  }

  @Test(arguments: [
    ("/etc/passwd", CourseFolderError.absolute(path: "/etc/passwd")),
    ("../secret.md", .outside(path: "../secret.md")),
    ("scenes/../../secret.md", .outside(path: "scenes/../../secret.md")),
    ("../course/course.md", .outside(path: "../course/course.md")),
    ("..", .outside(path: "..")),
    (".git/config", .hidden(path: ".git/config")),
    ("scenes/.draft.md", .hidden(path: "scenes/.draft.md")),
    ("...", .hidden(path: "...")),
    ("", .notRegular(path: "")),
    (".", .notRegular(path: ".")),
    ("scenes", .notRegular(path: "scenes")),
    ("a\u{0}b", .unusableName(path: "a\u{0}b")),
    ("a\nb", .unusableName(path: "a\nb")),
    ("scenes\\call.md", .unusableName(path: "scenes\\call.md")),
  ])
  func refused(path: String, error: CourseFolderError) {
    #expect(throws: error) { try course.read(path) }
  }

  /// To Swift, a slash before a combining mark is no slash, and “é” is “é” in two ways of writing.
  @Test func pathsAreComparedByteByByte() throws {
    #expect(throws: CourseFolderError.absolute(path: "/\u{338}etc")) {
      try course.read("/\u{338}etc")
    }
    let path = "scenes/\u{338}../../../../secret.md"
    #expect(throws: CourseFolderError.outside(path: path)) { try course.read(path) }
    try folder.write("mine", to: "caf\u{E9}/\u{338}.md")
    try folder.write("secret", to: "cafe\u{301}/secret.md")
    try folder.link("caf\u{E9}/neighbour", to: "../cafe\u{301}")
    let café = try CourseFolder(folder.path + "/caf\u{E9}")
    #expect(try café.read("\u{338}.md") == Array("mine".utf8))
    #expect(throws: CourseFolderError.linkOut(path: "neighbour/secret.md")) {
      try café.read("neighbour/secret.md")
    }
    let listing = try café.listing()
    #expect(listing.files == ["\u{338}.md"])
    #expect(listing.refused == [.linkOut(path: "neighbour")])
  }

  @Test func aNameOfAnyLengthIsJustNotThere() throws {
    #expect(try course.read(String(repeating: "a", count: 5000)) == nil)
    #expect(try course.read(String(repeating: "a/", count: 5000)) == nil)
  }

  @Test func linksThatStayInTheFolderAreFollowed() throws {
    try folder.link("course/alias.md", to: "scenes/call.md")
    try folder.link("course/talks", to: "scenes")
    try folder.link("course/whole.md", to: folder.path + "/course/course.md")
    #expect(try text("alias.md") == "call")
    #expect(try text("talks/call.md") == "call")
    #expect(try text("whole.md") == "cover")
  }

  @Test func linksThatLeaveTheFolderAreRefused() throws {
    try folder.link("course/out.md", to: "../secret.md")
    try folder.link("course/etc", to: "/etc")
    try folder.link("course/up", to: "..")
    // The name of the neighbour begins with the name of the folder.
    try folder.link("course/neighbour", to: "../course-2")
    try folder.link("course/twice.md", to: "out.md")
    for path in ["out.md", "etc/passwd", "up/secret.md", "neighbour/secret.md", "twice.md"] {
      #expect(throws: CourseFolderError.linkOut(path: path)) { try course.read(path) }
    }
  }

  @Test func linksThatLeadNowhere() throws {
    try folder.link("course/gone.md", to: "nothing.md")
    try folder.link("course/circle.md", to: "circle.md")
    #expect(try course.read("gone.md") == nil)
    #expect(throws: CourseFolderError.loop(path: "circle.md")) { try course.read("circle.md") }
  }

  @Test(.timeLimit(.minutes(1))) func pipesAndDevicesAreRefused() throws {
    #expect(mkfifo(folder.path + "/course/pipe.md", 0o600) == 0)
    #expect(throws: CourseFolderError.notRegular(path: "pipe.md")) { try course.read("pipe.md") }
    try folder.link("course/zero.md", to: "/dev/zero")
    #expect(throws: CourseFolderError.linkOut(path: "zero.md")) { try course.read("zero.md") }
  }

  @Test func largeFilesAreRefused() throws {
    let limit = CourseFolder.maximumFileSize
    for (name, size) in [("fits.bin", limit), ("large.bin", limit + 1)] {
      let path = try folder.write("", to: "course/" + name)
      #expect(truncate(path, off_t(size)) == 0)
    }
    #expect(try course.read("fits.bin")?.count == limit)
    #expect(throws: CourseFolderError.fileTooLarge(path: "large.bin", limit: limit)) {
      try course.read("large.bin")
    }
  }

  @Test func aFolderThatIsALinkIsTheFolderItLeadsTo() throws {
    try folder.link("shortcut", to: "course")
    let course = try CourseFolder(folder.path + "/shortcut")
    #expect(try course.read("course.md") == Array("cover".utf8))
  }

  @Test(arguments: ["/missing", "/secret.md", ""])
  func whatIsNoFolder(name: String) {
    let path = name.isEmpty ? "" : folder.path + name
    #expect(throws: CourseFolderError.noFolder(path: path)) { try CourseFolder(path) }
  }
}
