import RehearseCore
import Testing

/// Thousands of small random scenarios, each played in every way that there is: the analysis says
/// the same of them, to the point.
///
/// `REHEARSE_ANALYSES` says how many (2,000 where it says nothing), `REHEARSE_ANALYSIS_SEED` where
/// to begin.
@Suite struct AnalysisAgreementTests {
  static let count = FuzzFiles.number("REHEARSE_ANALYSES") ?? 2_000
  static let firstSeed = FuzzFiles.number("REHEARSE_ANALYSIS_SEED") ?? 0
  static let parts = 4
  static let largestPlayed = 1_000
  /// The units that a scenario can play, by their paths.
  static let others = SmallScenario.otherFiles.reduce(into: [:]) { units, file in
    units[file.key] = UnitReader.read(file.value, path: file.key).value
  }

  @Test(arguments: 0..<parts)
  func analysisAgreesWithEveryPlay(part: Int) {
    var coverage = ScenarioCoverage()
    for number in stride(from: part, to: Self.count, by: Self.parts) {
      let seed = UInt64(Self.firstSeed + number)
      var random = Generator(seed: seed, stream: "analysis")
      let small = SmallScenario(&random)
      guard let player = ExhaustivePlayer(small, limit: Self.largestPlayed) else {
        coverage.note("too large to play")
        continue
      }
      guard let differences = differences(small, player, &random, &coverage) else {
        Issue.record("seed \(seed) is no scenario:\n\(small.markdown)")
        return
      }
      guard differences.isEmpty else {
        Issue.record("seed \(seed): \(differences.joined(separator: "\n"))\n\(small.markdown)")
        return
      }
      coverage.note(small, player)
    }
    if Self.count / Self.parts >= 250 {
      #expect(coverage.missing == [], "\(coverage.counts.sorted { $0.key < $1.key })")
    }
  }

  private func differences(
    _ small: SmallScenario, _ player: ExhaustivePlayer, _ random: inout Generator,
    _ coverage: inout ScenarioCoverage
  ) -> [String]? {
    let talk = UnitReader.read(small.markdown).value
    guard let scenario = talk.scenario, scenario.scenes.count == small.scenes.count else {
      return nil
    }
    let units = Self.others.merging(["talk.md": talk]) { $1 }
    let passable = PassableUnits(units: units, names: UnitNames(units.values.map(\.about)))
    let analysis = ScenarioAnalysis(scenario, passable: passable)
    var comparison = AnalysisComparison(player, scenario, analysis)
    coverage.note("states merged", if: analysis.stateCount < player.states.count)
    comparison.compareAll()
    comparison.compareBestLineFromTheBeginning()
    for _ in 0..<3 {
      let turns = comparison.playAtRandom(&random, steps: 20)
      for turn in Set(turns).sorted() { comparison.compareTurn(turn) }
      if let last = turns.randomElement(&random) { comparison.compareBestLine(last) }
    }
    // Others than a few random plays come to.
    for _ in 0..<10 { comparison.compareTurn(random.next(below: player.states.count)) }
    guard comparison.differences.isEmpty else { return comparison.differences }
    return truncated(comparison, passable, &random, &coverage)
  }

  /// The same with less room than there are states.
  private func truncated(
    _ whole: AnalysisComparison, _ passable: PassableUnits, _ random: inout Generator,
    _ coverage: inout ScenarioCoverage
  ) -> [String] {
    let count = whole.analysis.stateCount
    for limit in [count - 1, random.next(below: count)] {
      let analysis = ScenarioAnalysis(whole.scenario, passable: passable, limit: limit)
      var comparison = AnalysisComparison(whole.player, whole.scenario, analysis)
      if analysis.isExact {
        coverage.note("exact without text")
        comparison.compareAll(textIsKnown: false)
        for _ in 0..<10 {
          comparison.compareTurn(random.next(below: whole.player.states.count))
        }
      } else {
        coverage.note("truncated")
        comparison.compareBounds()
      }
      guard comparison.differences.isEmpty else {
        return comparison.differences.map { "with room for \(limit) of \(count): \($0)" }
      }
    }
    return []
  }
}

extension Array {
  fileprivate func randomElement(_ random: inout Generator) -> Element? {
    isEmpty ? nil : self[random.next(below: count)]
  }
}
