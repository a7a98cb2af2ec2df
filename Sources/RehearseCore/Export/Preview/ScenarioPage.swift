/// A role-play: who takes part, how it is marked, its map, and every scene as a storyboard.
struct ScenarioPage {
  let course: PreviewCourse
  let path: String
  let scenario: Scenario
  /// Nil where the file has errors and cannot be played.
  let map: ScenarioMap?
  let drawing: HTML?
  let scenes: SceneLinks
  let text: PreviewText

  init(_ course: PreviewCourse, path: String, scenario: Scenario, drawing: HTML?) {
    self.course = course
    self.path = path
    self.scenario = scenario
    self.drawing = drawing
    map = course.review.analyses[path].map { ScenarioMap(title: course.title(of: path), $0) }
    scenes = SceneLinks(scenario)
    text = course.text(of: path)
  }

  var landmarks: [PreviewFindings.Landmark] {
    scenario.scenes.indices.map {
      PreviewFindings.Landmark(
        line: scenario.scenes[$0].range.start.line, id: scenes.ids[$0], title: scenes.name(of: $0))
    }
  }

  func write(_ page: inout PreviewPage, _ findings: PreviewFindings) {
    if !scenario.briefing.isEmpty {
      page.add(
        "briefing", "Briefing", isEnglish: false, text.blocks(scenario.briefing, level: 3))
    }
    let people = ScenarioTables(scenario: scenario, scenes: scenes).html
    if !people.isEmpty { page.add("people", "People, meters and flags", people) }
    let marking = ScenarioMarking(
      scenario: scenario, scenes: scenes, map: map, course: course)
    page.add("marking", "Marking", marking.html)
    page.add("endings", "Endings", marking.endings)
    let drawn = ScenarioWays(scenario: scenario, scenes: scenes, map: map)
    page.add("map", "Map", class: "map", drawn.html(drawing))
    var storyboard: HTML = """
      <p\(course.english)>It begins with the first scene. Each choice is a link to the scene that \
      follows it.</p>

      """
    let ways = map.map { Dictionary(grouping: $0.ways, by: \.from) } ?? [:]
    for index in scenario.scenes.indices {
      let next = index + 1 < scenario.scenes.count ? scenario.scenes[index + 1] : nil
      let scene = SceneSection(
        course: course, text: text, scenario: scenario, scenes: scenes, map: map,
        mapped: ways[index] ?? [], index: index)
      storyboard += scene.html(
        notes: findings.notes(
          from: scenario.scenes[index].range.start.line, before: next?.range.start.line))
    }
    page.add("storyboard", "Storyboard", class: "storyboard", isEnglish: false, storyboard)
  }
}

/// The names and anchors of a scenario's scenes on its page.
struct SceneLinks {
  private let scenario: Scenario
  let ids: [String]
  /// For each scene, the ways that lead there.
  let waysTo: [[ScenarioAnalysis.Step]]

  init(_ scenario: Scenario) {
    self.scenario = scenario
    var taken = HeadingIds()
    ids = scenario.scenes.map { PreviewLinks.id(taken.take($0.id)) }
    var waysTo = scenario.scenes.map { _ in [ScenarioAnalysis.Step]() }
    for (index, scene) in scenario.scenes.enumerated() {
      for item in 0..<(scene.choices.count + scene.turns.count) {
        guard let target = scene.target(of: item), target != index,
          waysTo.indices.contains(target)
        else { continue }
        waysTo[target].append(ScenarioAnalysis.Step(scene: index, item: item))
      }
    }
    self.waysTo = waysTo
  }

  /// `3. The letter`
  func name(of scene: Int) -> String {
    let title = scenario.scenes[scene].title
    return "\(scene + 1). \(title.isEmpty ? "(a scene without a title)" : title)"
  }

  func address(of scene: Int) -> String { "#" + PercentEncoding.path(ids[scene]) }

  func link(_ scene: Int) -> HTML {
    "<a href=\"\(address(of: scene))\">\(name(of: scene))</a>"
  }

  /// A way through as a list: the scenes, and what is taken in each.
  func list(_ way: [ScenarioAnalysis.Step]) -> HTML {
    guard !way.isEmpty else { return "<p>It is where the story begins.</p>\n" }
    let steps = way.map { step -> HTML in "<li>\(link(step.scene)): \(words(step))</li>\n" }
    // The scenes have numbers of their own.
    return "<ol class=\"way\">\n\(steps)</ol>\n"
  }

  /// What is taken: the words of a choice with its number, or the turn of a story.
  func words(_ step: ScenarioAnalysis.Step) -> HTML {
    switch scenario.scenes[step.scene].way {
    case .choices(let choices) where choices.indices.contains(step.item):
      return "choice \(step.item + 1), \(choices[step.item].text.plainText)"
    case .story(let turns) where turns.indices.contains(step.item):
      return "<code>\(turns[step.item].trigger.text(in: scenario))</code>"
    default: return ""
    }
  }
}
