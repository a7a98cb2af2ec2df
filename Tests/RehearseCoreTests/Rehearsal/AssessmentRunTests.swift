import RehearseCore
import Testing

@Suite struct AssessmentRunTests {
  /// Sections of the given sizes, each question answered by its number.
  static func pool(_ sizes: [Int], draws: [Int?] = [], front: String = "") -> String {
    var body = ""
    for (section, size) in sizes.enumerated() {
      let draw = draws.indices.contains(section) ? draws[section].map { " `draw \($0)`" } ?? "" : ""
      body += "## Part \(section)\(draw)\n\n"
      for number in 0..<size {
        body += "### Question \(section)-\(number)\n\nAnswer: \(number)\n\n"
      }
    }
    return unitText("assessment", body, front: front)
  }

  static func drawn(_ text: String, seed: UInt64) throws -> [String] {
    var play = session(text, seed: seed)
    var stems: [String] = []
    while let put = play.question {
      stems.append(put.question.stem.plainText)
      try play.handle(.answer(.number(.zero)))
    }
    return stems
  }

  @Test(
    arguments: [
      // By largest remainder; the earlier section first among equals.
      ([10, 10, 10], [nil, nil, nil], 7, [3, 2, 2]), ([6, 3, 1], [nil, nil, nil], 5, [3, 2, 0]),
      ([1, 1, 1], [nil, nil, nil], 2, [1, 1, 0]), ([5, 7], [nil, nil], 12, [5, 7]),
      // A section's own draw comes first; the rest share what is left.
      ([10, 10, 20], [4, nil, nil], 10, [4, 2, 4]), ([10, 10], [4, 3], 7, [4, 3]),
      ([3, 4], [9, nil], 5, [3, 2]),
    ] as [([Int], [Int?], Int, [Int])])
  func drawsByShare(sizes: [Int], draws: [Int?], total: Int, expected: [Int]) throws {
    let stems = try Self.drawn(Self.pool(sizes, draws: draws, front: "draw: \(total)"), seed: 3)
    let counts = sizes.indices.map { section in
      stems.count { $0.hasPrefix("Question \(section)-") }
    }
    #expect(counts == expected)
    #expect(Set(stems).count == stems.count)
  }

  @Test func theSeedAloneDecidesTheDraw() throws {
    let text = Self.pool([12, 12], draws: [4, 4])
    let stems = try Self.drawn(text, seed: 5)
    let again = try Self.drawn(text, seed: 5)
    let other = try Self.drawn(text, seed: 6)
    #expect(stems == again)
    #expect(stems != other)
    // A section put in front moves nothing in the others.
    let longer = text.replacing("## Part 0", with: "## New\n\n### New?\n\nAnswer: 1\n\n## Part 0")
    let moved = try Self.drawn(longer, seed: 5)
    #expect(moved.dropFirst() == stems[...])
  }

  @Test func optionsAreShuffledUnlessTheyKeepTheirOrder() throws {
    let options = (0..<8).map { "- ( ) option \($0)" }.joined(separator: "\n") + "\n- (x) right"
    func order(_ heading: String, _ seed: UInt64) -> [Int]? {
      session(unitText("assessment", "### \(heading)\n\n\(options)"), seed: seed).question?.order
    }
    #expect(order("One?", 1)?.sorted() == Array(0..<9))
    #expect(order("One?", 1) != order("One?", 2))
    #expect(order("One?", 1) == order("One?", 1))
    for seed in 0..<5 { #expect(order("One? `keep order`", UInt64(seed)) == Array(0..<9)) }
  }

  static let exam = unitText(
    "assessment",
    """
    ## Facts

    ### One? `points 3` `skill risk`

    - [x] a
    - [x] b
    - [x] c
    - [ ] d

    Hint: first
    Hint: second

    ### Two?

    Answer: true

    ## Words

    ### Three? `points 2`

    Answer: yes
    """, front: "pass: 50%, each section 40%\nfeedback: at the end\nconfidence: asked")

  /// The three questions in the order of this attempt, by their stem.
  private func play(_ mode: Mode, _ answers: [String: (Answer, Int)]) throws -> Session {
    var play = session(Self.exam, mode: mode)
    while let put = play.question {
      guard let (answer, confidence) = answers[put.question.stem.plainText] else {
        try play.handle(.answer(.skipped))
        continue
      }
      try play.handle(.answer(answer))
      if case .confidence = play.prompt { try play.handle(.confidence(confidence)) }
    }
    return play
  }

  @Test func sectionsSkillsAndConfidenceAreMarked() throws {
    let session = try play(
      .assessed,
      ["One?": (.options([0, 1]), 2), "Two?": (.truth(true), 3), "Three?": (.text("no"), 1)])
    let result = try #require(session.result)
    #expect(result.points == Points(3))
    #expect(result.outOf == Points(6))
    #expect(result.sections.map(\.title) == ["Facts", "Words"])
    #expect(result.sections.map(\.points) == [Points(3), .zero])
    #expect(result.sections.map(\.isPassed) == [true, false])
    #expect(result.skills.map(\.points) == [Points(2)])
    #expect(result.skills.map(\.outOf) == [Points(3)])
    // 1, 2, 3 if right; 0, −2, −6 if wrong.
    #expect(result.confidence?.points == -2 + 3 + 0)
    #expect(result.confidence?.outOf == 9)
    #expect(result.passed == false)
    // The debrief comes at the end.
    #expect(session.shown.count { $0.hasPrefix("marked") } == 3)
  }

  @Test func everySectionHasToBePassed() throws {
    let passed = try play(
      .assessed,
      ["One?": (.options([0, 1, 3]), 1), "Two?": (.truth(true), 1), "Three?": (.text("YES."), 1)])
    #expect(passed.result?.points == Points(4))
    #expect(passed.result?.passed == true)
  }

  @Test func whatWasLeftOutComesAgainOrIsHandedIn() throws {
    var play = session(Self.exam, mode: .assessed)
    for _ in 0..<3 { try play.handle(.answer(.skipped)) }
    guard case .handIn(let count) = play.prompt else {
      Issue.record("no hand-in")
      return
    }
    #expect(count == 3)
    var again = play
    try play.handle(.finish)
    #expect(play.result?.points == .zero)
    #expect(play.result?.outOf == Points(6))
    try again.handle(.answer(.skipped))
    #expect(again.question?.number == 1)
  }

  @Test func whenTheTimeIsUpWhatWasAnsweredCounts() throws {
    var play = session(Self.exam, mode: .assessed)
    while let put = play.question, put.question.stem.plainText != "Two?" {
      try play.handle(.answer(.skipped))
    }
    try play.handle(.answer(.truth(true)))
    try play.handle(.timeUp)
    #expect(play.result?.status == .timeUp)
    #expect(play.result?.points == Points(1))
    #expect(play.result?.confidence?.outOf == 0)
  }

  @Test func hintsAreALadderInPracticeOnly() throws {
    var play = session(Self.exam)
    while let put = play.question, put.question.stem.plainText != "One?" {
      try play.handle(.answer(.skipped))
    }
    try play.handle(.hint)
    #expect(play.shown == ["hint 1/2 first"])
    try play.handle(.hint)
    #expect(play.shown == ["hint 2/2 second"])
    #expect(play.refusal(.hint) == .noMoreHints)
    var assessed = session(Self.exam, mode: .assessed)
    #expect(assessed.refusal(.hint) == .noHintsNow)
  }

  @Test func answersThatDoNotFitAreRefused() {
    var play = session(unitText("assessment", "### One?\n\n- ( ) a\n- (x) b"))
    for answer: Answer in [
      .options([2]), .options([-1]), .options([0, 1]), .options([]), .truth(true), .text("b"),
      .order([0, 1]),
      .number(.zero), .pairs([0]),
    ] {
      #expect(play.refusal(.answer(answer)) == .answerDoesNotFit)
    }
    #expect(play.refusal(.confidence(1)) != nil)
    #expect(play.refusal(.rate([0])) != nil)
    #expect(play.question != nil)
  }

  @Test func aFreeAnswerIsMarkedAgainstItsRubric() throws {
    let text = unitText(
      "assessment", "### Why? `points 4`\n\nRubric:\n\n- [ ] names it `points 3`\n- [ ] is short")
    var play = session(text, mode: .assessed)
    try play.handle(.answer(.text("Because.")))
    guard case .rubric(_, let free, let words) = play.prompt else {
      Issue.record("no rubric")
      return
    }
    #expect(free.criteria.map(\.points) == [3, 1])
    #expect(words == "Because.")
    #expect(play.refusal(.rate([2])) == .answerDoesNotFit)
    #expect(play.refusal(.rate([0, 0])) == .answerDoesNotFit)
    try play.handle(.rate([0]))
    #expect(play.result?.points == Points(3))
    #expect(play.result?.isSelfMarked == true)
  }
}
