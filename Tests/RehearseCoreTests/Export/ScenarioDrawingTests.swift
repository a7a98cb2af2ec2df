import Testing

@testable import RehearseCore

/// That nothing an author writes is markup in a drawing. Graphviz itself is asked in
/// `MapProgramTests`.
@Suite struct ScenarioDrawingTests {
  @Test(arguments: [
    (#"She said "no""#, #""She said \"no\"""#),
    (#"ends with \"#, #""ends with \\""#),
    (#"\N \l \n"#, #""\\N \\l \\n""#),
    ("a\nb", #""a\nb""#),
    ("<b>&amp; & &#38;</b>", #""<b>&amp;amp; &amp; &amp;#38;</b>""#),
    ("[x] {y} | -> ;", #""[x] {y} | -> ;""#),
  ])
  func quotedInDOT(text: String, expected: String) {
    #expect(ScenarioDOT.quoted([text]) == expected)
  }

  @Test func linesInDOT() { #expect(ScenarioDOT.quoted(["a", "b\\"]) == #""a\nb\\""#) }

  @Test(arguments: [
    (#"She said "no""#, "\"She said #34;no#34;\""),
    (#"\n ends with \"#, "\"#92;n ends with #92;\""),
    ("<b>&amp;", "\"#60;b#62;#38;amp#59;\""),
    ("[x] {y} (z) | -->", "\"#91;x#93; #123;y#125; #40;z#41; #124; #45;#45;#62;\""),
    ("`code` **bold** #quot;", "\"#96;code#96; #42;#42;bold#42;#42; #35;quot#59;\""),
    // At the beginning of a label it would be a list, which Mermaid does not draw.
    ("1. one. Two.", "\"1#46; one. Two.\""),
    // What Mermaid takes the last semicolon from.
    ("style: x:#bad;", "\"style#58; x#58;#35;bad#59;\""),
    ("“Größe”, don't!", "\"“Größe”, don't!\""),
  ])
  func quotedInMermaid(text: String, expected: String) {
    #expect(ScenarioMermaid.quoted([text]) == expected)
  }

  @Test func labelsAreShortLines() {
    #expect(
      LabelLines.wrapped("one two three four", at: 9) == ["one two", "three", "four"])
    #expect(LabelLines.wrapped("one two three four", at: 9, lines: 2) == ["one two", "three …"])
    #expect(LabelLines.wrapped("incomprehensibilities a", at: 9) == ["incomprehensibilities", "a"])
    #expect(LabelLines.wrapped("", at: 9) == [])
    #expect(
      LabelLines.joined(["+5 points", "once", "set asked"], at: 16) == [
        "+5 points · once", "set asked",
      ])
    #expect(LabelLines.clean("a\u{0}\u{1B}[31mb\u{202E}c\td\u{2028}e") == "a[31mbc d\ne")
  }

  /// The title stands in quotes of YAML.
  @Test func theTitleOfMermaid() throws {
    let text = ScenarioMermaid.text(
      ScenarioMap(title: "A \"b\" \\ c: #d\n- e", try analyze("## One\n\n`ending success`\n")))
    #expect(text.hasPrefix("---\ntitle: \"A \\\"b\\\" \\\\ c: #d - e\"\n---\nflowchart TD\n"))
  }

  @Test func whatLeadsNowhereShows() throws {
    let reading = UnitReader.read(
      scenarioText("## One\n\n- `otherwise` [x](#gone)\n\n## Two\n\nText."))
    let map = ScenarioMap(title: "", ScenarioAnalysis(try #require(reading.value.scenario)))
    #expect(ScenarioDOT.text(map).contains("scene1 -> nowhere1"))
    #expect(ScenarioMermaid.text(map).contains("--> nowhere1\n"))
    #expect(map.facts(ofScene: 1).map(\.text) == ["never reached", "leads nowhere"])
  }

  @Test func aSceneCanLead() throws {
    let map = ScenarioMap(title: "", try analyze("## One\n\n`ending success`\n"))
    let dot = ScenarioDOT.text(map) { "#\($0.id)&\"" }
    #expect(dot.contains(##"URL="#one&amp;\"", tooltip="One""##))
    #expect(!ScenarioDOT.text(map).contains("URL"))
  }

  @Test func anEmptyScenarioIsADrawing() {
    let scenario = UnitReader.read(scenarioText("Nothing.")).value.scenario
    guard let scenario else { return #expect(Bool(false)) }
    let map = ScenarioMap(title: "Empty", ScenarioAnalysis(scenario))
    #expect(ScenarioDOT.text(map).hasSuffix("\n}\n"))
    #expect(ScenarioMermaid.text(map).hasSuffix("flowchart TD\n"))
    #expect(ScenarioTree(map).parts.isEmpty)
  }
}
