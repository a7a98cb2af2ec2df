import RehearseCore
import Testing

@Suite struct SealedAssessmentTests {
  @Test func theQuestionsAndNothingElse() throws {
    #expect(
      try sealedText(examWithKeys) == """
        ---
        kind: assessment
        title: Final assessment
        minutes: 20
        why: You show what you can do.
        draw: 7
        pass: 80%, each section 50%
        attempts: 3, then wait 7 days
        time limit: 30 minutes
        confidence: asked
        sealed: yes
        ---

        Read each question **twice**.

        ## Discovery `draw 3`

        Before the call.

        ### Which question opens best? {#opens} `skill asking` `points 2`

        She has ten minutes.

        ```text
        Calendar: 10 minutes
        ```

        - ( ) What is your budget?
        - ( ) What would make this a success?
        - ( ) Who signs?

        ### Which of these do you note?

        - [ ] The date
        - [ ] The mood
        - [ ] The owner
        - [ ] The weather

        ### How long is a phase? `keep order`

        - ( ) 1 week
        - ( ) 2 weeks
        - ( ) 3 weeks

        ### A plan needs a date.

        Answer: sealed true or false

        ## Saying it

        ### How many days until the test?

        Answer: sealed number days

        ### How many are there?

        Answer: sealed number

        ### Which word makes it smaller than it is?

        Answer: sealed text

        ### Put the call in order.

        Put in order

        1. A date
        2. The open point
        3. The owner
        4. The signature

        ### What do they mean?

        | They say | They mean |
        | --- | --- |
        | “Send it to me” | “Go away” |
        | “Let me think” | “No” |
        | “Who else?” | “No” |
        | “When?” | “Yes” |

        """)
  }

  @Test func noKeyInAnyForm() throws {
    let text = try sealedText(examWithKeys)
    for key in ["KEY", "(x)", "[x]", "Hint", ">", "±", "1472", "31", "9152", "<!--"] {
      #expect(examWithKeys.contains(key) && !text.contains(key), "\(key)")
    }
  }

  /// Whatever the key is, the file is the same.
  @Test func theKeyLeavesNoTrace() throws {
    func exam(
      right: Int, ticked: Set<Int>, steps: [String], rights: [String], answers: [String]
    ) -> String {
      let options = ["b", "c", "a", "d"]
      let single = options.enumerated().map {
        "- (\($0.offset == right ? "x" : " ")) \($0.element)"
      }
      let multiple = options.enumerated().map {
        "- [\(ticked.contains($0.offset) ? "x" : " ")] \($0.element)"
      }
      let order = steps.enumerated().map { "\($0.offset + 1). \($0.element)" }
      let pairs = zip(["left", "middle", "right"], rights).map { "| \($0) | \($1) |" }
      let body = [
        "### One?\n\n" + single.joined(separator: "\n"),
        "### Two?\n\n" + multiple.joined(separator: "\n"),
        "### Three?\n\nPut in order\n\n" + order.joined(separator: "\n"),
        "### Four?\n\n| A | B |\n| - | - |\n" + pairs.joined(separator: "\n"),
        "### Five?\n\nAnswer: \(answers[0])", "### Six?\n\nAnswer: \(answers[1]) days",
        "### Seven?\n\nAnswer: \(answers[2])",
      ]
      return unitText("assessment", body.joined(separator: "\n\n"))
    }
    var texts: Set<String> = []
    for (index, steps) in permutations(["x", "y", "z"]).enumerated() {
      for right in 0..<4 {
        texts.insert(
          try sealedText(
            exam(
              right: right, ticked: Set((0...right)), steps: steps, rights: steps.reversed(),
              answers: [index % 2 == 0 ? "true" : "false", "\(index)", "word \(index)"])))
      }
    }
    #expect(texts.count == 1)
  }

  private func permutations(_ words: [String]) -> [[String]] {
    guard words.count > 1 else { return [words] }
    return words.indices.flatMap { index -> [[String]] in
      var rest = words
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }

  @Test func itIsReadWithoutFindings() throws {
    let cover = unitText("course", "- [Final](final.md)", front: "skills: asking = Asking")
    let text = try sealedText(examWithKeys)
    let reading = readCourse(["course.md": cover, "final.md": text])
    let findings = CourseReview.diagnostics(of: reading) {
      .success(Array(($0 == "final.md" ? text : cover).utf8))
    }
    #expect(lines(findings.filter { $0.file == "final.md" }) == [])
    #expect(reading.value?.units["final.md"]?.isSealed == true)
  }

  @Test(arguments: [
    ("### One?\n\nRubric:\n\n- [ ] Friendly", "freeAnswer"),
    ("### One?\n\n<div title=\"b\">Text</div>\n\nAnswer: b", "html"),
    ("### One <b>bold</b>?\n\nAnswer: b", "html"),
    ("### One?\n\nAnswer: |", "errors"),
    ("### One?\n\nAnswer: [b", ""), ("### One?\n\nLine<br>\nline\n\nAnswer: b", ""),
  ])
  func refused(_ body: String, _ reason: String) throws {
    let refusal: SealingRefusal?
    do {
      _ = try sealedText(unitText("assessment", body))
      refusal = nil
    } catch {
      refusal = error
    }
    #expect(refusal.map { "\($0)".prefix(reason.count) } ?? "" == reason)
    if reason.isEmpty { #expect(refusal == nil) }
  }

  @Test func onlyAssessmentsAndOnlyOnce() throws {
    #expect(throws: SealingRefusal.kind("final.md", .lesson)) {
      try sealedText(unitText("lesson", "Text."))
    }
    #expect(throws: SealingRefusal.sealedAlready("final.md")) {
      try sealedText(try sealedText(examWithKeys))
    }
  }

  /// What could be taken for something else once it is written anew.
  @Test(arguments: [
    "`points 3`", "a {#b}", "1. b", "- c", "`x`", "Hint: it", "Answer: 3", "• d", "> e", "# f",
    "a | b", "**b** c", "*", "(x) g", "[x] h", "![i](j.png)", "a\\\nb", "&amp;", "§ 4", "\\*b\\*",
    "\\`draw 1\\`",
  ])
  func oddWords(_ words: String) throws {
    let body = """
      \(words)

      ## Part \(words)

      \(words)

      ### Is it \(words)?

      \(words)

      - ( ) \(words)
      - (x) plain

      ### And?

      Put in order

      1. \(words)
      2. plain
      3. zebra
      """
    let source = unitText("assessment", body)
    let full = UnitReader.read(path: "final.md", bytes: Array(source.utf8))
    guard !full.hasErrors else { return }
    // Refused or right, and never something else.
    guard let text = try? sealedText(source) else { return }
    let sealed = UnitReader.read(path: "final.md", bytes: Array(text.utf8))
    #expect(lines(sealed.diagnostics) == [])
    let (one, other) = (try #require(full.value.assessment), try #require(sealed.value.assessment))
    #expect(one.sections.map(\.title) == other.sections.map(\.title))
    let stems = [one, other].map { $0.sections.flatMap(\.questions).map(\.stem.plainText) }
    #expect(stems[0] == stems[1])
    let texts = [one, other].map { $0.sections.flatMap(\.questions).map(\.text.plainText) }
    #expect(texts[0] == texts[1])
    #expect(one.introduction.plainText == other.introduction.plainText)
  }

  /// Whatever stands in a file: it is refused, or what is written is sealed and reads without errors.
  @Test func anyText() {
    let source = Array(examWithKeys.utf8)
    var chance = Generator(seed: 4)
    var written = 0
    for _ in 0..<300 {
      var bytes = source
      for _ in 0...chance.next(below: 3) {
        let place = chance.next(below: bytes.count)
        if chance.next(below: 3) == 0 {
          bytes.removeSubrange(place..<min(bytes.count, place + 1 + chance.next(below: 20)))
        } else {
          let word = FuzzWords.alphabet[chance.next(below: FuzzWords.alphabet.count)]
          bytes.insert(contentsOf: Array(word.utf8), at: place)
        }
      }
      guard let text = try? SealedAssessment(path: "final.md", bytes: bytes).text else { continue }
      written += 1
      let reading = UnitReader.read(path: "final.md", bytes: Array(text.utf8))
      #expect(reading.value.isSealed && !reading.hasErrors)
      for mark in ["(x)", "[x]", "Hint: KEY", "> KEY"] where !text.contains("\\") {
        #expect(!text.contains(mark), "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
    #expect(written > 30)
  }
}
