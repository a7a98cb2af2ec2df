/// How far an exam's verdict depends on luck: how likely learners under, at and over its pass mark
/// are to pass.
///
/// The model: each question that is drawn is solved, whole or not at all, with the learner's own
/// chance, one as likely as another and none depending on another; the draw is the engine's. It
/// leaves out that questions differ in difficulty, that parts of a point are earned, that the time
/// may run out, and that people learn between attempts. Lucky guesses are a part of the learner's
/// chance. Attempts are independent.
package struct ExamStatistics: Equatable, Sendable {
  package struct Chance: Equatable, Sendable {
    /// From 0 to 1.
    package var once: Double
    /// At least once in the attempts that are allowed before the wait; nil where their number is
    /// not limited.
    package var withRetakes: Double?

    init(once: Double, attempts: Int?) {
      self.once = once
      withRetakes = attempts.map { Chances.once(in: $0, each: once) }
    }
  }

  package struct Learner: Equatable, Sendable {
    /// How many of all the questions of the pool the learner would solve.
    package var share: Percent
    package var passes: Chance
  }

  /// 10 points under the pass mark, at it, and 10 points over it, but never under 0% or over 100%.
  package let under: Learner
  package let at: Learner
  package let over: Learner
  /// Who answers by chance alone: see `Guesser`.
  package let guessing: Chance
  /// How many questions an attempt has.
  package let questionCount: Int
  package let attempts: Int?
  /// False where the pool is too large or too mixed to follow each draw: then the questions of a
  /// section are drawn as if each could come again.
  package let isExact: Bool

  package static let distance = Percent(10)

  /// Nil where even that would take too long.
  package init?(_ assessment: Assessment) {
    let mark = assessment.passMark.hundredths
    func learner(_ hundredths: Int) -> (share: Percent, chance: PassChance)? {
      let share = Percent(hundredths: min(max(hundredths, 0), 10_000))
      let chance = Double(share.hundredths) / 10_000
      return PassChance(assessment) { .solved($0, chance: chance) }.map { (share, $0) }
    }
    guard let under = learner(mark - Self.distance.hundredths), let at = learner(mark),
      let over = learner(mark + Self.distance.hundredths),
      let guessing = PassChance.guessing(assessment)
    else { return nil }
    let attempts = assessment.attempts?.count
    func result(_ found: (share: Percent, chance: PassChance)) -> Learner {
      Learner(share: found.share, passes: Chance(once: found.chance.value, attempts: attempts))
    }
    self.under = result(under)
    self.at = result(at)
    self.over = result(over)
    self.guessing = Chance(once: guessing.value, attempts: attempts)
    self.attempts = attempts
    questionCount = assessment.drawCounts.reduce(0, +)
    isExact = [under.chance, at.chance, over.chance, guessing].allSatisfy(\.isExact)
  }
}

extension ExamStatistics.Chance {
  /// Of somebody who answers by chance alone: see `Guesser`. Nil where it would take too long.
  static func guessing(_ assessment: Assessment) -> Self? {
    PassChance.guessing(assessment).map {
      Self(once: $0.value, attempts: assessment.attempts?.count)
    }
  }

  /// A chance in whole percent, and never 0% or 100% of what can happen or fail to.
  package static func percent(_ chance: Double) -> String {
    if chance <= 0 { return "0%" }
    if chance >= 1 { return "100%" }
    let whole = Int((chance * 100).rounded())
    return whole == 0 ? "under 1%" : whole == 100 ? "over 99%" : "\(whole)%"
  }
}
