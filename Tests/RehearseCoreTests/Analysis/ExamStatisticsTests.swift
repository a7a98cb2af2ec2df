import RehearseCore
import Testing

@Suite struct ExamStatisticsTests {
  private static func statistics(_ text: String) throws -> ExamStatistics {
    let assessment = try #require(UnitReader.read(text).value.assessment)
    return try #require(ExamStatistics(assessment))
  }

  private func isNear(_ a: Double, _ b: Double, within error: Double = 1e-12) -> Bool {
    abs(a - b) <= error
  }

  /// So many questions with a typed answer in each section.
  private static func exam(_ sizes: [Int], draws: [Int?] = [], front: String) -> String {
    AssessmentRunTests.pool(sizes, draws: draws, front: front)
  }

  // MARK: By hand

  @Test func binomialByHand() throws {
    // At least 4 of 5: 5·p⁴·(1 − p) + p⁵.
    let five = try Self.statistics(Self.exam([5], front: "pass: 80%\nattempts: 3"))
    #expect(isNear(five.under.passes.once, 5 * 0.2401 * 0.3 + 0.16807))
    #expect(isNear(five.at.passes.once, 5 * 0.4096 * 0.2 + 0.32768))
    #expect(isNear(five.over.passes.once, 5 * 0.6561 * 0.1 + 0.59049))
    let never = 1 - 0.52822
    #expect(isNear(try #require(five.under.passes.withRetakes), 1 - never * never * never))
    #expect(
      [five.under, five.at, five.over].map(\.share) == [Percent(70), Percent(80), Percent(90)])
    #expect(five.isExact)
    #expect(five.questionCount == 5)
    #expect(five.attempts == 3)
    // Typed answers are not guessed.
    #expect(five.guessing.once == 0)
  }

  @Test func theDrawDecidesAndNotThePool() throws {
    let drawn = try Self.statistics(Self.exam([40], front: "pass: 80%\ndraw: 5"))
    let all = try Self.statistics(Self.exam([5], front: "pass: 80%"))
    #expect(isNear(drawn.under.passes.once, all.under.passes.once))
    #expect(drawn.under.passes.withRetakes == nil)
    #expect(drawn.attempts == nil)
  }

  @Test func everySectionByItself() throws {
    // Two sections of two: each needs one, the whole needs three: all but one, or all.
    let exam = try Self.statistics(Self.exam([2, 2], front: "pass: 60%, each section 50%"))
    let p = 0.6
    #expect(isNear(exam.at.passes.once, 4 * p * p * p * (1 - p) + p * p * p * p))
    // The whole needs two; one in each section: (1 − (1 − p)²)².
    let half = try Self.statistics(Self.exam([2, 2], front: "pass: 50%, each section 50%"))
    #expect(isNear(half.at.passes.once, 0.75 * 0.75))
  }

  @Test func pointsByHand() throws {
    // One of 3 points and two of 1, two of them drawn: with the 3, it decides; without, both.
    let text = unitText(
      "assessment",
      "### A? `points 3`\n\nAnswer: 1\n\n### B?\n\nAnswer: 1\n\n### C?\n\nAnswer: 1",
      front: "pass: 70%\ndraw: 2")
    let exam = try Self.statistics(text)
    #expect(isNear(exam.at.passes.once, 2.0 / 3 * 0.7 + 1.0 / 3 * 0.49))
    #expect(isNear(exam.over.passes.once, 2.0 / 3 * 0.8 + 1.0 / 3 * 0.64))
  }

  @Test(arguments: [(0, 0, 0, 10), (5, 0, 5, 15), (95, 85, 95, 100), (100, 90, 100, 100)])
  func sharesStayBetweenNothingAndAll(mark: Int, under: Int, at: Int, over: Int) throws {
    let exam = try Self.statistics(Self.exam([3], front: "pass: \(mark)%"))
    #expect(exam.under.share == Percent(under))
    #expect(exam.at.share == Percent(at))
    #expect(exam.over.share == Percent(over))
    #expect(over < 100 || exam.over.passes.once == 1)
    #expect(mark > 0 || exam.under.passes.once == 1)
  }

  @Test func guessesByHand() throws {
    func guess(_ question: String, pass: Int) throws -> Double {
      try Self.statistics(unitText("assessment", "### A?\n\n\(question)", front: "pass: \(pass)%"))
        .guessing.once
    }
    #expect(isNear(try guess("- (x) a\n- ( ) b\n- ( ) c", pass: 100), 1.0 / 3))
    #expect(isNear(try guess("Answer: true", pass: 100), 0.5))
    // Two ticks of four: both right in 1 of 6; one right and one wrong cancel out.
    let two = "- [x] a\n- [x] b\n- [ ] c\n- [ ] d"
    #expect(isNear(try guess(two, pass: 100), 1.0 / 6))
    #expect(isNear(try guess(two, pass: 1), 1.0 / 6))
    // Three of four: all right in 1 of 4; else two right and one wrong earn a third.
    let three = "- [x] a\n- [x] b\n- [x] c\n- [ ] d"
    #expect(isNear(try guess(three, pass: 100), 0.25))
    #expect(isNear(try guess(three, pass: 33), 1))
    #expect(isNear(try guess(three, pass: 34), 0.25))
    // Of the 6 orders of three, 1 has a run of three and 4 of two.
    let order = "Put in order\n\n1. a\n2. b\n3. c"
    #expect(isNear(try guess(order, pass: 100), 1.0 / 6))
    #expect(isNear(try guess(order, pass: 50), 5.0 / 6))
    // Of the 24 ways to pair four, 1 has all right, 6 two, 8 one and 9 none.
    let pairs = "| A | B |\n| - | - |\n| a | 1 |\n| b | 2 |\n| c | 3 |\n| d | 4 |"
    #expect(isNear(try guess(pairs, pass: 100), 1.0 / 24))
    #expect(isNear(try guess(pairs, pass: 50), 7.0 / 24))
    #expect(isNear(try guess(pairs, pass: 25), 15.0 / 24))
    // With two right sides alike, two of the six are wholly right.
    let alike = "| A | B |\n| - | - |\n| a | 1 |\n| b | 1 |\n| c | 3 |"
    #expect(isNear(try guess(alike, pass: 100), 2.0 / 6))
  }

  @Test func longOrdersAndManyPairsAreSure() throws {
    func sum(_ question: String) throws -> Double {
      try Self.statistics(unitText("assessment", "### A?\n\n\(question)", front: "pass: 0%"))
        .guessing.once
    }
    let steps = (1...60).map { "\($0). step \($0)" }.joined(separator: "\n")
    #expect(isNear(try sum("Put in order\n\n\(steps)"), 1, within: 1e-9))
    let rows = (1...40).map { "| a\($0) | b\($0) |" }.joined(separator: "\n")
    #expect(isNear(try sum("| A | B |\n| - | - |\n\(rows)"), 1, within: 1e-9))
  }

  // MARK: Large pools

  /// What a large and mixed pool gives is close to what following each draw would.
  @Test func largePoolsAreMixed() throws {
    var body = ""
    for number in 0..<400 {
      body += "### Q\(number)? `points \(1 + number % 7)`\n\nAnswer: 1\n\n"
    }
    let mixed = try Self.statistics(unitText("assessment", body, front: "pass: 70%\ndraw: 40"))
    #expect(!mixed.isExact)
    // By hand and roughly: the share earned has the mean p and nearly the variance
    // p(1 − p)·Σw²/(Σw)² = 0.24·20/(16·40), so that 10 points are 1.15 standard deviations.
    #expect(mixed.under.passes.once > 0.09 && mixed.under.passes.once < 0.16)
    #expect(mixed.at.passes.once > 0.47 && mixed.at.passes.once < 0.57)
  }

  @Test func pointsWithoutMeasureHaveNoStatistics() throws {
    // Nearly as many scores as points, of which a question has 10,000 at most.
    let body = (0..<11).map { "### Q\($0)? `points \(10_000 - $0 % 2)`\n\nAnswer: 1\n\n" }
    let text = unitText("assessment", body.joined())
    let assessment = try #require(UnitReader.read(text).value.assessment)
    #expect(ExamStatistics(assessment) == nil)
  }

  @Test(arguments: [
    (0.0, "0%"), (0.001, "under 1%"), (0.0149, "1%"), (0.5, "50%"), (0.996, "over 99%"),
    (1, "100%"),
  ])
  func percents(chance: Double, text: String) {
    #expect(ExamStatistics.Chance.percent(chance) == text)
  }
}
