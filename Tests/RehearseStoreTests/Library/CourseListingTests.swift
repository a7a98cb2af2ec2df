import Foundation
import Testing

@testable import RehearseStore

@Suite("Listing a course folder") struct CourseListingTests {
  let folder: TemporaryFolder
  let course: CourseFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("", to: "course/course.md")
    course = try CourseFolder(folder.path + "/course")
  }

  @Test func filesAreSortedByTheBytesOfTheirPaths() throws {
    for name in ["b/x.md", "b.md", "B.md", "ä.md", "a b.md"] {
      try folder.write("", to: "course/" + name)
    }
    #expect(try course.files() == ["B.md", "a b.md", "b.md", "b/x.md", "course.md", "ä.md"])
    #expect(try course.listing().refused == [])
  }

  @Test func hiddenFilesAreNoPartOfIt() throws {
    try folder.write("", to: "course/.git/config")
    try folder.write("", to: "course/.DS_Store")
    #expect(try course.listing() == CourseListing(files: ["course.md"], refused: [], size: 0))
  }

  @Test func linksAreFollowedInTheFolderAndReportedOutOfIt() throws {
    try folder.write("secret", to: "secret/s.md")
    try folder.write("", to: "course/a/x.md")
    try folder.link("course/alias.md", to: "a/x.md")
    try folder.link("course/b", to: "a")
    try folder.link("course/circle", to: "circle")
    try folder.link("course/gone.md", to: "nothing")
    try folder.link("course/out", to: "../secret")
    try folder.link("course/out.md", to: "../secret/s.md")
    try folder.link("course/a/up", to: "..")
    let listing = try course.listing()
    #expect(listing.files == ["a/x.md", "alias.md", "b/x.md", "course.md"])
    #expect(
      listing.refused == [
        .loop(path: "a/up"),
        .loop(path: "b/up"),
        .cannotRead(path: "circle", detail: "Too many levels of symbolic links"),
        .cannotRead(path: "gone.md", detail: "it is a link to nothing"),
        .linkOut(path: "out"),
        .linkOut(path: "out.md"),
      ])
  }

  @Test func whatIsListedCanBeRead() throws {
    try folder.write("", to: "course/a/x.md")
    try folder.link("course/b", to: "a")
    try folder.link("course/alias.md", to: "a/x.md")
    for path in try course.files() { #expect(try course.read(path) == []) }
  }

  @Test func pipesLargeFilesAndOddNamesAreReported() throws {
    #expect(mkfifo(folder.path + "/course/pipe", 0o600) == 0)
    let large = try folder.write("", to: "course/large.bin")
    #expect(truncate(large, off_t(CourseFolder.maximumFileSize + 1)) == 0)
    try folder.write("", to: "course/line\nfeed.md")
    // A name in Latin 1, as an old archive may bring it.
    let latin = Array((folder.path + "/course/gr").utf8) + [0xF6, 0xDF, 0x65]
    let file = (latin + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { name in
        name.baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o600) } ?? -1
      }
    }
    #expect(file >= 0)
    close(file)
    let listing = try course.listing()
    #expect(listing.files == ["course.md"])
    #expect(
      listing.refused == [
        .unusableName(path: "gr\u{FFFD}\u{FFFD}e"),
        .fileTooLarge(path: "large.bin", limit: CourseFolder.maximumFileSize),
        .unusableName(path: "line\nfeed.md"),
        .notRegular(path: "pipe"),
      ])
  }

  @Test func foldersAreNotFollowedForever() throws {
    let deep = String(repeating: "d/", count: CourseFolder.maximumDepth)
    try folder.write("", to: "course/" + deep + "x.md")
    try folder.write("", to: "course/" + deep.dropLast(2) + "y.md")
    let listing = try course.listing()
    #expect(listing.files == ["course.md", deep.dropLast(2) + "y.md"])
    #expect(listing.refused == [.tooDeep(path: deep, limit: CourseFolder.maximumDepth)])
  }

  @Test func tooManyFilesAreRefused() throws {
    for number in 1..<CourseFolder.maximumFiles {
      let file = open(folder.path + "/course/\(number).md", O_CREAT | O_WRONLY, 0o600)
      #expect(file >= 0)
      close(file)
    }
    #expect(try course.files().count == CourseFolder.maximumFiles)
    try folder.write("", to: "course/one-more.md")
    #expect(
      throws: CourseFolderError.tooManyFiles(
        path: course.path, limit: CourseFolder.maximumFiles)
    ) { try course.files() }
  }

  @Test func tooMuchIsRefused() throws {
    let count = CourseFolder.maximumSize / CourseFolder.maximumFileSize
    for number in 1...count {
      let path = try folder.write("", to: "course/\(number).bin")
      #expect(truncate(path, off_t(CourseFolder.maximumFileSize)) == 0)
    }
    #expect(try course.files().count == count + 1)
    try folder.write("x", to: "course/course.md")
    #expect(
      throws: CourseFolderError.folderTooLarge(path: course.path, limit: CourseFolder.maximumSize)
    ) { try course.files() }
  }
}
