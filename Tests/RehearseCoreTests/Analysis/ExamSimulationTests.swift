import RehearseCore
import Testing

/// The statistics of small random exams beside many attempts through the real session.
@Suite struct ExamSimulationTests {
  private static let attempts = 1_000

  /// An exam of all closed types and typed answers, with sections, draws and points.
  private static func exam(_ generator: inout Generator) -> String {
    var body = ""
    for section in 0..<(1 + generator.next(below: 3)) {
      let size = 1 + generator.next(below: 5)
      let draw = generator.next(below: 2) == 0 ? " `draw \(1 + generator.next(below: size))`" : ""
      body += "## S\(section)\(draw)\n\n"
      for number in 0..<size {
        let points = [1, 1, 1, 2, 3][generator.next(below: 5)]
        body += "### Q\(section)-\(number)? `points \(points)`\n\n"
        body += questions[generator.next(below: questions.count)] + "\n\n"
      }
    }
    let mark = 30 + 5 * generator.next(below: 13)
    let section = generator.next(below: 2) == 0 ? "" : ", each section \(mark - 20)%"
    return unitText("assessment", body, front: "pass: \(mark)%\(section)\nattempts: 2")
  }

  private static let questions = [
    "- (x) a\n- ( ) b", "- (x) a\n- ( ) b\n- ( ) c\n- ( ) d", "- [x] a\n- [x] b\n- [ ] c\n- [ ] d",
    "- [x] a\n- [x] b\n- [x] c\n- [ ] d\n- [ ] e", "Answer: true", "Answer: false",
    "Put in order\n\n1. a\n2. b\n3. c\n4. d",
    "| A | B |\n| - | - |\n| a | 1 |\n| b | 2 |\n| c | 3 |",
    "| A | B |\n| - | - |\n| a | 1 |\n| b | 1 |\n| c | 3 |\n| d | 3 |", "Answer: 7", "Answer: yes",
  ]

  /// How often attempts pass whose answers `answer` gives.
  private static func passes(
    _ text: String, _ generator: inout Generator, _ answer: (Question, inout Generator) -> Answer
  ) throws -> Double {
    let program = program(["talk.md": text])
    var passed = 0
    for _ in 0..<attempts {
      var play = Session(program: program, setup: Setup(seed: generator.next(), mode: .assessed))
      while let put = play.question { try play.handle(.answer(answer(put.question, &generator))) }
      if case .handIn = play.prompt { try play.handle(.finish) }
      if try #require(play.result).passed == true { passed += 1 }
    }
    return Double(passed) / Double(attempts)
  }

  private static func right(_ question: Question) -> Answer {
    switch question.form {
    case .single(let single): .options(single.options.indices.filter { single.options[$0].isRight })
    case .multiple(let many): .options(many.options.indices.filter { many.options[$0].isRight })
    case .trueFalse(let statement): .truth(statement.isTrue)
    case .number(let number): .number(number.value)
    case .shortText(let short): .text(short.accepted[0])
    case .ordering(let ordering): .order(Array(ordering.steps.indices))
    case .matching(let matching): .pairs(Array(matching.pairs.indices))
    case .free: .skipped
    }
  }

  private static func guessed(_ question: Question, _ generator: inout Generator) -> Answer {
    switch question.form {
    case .single(let single): .options([generator.next(below: single.options.count)])
    case .multiple(let many):
      .options(
        generator.shuffled(many.options.count).prefix(many.options.count(where: \.isRight)).sorted()
      )
    case .trueFalse: .truth(generator.next(below: 2) == 0)
    case .ordering(let ordering): .order(generator.shuffled(ordering.steps.count))
    case .matching(let matching): .pairs(generator.shuffled(matching.pairs.count))
    case .number, .shortText, .free: .skipped
    }
  }

  /// Four standard errors and a little, so that a right model fails in 1 of 10,000 comparisons.
  private static func agrees(_ seen: Double, _ expected: Double) -> Bool {
    let error = (expected * (1 - expected) / Double(attempts)).squareRoot()
    return abs(seen - expected) <= 4 * error + 1e-9
  }

  @Test(arguments: 1...10) func attemptsPassAsOftenAsIsSaid(seed: UInt64) throws {
    var generator = Generator(seed: seed, stream: "exams")
    let text = Self.exam(&generator)
    let assessment = try #require(UnitReader.read(text).value.assessment)
    let statistics = try #require(ExamStatistics(assessment))
    #expect(statistics.isExact)
    for learner in [statistics.under, statistics.at, statistics.over] {
      let seen = try Self.passes(text, &generator) { question, generator in
        generator.next(below: 10_000) < learner.share.hundredths ? Self.right(question) : .skipped
      }
      #expect(
        Self.agrees(seen, learner.passes.once), "\(learner.share): \(seen)\n\(text)")
      let never = 1 - learner.passes.once
      #expect(abs(try #require(learner.passes.withRetakes) - (1 - never * never)) < 1e-12)
    }
    let seen = try Self.passes(text, &generator) { Self.guessed($0, &$1) }
    #expect(Self.agrees(seen, statistics.guessing.once), "guessing: \(seen)\n\(text)")
  }
}
