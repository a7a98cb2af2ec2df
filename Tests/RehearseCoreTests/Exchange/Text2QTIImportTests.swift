import RehearseCore
import Testing

/// The examples of text2qti's README, and what it does not say.
@Suite struct Text2QTIImportTests {
  @Test func theReadme() throws {
    let imported = try Imported(
      text2qti: """
        Quiz title: Addition
        Quiz description: Checking addition.

        Title: An addition question
        Points: 2
        1.  What is 2+3?
        ... General question feedback.
        +   Feedback for correct answer.
        -   Feedback for incorrect answer.
        a)  6
        ... Feedback for this particular answer.
        b)  1
        *c) 5

        1.  Which of the following are dinosaurs?
        [ ] Woolly mammoth
        [*] Tyrannosaurus rex
        [*] Triceratops

        1.  What is the square root of 2?
        =   1.4142 +- 0.0001

        2.  What is the cube root of 2?
        =   [1.2598, 1.2600]

        3.  What is 2000+3000?
        =   5_000

        3.  About 200?
        =   200 +- 5%

        1.  Who lives at the North Pole?
        *   Santa
        *   Father Christmas

        1.  Write an essay.
        ... General question feedback.
        ____

        1.  A question paragraph that is long enough to wrap onto a second line.
            The second line must be indented.

            * A list
            * of two
        a)  true
        *b) false
        """)
    #expect(imported.assessment.sections.count == 1)
    #expect(words(imported.assessment.introduction) == "¶Checking addition.")
    #expect(
      imported.models == [
        "an-addition-question: What is 2+3?; one of [  6 (¶Feedback for this particular answer.)]"
          + "[  1][x 5]; because ¶General question feedback. ¶Feedback for correct answer."
          + " ¶Feedback for incorrect answer.; points 2",
        "which-of-the-following-are-dinosaurs: Which of the following are dinosaurs?;"
          + " some of [  Woolly mammoth][x Tyrannosaurus rex][x Triceratops]",
        "what-is-the-square-root-of-2: What is the square root of 2?; 1.4142 ± 0.0001 ",
        "what-is-the-cube-root-of-2: What is the cube root of 2?; 1.2599 ± 0.0001 ",
        "what-is-20003000: What is 2000+3000?; 5000 ± 0 ",
        "about-200: About 200?; 200 ± 10 ",
        "who-lives-at-the-north-pole: Who lives at the North Pole?;"
          + " words [\"Santa\", \"Father Christmas\"]",
        "write-an-essay: Write an essay.; rubric [\"Answers the question 1\"];"
          + " because ¶General question feedback.",
        "a-question-paragraph-that-is-long-enough-to-wrap-onto-a-second-line-the-second-line-must"
          + "-be-indented: A question paragraph that is long enough to wrap onto a second line. The"
          + " second line must be indented.; text list{¶A list}{¶of two}; false",
      ])
    #expect(
      imported.notes.map { "\($0.line) \($0.loss)" } == [
        "8 feedbackJoined(\"The feedback on the right answer\")",
        "9 feedbackJoined(\"The feedback on a wrong answer\")", "36 rubricMissing",
      ])
  }

  @Test func groupsAndTexts() throws {
    let imported = try Imported(
      text2qti: """
        Shuffle answers: false
        Text title: First
        Text: About it.

        GROUP
        pick: 1
        points per question: 3

        1. A
        *a) x
        b) y

        2. B
        *a) x
        b) y

        END_GROUP

        3. C
        [*] x
        [ ] y
        """)
    #expect(imported.assessment.sections.map(\.title) == ["First", "Part 2"])
    #expect(imported.assessment.sections.map(\.draw) == [1, nil])
    #expect(
      imported.models == [
        "a: A; one of [x x][  y]; points 3; keep order",
        "b: B; one of [x x][  y]; points 3; keep order",
        "c: C; some of [x x][  y]; keep order",
      ])
    #expect(imported.losses == [])
  }

  @Test func leftOutWithALine() throws {
    let imported = try Imported(
      text2qti: """
        Show correct answers: false
        % a comment
        COMMENT
        1. Not a question
        END_COMMENT
        1. Hand in.
        ^^^^
        2. Nothing
        3. No key
        a) x
        b) y
        stray
        ```{.python .run}
        1. Not this either
        ```
        4. Zero? $x^2$ costs $y$
        = abc
        5. Kept <u>under</u><br>line
        *a) x
        b) y
        """)
    #expect(imported.models == ["kept-under-line: Kept under line; one of [x x][  y]"])
    #expect(
      imported.notes.map { "\($0.line) \($0.loss)" } == [
        "1 sourceSetting(\"Show correct answers: false\")",
        "6 interaction(\"a file to hand in (^^^)\")", "8 noAnswers", "9 noKey",
        "12 notUnderstood(\"stray\")", "13 code", "16 mathematics", "16 number(\"abc\")",
        "18 markup(\"<u>\")",
      ])
  }
}
