import RehearseCore
import Testing

@Suite struct AikenImportTests {
  private func read(_ text: String) throws -> Imported {
    try Imported(AikenImport.read(Array(text.utf8), file: "source"))
  }

  /// The example of docs.moodle.org/en/Aiken_format.
  @Test func theExample() throws {
    let imported = try read(
      """
      What is the correct answer to this question?
      A. Is it this one?
      B. Maybe this answer?
      C. Possibly this one?
      ANSWER: C

      Which LMS has the most quiz import formats?\r
      A) Moodle\r
      B) ATutor\r
      ANSWER: A\r
      """)
    #expect(
      imported.models == [
        "what-is-the-correct-answer-to-this-question: What is the correct answer to this question?;"
          + " one of [  Is it this one?][  Maybe this answer?][x Possibly this one?]",
        "which-lms-has-the-most-quiz-import-formats: Which LMS has the most quiz import formats?;"
          + " one of [x Moodle][  ATutor]",
      ])
    #expect(imported.losses == [])
  }

  @Test func textStaysText() throws {
    let imported = try read(
      """
      # *Which* [x](y) `points 5` {#id}
      A. (x) - [ ] > # <b>&amp;</b>
      B. 1. one
      ANSWER: B
      """)
    #expect(
      imported.models == [
        "-which-xy-points-5-id: # *Which* [x](y) `points 5` {#id};"
          + " one of [  (x) - [ ] > # <b>&amp;</b>][x 1. one]"
      ])
  }

  @Test func leftOutWithALine() throws {
    let imported = try read(
      """
      ANSWER: A
      No key
      A. x
      B. y
      ANSWER: C
      Unfinished
      A. x
      B. y
      One option
      A. x
      ANSWER: A
      At the end
      """)
    #expect(imported.questions.isEmpty)
    #expect(
      imported.notes.map { "\($0.line) \($0.loss)" } == [
        "1 notUnderstood(\"ANSWER: A\")", "5 noKey", "6 noKey", "9 tooFew(\"options\")",
        "12 noAnswers",
      ])
  }
}
