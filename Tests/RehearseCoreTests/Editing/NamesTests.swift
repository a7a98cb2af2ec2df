import RehearseCore
import Testing

/// Definition, references, hover and the outline.
@Suite struct NamesTests {
  static let talk = """
    `trust -5` **Maya:** Hello.

    - [a](#end) `points 5 price` `set asked` `if trust >= 60`
    - [b](units/page.md#first-words), then [c](#end) `if asked and visited one`
    - [d](units/page.md) `if passed reading`

    ## The end {#end}

    `ending success`
    """

  static func course(_ marked: String) -> EditedCourse {
    EditedCourse(
      scenarioText("## One\n\n" + marked),
      others: [
        "units/page.md": lessonPage,
        "units/other.md": unitText("lesson", "See [it](../talk.md#end) and [that](../talk.md)."),
      ])
  }

  /// A mark in the text above, and what it leads to.
  @Test(arguments: [
    ("[a](#⟦⟧end)", ["talk.md:The end {#end}"]),
    ("[a](#e⟦⟧nd)", ["talk.md:The end {#end}"]),
    ("`points 5 p⟦⟧rice`", ["course.md:price"]),
    ("`set as⟦⟧ked`", ["talk.md:asked"]),
    ("`if trus⟦⟧t >=", ["talk.md:trust"]),
    ("page.md#first⟦⟧-words", ["units/page.md:First words"]),
    ("units/pa⟦⟧ge.md#", ["units/page.md:"]),
    ("visited o⟦⟧ne`", ["talk.md:One"]),
    ("passed rea⟦⟧ding`", ["units/page.md:"]),
    ("**Ma⟦⟧ya:", ["talk.md:Maya"]),
    ("`tru⟦⟧st -5`", ["talk.md:trust"]),
    ("## The e⟦⟧nd", ["talk.md:The end {#end}"]),
  ])
  func aNameLeadsToWhereItWasMade(_ place: String, _ expected: [String]) throws {
    let plain = MarkedText(place).text
    let course = Self.course(
      try #require(Self.talk.replacingFirst(plain, with: place), "\(plain)"))
    let mention = try #require(course.manuscript.mention(at: course.cursor, in: "talk.md"))
    #expect(course.words(course.manuscript.declarations(of: mention.referent)) == expected)
  }

  @Test(arguments: ["Hel⟦⟧lo", "[⟦⟧a](#end)", "`poi⟦⟧nts 5", "trust >= 6⟦⟧0"])
  func otherWordsLeadNowhere(_ place: String) throws {
    let course = Self.course(
      try #require(Self.talk.replacingFirst(MarkedText(place).text, with: place)))
    #expect(course.manuscript.mention(at: course.cursor, in: "talk.md") == nil)
  }

  @Test func referencesComeFromAllFiles() {
    let manuscript = Self.course(Self.talk).manuscript
    func places(_ referent: Referent) -> [String] {
      manuscript.references(to: referent).map {
        "\($0.path)\($0.isDeclaration ? " made" : "")"
      }
    }
    #expect(
      places(.place(path: "talk.md", id: "end")) == [
        "talk.md", "talk.md", "talk.md made", "units/other.md",
      ])
    #expect(places(.place(path: "talk.md", id: "one")) == ["talk.md made", "talk.md"])
    #expect(places(.flag(path: "talk.md", name: "asked")) == ["talk.md made", "talk.md"])
    #expect(
      places(.meter(path: "talk.md", name: "trust")) == ["talk.md made", "talk.md", "talk.md"])
    #expect(
      places(.file("units/page.md")) == ["course.md", "talk.md", "talk.md", "talk.md"])
    #expect(places(.skill("price")) == ["course.md made", "talk.md"])
    #expect(places(.speaker(path: "talk.md", name: "maya")) == ["talk.md made", "talk.md"])
  }

  @Test(arguments: [
    (
      "- ⟦⟧[a](#end)",
      "**a**\n\nLeads to “The end”.\n\nWorth 5 points.\n\nNo play is ever offered it."
    ),
    ("[a](#⟦⟧end)", "**The end** `#end`\n\n2 ways lead here. An ending: success."),
    ("## The e⟦⟧nd", "**The end** `#end`\n\n2 ways lead here. An ending: success."),
    ("`poi⟦⟧nts 5", "`points 5`: Earned when this is chosen for the first time"),
    ("`tru⟦⟧st -5`", "Meter `trust`: begins at 50, and stays within 0 and 100."),
    ("`set as⟦⟧ked`", "Flag `asked`: set in one place, named in 2 in all."),
    ("**Ma⟦⟧ya:", "**Maya**: Client"),
    ("price⟦⟧`", "Skill `price`: Talking about price"),
    ("units/pa⟦⟧ge.md)", "**A lesson** (lesson)"),
    ("page.md#fi⟦⟧rst", "**First words**, in “A lesson”"),
  ])
  func hoverSaysWhatItIs(_ place: String, _ expected: String) throws {
    let course = Self.course(
      try #require(Self.talk.replacingFirst(MarkedText(place).text, with: place)))
    let hover = try #require(
      course.manuscript.hover(at: course.cursor, in: "talk.md"))
    #expect(hover.text.contains(expected), "\(hover.text)")
    #expect(hover.range.contains(course.cursor) || hover.range.upperBound == course.cursor)
  }

  @Test(arguments: [
    (
      "- ⟦⟧[go](#two) `points 2`",
      "From here to the end, this choice included: at most 5 points, at least 2."
    ),
    ("- ⟦⟧[go](#three) `points 4`", "From here to the end, this choice included: 4 points."),
    ("- ⟦⟧[go](#round) `points 4`", "No ending follows it."),
    ("- ⟦⟧[go](#two) `if trust > 90`", "No play is ever offered it."),
  ])
  func hoverSaysWhatAChoiceIsWorth(_ choice: String, _ expected: String) throws {
    let course = EditedCourse(
      scenarioText(
        """
        ## One

        \(choice)
        - [a](#two)
        - [b](#three)
        - [c](#round)

        ## Two

        - [d](#three) `points 3`
        - [e](#three)

        ## Three

        `ending success`

        ## Round

        - [f](#round)
        """))
    let hover = try #require(course.manuscript.hover(at: course.cursor, in: "talk.md"))
    #expect(hover.text.hasSuffix(expected), "\(hover.text)")
  }

  @Test func headingsOfEveryKindHaveTheIdsThatLinksUse() throws {
    for (kind, body) in [
      ("lesson", "## A b\n\nText.\n\n## A b\n\nText."),
      ("checklist", "## Before\n\n- [ ] a"),
      ("assessment", "## Part `draw 1`\n\n### What is it? {#what}\n\nAnswer: true\n\n> So."),
      ("certification", "## Requirements\n\n- [A](talk.md) `passed`"),
      ("course", "## Begin\n\n- [A](talk.md)"), ("scenario", "## One\n\n`ending success`"),
    ] {
      let page = Page(path: "x.md", bytes: Array(unitText(kind, body).utf8))
      let anchors = page.unit.anchors
      let ids = page.headings.map(\.id)
      #expect(!ids.isEmpty, "\(kind)")
      for id in ids { #expect(anchors.contains(id), "\(kind): \(id) \(anchors)") }
      #expect(page.headings.map { page.text[$0.range].prefix(1) }.allSatisfy { $0 != "#" })
    }
  }
}

extension String {
  func replacingFirst(_ part: String, with other: String) -> String? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) {
        return String(self[..<start]) + other + self[start...].dropFirst(part.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
