import RehearseCore
import Testing

@Suite struct RuleTests {
  @Test(arguments: FindingCase.rules)
  func fires(_ example: FindingCase) throws {
    let rule = try #require(Rule.all.first { $0.id == example.rule })
    let found = example.reviewed(MarkedText(example.broken).text, by: [rule])
    let expected = MarkedText(example.broken).ranges.map { "\(example.rule) \(place($0))" }
    #expect(!expected.isEmpty)
    #expect(lines(found) == expected)
    #expect(found.allSatisfy { $0.file == example.path && $0.severity == rule.severity })
  }

  @Test(arguments: FindingCase.rules)
  func doesNotFire(_ example: FindingCase) throws {
    let rule = try #require(Rule.all.first { $0.id == example.rule })
    #expect(lines(example.reviewed(example.mended, by: [rule])) == [])
  }

  @Test func everyRuleHasACase() {
    #expect(Set(Rule.all.map(\.id)).subtracting(FindingCase.rules.map(\.rule)) == [])
  }

  @Test func idsAreUnique() {
    let ids = Rule.all.map(\.id) + ProblemRule.all.map(\.id)
    #expect(Dictionary(grouping: ids, by: \.self).filter { $0.value.count > 1 }.keys.sorted() == [])
  }

  @Test(arguments: Rule.all.filter { !$0.describesExample }.map(\.id))
  func theExampleOfTheReferenceIsTrue(_ id: String) throws {
    let rule = try #require(Rule.all.first { $0.id == id })
    let broken = ExampleCourse(rule.example.broken)
    let mended = ExampleCourse(rule.example.mended)
    #expect(broken.errors == [] && mended.errors == [])
    #expect(broken.review(by: rule).map(\.rule).contains(id))
    #expect(lines(mended.review(by: rule)) == [])
  }

  @Test(arguments: Rule.all.map(\.id))
  func wordsAreSentences(_ id: String) throws {
    let rule = try #require(Rule.all.first { $0.id == id })
    for words in [rule.title, rule.why] {
      #expect(words.hasSuffix(".") && !words.contains("!") && !words.contains("\n"))
      #expect(!words.contains("  "))
    }
    let cases = FindingCase.rules.filter { $0.rule == id }
    for found in cases.flatMap({ $0.reviewed(MarkedText($0.broken).text, by: [rule]) }) {
      for words in [found.message, found.help] {
        #expect(words.hasSuffix(".") || words.hasSuffix("?") || words.hasSuffix("`"), "\(words)")
        #expect(!words.contains("\n"))
      }
    }
  }

  /// Of one kind, nobody mends more at a time.
  @Test func oneRuleReportsALimitedNumber() {
    let text = scenarioText(
      (0..<300).map { "## S\($0)\n\n- [x](#s\($0 + 1)) `set f\($0)`" }.joined(separator: "\n\n")
        + "\n\n## S300\n\n`ending success`")
    let found = FindingCase("", text, mended: text, course: ["course.md": cover]).reviewed(
      text, by: Rule.all)
    #expect(found.count { $0.rule == "flag-never-asked" } == 200)
  }

  @Test func findingsComeByFileAndLine() {
    let files = [
      "course.md": unitText("course", "- [B](b.md)\n- [Å](å.md)\n- [A](a.md)"),
      "a.md": unitText("lesson", "![](x.png)\n\nSee [it](gone.md)."),
      "b.md": unitText("lesson", "[x](b.md#none) ![](x.png)"),
      "å.md": unitText("lesson", "![](x.png)"),
      "x.png": "",
    ]
    let found = reviewCourse(files)
    #expect(
      found.map { "\($0.file):\($0.range.start.line):\($0.range.start.column) \($0.rule)" } == [
        "a.md:1:1 no-minutes", "a.md:1:1 no-why", "a.md:6:1 image-without-text",
        "a.md:8:5 missing-file", "b.md:1:1 no-minutes", "b.md:1:1 no-why",
        "b.md:3:8 duplicate-title", "b.md:6:1 unknown-anchor", "b.md:6:16 image-without-text",
        "course.md:1:1 no-why", "å.md:1:1 no-minutes", "å.md:1:1 no-why",
        "å.md:3:8 duplicate-title", "å.md:6:1 image-without-text",
      ])
  }

  /// What follows from an error is not held against the author.
  @Test func aFileWithErrorsHearsOfThemOnly() {
    let text = scenarioText("## A\n\n- [x](#gone) `set f`\n- [y](#end)" + endScene)
    let files = ["course.md": unitText("course", "- [It](talk.md)"), "talk.md": text]
    #expect(
      reviewCourse(files).map { "\($0.file) \($0.rule)" } == [
        "course.md no-why", "talk.md unknown-scene",
      ])
  }

  /// In a language without blanks, words cannot be counted.
  @Test func wordsAreCountedOnlyWhereBlanksPartThem() {
    let text = "---\nkind: lesson\ntitle: A\nminutes: 10\nwhy: 你\n---\n\n你好。\n"
    func rules(_ language: String) -> [String] {
      reviewCourse([
        "course.md": unitText("course", "- [A](a.md)", front: "why: 你\nlanguage: \(language)"),
        "a.md": text,
      ]).map(\.rule)
    }
    #expect(rules("de") == ["reading-time"])
    #expect(rules("zh-Hans") == [])
  }

  /// Whom the learner plays has another name in another language.
  @Test func oneSilentPersonMayBeTheLearner() {
    let text = """
      ---
      kind: scenario
      title: A
      cast: Maja = Kundin; Du = Beraterin
      ---

      ## A

      **Maja:** Ja.

      `ending success`

      """
    func rules(_ language: String) -> [String] {
      reviewCourse([
        "course.md": unitText("course", "- [A](a.md)", front: "language: \(language)"),
        "a.md": text,
      ]).map(\.rule).filter { $0 == "cast-never-speaks" }
    }
    #expect(rules("en-GB") == ["cast-never-speaks"])
    #expect(rules("de") == [])
  }

  private let cover = unitText("course", "- [It](talk.md)")
}

/// Everything there is to say about a course in memory.
func reviewCourse(_ files: [String: String], by rules: [Rule] = Rule.all) -> [Diagnostic] {
  CourseReview.diagnostics(of: readCourse(files), rules: rules) { path in
    files[path].map { .success(Array($0.utf8)) } ?? .failure(CourseFileFailure(reason: "is gone"))
  }
}

extension FindingCase {
  /// All that is found in the course with this text in the case's place.
  func reviewed(_ text: String, by rules: [Rule]) -> [Diagnostic] {
    var files = course ?? [:]
    files[path] = text
    let ids = Set(rules.map(\.id))
    return reviewCourse(files, by: rules).filter { ids.contains($0.rule) || $0.severity == .error }
  }
}
