import RehearseCore
import Testing

@Suite struct ScenarioReadingTests {
  @Test func everythingInAScene() throws {
    let text = """
      ---
      kind: scenario
      title: A: "talk" #1
      id: the-talk
      minutes: 12
      cast: Maya = Maya Chen, HR = director; You
      meters: trust = 50 of 100; pace = 0 from −5 to +5
      pass: 62.5%
      why: You hear what is meant.
      ---

      # A talk

      Briefing.

      ## Opening: the call

      **Maya:** Can we skip it?

      `if trust < 30` **you**: No.

      Code such as `trust +1` inside a sentence is code.

      `set late` `pace -1`

      `in your own words`

      1. [“Of *course*.”](#cfo) `points 5` `points 3 risk` `trust +5` `if late` `unless trust > 90` `once` `critical`

         > You bought a minute.
         >
         > With a month.

         She nods.

         - and writes
      2. [Read](../page.md#top), then [go on](#cfo)

      ## The CFO joins {#cfo}

      `ending partial` Done.
      """
    let reading = UnitReader.read(text, path: "scenarios/talk.md")
    #expect(lines(reading.diagnostics) == [])
    #expect(reading.value.about.title == "A: \"talk\" #1")
    #expect(reading.value.about.id == "the-talk")
    #expect(reading.value.about.minutes == 12)
    #expect(reading.value.about.why == "You hear what is meant.")
    let scenario = try #require(reading.value.scenario)
    #expect(scenario.cast.map(\.name) == ["Maya", "You"])
    #expect(scenario.cast.map(\.role) == ["Maya Chen, HR = director", ""])
    #expect(scenario.meters.map(\.range) == [0...100, -5...5])
    #expect(scenario.passMark == Percent(hundredths: 6_250))
    #expect(scenario.briefing.plainText == "Briefing.")
    #expect(scenario.scenes.map(\.id) == ["opening-the-call", "cfo"])
    #expect(scenario.scenes.map(\.title) == ["Opening: the call", "The CFO joins"])
    let scene = scenario.scenes[0]
    #expect(scene.asksOwnWords)
    #expect(scene.passages.map(\.speaker) == [0, 1, nil, nil])
    #expect(
      scene.passages.map { [$0.block].compactMap(\.self).plainText } == [
        "Can we skip it?", "No.", "Code such as trust +1 inside a sentence is code.", "",
      ])
    #expect(scene.passages[1].condition == .meter(0, .less, 30))
    #expect(scene.passages[3].effects == [.set(flag: 0), .add(meter: 1, -1)])
    let choice = scene.choices[0]
    #expect(choice.text.plainText == "“Of course.”")
    #expect(choice.points == 8)
    #expect(choice.skillPoints.map(\.skill) == ["risk"])
    #expect(choice.skillPoints.map(\.points) == [3])
    #expect(choice.effects == [.add(meter: 0, 5)])
    #expect(choice.condition == .and(.flag(0), .not(.meter(0, .greater, 90))))
    #expect(choice.isOnce && choice.isCritical)
    #expect(choice.feedback.plainText == "You bought a minute.\nWith a month.")
    #expect(choice.reply.plainText == "She nods.\nand writes")
    #expect(choice.target == 1)
    #expect(scene.choices[1].call == "page.md")
    #expect(scene.choices[1].text.plainText == "Read, then go on")
    #expect(scenario.scenes[1].ending == .partial)
    #expect(
      scenario.scenes[1].passages.map { [$0.block].compactMap(\.self).plainText } == ["Done."])
  }

  @Test func curlyQuotesAndTabsInFrontMatter() {
    let reading = UnitReader.read(
      "---\t\n\tkind:\tlesson\t\ntitle:\u{A0}“A” ‘b’\u{A0}\n--- \n\nText.\n")
    #expect(lines(reading.diagnostics) == [])
    #expect(reading.value.about.title == "“A” ‘b’")
  }

  @Test func whereThereIsNoIdTheFileNameIs() {
    #expect(UnitReader.read(unitText("lesson", "Text."), path: "a/b-c.md").value.about.id == "b-c")
  }

  @Test(arguments: [
    ("The CFO joins", "the-cfo-joins"), ("A  b", "a--b"),
    ("Signed, with a plan", "signed-with-a-plan"),
    ("“Why?” – she said", "why--she-said"), ("Größe Ärger", "größe-ärger"), ("C++ & C#", "c--c"),
    ("snake_case-3", "snake_case-3"), ("日本語", "日本語"), ("👩‍💻 at work", "-at-work"), ("!", ""),
    ("e\u{301}", "e\u{301}"),
  ])
  func slugs(heading: String, slug: String) { #expect(Slug.of(heading) == slug) }

  @Test func likeHeadingsAreNumberedAsGitHubDoes() {
    var ids = HeadingIds()
    #expect(
      ["a", "a", "a-1", "a", "a-1", "b", "", ""].map { ids.take($0) }
        == ["a", "a-1", "a-1-1", "a-2", "a-1-2", "b", "", "-1"])
  }

  @Test(
    arguments: [
      ("#end", .anchor("end")), ("#a%20b", .anchor("a b")), ("b.md", .file("x/b.md", anchor: nil)),
      ("./b.md#c", .file("x/b.md", anchor: "c")), ("../b.md", .file("b.md", anchor: nil)),
      ("a%20b.md", .file("x/a b.md", anchor: nil)), ("y/../b.md", .file("x/b.md", anchor: nil)),
      ("../../b.md", .outside("../../b.md")),
      ("%2e%2e/%2e%2e/b.md", .outside("%2e%2e/%2e%2e/b.md")),
      ("/b.md", .outside("/b.md")), ("%2Fb.md", .outside("%2Fb.md")),
      ("..\\b.md", .outside("..\\b.md")),
      ("a%5Cb.md", .outside("a%5Cb.md")), ("a%00.md", .outside("a%00.md")),
      ("https://example.org/a.md", .external("https://example.org/a.md")),
      ("MAILTO:a@b", .external("MAILTO:a@b")),
      ("//example.org/a", .external("//example.org/a")),
      ("a%zz.md", .file("x/a%zz.md", anchor: nil)),
      ("a:b.md", .file("x/a:b.md", anchor: nil)), ("%", .file("x/%", anchor: nil)),
    ] as [(String, LinkTarget)])
  func linkTargets(destination: String, expected: LinkTarget) {
    #expect(LinkTarget(destination, in: "x/talk.md") == expected)
  }
}
