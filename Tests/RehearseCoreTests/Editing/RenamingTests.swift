import RehearseCore
import Testing

@Suite struct RenamingTests {
  static let files = [
    "course.md": EditedCourse.cover,
    "talk.md": scenarioText(
      """
      ## One `code`

      - [a](#the-end) `if visited one`
      - [b](units/page.md), then [a](#the-end) `unless visited #the-end`
      - [c](#two)

      Two
      ---

      - [a](talk.md#the-end) `set asked`, then [x](#the-end) `if asked`

      ## The end ##

      `ending success` `the-end` is text here, and `code [x](#the-end)` too.
      """),
    "units/page.md": unitText("lesson", "[it](../talk.md#the-end), [it](#the-end)"),
  ]

  static func manuscript(_ files: [String: String] = files) -> Manuscript {
    var manuscript = Manuscript()
    manuscript.update(files)
    return manuscript
  }

  static func apply(_ edits: [String: [TextEdit]], to manuscript: Manuscript) -> [String: String] {
    manuscript.pages.reduce(into: [:]) { files, page in
      files[page.key] = String(
        decoding: page.value.text.applying(edits[page.key] ?? []), as: UTF8.self)
    }
  }

  @Test func aSceneIsRenamedInAllFiles() throws {
    let manuscript = Self.manuscript()
    let changed = Self.apply(
      try manuscript.rename(.place(path: "talk.md", id: "the-end"), to: "goodbye"), to: manuscript)
    #expect(
      changed["talk.md"]
        == scenarioText(
          """
          ## One `code`

          - [a](#goodbye) `if visited one`
          - [b](units/page.md), then [a](#goodbye) `unless visited #goodbye`
          - [c](#two)

          Two
          ---

          - [a](talk.md#goodbye) `set asked`, then [x](#goodbye) `if asked`

          ## The end {#goodbye} ##

          `ending success` `the-end` is text here, and `code [x](#the-end)` too.
          """))
    #expect(
      changed["units/page.md"] == unitText("lesson", "[it](../talk.md#goodbye), [it](#the-end)"))
    #expect(changed["course.md"] == Self.files["course.md"])

    // And again: now it has an id to change, and the heading keeps its words.
    let again = Self.manuscript(changed)
    let twice = Self.apply(
      try again.rename(.place(path: "talk.md", id: "goodbye"), to: "the-end"), to: again)
    #expect(twice["talk.md"]?.contains("## The end {#the-end} ##") == true)
    #expect(
      Self.manuscript(twice).pages["talk.md"]?.scenario?.scenes.map(\.id)
        == manuscript.pages["talk.md"]?.scenario?.scenes.map(\.id))
  }

  @Test func headingsWithCodeAndUnderlinedOnesTakeAnId() throws {
    let manuscript = Self.manuscript()
    for (id, line) in [("one-code", "## One `code` {#x}"), ("two", "Two {#x}\n---")] {
      let changed = Self.apply(
        try manuscript.rename(.place(path: "talk.md", id: id), to: "x"), to: manuscript)
      #expect(changed["talk.md"]?.contains(line) == true, "\(changed["talk.md"] ?? "")")
    }
  }

  @Test func metersFlagsAndSkillsAreRenamedToo() throws {
    let manuscript = Self.manuscript()
    let flag = Self.apply(
      try manuscript.rename(.flag(path: "talk.md", name: "asked"), to: "told"), to: manuscript)
    #expect(flag["talk.md"]?.contains("`set told`, then [x](#the-end) `if told`") == true)
    let meter = Self.apply(
      try manuscript.rename(.meter(path: "talk.md", name: "pace"), to: "tempo"), to: manuscript)
    #expect(meter["talk.md"]?.contains("; tempo = 0 from -5 to 5") == true)
    let skill = Self.apply(try manuscript.rename(.skill("risk"), to: "danger"), to: manuscript)
    #expect(skill["course.md"]?.contains("; danger = Naming risks") == true)
  }

  @Test(arguments: ["", "a b", "a(b", "#a", "a)", "a`b", "a{", "-", "a.b", "a>b", "\u{A0}"])
  func whatCannotBeAnIdIsRefused(_ name: String) {
    let wanted: RenameRefusal? = name == "-" ? nil : .notAName(name)
    func rename() throws(RenameRefusal) {
      _ = try Self.manuscript().rename(.place(path: "talk.md", id: "two"), to: name)
    }
    if let wanted {
      #expect(throws: wanted) { try rename() }
    } else {
      #expect(throws: Never.self) { try rename() }
    }
  }

  @Test func whatIsThereAlreadyIsRefused() {
    let manuscript = Self.manuscript()
    #expect(throws: RenameRefusal.taken("two")) {
      try manuscript.rename(.place(path: "talk.md", id: "the-end"), to: "two")
    }
    #expect(throws: RenameRefusal.taken("trust")) {
      try manuscript.rename(.flag(path: "talk.md", name: "asked"), to: "trust")
    }
    #expect(throws: RenameRefusal.taken("price")) {
      try manuscript.rename(.skill("risk"), to: "price")
    }
    #expect(throws: RenameRefusal.nothingToRename) {
      try manuscript.rename(.place(path: "units/page.md", id: "x"), to: "y")
    }
    #expect(throws: RenameRefusal.nothingToRename) {
      try manuscript.rename(.file("talk.md"), to: "y")
    }
  }

  /// `call-1` is called so because another heading is `Call`: that one keeps its id.
  @Test func aHeadingThatAnotherHangsOnKeepsItsId() {
    let manuscript = Self.manuscript([
      "course.md": EditedCourse.cover,
      "talk.md": scenarioText("## Call\n\n- [a](#call-1)\n\n## Call\n\n`ending success`"),
    ])
    #expect(throws: RenameRefusal.headingsAlike("call-1")) {
      try manuscript.rename(.place(path: "talk.md", id: "call"), to: "x")
    }
    #expect(throws: Never.self) {
      try manuscript.rename(.place(path: "talk.md", id: "call-1"), to: "x")
    }
  }

  @Test func whatStandsAtThePlaceIsOffered() throws {
    let course = EditedCourse(
      scenarioText("## ⟦One⟧\n\n- [a](#⟦end⟧) `set ⟦asked⟧`\n\n## E {#⟦end⟧}\n\n`ending success`"))
    for mark in course.marks {
      let found = try #require(course.manuscript.renamable(at: mark.upperBound, in: "talk.md"))
      #expect(found.range == mark)
      #expect(found.name == (course.text[mark] == "One" ? "one" : course.text[mark]))
    }
    #expect(course.manuscript.renamable(at: 0, in: "talk.md") == nil)
  }

  /// Every scene of the shipped courses can be renamed, and then the course is the same but for it.
  @Test func everySceneOfTheShippedCourses() throws {
    let root = MarkdownMarksTests.package + "/courses/consulting/"
    let files = FuzzFiles.all(under: String(root.dropLast()), suffix: ".md").map {
      (String($0.path.dropFirst(root.count)), String(decoding: $0.bytes, as: UTF8.self))
    }
    let manuscript = Self.manuscript(Dictionary(files) { a, _ in a })
    // The rules of good practice would take their time, and have nothing to say about names.
    let findings = readCourse(Dictionary(files) { a, _ in a }).diagnostics.map(\.rule)
    var count = 0
    for (path, page) in manuscript.pages {
      for scene in page.scenario?.scenes ?? [] {
        let changed = readCourse(
          Self.apply(
            try manuscript.rename(.place(path: path, id: scene.id), to: "zzz"), to: manuscript))
        #expect(changed.diagnostics.map(\.rule) == findings, "\(path)#\(scene.id)")
        #expect(
          changed.value?.units[path]?.scenario?.scenes.map(\.id)
            == page.scenario?.scenes.map { $0.id == scene.id ? "zzz" : $0.id })
        count += 1
      }
    }
    #expect(count > 30)
  }
}
