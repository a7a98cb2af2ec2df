import Foundation
import RehearseCore
import RehearseStore
import Testing

@testable import rehearse

/// What `rehearse new` makes has no finding, plays, and explains itself.
@Suite struct TemplateTests {
  private func findings(_ folder: String) throws -> [String] {
    let folder = try CourseFolder(folder)
    let reading = try CourseFolderReading.read(folder)
    return CourseReview.diagnostics(of: reading) { path in
      (try? folder.read(path)).map { .success($0) } ?? .failure(CourseFileFailure(reason: "gone"))
    }.map { "\($0.file): \($0.rule)" }
  }

  @Test(arguments: ["Bad news, early", "2nd call: “Yes” & [no]", "Überblick", "`code` <b> _x_ *y*"])
  func aCourse(name: String) throws {
    let files = try Folder()
    let new = try NewFiles.course(name, in: files.path)
    #expect(try findings(new.folder) == [])
    let course = try OpenCourse(FolderSource(CourseFolder(new.folder)))
    #expect(course.title == name)
    #expect(Set(course.units.values.map(\.kind)) == Set(UnitKind.allCases).subtracting([.course]))
    #expect(try FileManager.default.contentsOfDirectory(atPath: files.path).count == 1)
    #expect(throws: NewFailure.exists(new.folder)) {
      try NewFiles.course(name, in: files.path)
    }
  }

  @Test(arguments: UnitKind.allCases.filter { $0 != .course })
  func aUnitInACourse(kind: UnitKind) throws {
    let files = try Folder()
    for folder in [try files.copyCourse(), try NewFiles.course("New", in: files.path).folder] {
      let course = try CourseFolder(folder)
      let before = try findings(folder)
      for name in ["The [first] call & more", "Another call"] {
        let new = try NewFiles.unit(kind, name, in: course)
        #expect(try findings(folder) == before, "\(kind) \(name)")
        guard case .added(let line, let text)? = new.outline else {
          Issue.record("not in the outline")
          continue
        }
        let cover = try files.text(of: folder.dropFirst(files.path.count + 1) + "/course.md")
        #expect(cover.split(separator: "\n", omittingEmptySubsequences: false)[line - 1] == text)
        let opened = try OpenCourse(FolderSource(course))
        #expect(opened.outline.entries.contains { $0.title == name })
        let written = try files.text(of: String(new.paths[0].dropFirst(files.path.count + 1)))
        #expect(throws: NewFailure.exists(new.paths[0])) {
          try NewFiles.unit(kind, name, in: course)
        }
        #expect(try files.text(of: String(new.paths[0].dropFirst(files.path.count + 1))) == written)
      }
    }
  }

  /// Where two units would have one name, the new one gets another.
  @Test func anIdOfItsOwn() throws {
    let files = try Folder()
    let course = try CourseFolder(try NewFiles.course("New", in: files.path).folder)
    _ = try NewFiles.unit(.lesson, "Say it", in: course)
    _ = try NewFiles.unit(.scenario, "Say it", in: course)
    // That both have one title is said, and nothing else.
    #expect(try findings(course.path) == ["scenarios/say-it.md: duplicate-title"])
    #expect(try files.text(of: "new/scenarios/say-it.md").contains("id: say-it-scenario"))
    #expect(throws: NewFailure.taken("say-it")) {
      _ = try NewFiles.unit(.aid, "Say it", in: course)
      try files.write(
        "---\nkind: aid\ntitle: X\nid: say-it-checklist\n---\n\nText.\n", to: "new/aids/x.md")
      _ = try NewFiles.unit(.checklist, "Say it", in: course)
    }
  }

  @Test(arguments: ["", "???", "a\u{1B}b", "README", String(repeating: "x", count: 300)])
  func namesThatNoFileCanHave(name: String) throws {
    #expect(throws: NewFailure.self) { try NewName(name) }
  }

  @Test func longTitlesGiveShortNames() throws {
    let name = try NewName(String(repeating: "word ", count: 40) + "end")
    #expect(name.slug.utf8.count <= 60 && name.slug.hasPrefix("word-word"))
  }

  /// What the rules of good courses ask for, beyond what is wrong.
  @Test func whatAGoodScenarioHas() throws {
    let unit = UnitReader.read(
      path: "scenarios/x.md", bytes: Array(Template(title: "X").scenario.utf8)
    ).value
    guard case .scenario(let scenario) = unit.content else {
      Issue.record("no scenario")
      return
    }
    #expect(unit.about.why != nil && unit.about.minutes != nil && scenario.passMark != nil)
    var endings: Set<String> = []
    for scene in scenario.scenes {
      switch scene.way {
      case .choices(let choices):
        #expect(choices.allSatisfy { !$0.feedback.isEmpty }, "\(scene.id)")
        #expect(Set(choices.map(\.points)).count > 1, "\(scene.id)")
      case .ending(let ending): endings.insert(ending.rawValue)
      default: break
      }
    }
    #expect(endings == ["success", "partial", "failure"])
  }

  @Test func everyQuestionSaysWhy() throws {
    let unit = UnitReader.read(
      path: "x.md", bytes: Array(Template(title: "X").assessment.utf8)
    ).value
    guard case .assessment(let assessment) = unit.content else {
      Issue.record("no assessment")
      return
    }
    for question in assessment.sections.flatMap(\.questions) {
      if case .single(let single) = question.form {
        #expect(single.options.allSatisfy { !$0.feedback.isEmpty })
      } else {
        #expect(!question.rationale.isEmpty, "\(question.id)")
      }
    }
  }

  /// Each way through the role-play, with what it comes to.
  @Test(arguments: [
    ("2\n1\n", "success", 10), ("2\n2\n", "success", 6), ("2\n3\n", "partial", 5),
    ("3\n1\n", "success", 6), ("3\n2\n", "failure", 2), ("1\n", "failure", 0),
  ])
  func theScenarioPlays(choices: String, ending: String, points: Int) throws {
    let home = try Folder()
    let course = try NewFiles.course("New", in: home.path).folder
    let output = try Program.run(
      ["play", course + "/the-call-to-ana", "--json", "--answers", "-"],
      input: "My words\n" + choices, home: home.path)
    #expect(output.out.contains("\"ending\":{\"kind\":\"\(ending)\""), "\(output)")
    #expect(output.out.contains("\"points\":\(points),"), "\(output)")
  }

  /// No note of a template reaches a learner.
  @Test func notesStayOutOfSight() throws {
    let home = try Folder()
    let course = try NewFiles.course("New", in: home.path).folder
    for (unit, input, words) in [
      ("say-it-early", "\n\n", "Do it now."), ("the-call-to-ana", "Words\n2\n1\n", "A new plan"),
      ("what-you-know-now", "", "Question 1 of 5"), ("before-you-call", "", "Before you dial"),
      ("words-for-the-call", "", "either way"), ("certification", "", "Awarded to"),
    ] {
      let output = try Program.run(["play", course + "/" + unit], input: input, home: home.path)
      #expect(output.status == 0, "\(output)")
      #expect(output.out.contains(words), "\(output.out)")
      #expect(!output.out.contains("<!--") && !output.out.contains("-->"), "\(unit)")
      #expect(!output.out.contains("\n\n\n"), "\(unit): \(output.out)")
    }
  }
}
