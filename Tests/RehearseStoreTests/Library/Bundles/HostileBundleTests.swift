import Foundation
import RehearseCore
import Testing

@testable import RehearseStore

/// Every bundle here is a real file that is refused whole, for the reason that is given.
@Suite("Hostile bundles") struct HostileBundleTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var sql: String
    var reason: BundleError

    init(_ sql: String, _ reason: BundleError) {
      self.sql = sql
      self.reason = reason
    }

    var testDescription: String { String(sql.prefix(100)) }
  }

  /// One more file, with an `A` in it.
  private static func file(_ name: String, mode: Int = 0o100644) -> String {
    "INSERT INTO b.sqlar VALUES (\(name), \(mode), 0, 1, x'41')"
  }

  /// The table in another form, with the same rows.
  private static func table(_ sql: String) -> String {
    """
    CREATE TEMP TABLE t AS SELECT * FROM b.sqlar; DROP TABLE b.sqlar; \(sql);
    INSERT INTO b.sqlar (name, mode, mtime, sz) SELECT name, mode, mtime, sz FROM t
    """
  }

  static let names = [
    Case(file("'../x.md'"), .path(.outside(path: "../x.md"))),
    Case(file("'a/../../x.md'"), .path(.outside(path: "a/../../x.md"))),
    Case(file("'/etc/x'"), .path(.absolute(path: "/etc/x"))),
    Case(file("'a\\x.md'"), .path(.unusableName(path: "a\\x.md"))),
    Case(file("'C:\\x.md'"), .path(.unusableName(path: "C:\\x.md"))),
    Case(file("'a' || char(10) || 'b'"), .path(.unusableName(path: "a\nb"))),
    Case(file("'a' || char(27) || 'b'"), .path(.unusableName(path: "a\u{1B}b"))),
    Case(file("'a' || char(155) || 'b'"), .path(.unusableName(path: "a\u{9B}b"))),
    Case(file("'a' || char(8238) || 'dm.b'"), .path(.unusableName(path: "a\u{202E}dm.b"))),
    Case(file("CAST(x'610062' AS TEXT)"), .path(.unusableName(path: "a\0b"))),
    Case(file("CAST(x'61FF' AS TEXT)"), .path(.unusableName(path: "a\u{FFFD}"))),
    Case(file("'.git/config'"), .path(.hidden(path: ".git/config"))),
    Case(file("'a//b.md'"), .roundabout(path: "a//b.md")),
    Case(file("'./b.md'"), .roundabout(path: "./b.md")),
    Case(file("'a/../b.md'"), .roundabout(path: "a/../b.md")),
    Case(file("'b/'"), .roundabout(path: "b/")),
    Case(file("''"), .roundabout(path: "")),
    Case(file("'First.MD'"), .collision(path: "First.MD", other: "first.md")),
    Case(file("'MORE/second.md'"), .collision(path: "MORE/second.md", other: "more/second.md")),
    Case(
      file("'caf\u{E9}.md'") + ";" + file("'cafe\u{301}.md'"),
      .collision(path: "cafe\u{301}.md", other: "caf\u{E9}.md")),
    Case(
      file("'stra\u{DF}e'") + ";" + file("'STRASSE'"),
      .collision(path: "STRASSE", other: "stra\u{DF}e")),
    Case(file("'first.md/x'"), .fileAndFolder(path: "first.md")),
    Case(file("'FIRST.md/x'"), .fileAndFolder(path: "first.md")),
    Case(
      file("replace(hex(zeroblob(130)), '00', 'xy')"),
      .pathTooLong(path: String(repeating: "xy", count: 130), limit: 255)),
    Case(
      file("replace(hex(zeroblob(33)), '00', 'a/') || 'b'"),
      .path(.tooDeep(path: String(repeating: "a/", count: 33) + "b", limit: 32))),
  ]

  static let entries = [
    Case(file("'x'", mode: 0o120777), .notPlain(path: "x")),
    Case(file("'x'", mode: 0o40755), .notPlain(path: "x")),
    Case(file("'x'", mode: 0o104755), .notPlain(path: "x")),
    Case(file("'x'", mode: 0o20666), .notPlain(path: "x")),
    Case("INSERT INTO b.sqlar VALUES ('x', 33188, 0, -1, 'target')", .oddEntry(path: "x")),
    Case("INSERT INTO b.sqlar VALUES ('x', 33188, 0, 0, NULL)", .oddEntry(path: "x")),
    Case("INSERT INTO b.sqlar VALUES ('x', 'rw', 0, 1, x'41')", .oddEntry(path: "x")),
    Case("INSERT INTO b.sqlar VALUES ('x', 33188, 0, 'many', x'41')", .oddEntry(path: "x")),
    Case("INSERT INTO b.sqlar VALUES (x'78', 33188, 0, 1, x'41')", .oddEntry(path: "x")),
    Case("INSERT INTO b.sqlar VALUES (NULL, 33188, 0, 1, x'41')", .oddEntry(path: "")),
    Case("UPDATE b.sqlar SET sz = 2000 WHERE name = 'first.md'", .compressed(path: "first.md")),
    Case(
      "UPDATE b.sqlar SET sz = 1 << 40 WHERE name = 'first.md'",
      .fileTooLarge(path: "first.md", limit: 16 << 20)),
    Case(
      "UPDATE b.sqlar SET sz = 3 WHERE name = 'first.md'",
      .wrongSize(path: "first.md", said: 3, found: 40)),
    Case(
      "UPDATE b.sqlar SET sz = -1 WHERE name = 'first.md'",
      .wrongSize(path: "first.md", said: -1, found: 40)),
    Case(
      "INSERT INTO b.sqlar VALUES ('x', 33188, 0, 17000000, zeroblob(17000000))",
      .fileTooLarge(path: "x", limit: 16 << 20)),
    Case(
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
      INSERT INTO b.sqlar SELECT 'f' || i, 33188, 0, 0, x'' FROM n
      """, .tooManyFiles(limit: 10_000)),
    Case(file("'x.md'"), .unlisted(path: "x.md")),
    Case("DELETE FROM b.sqlar WHERE name = 'first.md'", .missing(path: "first.md")),
    Case(
      "UPDATE b.sqlar SET data = CAST(replace(data, 'One', 'Odd') AS BLOB) WHERE name = 'first.md'",
      .changed(path: "first.md")),
    Case("DELETE FROM b.sqlar WHERE name = '.manifest'", .noManifest),
    Case("DELETE FROM b.sqlar", .noManifest),
  ]

  static let databases = [
    Case("CREATE TABLE b.more (x)", .foreignSchema(name: "more")),
    Case("CREATE VIEW b.more AS SELECT randomblob(1000000000)", .foreignSchema(name: "more")),
    Case(
      "CREATE TRIGGER b.more AFTER DELETE ON sqlar BEGIN SELECT 1; END",
      .foreignSchema(name: "more")),
    Case("CREATE INDEX b.more ON sqlar (abs(sz))", .foreignSchema(name: "more")),
    Case("DROP TABLE b.sqlar", .foreignSchema(name: "an empty schema")),
    Case(
      "DROP TABLE b.sqlar; CREATE VIEW b.sqlar AS SELECT 'x' name, 33188 mode, 0 mtime",
      .foreignSchema(name: "sqlar")),
    Case(
      table("CREATE TABLE b.sqlar(name TEXT PRIMARY KEY, mode INT, mtime INT, sz INT, data BLOB)"),
      .foreignSchema(name: "sqlar")),
    Case(
      table(
        """
        CREATE TABLE b.sqlar(name TEXT PRIMARY KEY, mode INT, mtime INT, sz INT,
          data BLOB AS (zeroblob(sz)))
        """), .foreignSchema(name: "sqlar")),
    Case(
      """
      PRAGMA writable_schema = ON;
      UPDATE b.sqlite_schema SET sql = replace(sql, 'PRIMARY KEY', 'COLLATE own PRIMARY KEY')
      """, .foreignSchema(name: "sqlar")),
    Case(
      """
      PRAGMA writable_schema = ON;
      UPDATE b.sqlite_schema SET sql = replace(sql, 'sz INT', 'sz INT CHECK (abs(sz) > 0)')
      """, .foreignSchema(name: "sqlar")),
    Case("PRAGMA b.application_id = 0", .notABundle),
    Case("PRAGMA b.user_version = 0", .notABundle),
    Case("PRAGMA b.user_version = 2", .newer),
    Case("PRAGMA b.journal_mode = WAL", .damaged(detail: "a part of it is missing")),
  ]

  @Test(arguments: names + entries + databases)
  func isRefused(_ test: Case) throws {
    let folder = try TemporaryFolder()
    let bundle = try folder.bundle(changedBy: test.sql)
    #expect(throws: test.reason) { try CourseBundle.course(in: bundle) }
  }

  /// The rows of the schema lead elsewhere than they say.
  @Test(arguments: [
    "UPDATE b.sqlite_schema SET rootpage = (SELECT max(rootpage) FROM b.sqlite_schema)",
    "UPDATE b.sqlite_schema SET rootpage = 900 WHERE type = 'table'",
    "UPDATE b.sqlite_schema SET rootpage = 1 WHERE type = 'index'",
  ])
  func pagesThatLie(sql: String) throws {
    let folder = try TemporaryFolder()
    let bundle = try folder.bundle(changedBy: "PRAGMA writable_schema = ON; " + sql)
    expectDamage(in: bundle)
  }

  @Test func damage() throws {
    let good = CourseBundle.bytes(of: try packed(smallCourse))
    expectDamage(in: Array(good.dropLast(4_096)))
    expectDamage(in: Array(good.dropLast(5_000)))
    for place in [100, 103, 105, 4_096, 4_099, 4_101, 4_104, 8_192, 8_195] {
      var bytes = good
      bytes[place] ^= 0x55
      expectDamage(in: bytes)
    }
  }

  /// Whatever was changed, it is noticed, or it means nothing.
  @Test func everyByteCounts() throws {
    let course = try packed(smallCourse)
    let good = CourseBundle.bytes(of: course)
    var refused = 0
    for place in stride(from: 0, to: good.count, by: 37) where good[place] != 0 || place < 4_096 {
      var bytes = good
      bytes[place] ^= 0x41
      if let read = try? CourseBundle.course(in: bytes) {
        #expect(read.files == course.files && read.digest == course.digest, "byte \(place)")
      } else {
        refused += 1
      }
    }
    #expect(refused > 20)
  }

  @Test func noDatabase() throws {
    let folder = try TemporaryFolder()
    for (name, content) in [("empty", ""), ("text", String(repeating: "words ", count: 500))] {
      let path = try folder.write(content, to: name)
      #expect(throws: BundleError.notABundle) { try CourseBundle.read(path) }
    }
    #expect(throws: BundleError.notABundle) { try CourseBundle.read(folder.path) }
    #expect(throws: BundleError.notABundle) { try CourseBundle.read("/dev/null") }
    #expect(throws: BundleError.cannotRead(detail: "No such file or directory")) {
      try CourseBundle.read(folder.path + "/none")
    }
  }

  private func expectDamage(in bundle: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
    do throws(BundleError) {
      _ = try CourseBundle.course(in: bundle)
      Issue.record("It was taken.", sourceLocation: sourceLocation)
    } catch {
      guard case .damaged = error else {
        Issue.record("\(error)", sourceLocation: sourceLocation)
        return
      }
    }
  }

  // MARK: The manifest

  static let manifests: [(String, String, BundleError)] = [
    ("# rehearse bundle 1", "# rehearse bundle 2", .manifestLine(1)),
    ("# id: ", "# name: ", .manifestLine(2)),
    ("# digest: ", "# digest: 0", .manifestLine(5)),
    ("  first.md\n", " first.md\n", .manifestLine(8)),
    ("  more/second.md\n", "  more/second.md", .manifestLine(9)),
    ("  more/second.md\n", "  more/second.md\r\n", .unlisted(path: "more/second.md")),
    ("  more/second.md\n", "  more/third.md\n", .unlisted(path: "more/second.md")),
    (
      "# id: two-pages", "# id: one-page",
      .otherCourse(field: "id", said: "one-page", found: "two-pages")
    ),
    (
      "# title: Two pages", "# title: Two",
      .otherCourse(field: "title", said: "Two", found: "Two pages")
    ),
    ("# version: 1.0\n", "", .otherCourse(field: "version", said: "", found: "1.0")),
    ("# version: 1.0", "# version: 9", .otherCourse(field: "version", said: "9", found: "1.0")),
  ]

  @Test(arguments: manifests)
  func saysSomethingElse(old: String, new: String, reason: BundleError) throws {
    let good = manifest(of: smallCourse)
    let text = good.replacingOccurrences(of: old, with: new)
    try #require(text != good)
    let bundle = unchecked(smallCourse, manifest: text)
    #expect(throws: reason) { try CourseBundle.course(in: bundle) }
  }

  @Test func anotherDigest() throws {
    _ = try CourseBundle.course(in: unchecked(smallCourse, manifest: manifest(of: smallCourse)))
    let text = manifest(of: smallCourse, digest: String(repeating: "a", count: 64))
    #expect(throws: BundleError.wrongDigest) {
      try CourseBundle.course(in: unchecked(smallCourse, manifest: text))
    }
    let twice =
      manifest(of: smallCourse) + (manifest(of: smallCourse).split(separator: "\n").last ?? "")
      + "\n"
    #expect(throws: BundleError.collision(path: "more/second.md", other: "more/second.md")) {
      try CourseBundle.course(in: unchecked(smallCourse, manifest: twice))
    }
  }

  // MARK: The course

  @Test func aCourseWithErrors() throws {
    var files = smallCourse
    files["first.md"] = "---\nkind: scenario\ntitle: First\n---\n\nNo scene.\n"
    let bundle = unchecked(files, manifest: manifest(of: files))
    do throws(BundleError) {
      _ = try CourseBundle.course(in: bundle)
      Issue.record("It was taken.")
    } catch {
      guard case .courseErrors(let errors) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(errors.map(\.rule) == ["no-scenes"])
    }
  }

  @Test func tooMuchOfIt() {
    let large = [UInt8](repeating: 0x41, count: 16 << 20)
    func files(_ count: Int, _ bytes: [UInt8]) -> [PackedCourse.File] {
      (0..<count).map { PackedCourse.File(path: "\($0)", bytes: bytes) }
    }
    #expect(throws: BundleError.filesTooLarge(limit: 256 << 20)) {
      try PackedCourse(files(17, large))
    }
    #expect(throws: BundleError.fileTooLarge(path: "0", limit: 16 << 20)) {
      try PackedCourse(files(1, large + [0]))
    }
    #expect(throws: BundleError.tooManyFiles(limit: 10_000)) {
      try PackedCourse(files(10_001, []))
    }
  }
}
