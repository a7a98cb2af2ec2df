import Testing

@testable import RehearseCore

/// Why an ending came: what tipped the story's own turn, and nothing that did not.
@Suite struct EndingReasonTests {
  typealias Cause = Debrief.EndingReason.Cause

  private static let endings = """

    ## Won

    `ending success`

    ## Half

    `ending partial`

    ## Lost

    `ending failure`
    """

  private func causes(
    _ turns: String, _ choices: [Int], more: String = "", passed: Set<String> = []
  ) throws -> [Cause] {
    let text = scenarioText(
      """
      ## One

      - [promise](#two) `set promised` `trust -20`
      - [ask](#two) `set asked` `trust +10`
      - [wait](#two)

      ## Two

      - [go on](#end-of-it)
      - [take it back](#end-of-it) `clear promised` `trust -5`
      - [go round](#round)
      \(more.isEmpty ? "" : "\n" + more + "\n")
      ## Round

      `set late` It takes a while.

      - [there](#end-of-it)

      ## End of it

      \(turns)
      """ + Self.endings)
    var play = session(["talk.md": text, "page.md": unitText("lesson", "Words.")])
    for choice in choices { try play.handle(.choose(choice)) }
    #expect(play.result?.ending != nil)
    return Debrief(play).endingReason?.causes ?? []
  }

  private let byTrust = """
    - `when trust < 40`: [a](#lost)
    - `otherwise`: [b](#won)
    """

  @Test func aMeterThatTippedItIsNamedWithItsLimit() throws {
    #expect(
      try causes(byTrust, [0, 0])
        == [.meter("trust", 30, .less, 40, changes: [.init(decision: 0, from: 50, to: 30)])])
    #expect(
      try causes(byTrust, [1, 1])
        == [
          .meter(
            "trust", 55, .atLeast, 40,
            changes: [
              .init(decision: 0, from: 50, to: 60), .init(decision: 1, from: 60, to: 55),
            ])
        ])
  }

  /// The ending's own text changes the meter after it had decided.
  @Test func whatTheEndingDoesComesTooLate() throws {
    let text = scenarioText(
      """
      ## One

      - [go](#end-of-it) `trust -20`

      ## End of it

      \(byTrust)

      ## Won

      `ending success`

      ## Lost

      `ending failure`

      `trust -5` It is over.
      """)
    var play = session(text)
    try play.handle(.choose(0))
    #expect(
      Debrief(play).endingReason?.causes
        == [.meter("trust", 30, .less, 40, changes: [.init(decision: 0, from: 50, to: 30)])])
  }

  private let byPromise = """
    - `when trust < 10 or late`: [a](#lost)
    - `when not promised and trust >= 20`: [b](#won)
    - `otherwise`: [c](#half)
    """

  /// The meter was looked at too, and would have let the better ending come.
  @Test func aFlagThatTippedItIsNamedByItsDecision() throws {
    #expect(try causes(byPromise, [0, 0]) == [.chosen(0, isDirect: true)])
  }

  @Test func aFlagThatASceneSetIsNamedByTheDecisionBeforeIt() throws {
    #expect(try causes(byPromise, [2, 2, 0]) == [.chosen(1, isDirect: false)])
  }

  @Test func whatOnlyTogetherWouldHaveHelpedIsNamedTogether() throws {
    let turns = """
      - `when promised or trust < 60`: [a](#lost)
      - `otherwise`: [b](#won)
      """
    let causes = try causes(turns, [0, 0])
    #expect(causes.count == 2 && causes.first == .chosen(0, isDirect: true))
    if case .meter("trust", 30, .less, 60, _)? = causes.last {} else { Issue.record("\(causes)") }
  }

  /// Four things, each of which was enough, and the turn after it would have led to the same end.
  @Test func whereMuchLedThereAllOfItIsNamed() throws {
    let turns = """
      - `when promised or trust < 40 or late or visited two`: [a](#lost)
      - `when visited round`: [b](#lost)
      - `otherwise`: [c](#won)
      """
    let causes = try causes(turns, [0, 2, 0])
    #expect(causes.count == 5, "\(causes)")
    #expect(causes.first == .chosen(0, isDirect: true))
    #expect(causes.contains(.chosen(1, isDirect: false)))
    #expect(causes.suffix(2) == [.visited("Two"), .visited("Round")])
  }

  @Test func whatWasOfferedAndLeftIsNamed() throws {
    let turns = """
      - `when asked`: [a](#won)
      - `otherwise`: [b](#half)
      """
    #expect(
      try causes(turns, [2, 0]) == [.notChosen([.init(decision: 0, text: "ask")])])
    #expect(try causes(turns, [1, 0]) == [.chosen(0, isDirect: true)])
  }

  @Test func aFlagThatWasTakenBackIsNamedByWhatTookIt() throws {
    let turns = """
      - `when promised`: [a](#won)
      - `otherwise`: [b](#half)
      """
    #expect(try causes(turns, [0, 1]) == [.chosen(1, isDirect: true)])
  }

  @Test func nothingHadSetIt() throws {
    let turns = """
      - `when late`: [a](#won)
      - `otherwise`: [b](#half)
      """
    #expect(try causes(turns, [2, 0]) == [.nothingChosen])
  }

  /// The better end: what kept the story from leaving is said without a list of all the mistakes
  /// that were not made.
  @Test func whereNothingBetterWasMissedTheMistakesNotMadeAreNotListed() throws {
    let turns = """
      - `when promised or late or trust < 40`: [a](#lost)
      - `otherwise`: [b](#won)
      """
    let causes = try causes(turns, [1, 0])
    #expect(causes.count == 1)
    if case .meter("trust", 60, .atLeast, 40, _)? = causes.first {
    } else {
      Issue.record("\(causes)")
    }
    let flags = """
      - `when promised or late`: [a](#lost)
      - `otherwise`: [b](#won)
      """
    #expect(try self.causes(flags, [1, 0]) == [.nothingChosen])
  }

  @Test func whereTheLearnerCameTipsIt() throws {
    let turns = """
      - `when visited round`: [a](#won)
      - `otherwise`: [b](#half)
      """
    #expect(try causes(turns, [2, 2, 0]) == [.visited("Round")])
    #expect(try causes(turns, [2, 0]) == [.notVisited("Round")])
  }

  @Test func aUnitThatWasNotPassedTipsIt() throws {
    let turns = """
      - `when passed page`: [a](#won)
      - `otherwise`: [b](#half)
      """
    #expect(try causes(turns, [2, 0]) == [.notPassed("A lesson")])
  }

  @Test(arguments: [
    "- `otherwise`: [a](#won)",
    // No value of the meter's would have led elsewhere.
    "- `when trust >= 0`: [a](#half)\n- `otherwise`: [b](#lost)",
    "- `when promised`: [a](#half)\n- `otherwise`: [b](#half)",
    // What luck decided, no meter did.
    "- `when trust < 10`: [a](#lost)\n- `chance 100%`: [b](#half)",
  ])
  func whereNothingDecidedNothingIsSaid(_ turns: String) throws {
    #expect(try causes(turns, [0, 0]) == [])
  }

  /// The turn right before the ending had one way only; the one before it had two.
  @Test func aTurnBeforeTheLastIsLookedAtWhereThatOneHadNoOtherWay() throws {
    let turns = """
      - `when promised`: [a](#after)
      - `otherwise`: [b](#won)

      ## After

      - `otherwise`: [c](#lost)
      """
    #expect(try causes(turns, [0, 0]) == [.chosen(0, isDirect: true)])
  }

  /// The role-play in which a flag decided while a meter was named.
  @Suite struct SilentSponsor {
    private let program: Program
    private let points: [String: Int]

    init() throws {
      let text = try #require(
        ShippedCourses.files(of: "consulting")["scenarios/silent-sponsor.md"])
      program = rehearsalProgram(text)
      let scenario = try #require(program.units["talk.md"]?.scenario)
      points = Dictionary(
        scenario.scenes.flatMap(\.choices).map { ($0.text.plainText, $0.points) },
        uniquingKeysWith: { first, _ in first })
    }

    /// Every second play is one of somebody who mostly says what is best.
    private func play(seed: UInt64) throws -> Session {
      var play = Session(program: program, setup: Setup(seed: seed, mode: .practice))
      var generator = Generator(seed: seed, stream: "any")
      while play.result == nil {
        if play.asksOwnWords { try play.handle(.say("Well.")) }
        let offered = try #require(play.offered)
        let isGood = seed.isMultiple(of: 2) && generator.next(below: 8) > 0
        let chosen = isGood ? best(play, points) : offered[generator.next(below: offered.count)]
        try play.handle(.choose(chosen))
      }
      return play
    }

    private func best(_ play: Session, _ points: [String: Int]) -> Int {
      guard case .choices(let choices) = play.prompt else { return 0 }
      let worth = choices.map { (index: $0.index, points: points[$0.text.plainText] ?? 0) }
      return worth.max { $0.points < $1.points }?.index ?? 0
    }

    @Test func anEndingComesFromWhatTippedIt() throws {
      var seen: [String: Int] = [:]
      for seed in 1...400 as ClosedRange<UInt64> where seen.count < 5 {
        let play = try play(seed: seed)
        let ending = try #require(play.result?.ending)
        guard ending.scene == "on-paper" || (seen[ending.scene] ?? 0) < 5 else { continue }
        let causes = try #require(Debrief(play).endingReason, "\(ending.title)").causes
        #expect(!causes.isEmpty)
        seen[ending.scene, default: 0] += 1
        let decisions = play.state.decisions
        let held = decisions.firstIndex {
          $0.scene == "late-no" && $0.text.plainText.contains("Noon was agreed")
        }
        if ending.scene == "on-paper", let held {
          seen["held", default: 0] += 1
          #expect(causes == [.chosen(held, isDirect: true)])
        }
        if ending.scene == "grouped" {
          #expect(causes.first == .visited("Twenty past twelve"))
        }
      }
      #expect(
        Set(seen.keys) == ["grouped", "somebody-else", "on-paper", "guess", "held"], "\(seen)")
    }
  }
}

private func rehearsalProgram(_ text: String) -> Program { program(["talk.md": text]) }
