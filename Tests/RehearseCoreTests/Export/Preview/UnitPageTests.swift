import Testing

@testable import RehearseCore

/// The pages of checklists, assessments and certifications, and the first page.
@Suite struct UnitPageTests {
  private func words(
    _ kind: String, _ body: String, front: String = "", and files: [String: String] = [:]
  ) throws -> String {
    try #require(coursePages(unitText(kind, body, front: front), and: files)["unit.html"]).words
  }

  @Test func checklistsSayWhatBelongsAndWhy() throws {
    let words = try words(
      "checklist",
      "## Before\n\n- [x] Ring `critical`\n\n  Nobody else does.\n\n  Ask: “Who?”\n\n- [ ] Wave",
      front: "mode: do-confirm\npass: 90%")
    for part in [
      "Do and confirm", "1 item at 1 pause point.", "1 of them: without it",
      "1 of 2 items. 90% passes",
      "Ring ✓ Belongs Critical Nobody else does. Ask: “Who?”", "Wave ✗ Does not belong here",
    ] {
      #expect(words.contains(part), "\(part) in \(words)")
    }
  }

  @Test(arguments: [
    (
      "- (x) a\n  > Yes.\n- ( ) b",
      "One option is right. All or nothing. Options a ✓ Right Feedback Yes. b"
    ),
    ("- [x] a\n- [x] b\n- [ ] c", "Right ticks less wrong ticks, of 2; never under 0."),
    ("Answer: true", "True or false. All or nothing. Key ✓ true"),
    ("Answer: 14 ± 2 days", "A number within its tolerance. All or nothing. Key ✓ 14 ± 2 days"),
    ("Answer: SSO | single sign-on", "Key: any of these ✓ SSO ✓ single sign-on"),
    ("Put in order\n\n1. a\n2. b\n3. c", "less one, of 2. Key: this order a b c"),
    (
      "| L | R |\n| --- | --- |\n| a | b |\n| c | d |",
      "each of the 2 pairs. Key: these pairs L R a b c d"
    ),
    (
      "Rubric:\n\n- [ ] Says no `points 3`\n- [ ] Is kind",
      "4 parts, a share of the points for each. Rubric Says no (3 parts) Is kind (1 part)"
    ),
  ])
  func questionsHaveTheirKeys(_ answers: String, _ expected: String) throws {
    let words = try words("assessment", "### Why? `points 2`\n\n\(answers)\n\n> So.\n\nHint: Look.")
    #expect(words.contains(expected), "\(words)")
    #expect(words.contains("1. Why? 2 points"))
    #expect(words.contains("Rationale So. Hints, one after the other Look."))
  }

  @Test func examsSayHowFarLuckDecides() throws {
    let words = try words(
      "assessment",
      "## Part `draw 1`\n\n### A?\n\nAnswer: true\n\n### B?\n\nAnswer: false",
      front: "pass: 80%, each section 60%\nattempts: 3, then wait 7 days\ntime limit: 5 minutes")
    for part in [
      "1 in an attempt, of 2", "80%, and each section 60%", "3, then a wait of 7 days", "5 minutes",
      "An attempt draws 1 of these 2 questions.", "Solves 70% of the questions (10 points under",
      "In 3 attempts", "Answers by chance alone 50% 88%",
    ] {
      #expect(words.contains(part), "\(part) in \(words)")
    }
  }

  @Test func certificationsSayWhatTheyAskFor() throws {
    let words = try words(
      "certification",
      """
      Awarded to those who can.

      ## Requirements

      - [A](a.md) `at least 75%` `each section 50%`
      - Any 1 of
        - [A](a.md) `passed`
        - [B](none.md) `completed`
      """, front: "valid: 1 year\nrenew: from 60 days before\nexpires: on 31 December",
      and: ["a.md": unitText("assessment", "### A?\n\nAnswer: true")])
    for part in [
      "Valid for 1 year", "every certificate ends on 31 December", "from 60 days before its end",
      "A: at least 75%, and each section at least 50%", "Any 1 of these 2: A: passed",
      "B (none.md cannot be shown): completed", "Nothing is said about how it is renewed.",
    ] {
      #expect(words.contains(part), "\(part) in \(words)")
    }
  }

  @Test func theFirstPageSaysWhatToLookAt() throws {
    let pages = try coursePages(
      scenarioText("## Opening\n\n- [On](#opening)", front: "pass: 50%"),
      cover: "Hello.\n\n## Part\n\n- [It](unit.md) `after broken`\n- [Lost](lost.md)",
      front: "version: 3\nauthor: The group",
      and: [
        "broken.md": unitText("lesson", "[x](none.md)"), "lost.md/README.md": "",
        "other.md": unitText("lesson", "Text."),
      ])
    let words = try #require(pages["index.html"]).words
    for part in [
      "Version 3", "Author The group", "Hello.", "Errors first: A talk, A lesson.",
      "A talk: nobody can pass it", "It (Role-play, after broken)",
      "Lost (lost.md cannot be shown)",
      "Not in the outline", "In all: ",
    ] {
      #expect(words.contains(part), "\(part) in \(words)")
    }
    #expect(words.contains(String(repeating: "0a", count: 32)))
  }
}
