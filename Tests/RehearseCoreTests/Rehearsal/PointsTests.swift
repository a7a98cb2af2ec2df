import RehearseCore
import Testing

@Suite struct PointsTests {
  @Test func everyShareUpToSixteenthsIsExact() {
    for denominator in 1...16 {
      for numerator in 0...denominator {
        let share = Points(3).share(numerator, of: denominator)
        #expect(share.units * Int64(denominator) == Points(3).units * Int64(numerator))
      }
    }
  }

  @Test func finerSharesAreRoundedTowardsZero() {
    var random = Generator(seed: 5)
    for _ in 0..<2_000 {
      let units = Int64(random.next(below: 1 << 50)) - (1 << 49)
      let denominator = 1 + random.next(below: 1_000)
      let numerator = random.next(below: denominator + 1)
      let exact = Int128(units) * Int128(numerator) / Int128(denominator)
      #expect(Int128(Points(units: units).share(numerator, of: denominator).units) == exact)
    }
    #expect(Points(3).share(1, of: 0) == .zero)
  }

  @Test func aShareIsReachedExactly() {
    var random = Generator(seed: 6)
    for _ in 0..<4_000 {
      let whole = Int64(random.next(below: 1 << 40))
      let percent = Percent(hundredths: random.next(below: 10_001))
      // Right at the mark, and a unit to either side.
      let near = whole * Int64(percent.hundredths) / 10_000 + Int64(random.next(below: 3)) - 1
      let exact = whole <= 0 || Int128(near) * 10_000 >= Int128(whole) * Int128(percent.hundredths)
      #expect(percent.isReached(by: Points(units: near), of: Points(units: whole)) == exact)
    }
  }

  @Test func aShareNeverSaysMoreThanWasEarned() {
    var random = Generator(seed: 7)
    for _ in 0..<4_000 {
      let whole = 1 + Int64(random.next(below: 1 << 62))
      let part = Int64(random.next(below: 1 << 62))
      let share = Percent.share(Points(units: part), of: Points(units: whole))
      let exact = min(Int128(part) * 10_000 / Int128(whole), 10_000)
      #expect(Int128(share.hundredths) == exact)
      #expect(share.isReached(by: Points(units: part), of: Points(units: whole)))
    }
    #expect(Percent.share(Points(units: .max), of: Points(units: 1)) == Percent(100))
    #expect(Percent.share(Points(-1), of: Points(2)) == Percent(0))
    #expect(Percent.share(.zero, of: .zero) == Percent(100))
  }

  @Test(arguments: [
    (Points(3), "3"), (Points(5).share(1, of: 2), "2.5"), (Points(2).share(1, of: 3), "0.67"),
    (Points(-1).share(1, of: 3), "-0.33"), (Points(units: 1), "0"),
    (Points(1).share(1, of: 16), "0.06"),
  ])
  func inWords(points: Points, words: String) { #expect(points.description == words) }

  @Test(arguments: [
    ("70%", 7_000), ("70", 7_000), (" 62.5 % ", 6_250), ("0%", 0), ("100%", 10_000), ("0.05%", 5),
    ("99.99%", 9_999),
  ])
  func sharesAreRead(text: String, hundredths: Int) {
    #expect(Percent(text)?.hundredths == hundredths)
  }

  @Test(arguments: [
    "", "%", "101%", "100.01%", "-1%", "-0%", "−0.5%", "+5%", "1.+5%", "1.%", "1.234%", "1..2",
    "1e2", "５%",
    "99999999999%",
  ])
  func noShares(text: String) { #expect(Percent(text) == nil) }

  @Test func sharesInWordsAreReadAgain() {
    for hundredths in 0...10_000 {
      let percent = Percent(hundredths: hundredths)
      #expect(Percent(percent.description) == percent)
    }
  }
}
