import RehearseCore
import Testing

/// What goes out and comes back is the same question, as far as the format can carry it.
@Suite struct RoundTripTests {
  private func models(_ keep: (Question) -> Bool = { _ in true }) throws -> [String] {
    try assessment(everyQuestion).content.sections.flatMap(\.questions).filter(keep).map(model)
  }

  @Test func gift() throws {
    let (about, content) = try assessment(everyQuestion)
    let export = GIFTExport.write(content, about: about, file: "final.md")
    let back = try Imported(gift: export.text)
    let expected = try models().map { model in
      model.replacing("; points 3", with: "").replacing("; keep order", with: "")
    }
    #expect(back.models == expected)
    #expect(back.assessment.sections.map(\.title) == ["First part", "Second part"])
    #expect(words(back.assessment.introduction) == "¶Read <i>slowly</i>.")
    #expect(words(back.assessment.sections[0].introduction) == "¶Before the first part.")
    #expect(back.losses == [])
    #expect(
      export.notes.map(\.text) == [
        "final.md:1: GIFT has no place for “pass”. Set it where the questions are used.",
        "final.md:1: GIFT has no place for “time limit”. Set it where the questions are used.",
        "final.md:11: GIFT cannot draw questions. All of “First part” were written.",
        "final.md:13: GIFT has no place for points. The question is not marked as worth 3.",
        "final.md:13: GIFT cannot keep the options of one question in order. They may be shuffled.",
        "final.md:29: GIFT has no place for points. The question is not marked as worth 3.",
        "final.md:57: This type is known to Moodle 4.4 and later, and to few other programs. It was"
          + " written all the same.",
        "final.md:57: It is marked in another way. A step counts where the next one follows it.",
        "final.md:75: GIFT has no place for a rubric. It stands in the feedback.",
      ])
  }

  @Test func text2qti() throws {
    let (about, content) = try assessment(everyQuestion)
    let export = Text2QTIExport.write(content, about: about, file: "final.md")
    let back = try Imported(text2qti: export.text)
    let expected = try models { question in
      switch question.form {
      case .ordering, .matching: false
      default: true
      }
    }.map { $0.replacing("; skill talk", with: "").replacing("; keep order", with: "") }
    #expect(back.models == expected)
    #expect(back.assessment.sections.map(\.title) == ["First part", "Second part"])
    #expect(back.assessment.sections.map(\.draw) == [2, nil])
    #expect(words(back.assessment.introduction) == "¶Read <i>slowly</i>.")
    #expect(words(back.assessment.sections[0].introduction) == "¶Before the first part.")
    #expect(back.losses == [])
    #expect(
      export.notes.map(\.loss) == [
        .setting("pass", format: "text2qti"), .setting("time limit", format: "text2qti"),
        .keepOrder(format: "text2qti"), .skill("talk", format: "text2qti"),
        .noSuchType(type: "an order", format: "text2qti"),
        .noSuchType(type: "pairs", format: "text2qti"), .rubricAsText(format: "text2qti"),
      ])
  }

  @Test func qti3() throws {
    let (about, content) = try assessment(everyQuestion)
    let export = QTI3Export(content, about: about, file: "final.md")
    let back = try Imported(package: export.files)
    #expect(back.models == (try models()))
    #expect(back.assessment.sections.map(\.title) == ["First part", "Second part"])
    #expect(back.assessment.sections.map(\.draw) == [2, nil])
    #expect(back.assessment.timeLimit == 20)
    #expect(back.losses == [])
    #expect(
      export.notes.map(\.loss) == [
        .setting("pass", format: "QTI"),
        .marking("Only the whole order counts, not the longest part of it."),
      ])
  }

  /// Our own Markdown is written as it reads.
  @Test func markdown() throws {
    let (about, content) = try assessment(everyQuestion)
    var source = QuestionImport()
    source.title = about.title
    source.introduction = content.introduction
    source.sections = content.sections
    let back = try Imported(source)
    #expect(back.models == (try models()))
    #expect(back.losses == [])
  }

  @Test func unitsAndTitlesOfColumns() throws {
    let (about, content) = try assessment(
      unitText(
        "assessment",
        """
        ### How long? {#long}

        Answer: 14 ± 2 days

        Hint: Two weeks.

        ### Who? {#who}

        | Person | Place |
        | --- | --- |
        | a | **b** |
        | c | d -> e |
        """))
    let gift = GIFTExport.write(content, about: about, file: "f")
    #expect(
      gift.notes.map(\.loss).dropFirst() == [
        .hints(1, format: "GIFT"), .unit("days"), .titles("Person | Place", format: "GIFT"),
        .formatting("The right side of a pair"),
      ])
    let back = try Imported(gift: gift.text)
    #expect(
      back.models == [
        "long: How long? (days); 14 ± 2 ",
        "who: Who?; pairs [\"a = b\", \"c = d -> e\"]",
      ])
  }

  @Test func theSameTextTwice() throws {
    let question = "### Which?\n\n- (x) A\n- ( ) B\n- ( ) A\n\n"
    let (about, content) = try assessment(unitText("assessment", question + question))
    let export = Text2QTIExport.write(content, about: about, file: "f")
    let repeated = export.notes.map(\.loss).filter {
      if case .repeated = $0 { true } else { false }
    }
    #expect(repeated == [.repeated("A"), .repeated("Which?"), .repeated("A")])
    #expect(export.text.contains("2.  Which? (2)\n*a) A\nb)  B\nc)  A (2)\n"))
  }

  @Test func numbersThatText2QTIRefuses() throws {
    let (about, content) = try assessment(
      unitText(
        "assessment",
        "### A\n\nAnswer: 0\n\n### B\n\nAnswer: 5 ± 5\n\n### C\n\nAnswer: 0.5\n\n### D\n\nAnswer: 1,000\n"
      ))
    let export = Text2QTIExport.write(content, about: about, file: "f")
    #expect(
      export.notes.map(\.loss).dropFirst() == [
        .zeroRange(format: "text2qti"), .zeroRange(format: "text2qti"), .tolerance("5 ± 5"),
      ])
    #expect(
      export.text.split(separator: "\n").filter { $0.hasPrefix("=") || $0.hasPrefix("*") }
        == ["*   0", "*   5", "=   0.5 +- 0", "=   1000"])
  }
}
