import Foundation
import Testing

/// What every command answers with: its exit status, and what it says on which of the two outputs.
@Suite struct ExitStatusTests {
  /// A learner who has played a role-play to its end; the tests here only look at it.
  private static let learner: (home: Folder, files: Folder) = {
    do {
      let home = try Folder()
      let files = try Folder()
      _ = try Program.run(
        ["play", EveryConstruct.path + "/quiet-word"], input: "1\n", home: home.path)
      _ = try Program.run(["backup", files.path + "/backup"], home: home.path)
      let list = try Program.run(["debrief", "--list", "--json"], home: home.path).out
      let id = list.firstMatch(of: /"attempt":"([^"]*)"/)?.1 ?? ""
      _ = try Program.run(
        ["export-transcript", String(id), "--out", files.path + "/transcript"], home: home.path)
      try files.write("no transcript at all\n", to: "garbage")
      let broken = try files.copyCourse(to: "broken")
      _ = try files.replace("kind: aid", with: "kind: ade", in: "broken/aids/phrases.md")
      _ = broken
      try files.write("---\nkind: scenario\n---\n", to: "full/scenarios/a-quiet-word.md")
      try files.write("---\nkind: course\ntitle: Full\n---\n", to: "full/course.md")
      try files.write(
        "---\nkind: course\ntitle: Bare\n---\n\n- [Page](page.md)\n", to: "bare/course.md")
      try files.write("---\nkind: lesson\ntitle: Page\n---\n\nText.\n", to: "bare/page.md")
      return (home, files)
    } catch {
      fatalError("\(error)")
    }
  }()

  struct Case: CustomTestStringConvertible, Sendable {
    var arguments: String
    var status: Int32
    /// On standard error where it failed; else on standard output.
    var words: String

    init(_ arguments: String, _ status: Int32, _ words: String) {
      (self.arguments, self.status, self.words) = (arguments, status, words)
    }

    var testDescription: String { "\(arguments): \(status)" }
  }

  /// `@` is the course, `%` the folder with the other files.
  static let cases = [
    Case("", 0, "The handover"),
    Case("--help", 0, "goes on where you stopped"),
    Case("--version", 0, "0.1"),
    Case("home", 0, "The handover"),
    Case("certificates", 0, "There is no certificate yet."),
    Case("certificates list", 0, "There is no certificate yet."),
    Case("certificates --json", 0, "[]"),
    Case("certificates --ics %/none/such.ics", 73, "cannot be written"),
    Case("name", 1, "Your name is not known yet."),
    Case("nonsense", 64, "nonsense"),
    Case("--nonsense", 64, "nonsense"),
    Case("play", 0, "The handover"),
    Case("play @", 0, "The handover"),
    Case("play handover", 0, "The handover"),
    Case("play @/last-call --practice", 0, "Five minutes before"),
    Case("play @/last-cal", 65, "Did you mean handover/last-call?"),
    Case("play @/handover-lead", 0, "Awarded to"),
    Case("play nowhere", 65, "There is no course “nowhere” here."),
    Case("play /nowhere", 65, "There is no course"),
    Case("play %/garbage", 65, "is in no course"),
    Case("play @/last-call --practice --fresh", 0, "Five minutes before"),
    Case("play @ --fresh", 64, "name a unit"),
    Case("play @/last-call --assessed --practice", 64, "--assessed"),
    Case("play @/last-call --seed x", 64, "seed"),
    Case("play --answers -", 64, "name a unit"),
    Case("play @ --answers -", 64, "name a unit"),
    Case("play handover --json", 64, "name a unit"),
    Case("play @/last-call --answers %/none", 74, "cannot be read"),
    Case("aid phrases", 0, "To open:"),
    Case("aid", 0, "Phrases for the last call"),
    Case("aid @", 0, "Phrases for the last call"),
    Case("aid @/aids/phrases.md", 0, "To open:"),
    Case("aid @/phrases", 0, "To open:"),
    Case("aid @/last-call", 65, "is no job aid"),
    Case("aid %/garbage", 65, "is in no course"),
    Case("aid nonsense", 65, "nonsense"),
    Case("aid phrases --course nowhere", 65, "nowhere"),
    Case("checklist", 0, "The first week"),
    Case("checklist first-week", 0, "Ring the duty phone"),
    Case("checklist nonsense", 65, "nonsense"),
    Case("checklist last-call --for X", 65, "is not a checklist"),
    Case("checklist first-week --export %/x.md", 64, "--for"),
    Case("checklist first-week --for X --export %/x.doc", 64, ".html"),
    Case("checklist first-week --for Nobody --export %/x.md", 65, "There is no record"),
    Case("progress", 0, "A quiet word: done"),
    Case("progress nowhere", 65, "nowhere"),
    Case("progress --json", 0, "\"state\":\"done\""),
    Case("debrief", 0, "Debrief: A quiet word"),
    Case("debrief --list", 0, "quiet-word.md"),
    Case("debrief --json", 0, "\"decisions\""),
    Case("debrief ffff", 65, "There is no attempt ffff."),
    Case("debrief nonsense", 65, "There is no attempt nonsense."),
    Case("notes", 0, "no notes yet"),
    Case("check @", 0, "No findings."),
    Case("check @ --json", 0, "[]"),
    Case("check @ --format json", 0, "[]"),
    Case("check @ --format sarif", 0, "\"results\":[]"),
    Case("check @/final.md", 0, "No findings."),
    Case("check %/broken --format sarif", 1, "\"ruleId\":\"unknown-kind\""),
    Case("check @ --format xml", 64, "xml"),
    Case("check @ --json --format sarif", 64, "exclude each other"),
    Case("check @ --watch --format sarif", 64, "--watch"),
    Case("check @ --watch --stdin-file a.md", 64, "exclude each other"),
    Case("check /nowhere --watch", 74, "nowhere"),
    Case("check @ --stdin-file ../out.md", 65, "leads out of the course folder"),
    Case("check @ --stdin-file /etc/out.md", 65, "leads out of the course folder"),
    Case("check @ --stdin-file .draft.md", 65, "begins with a dot"),
    Case("check /nowhere", 74, "nowhere"),
    Case("check %", 1, "course.md"),
    Case("check %/broken", 1, "unknown-kind"),
    Case("check", 64, "folder"),
    Case("new lesson", 64, "name"),
    Case("new banana Yellow", 64, "banana"),
    Case("new lesson Late --in /nowhere", 65, "There is no course in /nowhere."),
    Case("new lesson Late", 65, "rehearse new course NAME"),
    Case("new lesson ??? --in @", 65, "No file can be named"),
    Case("new scenario A-quiet-word --in %/full", 73, "full/scenarios/a-quiet-word.md already"),
    Case("new course full --in %", 73, "%/full already"),
    Case("new certification Alone --in %/bare", 65, "the course has none"),
    Case("pack @ --out %/every.rehearse", 0, "rehearse install"),
    Case("pack @ --out %/none/every.rehearse", 73, "cannot be written"),
    Case("pack @ --out %/backup", 73, "%/backup already"),
    Case("pack %/bare --out %/bare/x.rehearse", 73, "would become a part of it"),
    Case("pack %/broken", 65, "The course has an error."),
    Case("pack /nowhere", 74, "nowhere"),
    Case("pack", 64, "folder"),
    Case("install %/none", 74, "cannot be read"),
    Case("install %/garbage", 65, "It is not a course bundle."),
    Case("install %/broken", 65, "The course has an error."),
    Case("install", 64, "course"),
    Case("courses", 0, "The handover"),
    Case("courses --json", 0, "\"course\":\"handover\""),
    Case("remove nowhere", 65, "`rehearse courses` shows the list."),
    Case("remove handove", 65, "Did you mean handover?"),
    Case("remove", 64, "course"),
    Case("replay %/transcript --course @", 0, "every hash fits"),
    Case("replay %/transcript --course @ --json", 0, "\"points\":2"),
    Case("replay %/transcript --course %/broken", 1, "belongs to the course content"),
    Case("replay %/none --course @", 74, "cannot be read"),
    Case("replay %/garbage --course @", 65, "rehearse transcript 1"),
    Case("replay %/transcript --course /nowhere", 74, "nowhere"),
    Case("replay %/transcript", 64, "--course"),
    Case("export-transcript ffff", 65, "There is no attempt ffff."),
    Case("export-transcript", 64, "attempt"),
    Case("backup %/backup", 73, "already"),
    Case("backup %/none/backup", 73, "%/none/backup"),
    Case("backup", 64, "file"),
    Case("restore %/none", 74, "%/none"),
    Case("restore %/garbage", 65, "%/garbage"),
    Case("restore", 64, "file"),
  ]

  @Test(arguments: cases)
  func answers(_ test: Case) throws {
    let (home, files) = Self.learner
    func filled(_ text: some StringProtocol) -> String {
      text.replacingOccurrences(of: "@", with: EveryConstruct.path)
        .replacingOccurrences(of: "%", with: files.path)
    }
    let output = try Program.run(
      test.arguments.split(separator: " ").map(filled), home: home.path, in: files.path)
    #expect(output.status == test.status, "\(output)")
    let wanted = filled(test.words)
    if test.status == 0 {
      #expect(output.out.contains(wanted), "\(output)")
      #expect(output.error == "")
    } else if test.arguments.hasPrefix("check"), test.status == 1 {
      #expect(output.out.contains(wanted), "\(output)")
    } else {
      #expect(output.error.replacing("\n", with: " ").contains(wanted), "\(output)")
      // A message, never a trace, and nothing that looks like an answer.
      #expect(!output.error.contains("Fatal") && !output.error.contains(".swift"))
      #expect(output.out == "" || !test.arguments.contains("--json"))
    }
    #expect(!output.out.contains("\u{1B}") && !output.error.contains("\u{1B}"))
  }

  /// Who has never been here before, and where there is nothing.
  @Test func withoutACourse() throws {
    let home = try Folder()
    for arguments in [[], ["home"], ["aid"], ["progress"], ["checklist"], ["play"]] {
      let output = try Program.run(arguments, home: home.path, in: home.path)
      #expect(output.status == 65, "\(arguments) \(output)")
      #expect(output.error.contains("rehearse play courses/consulting"), "\(arguments) \(output)")
    }
    let output = try Program.run(["debrief"], home: home.path, in: home.path)
    #expect(output.status == 65 && output.error.contains("no attempt"))
  }

  @Test func aHomeThatCannotBe() throws {
    let home = try Folder()
    let file = try home.write("a file", to: "file")
    let output = try Program.run(["home"], home: file)
    #expect(output.status == 73 && output.error.contains(file), "\(output)")
    try home.write("no database", to: "records.sqlite")
    let other = try Program.run(["progress"], home: home.path)
    #expect(other.status == 65 && other.error.contains("is damaged"), "\(other)")
  }

  /// By its file, as COURSE/UNIT, and by its name alone, whatever course was used last.
  @Test func aChecklistIsFoundInAnyCourse() throws {
    let home = try Folder()
    try home.write(
      "---\nkind: course\ntitle: Other\nid: other\n---\n\n1. [L](l.md)\n", to: "o/course.md")
    try home.write("---\nkind: lesson\ntitle: L\n---\n\nWords.\n", to: "o/l.md")
    let file = EveryConstruct.path + "/first-week"
    #expect(try Program.run(["checklist", file], home: home.path).out.contains("The first week"))
    // Now another course was used last.
    #expect(
      try Program.run(["play", home.path + "/o/l", "--practice"], home: home.path).status == 0)
    for name in ["first-week", "handover/first-week"] {
      let output = try Program.run(["checklist", name], home: home.path)
      #expect(output.status == 0 && output.out.contains("The first week"), "\(name) \(output)")
      #expect(try Program.run(["play", home.path + "/o/l"], home: home.path).status == 0)
    }
    #expect(try Program.run(["checklist", "nowhere"], home: home.path).status == 65)
  }

  @Test func anExportThatCannotBeWritten() throws {
    let home = try Folder()
    _ = try Program.run(
      ["checklist", "first-week", "--for", "X", "--course", EveryConstruct.path],
      input: "y\ny\ny\ny\ndone\n",
      home: home.path)
    let arguments = ["checklist", "first-week", "--for", "X", "--course", "handover", "--export"]
    let refused = try Program.run(arguments + [home.path + "/none/x.md"], home: home.path)
    #expect(refused.status == 73 && refused.error.contains("cannot be written"), "\(refused)")
    let written = try Program.run(arguments + [home.path + "/x.html"], home: home.path)
    #expect(written.status == 0, "\(written)")
    #expect(try home.text(of: "x.html").contains("<dt>Complete</dt><dd>yes</dd>"))
  }

  @Test func anExamCannotBeSatMoreOftenThanItsAuthorAllows() throws {
    let home = try Folder()
    let arguments = ["play", EveryConstruct.path + "/renewal", "--assessed", "--answers", "-"]
    #expect(try Program.run(arguments, input: "1\n", home: home.path).status == 0)
    let again = try Program.run(arguments, input: "3\n", home: home.path)
    #expect(again.status == 1 && again.error.contains("The one attempt is used."), "\(again)")
  }

  @Test func whatTheCoachHoldsBackStaysBack() throws {
    let home = try Folder()
    let arguments = [
      "play", EveryConstruct.path + "/last-call", "--assessed", "--json", "--answers", "-",
    ]
    let played = try Program.run(arguments, input: "4\n", home: home.path)
    let id = try #require(played.out.firstMatch(of: /"attempt":"([^"]*)"/)?.1)
    for json in [[], ["--json"]] {
      let debrief = try Program.run(["debrief", String(id)] + json, home: home.path)
      #expect(debrief.status == 65 && debrief.error.contains("has not ended"), "\(debrief)")
      #expect(!debrief.out.contains("You know the project"))
    }
  }
}
