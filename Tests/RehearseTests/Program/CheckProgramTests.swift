import Foundation
import Testing

/// `check` as editors and authors use it.
@Suite struct CheckProgramTests {
  private let files: Folder
  private let home: Folder

  init() throws {
    files = try Folder()
    home = try Folder()
  }

  /// Whoever stands in the course's folder names its units, and need not name the course.
  @Test func whereOneStands() throws {
    let course = try files.copyCourse()
    func run(_ words: String...) throws -> Program.Output {
      try Program.run(words, home: home.path, in: course)
    }
    #expect(try run("check").out == "No findings.\n")
    #expect(try run("map", "scenarios/last-call").out == run("map", "./last-call").out)
    #expect(try run("map", "last-call").out.contains("Best score: "))
    let unknown = try run("map", "lost-call")
    #expect(unknown.status == 65 && unknown.error.contains("no unit “lost-call.md”"), "\(unknown)")
  }

  // MARK: --stdin-file

  private func check(_ name: String, _ text: String, in folder: String? = nil) throws
    -> Program.Output
  {
    try Program.run(
      ["check", files.path + "/course", "--stdin-file", name], input: text, home: home.path,
      in: folder)
  }

  private static func findings(of file: String, missing: String) -> String {
    """
    \(file):6:5: error: A link leads to a file of the course; `\(missing)` is not there. \
    [missing-file]
      Check the path: it counts from the file that the link stands in. If the file is gone, take \
    the link out or put the file back.
    1 error.

    """
  }

  private static let aid = "---\nkind: aid\ntitle: Phrases\n---\n\nSee [it](gone.md).\n"

  @Test func takesTheTextOfOneFileFromStandardInput() throws {
    _ = try files.copyCourse()
    let output = try check("aids/phrases.md", Self.aid)
    #expect(output.status == 1)
    #expect(output.out == Self.findings(of: "aids/phrases.md", missing: "aids/gone.md"))
    // The file itself is as it was.
    #expect(
      try Program.run(["check", files.path + "/course"], home: home.path).out == "No findings.\n")
  }

  /// What other files have is not printed, and does not count.
  @Test func printsTheFindingsOfThatFileOnly() throws {
    _ = try files.copyCourse()
    #expect(try files.replace("kind: aid", with: "kind: ade", in: "course/aids/who-to-ring.md"))
    let output = try check("aids/phrases.md", try files.text(of: "course/aids/phrases.md"))
    #expect(output.status == 0 && output.out == "No findings.\n", "\(output)")
  }

  /// The rest of the course counts: links lead there, and its names are known.
  @Test func knowsTheWholeCourse() throws {
    _ = try files.copyCourse()
    let text = Self.aid.replacingOccurrences(of: "gone.md", with: "../final.md#prepring")
    let output = try check("aids/phrases.md", text)
    #expect(output.out.contains("[unknown-anchor]\n  Did you mean `#preparing`?"), "\(output)")
  }

  @Test func theFileNeedNotBeThereYet() throws {
    _ = try files.copyCourse()
    let output = try check("aids/new/other.md", Self.aid)
    #expect(output.out.contains("aids/new/other.md:6:5: error: "), "\(output)")
    #expect(output.out.contains("aids/new/other.md:1:1: warning: "))
    #expect(output.out.hasSuffix("1 error, 1 warning.\n"))
    let cover = try files.text(of: "course/course.md")
      .replacingOccurrences(of: "aids/who-to-ring.md", with: "aids/whom-to-ring.md")
    let unsaved = try check("course.md", cover)
    #expect(unsaved.out.contains("[missing-file]"), "\(unsaved)")
  }

  /// Editors name a file from the root of the disk, from where they were started, or from the
  /// course.
  @Test func findsTheFileByAnyOfItsNames() throws {
    _ = try files.copyCourse()
    let course = files.path + "/course"
    for (name, folder) in [
      (course + "/aids/phrases.md", "/"), ("course/aids/phrases.md", files.path),
      ("phrases.md", course + "/aids"), ("./aids/../aids/phrases.md", "/"),
    ] {
      let output = try check(name, Self.aid, in: folder)
      #expect(output.out.hasPrefix("aids/phrases.md:6:5: error: "), "\(name): \(output)")
    }
  }

  // MARK: --watch

  private func watch(_ arguments: [String] = []) throws -> TerminalSession {
    try TerminalSession(["check", files.path + "/course", "--watch"] + arguments, home: home.path)
  }

  @Test func checksAgainWhenAFileIsSaved() throws {
    _ = try files.copyCourse()
    let session = try watch()
    let first = try session.wait(for: "No findings.")
    #expect(first.contains("Ctrl-C ends it."))
    #expect(first.contains(/\n\d\d:\d\d:\d\d\n/))
    // Written into the file, as some editors do.
    #expect(try files.replace("kind: aid", with: "kind: ade", in: "course/aids/phrases.md"))
    #expect(try session.wait(for: "1 error.").contains("[unknown-kind]"))
    // Written beside it and renamed, as most do.
    try files.write(Self.aid, to: "course/aids/.phrases.md.swp")
    let renamed = rename(
      files.path + "/course/aids/.phrases.md.swp", files.path + "/course/aids/phrases.md")
    #expect(renamed == 0)
    #expect(try session.wait(for: "1 error.").contains("[missing-file]"))
    // In a folder that was not there before.
    try files.write("---\nkind: aid\ntitle: New\n---\n\nText.\n", to: "course/aids/new/new.md")
    _ = try session.wait(for: "aids/new/new.md:1:1: warning")
    try files.write("no front matter", to: "course/aids/new/new.md")
    _ = try session.wait(for: "[no-front-matter]")
    session.type("\u{3}")
    #expect(try session.end() == 0)
  }

  /// One save is one check, and what an editor keeps for itself is none.
  @Test func aBurstIsOneCheck() throws {
    _ = try files.copyCourse()
    let session = try watch(["--format", "json"])
    #expect(try session.wait(for: "[]\n") == "[]\n")
    try files.write("x", to: "course/.phrases.md.swp")
    try files.write("x", to: "course/phrases.md~")
    for number in 0..<20 {
      try files.write("---\nkind: aid\ntitle: A\n---\n\n\(number)\n", to: "course/aids/phrases.md")
    }
    #expect(try session.wait(for: "]\n") == "[]\n")
    session.type("\u{3}")
    #expect(try session.end() == 0)
    #expect(!session.everything.dropFirst(20).contains("[]\r\n[]"))
  }

  @Test func saysThatTheFolderIsGone() throws {
    let course = try files.copyCourse()
    let session = try watch()
    _ = try session.wait(for: "No findings.")
    try FileManager.default.moveItem(atPath: course, toPath: files.path + "/elsewhere")
    let text = try session.wait(for: "Check the course where it is now.")
    #expect(text.contains("The folder \(course) is gone"))
    #expect(try session.end() == 74)

    _ = try files.copyCourse()
    let second = try watch()
    _ = try second.wait(for: "No findings.")
    try FileManager.default.removeItem(atPath: course)
    _ = try second.wait(for: "is gone")
    #expect(try second.end() == 74)
  }
}
