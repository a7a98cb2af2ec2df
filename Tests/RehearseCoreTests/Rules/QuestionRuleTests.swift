import RehearseCore
import Testing

@Suite struct QuestionRuleTests {
  /// What the rules say of a course, without what reading found.
  static func findings(_ files: [String: String]) -> [Diagnostic] {
    CourseReview.diagnostics(of: readCourse(files)) { path in
      files[path].map { .success(Array($0.utf8)) } ?? .failure(CourseFileFailure(reason: "is gone"))
    }
  }

  static func findings(_ rule: String, _ text: String, language: String? = nil) -> [Diagnostic] {
    let cover = unitText(
      "course", "- [A quiz](quiz.md)", front: language.map { "language: \($0)" } ?? "")
    return findings(["course.md": cover, "quiz.md": text]).filter { $0.rule == rule }
  }

  private static func findings(_ example: FindingCase, _ text: String) -> [Diagnostic] {
    var files = example.course ?? [:]
    files[example.path] = text
    return findings(files).filter { $0.rule == example.rule }
  }

  @Test(arguments: FindingCase.questionRules)
  func fires(_ example: FindingCase) {
    let marked = MarkedText(example.broken)
    let expected = marked.ranges.map { "\(example.rule) \(place($0))" }
    #expect(!expected.isEmpty)
    #expect(lines(Self.findings(example, marked.text)) == expected)
  }

  @Test(arguments: FindingCase.questionRules)
  func doesNotFire(_ example: FindingCase) {
    #expect(lines(Self.findings(example, example.mended)) == [])
  }

  static let ids: [String] = Set(FindingCase.questionRules.map { $0.rule }).sorted()

  @Test(arguments: ids)
  func theExampleOfTheRuleIsTrue(id: String) throws {
    let rule = try #require(Rule.all.first { $0.id == id })
    func text(_ example: String) -> String {
      example.hasPrefix("---") ? example : unitText("assessment", example)
    }
    #expect(!Self.findings(id, text(rule.example.broken)).isEmpty)
    #expect(lines(Self.findings(id, text(rule.example.mended))) == [])
  }

  @Test(arguments: QuietQuestion.all)
  func staysSilent(_ quiet: QuietQuestion) {
    #expect(lines(Self.findings(quiet.rule, unitText("assessment", quiet.body))) == [])
  }

  @Test func rationalesCountWhereFeedbackComesAtOnce() {
    let body = """
      ### Which rules on top of xAPI launch a course?

      Answer: cmi5

      ### What came late?

      Answer: 1

      > cmi5 launches a course on top of xAPI.
      """
    func count(_ front: String) -> Int {
      Self.findings("key-in-other-question", unitText("assessment", body, front: front)).count
    }
    #expect(count("feedback: at once") == 1)
    #expect(count("feedback: at the end") == 0)
  }

  /// A rule that reads English words says nothing of other languages; one that counts does.
  @Test func otherLanguages() throws {
    let english = [
      "key-repeats-question", "grammar-cue", "all-of-the-above", "absolute-words", "stated-count",
      "converging-options", "negative-question", "double-negative", "key-in-other-question",
    ]
    for id in Self.ids {
      let rule = try #require(Rule.all.first { $0.id == id })
      let broken = rule.example.broken
      let text = broken.hasPrefix("---") ? broken : unitText("assessment", broken)
      #expect(Self.findings(id, text, language: "de").isEmpty == english.contains(id), "\(id)")
      #expect(!Self.findings(id, text, language: "en-GB").isEmpty, "\(id)")
      #expect(!Self.findings(id, text, language: "English").isEmpty, "\(id)")
    }
  }

  @Test func aRepeatedDrillIsJudgedWhereACertificationAsksForIt() {
    let drill = unitText(
      "assessment", (1...8).map { "### Q\($0)?\n\nAnswer: 1" }.joined(separator: "\n\n"))
    let cover = unitText("course", "- [A quiz](quiz.md)")
    let badge = unitText("certification", "## Requirements\n\n- [A quiz](quiz.md) `passed`")
    let renewed = unitText(
      "certification",
      "## Requirements\n\n- [A](a.md) `completed`\n\n## Renewal\n\n- Any 1 of\n  - [A quiz](quiz.md) `passed`"
    )
    func rules(_ more: [String: String]) -> [String] {
      Self.findings(
        ["course.md": cover, "quiz.md": drill].merging(more) { $1 }
      ).filter { $0.file == "quiz.md" }.map(\.rule).filter { $0 == "luck-decides" }
    }
    #expect(rules([:]) == [])
    #expect(rules(["badge.md": badge]) == ["luck-decides"])
    #expect(rules(["badge.md": renewed]) == ["luck-decides"])
  }

  @Test func theMessageHasTheNumbers() throws {
    let text = unitText(
      "assessment", (1...20).map { "### Q\($0)?\n\nAnswer: 1" }.joined(separator: "\n\n"),
      front: "pass: 80%\nattempts: 3\ndraw: 20")
    let luck = try #require(Self.findings("luck-decides", text).first)
    // At least 16 of 20: 0.2375 at 70%, 1 − 0.7625³ = 0.557; at 90%, 1 − 0.9568.
    #expect(luck.message.contains("70% passes with a chance of 24% in one attempt and 56% in 3"))
    #expect(luck.message.contains("90% fails the first with 4%"))
    let pool = try #require(Self.findings("pool-too-small", text).first)
    #expect(pool.message.contains("20 of 20"))
    #expect(pool.message.contains("(100%)"))
  }
}
