import RehearseCore
import Testing

@Suite struct ChecklistRunTests {
  static let training = unitText(
    "checklist",
    """
    Before you begin.

    ## One

    - [x] a `critical`
    - [x] b
    - [ ] c

    ## Two

    - [ ] d
    - [x] e
    """, front: "pass: 60%")

  private func result(_ first: [Int], _ second: [Int], mode: Mode = .practice) throws -> Session {
    var play = session(Self.training, mode: mode)
    try play.handle(.select(first))
    try play.handle(.select(second))
    return play
  }

  @Test(arguments: [
    ([0, 1], [4], 3, true), ([0, 1, 2], [4], 2, true), ([0], [], 1, false),
    ([0, 1, 2], [3], 0, false),
    // Without a critical item nothing helps.
    ([1], [4], 2, false), ([], [], 0, false),
  ])
  func rightTicksLessWrongOnes(first: [Int], second: [Int], points: Int, passed: Bool) throws {
    let result = try #require(try result(first, second).result)
    #expect(result.points == Points(points))
    #expect(result.outOf == Points(3))
    #expect(result.passed == passed)
    #expect(result.hasCriticalMistake == !first.contains(0))
  }

  @Test func itemsAreShuffledWithinTheirPausePoint() {
    let orders = (0..<30).compactMap { seed -> [Int]? in
      guard case .exercise(let point) = session(Self.training, seed: UInt64(seed)).prompt else {
        return nil
      }
      #expect(point.order.sorted() == [0, 1, 2])
      #expect(point.items.map(\.text.plainText) == point.order.map { ["a", "b", "c"][$0] })
      return point.order
    }
    #expect(orders.count == 30)
    #expect(Set(orders).count > 3)
  }

  @Test func marksAreHeldBackWhenAssessed() throws {
    #expect(try result([0], [4]).shown.first == "marked Two [4]")
    #expect(
      try result([0], [4], mode: .assessed).shown.prefix(2) == ["marked One [0]", "marked Two [4]"])
  }

  @Test func itemsOfAnotherPausePointAreRefused() {
    var play = session(Self.training)
    for items in [[3], [5], [-1], [0, 0]] {
      #expect(play.refusal(.select(items)) == .answerDoesNotFit)
    }
    #expect(play.refusal(.finish) != nil)
  }

  @Test func aRealRunLeavesTheDistractorsOut() throws {
    var play = session(Self.training, mode: .engagement)
    guard case .engagement(let view) = play.prompt else {
      Issue.record("no engagement")
      return
    }
    #expect(view.pausePoints.map { $0.items.map(\.text.plainText) } == [["a", "b"], ["e"]])
    #expect(view.openCritical == [0])
    #expect(play.refusal(.mark(3, .done)) == .answerDoesNotFit)
    #expect(play.refusal(.remark(0, String(repeating: "a", count: 2_001))) == .answerDoesNotFit)
    try play.handle(.mark(2, .done))
    try play.handle(.remark(2, "Rang\nher"))
    var unfinished = play
    try unfinished.handle(.finish)
    #expect(unfinished.result?.passed == false)
    #expect(unfinished.result?.hasCriticalMistake == true)
    try play.handle(.mark(0, .notApplicable))
    try play.handle(.undo)
    guard case .engagement(let undone) = play.prompt else { return }
    #expect(undone.states == [.open, .open, .done])
    try play.handle(.mark(0, .notApplicable))
    try play.handle(.finish)
    #expect(play.result?.passed == true)
    #expect(play.result?.points == Points(2))
  }

  @Test func aListForRealUseHasNoExercise() {
    let play = session(unitText("checklist", "- [ ] a\n- [ ] b"))
    guard case .engagement(let view) = play.prompt else {
      Issue.record("no engagement")
      return
    }
    #expect(view.states == [.open, .open])
  }
}
