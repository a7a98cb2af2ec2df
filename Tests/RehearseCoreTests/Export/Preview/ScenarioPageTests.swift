import Testing

@testable import RehearseCore

/// The storyboard, the marking and the map of a role-play.
@Suite struct ScenarioPageTests {
  private static let talk = scenarioText(
    """
    ## Opening

    `trust +1` `if trust < 90` She waits.

    **Maya:** What now?

    `in your own words`

    - [Ask](#more) `points 4 care` `trust +10` `set asked`
      > Good.

      She nods.
    - [Read](lesson.md), then [go on](#more) `once` `if not asked`
    - [Lie](#end) `critical`
    - [Fly](#end) `if asked and not asked`
    - [Look it up](lesson.md)

    ## More

    - `when trust >= 60` [Good](#end)
    - `otherwise` [Bad](#bad)

    ## Lost

    - [On](#end) `points 9`

    ## Bad

    `ending failure`

    ## End

    `ending partial`
    """, front: "pass: 50%")

  private func page(_ text: String = talk, drawings: [String: String] = [:]) throws
    -> PreviewPageText
  {
    let preview = try preview([
      "unit.md": text, "lesson.md": unitText("lesson", "Text."),
      "course.md": unitText(
        "course", "- [It](unit.md)\n- [L](lesson.md)", front: "skills: care = Care for people"),
    ])
    return try #require(try pages(of: preview, drawings: drawings)["unit.html"])
  }

  @Test func choicesLeadToTheirScenes() throws {
    let scene = try page().element("s-opening")
    #expect(scene.address(of: "Ask") == "#s-more")
    #expect(scene.address(of: "Lie") == "#s-end")
    // It comes back to where it was chosen.
    #expect(scene.address(of: "Look it up") == "#s-opening")
    #expect(try page().element("s-more").address(of: "4. Bad") == "#s-bad")
  }

  @Test(arguments: [
    (0, "★ Best line 4 points (Care for people 4) trust +10 set asked → 2. More"),
    (1, "Only if not asked 0 points Once only First plays A lesson → 2. More"),
    (2, "⚠ Critical: fails the role-play 0 points → 5. End"),
    (3, "Never offered Only if asked and not asked 0 points → 5. End"),
    (4, "0 points First plays A lesson → back to this scene"),
  ])
  func choicesSayWhatTheyDo(_ choice: Int, _ facts: String) throws {
    let items = try page().element("s-opening").descendants.filter {
      $0.attributes["class"]?.hasPrefix("item") == true
    }
    let marks = try #require(items[choice].descendants.first { $0.attributes["class"] == "marks" })
    let words = marks.elements.map(\.words).joined(separator: " ")
    #expect(words.hasPrefix(facts), "\(words)")
  }

  @Test func scenesSayWhatHappens() throws {
    let words = try page().element("s-opening").words
    for part in [
      "The story begins here.", "Shown only if trust < 90:", "On entering: trust +1",
      "Maya: What now?", "In your own words", "Coach Good.", "What happens She nods.",
      "The coach says nothing to this.",
    ] {
      #expect(words.contains(part), "\(part)")
    }
    #expect(try page().element("s-lost").words.contains("No play reaches this scene"))
    #expect(try page().element("s-lost").words.contains("Nothing leads here."))
    #expect(try page().element("s-end").words.contains("Ending: partial success"))
    #expect(
      try page().element("s-more").words.contains("Reached from 1. Opening (choice 1, 2)."))
  }

  @Test func theMarkingIsTheAnalysis() throws {
    let words = try page().words
    #expect(words.contains("50% of the best score: 2 of 4 points"))
    #expect(words.contains("Best score 4 points") && words.contains("Worst score 0 points"))
    #expect(words.contains("of plays at random pass") && words.contains("exact: all"))
    #expect(words.contains("The condition of choice 4 in 1. Opening never holds."))
    #expect(words.contains("begins at 50, from 0 to 100"))
    #expect(words.contains("Set or cleared in 1. Opening"))
  }

  @Test func endingsHaveAWay() throws {
    let page = try page()
    let section = try #require(
      page.all("section").first { $0.attributes["aria-labelledby"] == "endings" })
    #expect(section.words.contains("4. Bad"))
    #expect(section.words.contains("choice 2, Read, then go on"))
  }

  @Test func theMapIsThereInWordsAndDrawn() throws {
    #expect(try page().text.contains("The map in words"))
    #expect(try page().all("svg").isEmpty)
    let drawn = try page(
      drawings: [
        "unit.md": """
        <?xml version="1.0"?>
        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">
        <svg width="10pt" xmlns="http://www.w3.org/2000/svg" onload="x()">
        <script>alert(1)</script><title>t</title><g id="node1" class="node">
        <a xlink:href="#s-more" xlink:title="M"><text x="1">M &amp; &#45; ore</text></a>
        <a xlink:href="javascript:x"><path d="M0" fill="url(http://example.com)"/></a>
        <foreignObject><p>x</p></foreignObject><image href="x"/></g></svg>
        """
      ])
    let svg = try #require(drawn.all("svg").first)
    #expect(svg.descendants.map(\.name) == ["g", "a", "text", "g", "path"])
    #expect(svg.attributes["width"] == "10pt" && svg.attributes["onload"] == nil)
    #expect(svg.address(of: "M & - ore") == "#s-more")
    #expect(svg.descendants.last?.attributes == ["d": "M0"])
    #expect(drawn.text.contains("The map in words"))
    // What is no drawing is left out.
    #expect(try page(drawings: ["unit.md": "<svg><g></svg>"]).all("svg").isEmpty)
  }

  @Test func mapsLeadToTheScenes() throws {
    let preview = try preview([
      "course.md": unitText("course", "- [It](unit.md)", front: "skills: care"),
      "unit.md": Self.talk, "lesson.md": unitText("lesson", "Text."),
    ])
    #expect(preview.maps.map(\.path) == ["unit.md"])
    #expect(preview.maps[0].dot.contains("URL=\"#s-opening\""))
  }

  @Test func aBrokenRolePlayIsShownAsFarAsItGoes() throws {
    let page = try page(
      scenarioText("## Opening\n\n- [On](#nowhere) `pionts 5`\n- [Off](#opening)"))
    #expect(page.text.contains("There are errors in this file."))
    #expect(page.text.contains("worked out once the errors are mended"))
    let findings = try #require(
      page.all("section").first { $0.attributes["aria-labelledby"] == "findings" })
    #expect(findings.words.contains("Error, line 10, in 1. Opening (unknown-directive)"))
    // Where it is, it says so too.
    #expect(try page.element("s-opening").words.contains("Error, line 10:"))
  }
}
