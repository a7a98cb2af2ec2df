import Testing

@testable import RehearseCore

@Suite struct ScenarioHeatTests {
  private static let talk = scenarioText(
    """
    ## One

    - `when trust < 10` [low](#sour)
    - `otherwise` [on](#two)

    ## Two

    - [Say it](#three) `points 2`
    - [Ask](other.md) `once`
    - [Wait](#two)

    ## Three

    - [Well](#end) `points 1`
    - [Badly](#sour)
    - [Nowhere](#four)

    ## Four

    - [Never](#end) `if trust > 90`

    ## Sour

    `ending failure`
    """ + endScene)

  private static let files = [
    "talk.md": talk, "other.md": scenarioText("## A\n\n- [Go](#end)" + endScene),
  ]

  private func heat(_ attempts: [(events: [Event], from: Int?)]) throws -> ScenarioHeat {
    let files = Self.files
    guard case .scenario(let scenario)? = program(files).units["talk.md"]?.content else {
      throw NoScenarioThere()
    }
    var heat = ScenarioHeat(scenario)
    for attempt in attempts {
      var session = session(files)
      for event in attempt.events { try session.handle(event) }
      heat.add(session, from: attempt.from)
    }
    return heat
  }

  private struct NoScenarioThere: Error {}

  @Test func countsWaysTurnsAndWhereAttemptsEnded() throws {
    let heat = try heat([
      ([.choose(0), .choose(0)], nil), ([.choose(2), .choose(2), .choose(0), .choose(1)], nil),
    ])
    #expect(heat.taken == [[0, 2], [2, 0, 2], [1, 1, 0], [0], [], []])
    #expect(heat.scenes.map(\.came) == [2, 2, 2, 0, 1, 1])
    #expect(heat.attempts == 2)
    #expect(heat.ended == 2)
    #expect(heat.scenes.allSatisfy { $0.stopped == 0 })
  }

  @Test func whereAttemptsStopped() throws {
    let heat = try heat([
      ([], nil), ([.choose(0)], nil), ([.choose(0), .abandon], nil),
      ([.choose(0), .choose(2)], nil),
      // In the middle of another unit: it stopped where that one was called.
      ([.choose(1)], nil),
    ])
    #expect(heat.scenes.map(\.open) == [0, 2, 1, 0, 0, 0])
    #expect(heat.scenes.map(\.left) == [0, 0, 1, 0, 0, 0])
    #expect(heat.scenes.map(\.stuck) == [0, 0, 0, 1, 0, 0])
    #expect((heat.attempts, heat.ended, heat.open, heat.left, heat.stuck) == (5, 0, 3, 1, 1))
  }

  /// A choice that plays another unit counts when it comes back, and what happens there does not.
  @Test func otherUnitsDoNotCount() throws {
    let heat = try heat([([.choose(1), .choose(0), .choose(0), .choose(0)], nil)])
    #expect(heat.taken == [[0, 1], [1, 1, 0], [1, 0, 0], [0], [], []])
    #expect(heat.ended == 1)
  }

  @Test func whatWasTakenBackDoesNotCount() throws {
    let heat = try heat([([.choose(0), .undo, .choose(2), .choose(2), .undo], nil)])
    #expect(heat.taken == [[0, 1], [0, 0, 1], [0, 0, 0], [0], [], []])
    #expect(heat.scenes.map(\.came) == [1, 1, 0, 0, 0, 0])
  }

  /// What an attempt took over from another was counted there.
  @Test func onlyWhatABranchAddedCounts() throws {
    let events: [Event] = [.choose(2), .choose(0)]
    let heat = try heat([
      (events + [.choose(0)], nil), (events + [.choose(1)], 2), (events, 2), ([.choose(0)], 0),
    ])
    #expect(heat.taken == [[0, 1], [2, 0, 1], [1, 1, 0], [0], [], []])
    #expect(heat.scenes.map(\.came) == [1, 2, 4, 0, 1, 1])
    #expect(heat.open == 2)
  }

  @Test func ofAFewNoShareIsSaid() throws {
    let nine = try heat(Array(repeating: ([.choose(0)], nil), count: 9))
    #expect(nine.share(of: 0, in: 1) == nil)
    let ten = try heat(
      Array(repeating: ([.choose(0)], nil), count: 9) + [([.choose(2), .choose(2)], nil)])
    #expect(ten.decisions(in: 1) == 11)
    #expect(ten.share(of: 0, in: 1) == Percent(81))
    #expect(ten.share(of: 2, in: 1) == Percent(18))
  }
}
