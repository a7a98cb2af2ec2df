/// The map of a scenario: the drawing where there is one, and always the same in words.
struct ScenarioWays {
  let scenario: Scenario
  let scenes: SceneLinks
  let map: ScenarioMap?

  func html(_ drawing: HTML?) -> HTML {
    let figure = drawing.map { drawing -> HTML in
      """
      <figure>
      <div class="drawing" role="region" tabindex="0" aria-label="Drawing of the map, can be \
      scrolled">
      \(drawing)</div>
      <figcaption>The same is said in words below.</figcaption>
      </figure>

      """
    }
    return (figure ?? "") + words
  }

  private var words: HTML {
    let items = scenario.scenes.indices.map { index -> HTML in
      let scene = scenario.scenes[index]
      var notes: [String] = []
      if index == 0 { notes.append("the beginning") }
      if let ending = scene.ending { notes.append("ending: \(ending.rawValue)") }
      if let map {
        if map.scenes[index].isOnBestLine { notes.append("on the best line") }
        if !map.scenes[index].isReached, map.analysis.isExact { notes.append("never reached") }
      }
      let note: HTML = notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
      let ways = ways(from: index)
      let list: HTML = ways.isEmpty ? "" : "\n<ol>\n\(ways)</ol>"
      return "<li>\(scenes.link(index))\(note)\(list)</li>\n"
    }
    return "<h3>The map in words</h3>\n<ul>\n\(items)</ul>\n"
  }

  private func ways(from index: Int) -> [HTML] {
    let scene = scenario.scenes[index]
    let line = bestLine[index] ?? []
    func way(_ item: Int, _ words: HTML, _ facts: [String], to target: Int?) -> HTML {
      let best = line.contains(item) ? ["best line"] : []
      let all = (facts + best).joined(separator: ", ")
      let note: HTML = all.isEmpty ? "" : " (\(all))"
      let end: HTML = target.map { scenes.link($0) } ?? "back to the same scene"
      return "<li>\(words)\(note) → \(end)</li>\n"
    }
    switch scene.way {
    case .choices(let choices):
      return choices.enumerated().map { item, choice in
        var facts: [String] = []
        if choice.points != 0 { facts.append(PreviewWords.points(choice.points)) }
        if choice.isCritical { facts.append("critical") }
        if choice.condition != nil { facts.append("conditional") }
        if let map, map.analysis.isExact, !map.analysis.choices[index][item].isOffered {
          facts.append("never offered")
        }
        return way(item, "\(choice.text.plainText)", facts, to: choice.target)
      }
    case .story(let turns):
      return turns.enumerated().map { item, turn in
        way(item, "<code>\(turn.trigger.text(in: scenario))</code>", [], to: turn.target)
      }
    case .ending, .nowhere: return []
    }
  }

  private var bestLine: [Int: [Int]] {
    (map?.bestLine ?? []).reduce(into: [:]) { $0[$1.scene, default: []].append($1.item) }
  }
}
