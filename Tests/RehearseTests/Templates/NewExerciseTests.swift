import Foundation
import RehearseStore
import Testing

@testable import rehearse

@Suite struct NewExerciseTests {
  private func course() throws -> Folder {
    let files = try Folder()
    try files.write(
      "---\nkind: course\ntitle: T\n---\n\n1. [L](lessons/mend-me.md)\n2. [M](m.md)\n",
      to: "c/course.md")
    try files.write(
      "---\nkind: lesson\ntitle: L\n---\n\n**`talk.md`**\n\n```markdown\n## A\n```\n",
      to: "c/lessons/mend-me.md")
    try files.write("---\nkind: lesson\ntitle: M\n---\n\nWords.\n", to: "c/m.md")
    return files
  }

  @Test(arguments: ["lessons/mend-me.md", "lessons/mend-me", "mend-me"])
  func theFilesOfALesson(name: String) throws {
    let files = try course()
    let new = try NewExercise(files.path + "/c/" + name, in: files.path)
    #expect(new.folder == files.path + "/mend-me")
    #expect(new.paths == [files.path + "/mend-me/talk.md"])
    #expect(try files.text(of: "mend-me/talk.md") == "## A\n")
    // What was begun stays as it is.
    try files.write("mine", to: "mend-me/talk.md")
    #expect(throws: NewFailure.begun(new.folder)) {
      try NewExercise(files.path + "/c/" + name, in: files.path)
    }
    #expect(try files.text(of: "mend-me/talk.md") == "mine")
  }

  @Test func thereHasToBeAPlaceForIt() throws {
    let files = try course()
    #expect(throws: NewFailure.noFolder(files.path + "/gone")) {
      try NewExercise(files.path + "/c/mend-me", in: files.path + "/gone")
    }
    #expect(throws: NewFailure.noFolder(files.path + "/gone")) {
      try NewFiles.course("New", in: files.path + "/gone")
    }
  }

  @Test func whatHandsNothingOut() throws {
    let files = try course()
    #expect(throws: NewFailure.noExercise("M")) {
      try NewExercise(files.path + "/c/m", in: files.path)
    }
    for name in ["", "/nothing", "/course"] {
      #expect(throws: NewFailure.noLesson(files.path + "/c" + name)) {
        try NewExercise(files.path + "/c" + name, in: files.path)
      }
    }
  }
}
