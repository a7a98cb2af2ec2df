import RehearseCore

/// What plays at random saw, beside what there is.
struct RandomPlayText {
  let map: ScenarioMap
  let play: RandomPlay
  let seed: UInt64
  var passable = PassableUnits.none
  var width: Int
  var theme: Theme

  private var analysis: ScenarioAnalysis { map.analysis }

  var lines: [StyledText] {
    var page = MapPage(width: width, theme: theme)
    page.heading("\(map.title): played at random")
    func line(_ name: String, _ text: String) {
      page.write(
        StyledText("\(name): ", .strong)
          + StyledText(text.replacing("−", with: theme.glyphs.minus)),
        rest: "  ")
    }
    line("Plays", "\(play.plays), with seed \(seed), and \(play.decisions) decisions in them")
    if play.stuck > 0 { line("Stuck", "\(play.stuck)") }
    line("Best score", "\(score(play.best)); of all plays \(map.bestWords)")
    line("Worst score", "\(score(play.worst)); of all plays \(map.worstWords)")
    passed(line)
    let endings = map.scenes.indices.filter { map.scenes[$0].ending != nil }
    page.heading("Where they ended")
    for index in endings {
      page.write(
        StyledText(map.scenes[index].title, .strong)
          + StyledText(", \(map.scenes[index].ending?.word ?? ""): \(play.endedIn[index])"),
        first: "\(theme.glyphs.bullet) ", rest: "  ")
    }
    page.heading("What random play did not see")
    for words in unseen {
      page.write(StyledText(words), first: "\(theme.glyphs.bullet) ", rest: "  ")
    }
    if unseen.isEmpty {
      page.write(
        analysis.isExact
          ? "Nothing: it saw every scene and choice that any play can come to, and the best and the"
            + " worst score."
          : "Not known: not everything was gone through.")
    }
    return page.lines
  }

  private func score(_ score: Int?) -> String {
    score.map { "\($0) seen" } ?? "none seen"
  }

  private func passed(_ line: (String, String) -> Void) {
    guard let best = analysis.best else { return }
    let share = ScenarioSummary.percent(play.share(passing: map.passMark ?? Percent(0), of: best))
    guard analysis.isExact else {
      return line("Passed", "\(share) of them or more: the best score is a bound")
    }
    var words = "\(share) of them"
    if case .exactly(let exact)? = analysis.randomShare(passable: passable) {
      words += "; of all plays \(ScenarioSummary.percent(exact)) (exact)"
    }
    line("Passed", words)
  }

  /// What the analysis reached, or knows to be there, and no play came to.
  private var unseen: [String] {
    var words: [String] = []
    for (index, scene) in map.scenes.enumerated() where scene.isReached && !play.isReached[index] {
      let kind = scene.ending.map { "the ending (\($0.word))" } ?? "the scene"
      words.append("\(kind) “\(scene.title)”")
    }
    for way in map.ways
    where way.isChoice && way.isOffered && !play.isOffered[way.from][way.item] {
      words.append("choice \(way.item + 1) of “\(map.scenes[way.from].title)”: \(way.text)")
    }
    guard analysis.isExact else { return words }
    if let best = analysis.best, play.best != best { words.append("the best score, \(best)") }
    if let worst = analysis.worst, play.worst != worst { words.append("the worst score, \(worst)") }
    return words
  }
}
