import RehearseCore
import Testing

@Suite struct SourceTextTests {
  private func read(_ bytes: [UInt8]) -> Reading<Unit> {
    UnitReader.read(path: "a.md", bytes: bytes)
  }

  private let lesson = unitText("lesson", "## Heading\n\nText “é” 👩‍💻.")

  @Test func aFileOfMoreThan16MiBIsNotRead() {
    let front = Array(lesson.utf8)
    let full = front + [UInt8](repeating: 0x0A, count: SourceText.maximumBytes - front.count)
    #expect(lines(read(full).diagnostics) == [])
    let over = read(full + [0x0A])
    #expect(over.diagnostics.map(\.rule).contains("file-too-large"))
    #expect(over.diagnostics.allSatisfy { place($0.range) == "1:1-1:1" })
  }

  @Test func otherEncodingsAreNamed() {
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in lesson.utf16 { utf16 += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
    let first = read(utf16).diagnostics.first
    #expect(first?.problem == .notUTF8(guess: "UTF-16"))
    let latin1 = Array(lesson.utf8).flatMap { $0 == 0x2E ? [UInt8]([0xE9, 0x2E]) : [$0] }
    let findings = read(latin1).diagnostics
    #expect(findings.map(\.problem) == [.notUTF8(guess: nil)])
    #expect(findings.map { place($0.range) } == ["8:13-8:14"])
  }

  /// Cut off anywhere, even in the middle of a character: a unit and findings inside the file.
  @Test func truncatedFilesAreRead() {
    let bytes = Array(lesson.utf8)
    for count in bytes.indices {
      let reading = read(Array(bytes.prefix(count)))
      let isText = String(validating: bytes.prefix(count), as: UTF8.self) != nil
      #expect(reading.diagnostics.contains { $0.rule == "not-utf8" } == !isText)
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func allLineEndsAreLineEnds(end: String) {
    let text = MarkedText(
      scenarioText("## One\n\n- [“Go”](#end) `⟦jump⟧`\n- [Stay](#one) `⟦hop⟧`" + endScene)
        .replacing("\n", with: end))
    let reading = UnitReader.read(text.text)
    #expect(reading.diagnostics.map(\.range) == text.ranges)
    #expect(reading.value.scenario?.scenes.first?.choices.count == 2)
  }

  @Test func aByteOrderMarkIsNoCharacter() {
    let reading = UnitReader.read("\u{FEFF}" + lesson)
    #expect(lines(reading.diagnostics) == [])
    #expect(reading.value.about.title == "A lesson")
  }

  /// What word processors leave behind markers is a blank, and one column wide.
  @Test(arguments: ["\u{A0}", "\u{202F}"])
  func noBreakSpacesAreBlanks(space: String) {
    let text = MarkedText(
      scenarioText(
        "##_One\n\n-_[Go](#end) `⟦jump⟧`\n-_[Stay](#one) “é” 👩‍💻 `⟦hop⟧`\n\n##_End\n\n`ending success`"
      )
      .replacing("_", with: space))
    let reading = UnitReader.read(text.text)
    #expect(reading.value.scenario?.scenes.map(\.id) == ["one", "end"])
    #expect(reading.diagnostics.map(\.range) == text.ranges)
  }

  @Test func columnsCountCodePoints() {
    let text = MarkedText(
      scenarioText("## One\n\n- [“é” 👩‍💻 e\u{301}](#end) `⟦jump “é”⟧` `points 1` `⟦hop⟧`" + endScene))
    #expect(UnitReader.read(text.text).diagnostics.map(\.range) == text.ranges)
  }

  @Test func nobodyMendsMoreThanAThousandAtATime() {
    let many = String(repeating: "- [Go](#end) `jump`\n", count: 3_000)
    let reading = UnitReader.read(scenarioText("## One\n\n" + many + endScene))
    #expect(reading.diagnostics.count == 1_000)
    #expect(reading.value.scenario?.scenes.first?.choices.count == 3_000)
  }

  @Test(arguments: [">", "- ", "* ", "1. ", "[", "![", "*a ", "**a", "_(", "- > "])
  func deepNestingIsLeftOutOrRead(piece: String) {
    for count in [10, 47, 48, 49, 1_000, 20_000] {
      let text = unitText("lesson", "Text.\n\n" + String(repeating: piece, count: count) + "x")
      let rules = Set(UnitReader.read(text).diagnostics.map(\.rule))
      #expect(rules.isSubset(of: ["nested-too-deep"]))
      if count == 10 { #expect(rules.isEmpty) }
    }
  }

  @Test func conditionsNestSixteenDeep() {
    func condition(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
    }
    #expect(Directive("if " + condition(15)) == .given(.flag("a")))
    #expect(Directive("if " + condition(16)) == nil)
    #expect(Directive("if " + String(repeating: "(", count: 490)) == nil)
    #expect(Directive("if " + String(repeating: "not ", count: 100) + "a") == nil)
  }

  /// Joined one by one they would be as deep as there are of them.
  @Test func veryManyConditionsOnOneChoiceFitOnTheStack() throws {
    let many = String(repeating: "`if trust > 1`\n  ", count: 60_000)
    var play = session(scenarioText("## One\n\n- [Go](#end)\n  \(many)\n" + endScene))
    try play.handle(.choose(0))
    #expect(play.result?.passed == true)
  }
}
