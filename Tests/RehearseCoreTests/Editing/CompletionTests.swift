import RehearseCore
import Testing

@Suite struct CompletionTests {
  static let others = ["units/page.md": lessonPage, "units/plan (1).png": ""]

  static func scenario(_ line: String) -> EditedCourse {
    EditedCourse(
      scenarioText(
        "## One\n\n`set asked` Text.\n\n" + line + "\n\n## The end {#end}\n\n`ending success`"),
      others: others)
  }

  /// The line, what must be offered, and what must not.
  @Test(arguments: [
    ("- [a](#⟦⟧", ["one", "end"], ["units/page.md"]),
    ("- [a](#⟦en⟧) `points 5`", ["end"], []),
    (
      "- [a](⟦⟧", ["#one", "#end", "units/page.md", "course.md", "units/plan%20%281%29.png"],
      ["talk.md"]
    ),
    ("- [a](units/page.md#⟦⟧)", ["first-words"], ["one"]),
    ("- [a](nowhere.md#⟦⟧)", [], ["one"]),
    ("- [a](#one) `⟦⟧", ["points ", "once", "trust ", "if "], ["when ", "ending success"]),
    ("- [a](#one) `⟦po⟧`", ["points "], []),
    ("- [a](#one) `points 5 ⟦⟧`", ["price", "risk"], ["points ", "asked"]),
    ("- [a](#one) `set ⟦⟧`", ["asked"], ["trust"]),
    ("- [a](#one) `if ⟦⟧`", ["trust", "pace", "asked", "visited", "not"], ["points "]),
    ("- [a](#one) `if (⟦⟧`", ["trust", "asked"], ["and"]),
    ("- [a](#one) `if visited ⟦⟧`", ["one", "end"], ["trust"]),
    ("- [a](#one) `if visited #⟦⟧`", ["one", "end"], ["trust"]),
    ("- [a](#one) `if passed ⟦⟧`", ["reading"], ["one", "trust"]),
    ("- [a](#one) `if trust ⟦⟧`", [], ["trust", "and"]),
    ("- [a](#one) `if trust >= ⟦⟧`", [], ["trust"]),
    ("- [a](#one) `if trust >= 5 ⟦⟧`", ["and", "or"], ["trust"]),
    ("- `⟦⟧", ["when ", "chance ", "otherwise"], ["points "]),
    ("`⟦⟧", ["ending success", "in your own words", "if ", "pace "], ["points ", "when "]),
    ("**⟦⟧", ["Maya:** ", "You:** "], []),
    ("**⟦M⟧**", ["Maya:"], ["Maya:** "]),
    ("`if asked` **⟦⟧", ["Maya:** "], []),
    ("Some **⟦⟧", [], ["Maya:** "]),
    ("Just text ⟦⟧", [], ["one", "points "]),
    ("`code` and ⟦⟧", [], ["points "]),
    ("```\n`⟦⟧\n```", [], ["points ", "ending success"]),
  ])
  func inARolePlay(_ line: String, _ offered: [String], _ kept: [String]) {
    let found = Self.scenario(line).completions
    for text in offered { #expect(found.contains(text), "\(line): \(found)") }
    for text in kept { #expect(!found.contains(text), "\(line): \(found)") }
    if offered.isEmpty { #expect(found.isEmpty, "\(line): \(found)") }
  }

  @Test(arguments: [
    ("course", "course.md", "- [A](units/page.md) `⟦⟧`", ["after ", "skip if "], ["points "]),
    ("course", "course.md", "- [A](units/page.md) `after ⟦⟧`", ["reading"], ["after "]),
    ("course", "course.md", "- [A](units/page.md) `skip if ⟦⟧`", ["reading", "passed"], ["trust"]),
    ("course", "course.md", "- [A](⟦⟧)", ["units/page.md"], ["#one", "course.md"]),
    ("checklist", "list.md", "## P\n\n- [ ] a `⟦⟧`", ["critical"], ["once"]),
    ("assessment", "final.md", "## S `⟦⟧`\n\n### Q", ["draw "], ["points "]),
    (
      "assessment", "final.md", "## S\n\n### Q `⟦⟧`", ["points ", "skill ", "keep order"], ["draw "]
    ),
    ("assessment", "final.md", "## S\n\n### Q `skill ⟦⟧`", ["price"], ["draw "]),
    (
      "certification", "cert.md", "## Requirements\n\n- [F](final.md) `⟦⟧`",
      ["at least ", "passed"], ["once"]
    ),
    ("lesson", "a/b/other.md", "[a](⟦⟧)", ["../../units/page.md"], ["#one"]),
    ("lesson", "units/other.md", "[a](⟦⟧)", ["page.md", "../course.md"], ["other.md"]),
    ("lesson", "other.md", "Words `⟦⟧`", [], ["points "]),
  ])
  func inOtherUnits(
    _ kind: String, _ path: String, _ body: String, _ offered: [String], _ kept: [String]
  ) {
    let front = kind == "course" ? "skills: price = Price" : ""
    let found = EditedCourse(unitText(kind, body, front: front), path: path, others: Self.others)
      .completions
    for text in offered { #expect(found.contains(text), "\(body): \(found)") }
    for text in kept { #expect(!found.contains(text), "\(body): \(found)") }
  }

  @Test(arguments: [
    ("---\n⟦⟧\n---\n", ["kind: ", "title: "], ["cast: "]),
    ("---\nkind: ⟦⟧\n---\n", ["scenario", "aid"], ["kind: "]),
    (
      "---\nkind: scenario\n⟦⟧", ["title: ", "cast: ", "meters: ", "pass: "], ["kind: ", "mode: "]
    ),
    ("---\nkind: checklist\nmode: ⟦⟧\n---\n", ["read-do", "do-confirm"], ["asked"]),
    ("---\nkind: assessment\nfeedback: at ⟦⟧\n---\n", ["at the end", "at once"], []),
    ("---\nkind: assessment\nconfidence:⟦⟧\n---\n", ["asked"], []),
    ("---\nkind: lesson\nskills: price, ⟦⟧\n---\n", ["price", "risk"], []),
    ("---\nkind: lesson\nallow: ⟦⟧\n---\n", ["image-without-text = "], ["price"]),
    ("---\nkind: lesson\nallow: image-without-text = so ⟦⟧\n---\n", [], ["image-without-text = "]),
    ("---\nkind: lesson\ntitle: ⟦⟧\n---\n", [], ["price"]),
    ("---\nkind: lesson\n---\n⟦⟧", [], ["title: "]),
    ("⟦⟧", [], ["title: "]),
  ])
  func inFrontMatter(_ text: String, _ offered: [String], _ kept: [String]) {
    let found = EditedCourse(text, path: "new.md").completions
    for text in offered { #expect(found.contains(text), "\(found)") }
    for text in kept { #expect(!found.contains(text), "\(found)") }
  }

  /// Only what was typed is replaced, however far the marks say it goes.
  @Test(arguments: [
    "- [a](#⟦en⟧)", "- [a](⟦#⟧)", "- [a](#one) `set ⟦as⟧`", "- [a](#one) `if asked and (⟦tr⟧`",
    "- [a](#one) `⟦poi⟧`", "**⟦Ma⟧", "- [a](#one) `if visited #⟦o⟧`",
  ])
  func whatWasTypedIsReplaced(_ line: String) throws {
    let course = Self.scenario(line)
    let found = course.manuscript.completions(at: course.marks[0].upperBound, in: "talk.md")
    #expect(!found.isEmpty)
    let wanted =
      line.contains("⟦#⟧")
      ? course.marks[0].upperBound..<course.marks[0].upperBound : course.marks[0]
    #expect(found.allSatisfy { $0.range == wanted }, "\(found)")
  }

  /// What is put in for a directive can be one.
  @Test func everyDirectiveOfferedIsOne() {
    for help in DirectiveHelp.all {
      let form = help.form.replacing("CONDITION", "trust >= 5").replacing("UNIT", "a")
        .replacing("FLAG", "f").replacing("NAME", "n")
      #expect(Directive(form) != nil, "\(form)")
      #expect(DirectiveHelp.of(form)?.keyword == help.keyword)
      #expect(help.form.hasPrefix(help.insertion))
    }
    // And every directive has its help.
    for keyword in Directive.keywords {
      #expect(DirectiveHelp.all.contains { $0.keyword.hasPrefix(keyword) }, "\(keyword)")
    }
    #expect(DirectiveHelp.of("trust +5")?.form == "METER +5")
    #expect(DirectiveHelp.of("let x = 1") == nil)
  }
}

extension String {
  fileprivate func replacing(_ word: String, _ other: String) -> String {
    split(separator: " ").map { $0 == word ? other : String($0) }.joined(separator: " ")
  }
}
