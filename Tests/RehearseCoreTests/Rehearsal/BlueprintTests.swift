import RehearseCore
import Testing

/// Draws by section and skill.
@Suite struct BlueprintTests {
  /// One section of questions named after their skill, each answered by its number.
  static func exam(
    _ draws: String, _ sizes: [(skill: String, count: Int)], front: String = "",
    section: String = "Part"
  ) -> String {
    var body = "## \(section) \(draws)\n\n"
    for (skill, count) in sizes {
      for number in 0..<count {
        let mark = skill.isEmpty ? "" : " `skill \(skill)`"
        body += "### The \(skill) question \(number)\(mark)\n\nAnswer: \(number)\n\n"
      }
    }
    return unitText("assessment", body, front: front)
  }

  private static let sizes = [("risk", 8), ("scope", 6), ("", 5)]

  private static func skills(_ text: String, seed: UInt64) throws -> [String] {
    try AssessmentRunTests.drawn(text, seed: seed).map {
      String($0.split(separator: " ").dropFirst()[1])
    }
  }

  @Test func eachSkillGivesWhatTheBlueprintSays() throws {
    let text = Self.exam("`draw 3 risk` `draw 2 scope` `draw 1`", Self.sizes)
    var orders: Set<[String]> = []
    var asked: Set<String> = []
    for seed in 1...60 as ClosedRange<UInt64> {
      let skills = try Self.skills(text, seed: seed)
      #expect(skills.count == 6)
      #expect(skills.count { $0 == "risk" } == 3)
      #expect(skills.count { $0 == "scope" } == 2)
      orders.insert(skills)
      asked.formUnion(try AssessmentRunTests.drawn(text, seed: seed))
    }
    // Any of them comes at some time, and the skills in no order of their own.
    #expect(asked.count == 19)
    #expect(orders.count > 20)
  }

  @Test func withoutARestOnlyTheSkillsAreAsked() throws {
    let text = Self.exam("`draw 2 risk` `draw 1 scope` `draw 1 risk`", Self.sizes)
    let skills = try Self.skills(text, seed: 9)
    #expect(skills.sorted() == ["risk", "risk", "risk", "scope"])
  }

  @Test func theSeedAloneDecides() throws {
    let text = Self.exam("`draw 3 risk` `draw 2 scope`", Self.sizes)
    let longer = Self.exam("`draw 3 risk` `draw 2 scope` `draw 4`", Self.sizes)
    let stems = try AssessmentRunTests.drawn(text, seed: 5)
    #expect(try stems == AssessmentRunTests.drawn(text, seed: 5))
    #expect(try stems != AssessmentRunTests.drawn(text, seed: 6))
    // Another draw behind it moves nothing of what comes.
    #expect(try Set(stems).isSubset(of: AssessmentRunTests.drawn(longer, seed: 5)))
  }

  @Test(arguments: [
    ("`draw 9 risk`", "9 of 8 with the skill `risk` in `Part`"),
    ("`draw 3 risk` `draw 6`", "6 of 5 in `Part` that its draws by skill leave over"),
    ("`draw 8 risk` `draw 6 scope` `draw 6`", "20 of 19 in `Part`"),
  ])
  func moreThanThereIs(_ draws: String, _ words: String) throws {
    let sizes = draws.contains("3 risk") ? [("risk", 8), ("", 5)] : Self.sizes
    let reading = UnitReader.read(
      path: "exam.md", bytes: Array(Self.exam(draws, sizes).utf8))
    let messages = reading.diagnostics.filter { $0.rule == "draw-too-large" }.map(\.message)
    #expect(messages.count == 1 && messages.allSatisfy { $0.contains(words) }, "\(messages)")
  }

  @Test func anotherSkillIsNamed() {
    let course = [
      "course.md": "---\nkind: course\ntitle: T\nskills: risk = Risk\n---\n\n1. [E](exam.md)\n",
      "exam.md": Self.exam("`draw 1 riks`", [("risk", 2)]),
    ]
    let reading = readCourse(course)
    let found = reading.diagnostics.filter { $0.rule == "unknown-skill" }
    #expect(found.count == 1 && found.allSatisfy { $0.help.contains("risk") }, "\(found)")
  }

  /// The chances of an exam beside those of one with a section for each pool: where only the total
  /// has a mark, both are the same.
  @Test func chancesFollowTheBlueprint() throws {
    let front = "pass: 60%"
    let together = Self.exam(
      "`draw 3 risk` `draw 2 scope`", [("risk", 6), ("scope", 4)], front: front)
    let apart = AssessmentRunTests.pool([6, 4], draws: [3, 2], front: front)
    let a = try Self.statistics(together)
    let b = try Self.statistics(apart)
    #expect(a.questionCount == 5 && a.isExact)
    #expect(abs(a.under.passes.once - b.under.passes.once) < 1e-12)
    #expect(abs(a.over.passes.once - b.over.passes.once) < 1e-12)
    // Points that differ by skill make the two unlike a draw from everything.
    let heavy = together.replacing("`skill risk`", with: "`skill risk` `points 4`")
    let all = heavy.replacing("`draw 3 risk` `draw 2 scope`", with: "`draw 5`")
    #expect(
      try abs(
        Self.statistics(heavy).under.passes.once - Self.statistics(all).under.passes.once) > 0.001)
  }

  private static func statistics(_ text: String) throws -> ExamStatistics {
    let reading = UnitReader.read(path: "exam.md", bytes: Array(text.utf8))
    guard case .assessment(let assessment) = reading.value.content else {
      throw EventRefusal.answerDoesNotFit
    }
    return try #require(ExamStatistics(assessment))
  }

  @Test func aSealedExamDrawsTheSame() throws {
    let text = Self.exam("`draw 3 risk` `draw 2`", Self.sizes)
    let sealed = try sealedText(text)
    #expect(sealed.contains("## Part `draw 3 risk` `draw 2`"))
    #expect(
      try AssessmentRunTests.drawn(text, seed: 3) == AssessmentRunTests.drawn(sealed, seed: 3))
  }
}
