import RehearseCore
import Testing

/// What each decision was worth.
@Suite struct DebriefTests {
  private let text = scenarioText(
    """
    ## One

    - [good](#two) `points 5` `trust +10`
    - [fair](#two) `points 3`
    - [awful](#two) `critical`

    ## Two

    - [warm](#end-of-it) `points 1` `trust +5`
    - [cold](#end-of-it) `trust -30`

    ## End of it

    - `when trust < 40`: [Lost](#lost)
    - `otherwise`: [Won](#won)

    ## Won

    `ending success`

    ## Lost

    `ending failure`
    """, front: "pass: 50%")

  private func debrief(_ choices: [Int]) throws -> Debrief {
    var play = session(text)
    for choice in choices { try play.handle(.choose(choice)) }
    return Debrief(play)
  }

  @Test func theBestCostsNothing() throws {
    let debrief = try debrief([0, 0])
    #expect(debrief.result?.outOf == Points(6) && debrief.result?.passed == true)
    #expect(debrief.reviews.map { $0?.reachable } == [6, 1])
    #expect(debrief.reviews.map { $0?.isBest } == [true, true])
    #expect(debrief.turningPoint == nil)
  }

  /// What the later scene makes up for costs nothing, and is told apart from what earned most.
  @Test func aLesserChoiceThatCanBeMadeUpForCostsNothing() throws {
    let text = scenarioText(
      """
      ## One

      - [good](#end) `points 5`
      - [fair](#repair) `points 2`
      - [poor](#end) `points 1`

      ## Repair

      - [repair](#end) `points 3`
      - [go on](#end)

      """ + endScene)
    func reviews(_ choices: [Int]) throws -> [DecisionReview?] {
      var play = session(text)
      for choice in choices { try play.handle(.choose(choice)) }
      return Debrief(play).reviews
    }
    let repaired = try reviews([1, 0])
    #expect(repaired.map { $0?.cost } == [.points(0), .points(0)])
    #expect(repaired.map { $0?.earnsLessAtOnce } == [true, false])
    #expect(try reviews([0]).map { $0?.earnsLessAtOnce } == [false])
    // It earned less, and not only at once.
    #expect(try reviews([2]).first??.cost == .points(4))
  }

  @Test func aLesserChoiceCostsWhatIsNoLongerWithinReach() throws {
    let debrief = try debrief([1, 0])
    #expect(debrief.reviews[0]?.cost == .points(2) && debrief.reviews[0]?.best == [0])
    #expect(debrief.turningPoint == 0)
    #expect(
      debrief.bestLine(from: 0).map { $0.choice ?? $0.scene } == ["good", "warm", "End of it"])
  }

  @Test func whatLosesEveryGoodEndingIsTheTurningPoint() throws {
    let mistake = try debrief([2, 0])
    #expect(mistake.reviews[0]?.cost == .everything && mistake.turningPoint == 0)
    // After a critical mistake points can still be earned, and the rest is judged by them.
    #expect(mistake.reviews[1]?.cost == .points(0))
    let lost = try debrief([1, 1])
    #expect(lost.reviews[1]?.cost == .everything && lost.turningPoint == 1)
  }

  @Test func aBranchEndsBeforeTheDecision() throws {
    let program = program(["talk.md": text])
    var transcript = Transcript(
      Transcript.Header(
        attempt: "a", course: "c", digest: String(repeating: "0", count: 64), unit: "talk.md",
        seed: 1, mode: .practice, begun: "2026-11-22T09:00:00Z", client: nil, passed: []),
      hash: SHA256.hash)
    // The first choice was taken back: what counts is how it was decided last.
    let events: [Event] = [.choose(1), .undo, .choose(0), .choose(1)]
    for event in events { _ = transcript.append(event, at: "2026-11-22T09:00:00Z") }
    let first = try #require(try Branch(of: transcript, before: 0, program: program))
    #expect(first.events == [.choose(1), .undo])
    let second = try #require(try Branch(of: transcript, before: 1, program: program))
    #expect(second.events == [.choose(1), .undo, .choose(0)])
    #expect(try Branch(of: transcript, before: 2, program: program) == nil)
  }
}
