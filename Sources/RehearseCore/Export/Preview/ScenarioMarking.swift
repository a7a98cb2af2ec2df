/// What a play of a scenario can earn, what passes, and where it can go wrong: what the exact
/// analysis says.
struct ScenarioMarking {
  let scenario: Scenario
  let scenes: SceneLinks
  let map: ScenarioMap?
  let course: PreviewCourse

  var html: HTML {
    let mark = scenario.passMark?.description ?? "none: every play that reaches its end passes"
    guard let map else {
      return """
        <dl class="facts"><dt>Pass mark</dt><dd>\(mark)</dd></dl>
        <p>What can be earned is worked out once the errors are mended.</p>

        """
    }
    return facts(map, mark) + skills(map) + bestLine(map) + problems(map)
  }

  private func facts(_ map: ScenarioMap, _ mark: String) -> HTML {
    let analysis = map.analysis
    var rows: HTML = "<dt>Pass mark</dt><dd>\(mark)\(needed(analysis))</dd>\n"
    let most = analysis.best.map(PreviewWords.points) ?? "no play can reach an ending that counts"
    let least = analysis.worst.map(PreviewWords.points) ?? "no play reaches an ending"
    if analysis.isExact {
      rows += "<dt>Best score</dt><dd>\(most)</dd>\n<dt>Worst score</dt><dd>\(least)</dd>\n"
    } else {
      rows += """
        <dt>Best score</dt><dd>not over \(most) (a bound)</dd>
        <dt>Worst score</dt><dd>not under \(least) (a bound)</dd>

        """
    }
    if analysis.hasChance, let expected = analysis.expected {
      rows += """
        <dt>With average luck</dt><dd>the best strategy earns \
        \(Points(units: Int64((expected * Double(Points.unitsPerPoint)).rounded())).description) \
        points</dd>

        """
    }
    if let share = analysis.randomShare(passable: course.course.passableUnits) {
      let percent = ExamStatistics.Chance.percent(share.value)
      switch share {
      case .exactly:
        rows += "<dt>At random</dt><dd>\(percent) of plays at random pass</dd>\n"
      case .seen(_, let plays):
        rows += "<dt>At random</dt><dd>\(percent) of \(plays) plays at random passed</dd>\n"
      }
    }
    if let ways = analysis.ways {
      let count =
        switch ways {
        case .exactly(let count): "\(count)"
        case .more(let count): "more than \(count)"
        case .endless: "without end: the story can go round in a loop"
        }
      rows += "<dt>Ways through</dt><dd>\(count)</dd>\n"
    }
    rows += """
      <dt>How sure</dt><dd>\(analysis.isExact
        ? "exact: all \(analysis.stateCount) situations that can come up were gone through"
        : "not exact: there are too many situations, and \(analysis.stateCount) were gone through")\
      </dd>

      """
    return "<dl class=\"facts\">\n\(rows)</dl>\n"
  }

  /// `, that is 31 of 44 points`
  private func needed(_ analysis: ScenarioAnalysis) -> String {
    guard let mark = scenario.passMark, let best = analysis.best, best > 0, analysis.isExact,
      let points = (0...best).first(where: { mark.isReached(by: Points($0), of: Points(best)) })
    else { return "" }
    return " of the best score: \(points) of \(PreviewWords.points(best)), in an ending that is no"
      + " failure, without a critical mistake"
  }

  private func skills(_ map: ScenarioMap) -> HTML {
    let rows = map.analysis.skills.compactMap { skill -> HTML? in
      guard let score = map.analysis.score(for: skill) else { return nil }
      return """
        <tr><th scope="row">\(course.skill(skill))</th><td>\(score.best.map(PreviewWords.points) ?? "–")\
        </td><td>\(score.worst.map(PreviewWords.points) ?? "–")</td></tr>

        """
    }
    return rows.isEmpty
      ? "" : ScenarioTables.table("Skills", ["Skill", "Most", "Least"], rows)
  }

  private func bestLine(_ map: ScenarioMap) -> HTML {
    guard !map.bestLine.isEmpty else { return "" }
    return "<h3>The best line</h3>\n\(scenes.list(map.bestLine))"
  }

  private func problems(_ map: ScenarioMap) -> HTML {
    let analysis = map.analysis
    var html: HTML = ""
    for place in analysis.deadEnds {
      html +=
        "<li>A play can get stuck in \(scenes.link(place.scene)).\n\(scenes.list(place.way))</li>\n"
    }
    if let trap = analysis.trap {
      html += """
        <li>From \(scenes.link(trap.scene)), a play can come to where no ending can be reached any \
        more.
        \(scenes.list(trap.way))</li>

        """
    }
    for loop in analysis.closedLoops {
      let names = loop.map { scenes.link($0) }.joined(separator: ", ")
      html += "<li>No way leads out of this loop: \(names).</li>\n"
    }
    for constant in analysis.constantConditions {
      let kind =
        switch constant.kind {
        case .choice: "choice \(constant.item + 1)"
        case .turn: "way \(constant.item + 1)"
        case .text: "a paragraph"
        }
      html += """
        <li>The condition of \(kind) in \(scenes.link(constant.scene)) \
        \(constant.holds ? "always" : "never") holds.</li>

        """
    }
    return html.isEmpty ? "" : "<h3>To look at</h3>\n<ul>\n\(html)</ul>\n"
  }

  /// All endings, with a shortest way to each.
  var endings: HTML {
    let ends = scenario.scenes.indices.filter { scenario.scenes[$0].ending != nil }
    guard !ends.isEmpty else { return "<p>There is no ending.</p>\n" }
    let known = Dictionary(
      (map?.analysis.endings ?? []).map { ($0.scene, $0.way) }, uniquingKeysWith: { a, _ in a })
    let items = ends.map { index -> HTML in
      let kind: HTML = scenario.scenes[index].ending.map(SceneSection.mark) ?? ""
      var way: HTML = ""
      if let map, let steps = known[index] {
        way =
          steps.map { "<p>A shortest way there:</p>\n\(scenes.list($0))" }
          ?? (map.analysis.isExact
            ? "<p>No play reaches it.</p>\n"
            : "<p>It was not reached in the part that was gone"
              + " through.</p>\n")
      }
      return """
        <h3>\(scenes.link(index))</h3>
        <ul class="marks">\(kind)</ul>
        \(way)
        """
    }
    return items.joined()
  }
}
