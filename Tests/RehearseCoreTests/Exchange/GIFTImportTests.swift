import RehearseCore
import Testing

/// Mostly the examples of docs.moodle.org/en/GIFT_format.
@Suite struct GIFTImportTests {
  private func one(_ text: String) throws -> (String, [ExchangeLoss]) {
    let imported = try Imported(gift: text)
    #expect(imported.questions.count == 1, "\(imported.markdown)")
    return (imported.models.first ?? "", imported.losses)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var source: String
    var model: String
    var losses: [ExchangeLoss] = []
    var testDescription: String { source }

    init(_ source: String, _ model: String, _ losses: [ExchangeLoss] = []) {
      (self.source, self.model, self.losses) = (source, model, losses)
    }
  }

  static let cases = [
    Case(
      "Who's buried in Grant's tomb?{~Grant ~Jefferson =no one}",
      "whos-buried-in-grants-tomb: Who's buried in Grant's tomb?; one of [  Grant][  Jefferson][x no one]"
    ),
    Case(
      "Grant is {~buried =entombed ~living} in Grant's tomb.",
      "grant-is-_____-in-grants-tomb: Grant is _____ in Grant's tomb.; one of [  buried][x entombed][  living]"
    ),
    Case(
      "::Q1:: 1+1\\=2 {T}", "q1: 1+1=2; true"),
    Case(
      "Wrong {FALSE#No, it is.#Right.####In general}",
      "wrong: Wrong; false; because ¶In general ¶No, it is. ¶Right.",
      [
        .feedbackJoined("The feedback on a wrong answer"),
        .feedbackJoined("The feedback on the right answer"),
      ]),
    Case(
      "Two plus two equals {=four =4}.",
      "two-plus-two-equals-_____-: Two plus two equals _____ .; words [\"four\", \"4\"]"),
    Case("One? {=4}", "one: One?; words [\"4\", \"4\"]"),
    Case("Is it? {=true}", "is-it: Is it?; words [\"true\", \"true\"]"),
    Case("When? {#1822:5}", "when: When?; 1822 ± 5 "),
    Case("Pi? {#3.141..3.142}", "pi: Pi?; 3.1415 ± 0.0005 "),
    Case("Pi? {#3.14159:0.00001}", "pi: Pi?; 3.14159 ± 0.00001 "),
    Case("Small? {#1e-3}", "small: Small?; 0.001 ± 0 "),
    Case(
      "When? {#\n =1822:0#Correct!\n =%50%1822:2#Near.\n}",
      "when: When?; 1822 ± 0 ; because ¶Correct! ¶Near.",
      [
        .feedbackJoined("The feedback on “1822:0”"), .feedbackJoined("The feedback on “1822:2”"),
        .partialCredit(option: "1822:2", percent: "50"),
      ]),
    Case(
      "Primes? {#=2 =3 =5}", "primes: Primes?; words [\"2\", \"3\", \"5\"]"),
    Case(
      "Which two? {~%50%A ~%-50%B ~%50%C}",
      "which-two: Which two?; some of [x A][  B][x C]"),
    Case(
      "Which two? {~%50%A ~B ~%50%C}",
      "which-two: Which two?; some of [x A][  B][x C]",
      [.marking("Each right option earns the same share, and each wrong one costs as much.")]),
    Case(
      "Nearly? {=A ~%50%B ~C}", "nearly: Nearly?; one of [x A][  B][  C]",
      [.partialCredit(option: "B", percent: "50")]),
    Case(
      "Match. {=Canada -> Ottawa =Italy->Rome = -> Oslo}",
      "match: Match.; pairs [\"Canada = Ottawa\", \"Italy = Rome\"]", [.distractors(["Oslo"])]),
    Case(
      "Write. {}", "write: Write.; rubric [\"Answers the question 1\"]", [.rubricMissing]),
    Case(
      "Sort.{>3 ALL VERTICAL ABS SHOW\nfirst\nsecond: \\{x\\}\nthird\n}",
      "sort: Sort.; order [\"first\", \"second: {x}\", \"third\"]"),
    Case(
      "[html]<p>A &auml; <b>bold</b> one</p><ul><li>x<li>y</ul>{T}",
      "a-ä-bold-one: A ä <b>bold</b> one; text list{¶x}{¶y}; true"),
    Case(
      "[markdown]A *soft* one\\n\\n- x\\n- y{T}",
      "a-soft-one: A <i>soft</i> one; text list{¶x}{¶y}; true"
    ),
    Case("[plain]A *hard* <b>one</b>{T}", "a-hard-boneb: A *hard* <b>one</b>; true"),
    Case(
      "// [id:abc] [tag:talk] [tag:other]\n::Name::Why? {=x #yes ~y #no}",
      "abc: Why?; one of [x x (¶yes)][  y (¶no)]; skill talk", [.tags(["other"])]),
    Case(
      "Like? {=a* =b|c}", "like: Like?; words [\"a*\", \"b/c\"]", [.wildcard("a*"), .bar("b|c")]),
    Case(
      "Image? [html]<img src=\"a b.png\" alt=\"An *a*\"> {T}",
      "image-htmlan-a: Image? [html]<img a b.png>An *a*</img>; true", [.image("a b.png")]),
  ]

  @Test(arguments: cases)
  func examples(_ test: Case) throws {
    let (model, losses) = try one(test.source)
    #expect(model == test.model)
    #expect(losses == test.losses)
  }

  @Test func leftOutWithALine() throws {
    let imported = try Imported(
      gift: """
        No end {=a

        A {=a ~b}

        Nothing {~a ~b}

        One {=a -> b}

        Letters {#abc}

        Alone {~a}

        $CATEGORY: $course$/top/Last//part

        Nobody asks this.
        """)
    #expect(imported.models == ["a: A; one of [x a][  b]"])
    #expect(
      imported.notes.map { "\($0.line) \($0.loss)" } == [
        "1 notUnderstood(\"No end {=a\")", "5 noKey", "7 tooFew(\"pairs\")", "9 number(\"abc\")",
        "11 tooFew(\"options\")", "15 textLeftOver(\"Nobody asks this.\")",
      ])
  }

  @Test func categoriesAreSections() throws {
    let imported = try Imported(
      gift: "$CATEGORY: top/One\n\nA {T}\n\n$CATEGORY: top/Two\n\nAbout two.\n\nB {F}\n\nC {T}")
    #expect(imported.assessment.sections.map(\.title) == ["One", "Two"])
    #expect(imported.assessment.sections.map(\.questions.count) == [1, 2])
    #expect(words(imported.assessment.sections[1].introduction) == "¶About two.")
  }
}
