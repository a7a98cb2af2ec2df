/// What is known of a scenario as a whole, a line each. Every number says whether it is exact.
package struct ScenarioSummary: Sendable {
  package struct Line: Sendable, Equatable {
    package var name: String
    package var text: String
  }

  package private(set) var lines: [Line] = []

  package init(_ map: ScenarioMap, passable: PassableUnits = .none) {
    let analysis = map.analysis
    func add(_ name: String, _ text: String) { lines.append(Line(name: name, text: text)) }
    add("States", Self.states(analysis))
    add("Best score", map.bestWords)
    add("Worst score", map.worstWords)
    add("Pass mark", map.passWords)
    add("Random play", Self.random(analysis.randomShare(passable: passable)))
    add("Ways through", Self.ways(analysis.ways))
    if analysis.hasChance { add("Expected", Self.expected(analysis)) }
    for skill in analysis.skills {
      guard let score = analysis.score(for: skill), let best = score.best, let worst = score.worst
      else { continue }
      add("For \(skill)", "\(ScenarioMap.signed(worst)) to \(ScenarioMap.points(best)) (exact)")
    }
    let endings = map.scenes.filter { $0.ending != nil }
    let reached = endings.count(where: \.isReached)
    add(
      "Endings",
      "\(reached) of \(endings.count) reached" + (analysis.isExact ? " (exact)" : " so far"))
  }

  private static func states(_ analysis: ScenarioAnalysis) -> String {
    if analysis.isExact {
      return "\(analysis.stateCount), all gone through: what follows is exact"
    }
    if analysis.stateCount == 0 { return "too many to go through: what follows are bounds" }
    return "\(analysis.stateCount) met, past the limit: what follows are bounds"
  }

  private static func random(_ share: ScenarioAnalysis.RandomShare?) -> String {
    switch share {
    case nil: "not known; --random plays it"
    case .exactly(let share): "passes in \(percent(share)) of plays (exact)"
    case .seen(let share, let plays): "passes in about \(percent(share)) (of \(plays) plays)"
    }
  }

  private static func ways(_ ways: ScenarioAnalysis.WayCount?) -> String {
    switch ways {
    case nil: "not counted"
    case .exactly(let count) where count < 1_000_000_000_000_000: "\(count) (exact)"
    case .exactly(let count), .more(let count):
      "more than 10 to the power of \(String(count).count - 1)"
    case .endless: "endless: a loop can be gone round again and again"
    }
  }

  private static func expected(_ analysis: ScenarioAnalysis) -> String {
    guard let expected = analysis.expected else { return "not known" }
    let tenths = Int((expected * 10).rounded())
    let number =
      (tenths < 0 ? "−" : "") + "\(tenths.magnitude / 10)"
      + (tenths % 10 == 0 ? "" : ".\(tenths.magnitude % 10)")
    return "\(number) points on average by the best strategy, as chance decides (exact)"
  }

  /// To a tenth; never 0% or 100% of what can fail or happen.
  package static func percent(_ share: Double) -> String {
    if share > 0, share < 0.001 { return "under 0.1%" }
    if share < 1, share > 0.999 { return "over 99.9%" }
    return Percent(hundredths: Int((share * 1000).rounded()) * 10).description
  }
}

extension ScenarioMap {
  /// `13 points (exact)`, `at most 15 points (a bound)`.
  package var bestWords: String {
    guard let best = analysis.best else {
      return "none: no ending but failure can be reached without a critical mistake"
        + (analysis.isExact ? " (exact)" : "")
    }
    return analysis.isExact
      ? "\(Self.points(best)) (exact)" : "at most \(Self.points(best)) (a bound)"
  }

  package var worstWords: String {
    guard let worst = analysis.worst else { return "none: no ending can be reached" }
    return analysis.isExact
      ? "\(Self.points(worst)) (exact)" : "at least \(Self.points(worst)) (a bound)"
  }

  /// The pass mark, and the points that it takes.
  package var passWords: String {
    guard let passMark else { return "none: every ending but failure passes" }
    guard let best = analysis.best, let needed = pointsToPass else {
      return "\(passMark.description), which no play can reach"
    }
    let points = "\(needed) of \(Self.points(best))"
    return analysis.isExact
      ? "\(passMark.description): \(points) (exact)"
      : "\(passMark.description): at most \(points) (a bound)"
  }

  /// The fewest points that reach the pass mark; not less than that where it is not exact.
  package var pointsToPass: Int? {
    guard let best = analysis.best else { return nil }
    let mark = passMark ?? Percent(0)
    return (0...max(0, best)).first { mark.isReached(by: Points($0), of: Points(best)) }
  }

  static func points(_ points: Int) -> String {
    "\(signed(points)) point\(points.magnitude == 1 ? "" : "s")"
  }

  static func signed(_ points: Int) -> String { "\(points < 0 ? "−" : "")\(points.magnitude)" }

  /// What a drawing says at its head.
  package var headline: [String] {
    [
      "Pass mark: \(passWords)", "Best score: \(bestWords)", "Worst score: \(worstWords)",
      analysis.isExact
        ? "\(analysis.stateCount) states, all gone through"
        : "States: more than the limit, so these are bounds",
    ]
  }
}
