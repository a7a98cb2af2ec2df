import Foundation
import Testing

@testable import RehearseStore

@Suite("Course bundles") struct CourseBundleTests {
  @Test func comesOutAsItWentIn() throws {
    let folder = try TemporaryFolder()
    let course = try packed(smallCourse)
    let path = folder.path + "/a.rehearse"
    #expect(try CourseBundle.write(course, to: path, replacing: false))
    let read = try CourseBundle.read(path)
    #expect(read.files == course.files)
    #expect(read.digest == course.digest)
    #expect([read.id, read.title, read.version] == ["two-pages", "Two pages", "1.0"])
    #expect(try folder.names() == ["a.rehearse"])
  }

  /// The digest is the one that attempts are filed under.
  @Test func fromAFolder() throws {
    let folder = try TemporaryFolder()
    for (path, text) in smallCourse { try folder.write(text, to: "course/" + path) }
    try folder.write("not part of it", to: "course/.git/config")
    let opened = try CourseFolder(folder.path + "/course")
    let course = try PackedCourse(opened)
    #expect(course.paths() == ["course.md", "empty.txt", "first.md", "more/second.md"])
    #expect(course.digest == (try CourseDigest(of: FolderSource(opened))))
    #expect(CourseBundle.bytes(of: course) == CourseBundle.bytes(of: try packed(smallCourse)))
  }

  @Test func nothingIsWrittenOver() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a letter", to: "a.rehearse")
    let course = try packed(smallCourse)
    #expect(throws: StoreError.exists(path: path)) {
      try CourseBundle.write(course, to: path, replacing: false)
    }
    #expect(try bytes(path) == Array("a letter".utf8))
    #expect(try CourseBundle.write(course, to: path, replacing: true))
    // The same again is no change.
    #expect(try !CourseBundle.write(course, to: path, replacing: false))
    #expect(try folder.names() == ["a.rehearse"])
    let none = folder.path + "/none/a.rehearse"
    #expect(throws: StoreError.cannotWrite(path: none, detail: "No such file or directory")) {
      try CourseBundle.write(course, to: none, replacing: false)
    }
  }

  @Test func aCourseWithALinkOutIsNotPacked() throws {
    let folder = try TemporaryFolder()
    for (path, text) in smallCourse { try folder.write(text, to: "course/" + path) }
    try folder.write("secret", to: "secret.txt")
    try folder.link("course/secret.txt", to: folder.path + "/secret.txt")
    do {
      _ = try PackedCourse(CourseFolder(folder.path + "/course"))
      Issue.record("It was taken.")
    } catch BundleError.courseErrors(let errors) {
      #expect(errors.map(\.rule) == ["linked-outside"])
    }
  }

  @Test func itsName() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "course/course.md")
    let course = try CourseFolder(folder.path + "/course")
    #expect(course.bundlePath(for: try packed(smallCourse)) == "two-pages-1.0.rehearse")
    var files = smallCourse
    files["course.md"] = smallCourse["course.md"]?
      .replacingOccurrences(of: "version: 1.0", with: "version: 2/../draft b")
    #expect(course.bundlePath(for: try packed(files)) == "two-pages-2-..-draft-b.rehearse")
    #expect(course.encloses(folder.path + "/course/a.rehearse"))
    #expect(!course.encloses(folder.path + "/a.rehearse"))
  }
}
