import Foundation
import Testing

/// `rehearse import` and `rehearse export`, from the command line to the files.
@Suite struct ExchangeProgramTests {
  private let home: Folder
  private let files: Folder

  init() throws {
    home = try Folder()
    files = try Folder()
  }

  private var exam: String { EveryConstruct.path + "/check-in.md" }

  private func run(_ words: String) throws -> Program.Output {
    try Program.run(words.split(separator: " ").map(String.init), home: home.path, in: files.path)
  }

  @Test(arguments: ["gift", "text2qti"])
  func textGoesOutAndComesBack(_ format: String) throws {
    let out = try run("export \(exam) --format \(format) --out quiz")
    #expect(out.status == 0 && out.out == "", "\(out)")
    #expect(out.error.contains("\(exam):1: "))
    let printed = try run("export \(exam) --format \(format)")
    #expect(printed.out == (try files.text(of: "quiz")))
    // The format is seen in the content.
    let back = try run("import quiz --out new.md")
    #expect(back.status == 0 && back.out.hasPrefix("Written to new.md: "), "\(back)")
    #expect(try files.text(of: "new.md").contains("Which of these belongs on the first page?"))
    try files.write(
      "---\nkind: course\ntitle: C\nskills: preparation, candour\n---\n\n1. [N](new.md)\n",
      to: "course.md")
    let check = try run("check .")
    #expect(check.status == 0, "\(check)")
    let again = try run("import quiz --out new.md")
    #expect(again.status == 73 && again.error.contains("exists already"), "\(again)")
  }

  @Test func packagesGoOutAndComeBack() throws {
    let out = try run("export \(exam) --format qti3 --out package")
    #expect(out.status == 0, "\(out)")
    for (source, name) in [("package", "a"), ("package/assessment.xml", "b")] {
      let back = try run("import \(source) --out \(name).md")
      #expect(back.status == 0 && back.out.contains("8 questions"), "\(back)")
    }
    let again = try run("export \(exam) --format qti3 --out package")
    #expect(again.status == 73 && again.error.contains("not empty"), "\(again)")
    #expect(try run("export \(exam) --format qti3 --out package.zip").status == 0)
    let zip = try run("import package.zip --out c.md")
    #expect(zip.status == 65 && zip.error.contains("Unpack it"), "\(zip)")
  }

  @Test func nothingOutsideAPackageIsRead() throws {
    try files.write("<secret/>", to: "secret.xml")
    try files.write(
      "<assessmentTest title=\"T\"><testPart><assessmentSection identifier=\"s\" title=\"S\">"
        + "<assessmentItemRef identifier=\"i\" href=\"../secret.xml\"/>"
        + "<assessmentItemRef identifier=\"j\" href=\"/etc/passwd\"/></assessmentSection>"
        + "</testPart></assessmentTest>", to: "p/test.xml")
    let output = try run("import p/test.xml --out new.md")
    #expect(output.status == 65, "\(output)")
    #expect(output.error.contains("leads out") && !output.error.contains("secret/"), "\(output)")
    #expect(output.error.contains("/etc/passwd"))
  }

  @Test func strictSaysNo() throws {
    try files.write("Which? {=a ~b}", to: "fine.gift")
    #expect(try run("import fine.gift --strict --out fine.md").status == 0)
    try files.write("Which? {=a ~%50%b ~c}", to: "half.gift")
    let half = try run("import half.gift --strict --out half.md")
    #expect(half.status == 1, "\(half)")
    #expect(
      half.error == "half.gift:1: “b” earned 50 % of the points. It counts as wrong.\n", "\(half)")
    #expect(try files.text(of: "half.md").contains("- (x) a"))
    #expect(try run("export \(exam) --format gift --strict --out x").status == 1)
  }

  @Test(arguments: [
    ("import none --out x.md", 74, "There is no file"),
    ("import words --out x.md", 65, "looks like none of the formats"),
    ("import words --format gift --out x.md", 65, "no questions"),
    ("import words --format xml --out x.md", 64, "'gift', 'text2qti', 'aiken' or 'qti'"),
    ("import words", 64, "--out"), ("import . --out x.md", 74, "imsmanifest.xml"),
    ("import fine --out none/x.md", 73, "cannot be written"),
    ("export none --format gift", 74, "There is no file"),
    ("export words --format gift", 65, "no-front-matter"),
    ("export lesson.md --format gift", 65, "is not an assessment"),
    ("export broken.md --format gift", 65, "has errors"),
    ("export words --format qti3", 64, "--out"), ("export words", 64, "--format"),
  ])
  func refusals(_ words: String, _ status: Int32, _ message: String) throws {
    try files.write("Just words.\n", to: "words")
    try files.write("A {T}\n", to: "fine")
    try files.write("---\nkind: lesson\ntitle: T\n---\n\nText.\n", to: "lesson.md")
    try files.write("---\nkind: assessment\ntitle: T\n---\n\n### Q\n", to: "broken.md")
    let output = try run(words)
    #expect(output.status == status, "\(output)")
    #expect(output.error.replacing("\n", with: " ").contains(message), "\(output)")
    #expect(output.out == "")
  }

  @Test func noteLinesHoldNoControlCharacters() throws {
    try files.write("A {=x ~%50%\u{1B}[31mred\u{7} ~c}", to: "quiz")
    let output = try run("import quiz --format gift --out new.md")
    #expect(output.status == 0 && !output.error.contains("\u{1B}"), "\(output)")
    #expect(try !files.text(of: "new.md").contains("\u{1B}"))
  }
}
