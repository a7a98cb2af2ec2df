import Foundation
import RehearseStore
import Testing

@testable import rehearse

/// From one machine to another: each home here is a laptop of its own.
@Suite struct BundleProgramTests {
  /// What a trainer and a learner see, from the first file to the last command.
  @Test func anEvening() throws {
    let trainer = try Folder()
    let learner = try Folder()
    var text = ""
    func run(_ words: String..., at home: Folder, input: String = "") throws {
      let output = try Program.run(words, input: input, home: home.path, in: home.path)
      text += "$ rehearse \(words.joined(separator: " "))\n" + output.out + output.error
      if output.status != 0 { text += "(status \(output.status))\n" }
      text += "\n"
    }
    func mail(_ name: String) throws {
      try FileManager.default.copyItem(
        atPath: trainer.path + "/" + name, toPath: learner.path + "/" + name)
    }
    try run("new", "course", "Bad news", at: trainer)
    try run("new", "checklist", "After the call", "--in", "bad-news", at: trainer)
    try run("new", "checklist", "After the call", "--in", "bad-news", at: trainer)
    try run("check", "bad-news", at: trainer)
    try run("pack", "bad-news", at: trainer)
    try run("pack", "bad-news", at: trainer)
    try mail("bad-news-1.0.rehearse")
    try run("install", "bad-news-1.0.rehearse", at: learner)
    try run("install", "bad-news-1.0.rehearse", at: learner)
    try run("play", "bad-news/the-call-to-ana", "--practice", at: learner, input: "Words\n")
    #expect(try trainer.replace("version: 1.0", with: "version: 1.1", in: "bad-news/course.md"))
    try run("pack", "bad-news", at: trainer)
    try mail("bad-news-1.1.rehearse")
    try run("install", "bad-news-1.1.rehearse", at: learner)
    #expect(
      try trainer.replace(
        "#a-new-plan", with: "#a-better-plan", in: "bad-news/scenarios/the-call-to-ana.md"))
    try run("pack", "bad-news", at: trainer)
    try run("courses", at: learner)
    try run("remove", "bad-news", at: learner)
    try run("remove", "bad-news", "--yes", at: learner)
    try run("courses", at: learner)
    try TranscriptFile.expect(
      text.replacing(/installed on \d+ \w+ \d+/, with: "installed on (day)")
        .replacing(/\([0-9a-f]{8}\)/, with: "(digest)"), toMatch: "authoring")
  }

  @Test func playedOnTheSecondMachine() throws {
    let one = try Folder()
    let other = try Folder()
    let course = try one.copyCourse()
    let bundle = one.path + "/handover.rehearse"
    #expect(try Program.run(["pack", course, "--out", bundle], home: one.path).status == 0)
    func play(_ name: String, _ home: Folder) throws -> String {
      let output = try Program.run(
        ["play", name + "/quiet-word", "--assessed", "--seed", "5", "--json", "--answers", "-"],
        input: "1\n", home: home.path)
      #expect(output.status == 0, "\(output)")
      return output.out
    }
    let here = try play(course, one)
    // The other machine has the file alone, and not for long.
    try FileManager.default.removeItem(atPath: course)
    #expect(try Program.run(["install", bundle], home: other.path).status == 0)
    try FileManager.default.removeItem(atPath: bundle)
    let there = try play("handover", other)
    func digest(_ json: String) -> Substring? { json.firstMatch(of: /"digest":"([^"]*)"/)?.1 }
    func points(_ json: String) -> Substring? { json.firstMatch(of: /"points":([0-9.]*)/)?.1 }
    #expect(points(here) != nil && points(here) == points(there))
    #expect(digest(here) == digest(there))
    #expect(try Program.run(["aid", "phrases"], home: other.path).out.contains("To open:"))
  }

  /// An attempt that is under way goes on with its own text, and the next one has the new.
  @Test func aNewVersionStrandsNobody() throws {
    let home = try Folder()
    let course = try home.copyCourse()
    #expect(try Program.run(["install", course], home: home.path).status == 0)
    let play = ["play", "handover/last-call", "--practice"]
    #expect(try Program.run(play, home: home.path).out.contains("Five minutes before"))
    #expect(
      try home.replace(
        "Five minutes before", with: "Ten minutes before", in: "course/scenarios/last-call.md"))
    let installed = try Program.run(["install", course], home: home.path)
    #expect(installed.out.contains("Your unfinished attempt goes on"), "\(installed)")
    let resumed = try Program.run(play, input: ":show\n", home: home.path)
    #expect(resumed.out.contains("The course has changed since you began."), "\(resumed)")
    #expect(!resumed.out.contains("Ten minutes before"))
    let other = try Program.run(play + ["--answers", "-"], home: home.path)
    #expect(other.out.contains("Ten minutes before"), "\(other)")
  }

  /// The same files at another time, in another place and order: the same bundle.
  @Test func theSameCourseIsTheSameFile() throws {
    let files = try Folder()
    let one = try files.copyCourse(to: "one")
    try FileManager.default.createDirectory(
      atPath: files.path + "/two", withIntermediateDirectories: true)
    let names = try FileManager.default.subpathsOfDirectory(atPath: one).sorted(by: >)
    for name in names where name.hasSuffix(".md") {
      try files.write(try files.text(of: "one/" + name), to: "two/" + name)
    }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600, .modificationDate: Date(timeIntervalSince1970: 9)],
      ofItemAtPath: files.path + "/two/course.md")
    for name in ["one", "two"] {
      let arguments = ["pack", files.path + "/" + name, "--out", files.path + "/\(name).rehearse"]
      #expect(try Program.run(arguments, home: files.path).status == 0)
    }
    #expect(
      FileManager.default.contentsEqual(
        atPath: files.path + "/one.rehearse", andPath: files.path + "/two.rehearse"))
  }

  private static let sqlite = "/usr/bin/sqlite3"

  /// Whoever has no Rehearse opens a bundle with SQLite's own program.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: sqlite)))
  func sqliteOpensIt() throws {
    let files = try Folder()
    let bundle = files.path + "/it.rehearse"
    _ = try Program.run(["pack", EveryConstruct.path, "--out", bundle], home: files.path)
    try FileManager.default.createDirectory(
      atPath: files.path + "/out", withIntermediateDirectories: true)
    let script = """
      cd \(files.path)/out && \(Self.sqlite) -A -x -f ../it.rehearse && sha256sum --quiet -c .manifest \
      && rm .manifest && diff -r . '\(EveryConstruct.path)' \
      && \(Self.sqlite) ../it.rehearse 'PRAGMA integrity_check'
      """
    let log = try files.write("", to: "log")
    let shell = try Child(
      ["/bin/sh", "-c", "{ \(script); } > \(log) 2>&1"], home: files.path, environment: [:]
    ) { _ in }
    #expect(try shell.waitForEnd() == 0)
    #expect(try files.text(of: "log") == "ok\n")
  }

  /// Whenever it is ended, the course is the old one or the new one, whole.
  @Test func killedWhileItInstalls() throws {
    let home = try Folder()
    let files = try Folder()
    let filler = String(repeating: "Words and more words of a lesson. ", count: 3_000)
    func write(_ version: Int) throws -> String {
      let names = (1...20).map { "page-\($0)" }
      for name in names {
        try files.write(
          "---\nkind: lesson\ntitle: \(name)\n---\n\nVersion \(version). \(filler)\n",
          to: "course/\(name).md")
      }
      try files.write(
        "---\nkind: course\ntitle: Pages\nversion: \(version)\n---\n\n"
          + names.map { "- [\($0)](\($0).md)\n" }.joined(), to: "course/course.md")
      let bundle = files.path + "/\(version).rehearse"
      _ = try Program.run(["pack", files.path + "/course", "--out", bundle], home: home.path)
      return bundle
    }
    #expect(try Program.run(["install", try write(1)], home: home.path).status == 0)
    let clock = ContinuousClock()
    let bundle = try write(2)
    let whole = try clock.measure {
      _ = try Program.run(["install", bundle], home: files.path + "/other")
    }
    var outcomes: Set<String> = []
    for round in 0..<16 {
      let child = try Child(
        [Program.path, "install", round % 2 == 0 ? bundle : files.path + "/1.rehearse"],
        home: home.path, environment: [:]
      ) { actions in
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
      }
      usleep(UInt32(whole / .microseconds(1) * Double(round + 2) / 18))
      child.kill()
      try child.waitForEnd()
      let library = Library(try RecordsDatabase(in: DataDirectory(path: home.path)))
      let course = try #require(try library.course("pages"))
      let snapshot = SnapshotSource(try #require(course.snapshot), in: library)
      #expect(try CourseDigest(of: snapshot).hex == course.snapshot)
      let version = try #require(try OpenCourse(snapshot).outline.version)
      let page = try #require(try snapshot.bytes(of: "page-20.md"))
      #expect(String(decoding: page, as: UTF8.self).contains("Version \(version)."))
      outcomes.insert(version)
    }
    #expect(outcomes.isSubset(of: ["1", "2"]))
  }

  /// A bundle that is refused leaves nothing: the record is as it was, to the byte.
  @Test func refusedBundlesLeaveNothing() throws {
    let home = try Folder()
    let files = try Folder()
    let bundle = files.path + "/it.rehearse"
    _ = try Program.run(["pack", EveryConstruct.path, "--out", bundle], home: home.path)
    #expect(try Program.run(["courses", "--json"], home: home.path).out == "[]\n")
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: bundle)))
    let word = Array("Phrases".utf8)
    let place = try #require(bytes.firstRange(of: word)?.lowerBound)
    bytes[place] = UInt8(ascii: "p")
    try Data(bytes).write(to: URL(fileURLWithPath: bundle))
    let before = try FileManager.default.contentsOfDirectory(atPath: home.path).sorted()
    let output = try Program.run(["install", bundle], home: home.path)
    #expect(output.status == 65 && output.error.contains("its digest is another"), "\(output)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path).sorted() == before)
    #expect(try Program.run(["courses", "--json"], home: home.path).out == "[]\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: files.path) == ["it.rehearse"])
  }

  @Test func removingAsks() throws {
    let home = try Folder()
    _ = try Program.run(["install", EveryConstruct.path], home: home.path)
    _ = try Program.run(["play", "handover/quiet-word"], input: "1\n", home: home.path)
    let kept = try Program.run(["remove", "handover"], input: "n\n", home: home.path)
    #expect(kept.status == 1 && kept.out.contains("It stays on your list."), "\(kept)")
    let removed = try Program.run(["remove", "handover"], input: "y\n", home: home.path)
    #expect(removed.status == 0, "\(removed)")
    #expect(removed.out.contains("Your attempt stays on record"), "\(removed)")
    #expect(try Program.run(["debrief"], home: home.path).out.contains("A quiet word"))
    #expect(try Program.run(["play", "handover"], home: home.path).status == 65)
    // Back again, everything is where it was.
    _ = try Program.run(["install", EveryConstruct.path], home: home.path)
    #expect(try Program.run(["progress"], home: home.path).out.contains("A quiet word: done"))
  }

  /// Beside the course, where the trainer stands in it.
  @Test func packedFromInside() throws {
    let files = try Folder()
    let course = try files.copyCourse()
    for folder in [course, course + "/scenarios"] {
      let output = try Program.run(
        ["pack", folder == course ? "." : ".."], home: files.path, in: folder)
      #expect(output.status == 0, "\(output)")
    }
    let bundles = try FileManager.default.subpathsOfDirectory(atPath: files.path)
      .filter { $0.hasSuffix(".rehearse") }
    #expect(bundles.count == 1 && !bundles[0].contains("/"), "\(bundles)")
  }
}
