/// One scene of the storyboard.
struct SceneSection {
  let course: PreviewCourse
  let text: PreviewText
  let scenario: Scenario
  let scenes: SceneLinks
  let map: ScenarioMap?
  /// What the map says of the scene's own ways, in their order; empty where there is none.
  let mapped: [ScenarioMap.Way]
  let index: Int

  private var scene: Scenario.Scene { scenario.scenes[index] }
  private var english: HTML { course.english }

  func html(notes: HTML) -> HTML {
    let id = scenes.ids[index]
    return """
      <section class="scene" id="\(id)" aria-labelledby="\(id).title">
      <h3 id="\(id).title">\(scenes.name(of: index))</h3>
      \(marks)\(arrivals)\(notes)\(passages)\(ownWords)\(ways)</section>

      """
  }

  private var marks: HTML {
    var marks: HTML = ""
    if let ending = scene.ending { marks += Self.mark(ending) }
    if let map {
      let facts = map.scenes[index]
      if facts.isOnBestLine { marks += "<li class=\"good\">★ On the best line</li>" }
      if !facts.isReached {
        marks +=
          map.analysis.isExact
          ? "<li class=\"bad\">No play reaches this scene</li>"
          : "<li class=\"note\">Not reached in the part that was gone through</li>"
      }
      if map.analysis.deadEnds.contains(where: { $0.scene == index }) {
        marks += "<li class=\"bad\">A play can get stuck here</li>"
      }
    }
    return marks.isEmpty ? "" : "<ul class=\"marks\"\(english)>\(marks)</ul>\n"
  }

  static func mark(_ ending: Directive.Ending) -> HTML {
    switch ending {
    case .success: "<li class=\"good\">■ Ending: success</li>"
    case .partial: "<li class=\"note\">■ Ending: partial success</li>"
    case .failure: "<li class=\"bad\">■ Ending: failure</li>"
    }
  }

  private var arrivals: HTML {
    let steps = scenes.waysTo[index]
    var origins: [(scene: Int, items: [Int])] = []
    for step in steps {
      if origins.last?.scene == step.scene {
        origins[origins.count - 1].items.append(step.item + 1)
      } else {
        origins.append((step.scene, [step.item + 1]))
      }
    }
    let links = origins.map { origin -> HTML in
      let kind = scenario.scenes[origin.scene].choices.isEmpty ? "way" : "choice"
      let numbers = origin.items.map(String.init).joined(separator: ", ")
      return "\(scenes.link(origin.scene)) (\(kind) \(numbers))"
    }
    let start: HTML = index == 0 ? "The story begins here. " : ""
    let from: HTML =
      links.isEmpty
      ? index == 0 ? "" : "Nothing leads here."
      : "Reached from \(links.joined(separator: "; "))."
    return "<p class=\"soft\"\(english)>\(start)\(from)</p>\n"
  }

  // MARK: The text

  private var passages: HTML {
    scene.passages.map { passage -> HTML in
      var html: HTML = ""
      if let condition = passage.condition {
        html += """
          <p class="condition"\(english)>Shown only if <code>\(condition.text(in: scenario))</code>:\
          </p>

          """
      }
      if !passage.effects.isEmpty {
        let effects = passage.effects.map { $0.text(in: scenario) }.joined(separator: ", ")
        html += "<p class=\"effects\"\(english)>On entering: <code>\(effects)</code></p>\n"
      }
      guard let block = passage.block else { return html }
      guard let speaker = passage.speaker, case .paragraph(let words) = block.kind else {
        return html + text.blocks([block], level: 4)
      }
      let name = scenario.cast[speaker].name
      return html + "<p><span class=\"who\">\(name):</span> \(text.inlines(words))</p>\n"
    }.joined()
  }

  private var ownWords: HTML {
    scene.asksOwnWords
      ? """
      <p class="ask"\(english)>✎ In your own words: before the choices show, the learner types what \
      they would say. It is kept, and shown in the debrief.</p>

      """ : ""
  }

  // MARK: The ways on

  private var ways: HTML {
    switch scene.way {
    case .choices(let choices):
      let items = choices.indices.map { choice($0, choices[$0]) }
      return "<ol class=\"ways\">\n\(items)</ol>\n"
    case .story(let turns):
      let items = turns.indices.map { turn($0, turns[$0]) }
      return """
        <p class="label"\(english)>The story goes on by itself, the first way that holds:</p>
        <ol class="ways">
        \(items)</ol>

        """
    case .ending: return ""
    case .nowhere:
      return "<p class=\"warn\"\(english)>There is no way on from here, and no ending.</p>\n"
    }
  }

  private func turn(_ item: Int, _ turn: Scenario.Turn) -> HTML {
    let way = way(item)
    let target: HTML =
      turn.target.map { scenes.link($0) } ?? "<span class=\"inert\">(nowhere)</span>"
    let best: HTML =
      way?.isOnBestLine == true
      ? " <span class=\"label\"\(english)>★ on the best line</span>" : ""
    return """
      <li class="item"><p class="say"><code>\(turn.trigger.text(in: scenario))</code> → \(target)\
      \(best)</p></li>

      """
  }

  private func way(_ item: Int) -> ScenarioMap.Way? {
    mapped.indices.contains(item) ? mapped[item] : nil
  }

  private func choice(_ item: Int, _ choice: Scenario.Choice) -> HTML {
    let way = way(item)
    let words: HTML =
      choice.text.plainText.isEmpty ? "(a choice without words)" : text.words(choice.text)
    let target = choice.target ?? index
    // Where it leads is said for those who hear links alone, and stands below for all others.
    let link: HTML = """
      <a href="\(scenes.address(of: target))">\(words)</a>
      """
    return """
      <li class="item\(way?.isOnBestLine == true ? " best" : "")"><p class="say">\(link)</p>
      \(facts(choice, way))\(happens(choice))\(coach(choice))</li>

      """
  }

  private func facts(_ choice: Scenario.Choice, _ way: ScenarioMap.Way?) -> HTML {
    var facts: HTML = ""
    if let way {
      if way.isOnBestLine { facts += "<li class=\"good\">★ Best line</li>" }
      if !way.isOffered, let map {
        facts +=
          map.analysis.isExact
          ? "<li class=\"bad\">Never offered</li>"
          : "<li class=\"note\">Not offered in the part that was gone through</li>"
      }
    }
    if choice.isCritical { facts += "<li class=\"bad\">⚠ Critical: fails the role-play</li>" }
    if let condition = choice.condition {
      facts += "<li class=\"note\">Only if <code>\(condition.text(in: scenario))</code></li>"
    }
    facts += "<li>\(points(choice))</li>"
    for effect in choice.effects {
      facts += "<li><code>\(effect.text(in: scenario))</code></li>"
    }
    if choice.isOnce { facts += "<li>Once only</li>" }
    if let call = choice.call {
      facts += "<li>First plays \(course.link(call, from: text.path))</li>"
    }
    let goes: HTML =
      choice.target.map { "→ \(scenes.name(of: $0))" } ?? "→ back to this scene"
    facts += "<li>\(goes)</li>"
    if let best = way?.best, let worst = way?.worst {
      facts +=
        "<li>From here: at most \(PreviewWords.points(best)), at least \(PreviewWords.points(worst))</li>"
    }
    return "<ul class=\"marks\"\(english)>\(facts)</ul>\n"
  }

  private func points(_ choice: Scenario.Choice) -> String {
    guard !choice.skillPoints.isEmpty else { return PreviewWords.points(choice.points) }
    let skills = choice.skillPoints.map { "\(course.skill($0.skill)) \($0.points)" }
    return "\(PreviewWords.points(choice.points)) (\(skills.joined(separator: ", ")))"
  }

  private func happens(_ choice: Scenario.Choice) -> HTML {
    choice.reply.isEmpty
      ? ""
      : """
      <div class="happens"><p class="label"\(english)>What happens</p>
      \(text.blocks(choice.reply, level: 4))</div>

      """
  }

  private func coach(_ choice: Scenario.Choice) -> HTML {
    choice.feedback.isEmpty
      ? "<p class=\"inert\"\(english)>The coach says nothing to this.</p>\n"
      : """
      <div class="coach"><p class="label"\(english)>Coach</p>
      \(text.blocks(choice.feedback, level: 4))</div>

      """
  }
}
