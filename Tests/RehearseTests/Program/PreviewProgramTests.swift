import Foundation
import Testing

/// `rehearse preview`, from the command line to the folder.
@Suite struct PreviewProgramTests {
  private let home: Folder
  private let files: Folder

  init() throws {
    home = try Folder()
    files = try Folder()
  }

  private func run(_ words: String) throws -> Program.Output {
    try Program.run(words.split(separator: " ").map(String.init), home: home.path, in: files.path)
  }

  /// All files of a folder, with what is in them.
  private func contents(_ folder: String) throws -> [String: Data] {
    let path = files.path + "/" + folder
    var contents: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      contents[name] = FileManager.default.contents(atPath: path + "/" + name)
    }
    return contents
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: files.path).sorted() }
  }

  @Test func theSameCourseGivesTheSameFolder() throws {
    let output = try run("preview \(EveryConstruct.path) --out one")
    #expect(output.status == 0, "\(output)")
    #expect(
      output.out.hasPrefix("Written to one: 12 pages, beginning with index.html."), "\(output)")
    #expect(try run("preview \(EveryConstruct.path)/course.md --out two/").status == 0)
    let one = try contents("one")
    #expect(try contents("two") == one && one.count > 12)
    #expect(one["scenarios/last-call.html"] != nil && one["preview.sha256"] != nil)
    // Nothing is left of writing it.
    #expect(try names == ["one", "two"])
  }

  @Test func thePagesAreListedForSHA256Sum() throws {
    _ = try run("preview \(EveryConstruct.path) --out pages")
    let check = Process()
    check.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    check.arguments = ["--check", "--strict", "--quiet", "preview.sha256"]
    check.currentDirectoryURL = URL(fileURLWithPath: files.path + "/pages")
    try check.run()
    check.waitUntilExit()
    #expect(check.terminationStatus == 0)
  }

  @Test func anEarlierPreviewIsReplacedWhole() throws {
    let course = try files.copyCourse()
    #expect(try run("preview \(course) --out pages --date 2026-11-22").status == 0)
    try FileManager.default.removeItem(atPath: course + "/aids/who-to-ring.md")
    _ = try files.replace(
      "- [Who to ring](aids/who-to-ring.md)", with: "", in: "course/course.md")
    #expect(try contents("pages")["aids/who-to-ring.html"] != nil)
    #expect(try run("preview \(course) --out pages").status == 0)
    #expect(try contents("pages")["aids/who-to-ring.html"] == nil)
    #expect(try !files.text(of: "pages/index.html").contains("2026-11-22"))
    #expect(try names == ["course", "pages"])
  }

  @Test func whatSomebodyPutThereStays() throws {
    try files.write("mine", to: "full/notes.txt")
    let full = try run("preview \(EveryConstruct.path) --out full")
    #expect(full.status == 73 && full.error.contains("not empty, and not a preview"), "\(full)")
    try files.write("mine", to: "file")
    #expect(try run("preview \(EveryConstruct.path) --out file").status == 73)
    #expect(try run("preview \(EveryConstruct.path) --out file/pages").status == 73)
    _ = try run("preview \(EveryConstruct.path) --out pages")
    try files.write("mine", to: "pages/aids/notes.txt")
    let added = try run("preview \(EveryConstruct.path) --out pages")
    #expect(added.status == 73 && added.error.contains("aids/notes.txt"), "\(added)")
    try FileManager.default.removeItem(atPath: files.path + "/pages/aids/notes.txt")
    _ = try files.replace("Approved by", with: "Approved by me", in: "pages/final.html")
    let changed = try run("preview \(EveryConstruct.path) --out pages")
    #expect(changed.status == 73 && changed.error.contains("final.html"), "\(changed)")
    #expect(try files.text(of: "pages/final.html").contains("Approved by me"))
    #expect(try files.text(of: "full/notes.txt") == "mine")
    #expect(try names == ["file", "full", "pages"])
  }

  @Test func noPreviewGoesIntoItsCourse() throws {
    _ = try files.copyCourse()
    for out in ["course/pages", "course", "./course/../course/pages"] {
      let output = try run("preview course --out \(out)")
      #expect(output.status == 73, "\(output)")
    }
    try FileManager.default.createSymbolicLink(
      atPath: files.path + "/link", withDestinationPath: files.path + "/course/aids")
    #expect(try run("preview course --out link").status == 73)
    #expect(try run("preview course --out link/pages").status == 73)
    #expect(try contents("course")["pages"] == nil)
  }

  @Test func imagesComeAlong() throws {
    try files.write("no image at all", to: "course/img/a tree.png")
    try files.write("secret", to: "secret.png")
    try files.write("unused", to: "course/img/unused.png")
    try files.write("---\nkind: course\ntitle: C\n---\n\n- [A](x/a.md)\n", to: "course/course.md")
    try files.write(
      "---\nkind: lesson\ntitle: A\n---\n\n![T](../img/a%20tree.png) ![S](../../secret.png)\n",
      to: "course/x/a.md")
    let output = try run("preview course --out pages")
    #expect(output.status == 0 && output.out.contains("1 error"), "\(output)")
    #expect(try files.text(of: "pages/img/a tree.png") == "no image at all")
    #expect(try files.text(of: "pages/x/a.html").contains("src=\"../img/a%20tree.png\""))
    #expect(
      try contents("pages").keys.sorted() == [
        "img/a tree.png", "index.html", "preview.sha256", "x/a.html",
      ])
  }

  @Test func errorsAreShownAndDoNotStopIt() throws {
    _ = try files.copyCourse()
    _ = try files.replace("kind: aid", with: "kind: ade", in: "course/aids/phrases.md")
    try files.write("---\nkind: lesson\ntitle: \u{1B}[31m", to: "course/cut.md")
    try Data([0x2D, 0xFF, 0xFE]).write(to: URL(fileURLWithPath: files.path + "/course/no.md"))
    let output = try run("preview course --out pages")
    #expect(output.status == 0 && output.out.contains("errors"), "\(output)")
    #expect(try files.text(of: "pages/aids/phrases.html").contains("unknown-kind"))
    #expect(try files.text(of: "pages/index.html").contains("Errors first:"))
  }

  @Test(arguments: [
    ("preview none --out pages", 74, "no folder"), ("preview empty --out pages", 65, "course.md"),
    ("preview course", 64, "--out"), ("preview course --out pages --date today", 64, "--date"),
  ])
  func refusals(_ words: String, _ status: Int32, _ message: String) throws {
    try files.write("text", to: "empty/notes.txt")
    try files.write("---\nkind: course\ntitle: C\n---\n\n- [A](a.md)\n", to: "course/course.md")
    let output = try run(words)
    #expect(output.status == status && output.error.contains(message), "\(output)")
    #expect(output.out == "")
    #expect(try names == ["course", "empty"])
  }
}

/// What Chromium says to the pages; without it, or without Python, there is nothing to ask.
@Suite(
  .enabled(
    if: PreviewBrowser.isThere, "Python and Chromium are not installed (apt-get install chromium).")
)
struct PreviewBrowserTests {
  @Test(arguments: [EveryConstruct.path, PreviewBrowser.root + "/courses/consulting"])
  func pagesAreFitForEverybody(_ course: String) throws {
    let folder = try Folder()
    let output = try Program.run(
      ["preview", course, "--out", folder.path + "/pages"], home: folder.path,
      within: .seconds(120))
    #expect(output.status == 0, "\(output)")
    let (status, words) = try PreviewBrowser.check(folder.path + "/pages", home: folder.path)
    #expect(status == 0, "\(words)")
  }

  /// HTML that would run, a language of its own, and words that are wider than a telephone.
  @Test func hardTextIsFitForEverybody() throws {
    let folder = try Folder()
    try folder.write(
      """
      ---
      kind: course
      title: <script>alert(1)</script>
      language: de
      ---

      <script>alert(1)</script> <img src=x onerror=alert(1)>

      - [A](a.md)
      """, to: "course/course.md")
    let long = String(repeating: "Donaudampfschiff", count: 5)
    try folder.write(
      """
      ---
      kind: lesson
      title: \(long)
      ---

      ###### \(long)

      \(long) `\(long)` [a](javascript:alert(1)) [b](https://example.com/\(long))

      | \(long) | \(long) |
      | --- | --- |
      | \(long) | b |

      | a | b | c | \(long) |
      | --- | --- | --- | --- |
      | \(long) | b | c | d |

      ```
      \(long)\(long)
      ```
      """, to: "course/a.md")
    let output = try Program.run(
      ["preview", folder.path + "/course", "--out", folder.path + "/pages"], home: folder.path)
    #expect(output.status == 0, "\(output)")
    let (status, words) = try PreviewBrowser.check(folder.path + "/pages", home: folder.path)
    #expect(status == 0, "\(words)")
  }

  @Test func whatIsWrongIsFound() throws {
    let folder = try Folder()
    try folder.write(
      """
      <!DOCTYPE html><html><head><title>x</title></head><body><main><h1 id="a">A</h1>
      <h3 id="a">B</h3><p style="color: #888; background: #fff">grey</p><a href="#none">c</a>
      <p style="width: 3000px">wide</p></main></body></html>
      """, to: "pages/index.html")
    let (status, words) = try PreviewBrowser.check(folder.path + "/pages", home: folder.path)
    #expect(status == 1)
    for part in [
      "no language", "leaves out a level", "twice: a", "contrast 3.54", "no place #none",
      "pixels wide in 320", "0 of footer",
    ] {
      #expect(words.contains(part), "\(part) in \(words)")
    }
  }
}

enum PreviewBrowser {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  private static let python = "/usr/bin/python3"

  static let isThere =
    FileManager.default.isExecutableFile(atPath: python)
    && ["chromium", "chromium-browser", "google-chrome"].contains {
      FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0)
    }

  static func check(
    _ pages: String, home: String, with script: String = "check_preview.py"
  ) throws -> (status: Int32, words: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [root + "/Tests/Browser/" + script, pages]
    process.environment = [
      "HOME": home, "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1",
    ]
    let out = Pipe()
    process.standardOutput = out
    process.standardError = out
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let words = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, words)
  }
}
