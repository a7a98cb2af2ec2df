import RehearseCore
import Testing

@Suite struct UnitReadingTests {
  @Test func assessmentHeaders() throws {
    let reading = UnitReader.read(
      unitText(
        "assessment",
        "# T\n\nIntroduction.\n\n## Part `draw 1`\n\nAbout it.\n\n### One?\n\nAnswer: 1",
        front:
          "draw: 1\npass: 80%, each section 60 %\nattempts: 3, then wait 7 days\ntime limit: 30 minutes\nfeedback: At once\nconfidence: asked"
      ))
    #expect(lines(reading.diagnostics) == [])
    let assessment = try #require(reading.value.assessment)
    #expect(assessment.introduction.plainText == "Introduction.")
    #expect(assessment.draw == 1)
    #expect(assessment.passMark == Percent(80))
    #expect(assessment.sectionPassMark == Percent(60))
    #expect(assessment.attempts?.count == 3)
    #expect(assessment.attempts?.waitDays == 7)
    #expect(assessment.timeLimit == 30)
    #expect(assessment.feedback == .atOnce)
    #expect(assessment.asksConfidence)
    #expect(assessment.sections.map(\.draw) == [1])
    #expect(assessment.sections.map(\.introduction.plainText) == ["About it."])
  }

  @Test(arguments: [
    "draw: 0", "draw: some", "pass: most", "pass: 80%, each 60%", "attempts: 0",
    "attempts: 3, then 7 days",
    "time limit: soon", "feedback: later", "confidence: maybe", "minutes: 0", "minutes: 601",
  ])
  func headersThatAreNotUnderstood(line: String) {
    let reading = UnitReader.read(unitText("assessment", "### One?\n\nAnswer: 1", front: line))
    #expect(reading.diagnostics.map(\.rule) == ["field-value"])
    #expect(reading.diagnostics.map { Int($0.range.start.line) } == [4])
  }

  @Test func questionParts() throws {
    let reading = UnitReader.read(
      unitText(
        "assessment",
        """
        ### What does `ls` do? `points 2` `skill files` `keep order`

        More of the stem.

        - ( ) a
          > Not quite.
        - (x) b

        > Because.

        Hint: one
        goes on
        Hint: two
        """))
    #expect(lines(reading.diagnostics) == [])
    let question = try #require(reading.value.assessment?.sections.first?.questions.first)
    #expect(question.stem.plainText == "What does ls do?")
    #expect(question.text.plainText == "More of the stem.")
    #expect(question.points == Points(2))
    #expect(question.skill == "files")
    #expect(question.keepsOrder)
    #expect(question.hints.map(\.plainText) == ["one goes on", "two"])
    #expect(question.rationale.plainText == "Because.")
    guard case .single(let single) = question.form else {
      Issue.record("not a single choice")
      return
    }
    #expect(single.options.map(\.feedback.plainText) == ["Not quite.", ""])
  }

  @Test func checklists() throws {
    let reading = UnitReader.read(
      unitText(
        "checklist",
        """
        First of all.

        ## Before

        Take your time.

        - [x] Ask *why* `critical`

          It changes the plan.

          Ask: “What happens then?”
        - [ ] Show slides

        ## After

        - [x] Write it down
          Ask: “Right?”
        """, front: "mode: do‑confirm\npass: 75%"))
    #expect(lines(reading.diagnostics) == [])
    let checklist = try #require(reading.value.checklist)
    #expect(checklist.mode == .doConfirm)
    #expect(checklist.passMark == Percent(75))
    #expect(checklist.introduction.plainText == "First of all.")
    #expect(checklist.pausePoints.map(\.title) == ["Before", "After"])
    #expect(checklist.pausePoints[0].text.plainText == "Take your time.")
    let items = checklist.pausePoints.flatMap(\.items)
    #expect(items.map(\.text.plainText) == ["Ask why", "Show slides", "Write it down"])
    #expect(items.map(\.belongs) == [true, false, true])
    #expect(items.map(\.isCritical) == [true, false, false])
    #expect(items.map(\.why.plainText) == ["It changes the plan.", "", ""])
    #expect(items.map { $0.ask?.plainText } == ["“What happens then?”", nil, "“Right?”"])
    #expect(checklist.isTraining)
    #expect(checklist.realPausePoints.flatMap(\.items).count == 2)
  }

  @Test func aChecklistWithoutTicksIsForRealUse() throws {
    let checklist = try #require(
      UnitReader.read(unitText("checklist", "- [ ] a\n- [ ] b")).value.checklist)
    #expect(!checklist.isTraining)
    #expect(checklist.pausePoints.flatMap(\.items).map(\.belongs) == [true, true])
  }

  @Test func outlines() throws {
    let reading = UnitReader.read(
      unitText(
        "course",
        """
        What it is. See [the web](https://example.org).

        ## Begin

        1. [Where you stand](a/diagnostic.md)
        2. [Refresher](a/sso.md) `skip if diagnostic >= 80%` `after diagnostic` `after a/other`

        ## Aids

        - [Bank](aids/bank.md)
        """, front: "version: 1.0\nlanguage: en\nskills: risk = Naming risks; tact\nid: c"),
      path: "course.md")
    #expect(lines(reading.diagnostics) == [])
    let outline = try #require(reading.value.outline)
    #expect(outline.cover.plainText == "What it is. See the web.")
    #expect(outline.version == "1.0")
    #expect(outline.language == "en")
    #expect(outline.skills.map(\.title) == ["Naming risks", "tact"])
    #expect(outline.sections.map(\.title) == ["Begin", "Aids"])
    #expect(outline.entries.map(\.path) == ["a/diagnostic.md", "a/sso.md", "aids/bank.md"])
    #expect(outline.entries[1].skipIf == .compareShare("diagnostic", .atLeast, Percent(80)))
    #expect(outline.entries[1].after == ["diagnostic", "a/other"])
    #expect(reading.value.unitReferences.map(\.name) == ["diagnostic", "diagnostic", "a/other"])
  }

  @Test func certifications() throws {
    let reading = UnitReader.read(
      unitText(
        "certification",
        """
        Awarded to you.

        ## Requirements

        - [Final](final.md) `at least 80%` `each section 60%`
        - Any 1 of
          - [A](a.md) `passed`
          - [B](b.md) `completed`

        ## Renewal

        - [Drill](drill.md) `at least 90%`
        """,
        front:
          "valid: 12 months\nrenew: from 60 days before\ngrace: 1 week\nexpires: on 29 February"))
    #expect(lines(reading.diagnostics) == [])
    let certification = try #require(reading.value.certification)
    #expect(certification.valid == .init("12 months"))
    #expect(certification.valid?.count == 12)
    #expect(certification.renewFrom?.unit == .days)
    #expect(certification.grace?.unit == .weeks)
    #expect(certification.expiry == .fixedDate(day: 29, month: 2))
    #expect(certification.requirements.count == 2)
    guard case .unit(let path, let title, let demand, _) = certification.requirements[0],
      case .any(let count, let inner, _) = certification.requirements[1]
    else {
      Issue.record("other requirements")
      return
    }
    #expect(path == "final.md" && title == "Final")
    #expect(demand == .both(Percent(80), eachSection: Percent(60)))
    #expect(count == 1 && inner.count == 2)
    #expect(certification.renewal.count == 1)
  }

  @Test func shippedCoursesAreRead() {
    // The corpus has every kind; what is wrong with a shipped course is its own tests' business.
    let kinds = FuzzTests.corpus.map { UnitReader.read(path: "a.md", bytes: $0).value.about.kind }
    #expect(Set(kinds) == Set(UnitKind.allCases))
  }
}
