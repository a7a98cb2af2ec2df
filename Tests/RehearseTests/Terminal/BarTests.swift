import Testing

@testable import rehearse

@Suite struct BarTests {
  @Test(arguments: [
    (50, 0...100, "#####.....", "50 of 100"), (0, 0...100, "..........", "0 of 100"),
    (1, 0...100, "#.........", "1 of 100"), (99, 0...100, "#########.", "99 of 100"),
    (100, 0...100, "##########", "100 of 100"), (-2, -5...5, "###.......", "-2 (-5 to 5)"),
    (7, 0...5, "##########", "7 of 5"), (3, 3...3, "##########", "3 (3 to 3)"),
    (0, Int.min...Int.max, "#####.....", "0 (\(Int.min) to \(Int.max))"),
  ])
  func draws(value: Int, range: ClosedRange<Int>, drawn: String, words: String) {
    let bar = Bar(value: value, in: range)
    #expect(bar.drawn(.ascii) == drawn)
    #expect(bar.words(.ascii) == words)
  }

  @Test func saysInWordsWhatItShows() {
    let bar = Bar("trust", value: 50, in: 0...100)
    #expect(bar.text(.unstyled).string == "trust  █████░░░░░  50 of 100")
  }

  @Test func neverLongerThanItsLength() {
    for length in 1...12 {
      for value in -1...31 {
        let bar = Bar(value: value, in: 0...30, length: length)
        #expect(bar.drawn(.ascii).count == length)
      }
    }
  }
}
