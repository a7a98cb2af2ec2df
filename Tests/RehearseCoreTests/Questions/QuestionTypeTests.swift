import RehearseCore
import Testing

@Suite struct QuestionTypeTests {
  private func form(_ body: String) throws -> QuestionForm {
    let unit = UnitReader.read(unitText("assessment", "### Which?\n\n" + body))
    #expect(lines(unit.diagnostics) == [])
    return try #require(unit.value.assessment?.sections.first?.questions.first).form
  }

  /// What typing `words` earns, `order` being the author's.
  private func mark(_ body: String, _ words: String) throws -> Mark {
    let type = try form(body).type
    let answer = try type.answer(words, order: Array(0..<type.shuffledCount))
    #expect(type.accepts(answer))
    return type.mark(answer)
  }

  private func isRight(_ body: String, _ words: String) throws -> Bool {
    try mark(body, words).isRight
  }

  @Test(arguments: [
    ("14 ± 2 days", "12", true), ("14 ± 2 days", "16 days", true),
    ("14 ± 2 days", "16.000001", false),
    ("14 ± 2 days", "14day", true), ("5 %", "5%", true), ("5 %", "5", true),
    ("1,000", "1000", true),
    ("1000", "1,000", true), ("1000", "1 000", true), ("3,5", "3.5", true), ("3.5", "3,50", true),
    ("−3", "-3", true), ("-3", "−3", true), ("-3", "3", false), ("250 ± 5%", "262.5", true),
    ("250 ± 5%", "237,4", false), ("€ 14", "14", true), ("14 +/- 1", "13", true), ("0", "-0", true),
    ("0.1", "0,1", true), ("1.000.000", "1000000", true),
  ])
  func numbers(answer: String, typed: String, right: Bool) throws {
    #expect(try isRight("Answer: \(answer)", typed) == right)
  }

  @Test func noNumbersAreRefusedNotMarked() throws {
    let type = try form("Answer: 14 days").type
    #expect(throws: AnswerRefusal.empty) { try type.answer(" ", order: []) }
    #expect(throws: AnswerRefusal.notANumber("soon")) { try type.answer("soon", order: []) }
    #expect(throws: AnswerRefusal.wrongUnit(given: "weeks", expected: "days")) {
      try type.answer("14 weeks", order: [])
    }
  }

  @Test(arguments: [
    ("single sign-on | SSO", "Single Sign On!", true), ("single sign-on | SSO", "s.s.o.", true),
    ("single sign-on | SSO", "single", false), ("caf\u{E9}", "CAFE\u{301}", true),
    ("cafe\u{301}", "caf\u{E9}", true), ("cafe", "café", false),
    ("3 months | a quarter", "3 Months", true),
    ("3 months | a quarter", "a quarter", true), ("C++", "C", false), ("“yes”", "yes", true),
  ])
  func shortTexts(answer: String, typed: String, right: Bool) throws {
    #expect(try isRight("Answer: \(answer)", typed) == right)
  }

  @Test(arguments: [
    ("t", true), ("TRUE", true), ("1", true), ("no", false), ("2", false), ("false", false),
  ])
  func trueAndFalse(typed: String, right: Bool) throws {
    #expect(try isRight("Answer: true", typed) == right)
    #expect(try isRight("Answer: False", typed) == !right)
    #expect(throws: AnswerRefusal.notTrueOrFalse("maybe")) { try mark("Answer: true", "maybe") }
  }

  /// The blank before a piece of code is a part of what the learner reads.
  @Test func codeKeepsItsDistance() throws {
    let body =
      "### Which?\n\n- (x) Set `active` now\n- ( )   `x` and *y* \n\nHint: Look at `active`, then\n"
      + "Hint: `x`"
    let question = try #require(
      UnitReader.read(unitText("assessment", body)).value.assessment?.sections.first?.questions
        .first)
    guard case .single(let single) = question.form else { throw EventRefusal.answerDoesNotFit }
    #expect(single.options.map(\.text.plainText) == ["Set active now", "x and y"])
    #expect(question.hints.map(\.plainText) == ["Look at active, then", "x"])
  }

  static let single = "- ( ) a\n- (x) b\n- ( ) c"

  @Test func singleChoice() throws {
    #expect(try isRight(Self.single, "2"))
    #expect(try isRight(Self.single, " B "))
    #expect(try !isRight(Self.single, "3"))
    let type = try form(Self.single).type
    #expect(try type.answer("1", order: [2, 0, 1]) == .options([2]))
    #expect(throws: AnswerRefusal.oneOnly) { try type.answer("1 2", order: [0, 1, 2]) }
    #expect(throws: AnswerRefusal.notAnOption("4", count: 3)) {
      try type.answer("4", order: [0, 1, 2])
    }
    #expect(throws: AnswerRefusal.notAnOption("0", count: 3)) {
      try type.answer("0", order: [0, 1, 2])
    }
    #expect(throws: AnswerRefusal.notAnOption("d", count: 3)) {
      try type.answer("d", order: [0, 1, 2])
    }
    #expect(throws: AnswerRefusal.empty) { try type.answer("", order: [0, 1, 2]) }
  }

  @Test(arguments: [
    ("1 2 3", 3), ("1,2", 2), ("abc", 3), ("1 2 3 4", 2), ("4", 0), ("1 4 5", 0), ("1 1 2", 2),
    ("1 2 3 4 5", 1),
  ])
  func multipleChoice(typed: String, earned: Int) throws {
    let mark = try mark("- [x] a\n- [x] b\n- [x] c\n- [ ] d\n- [ ] e", typed)
    #expect(mark == Mark(earned, of: 3))
  }

  /// Exhaustive: for every order of five steps, the longest run kept in order, found by trying all
  /// subsets.
  @Test func ordering() throws {
    let body = "Put in order\n\n1. a\n2. b\n3. c\n4. d\n5. e"
    let type = try form(body).type
    var checked = 0
    for code in 0..<3_125 {
      let order = (0..<5).map { code / [1, 5, 25, 125, 625][$0] % 5 }
      guard Set(order).count == 5 else {
        #expect(!type.accepts(.order(order)))
        continue
      }
      let longest = (0..<32).map { mask -> Int in
        let run = order.indices.filter { mask & (1 << $0) != 0 }.map { order[$0] }
        return run == run.sorted() ? run.count : 0
      }.max()
      #expect(type.mark(.order(order)) == Mark((longest ?? 0) - 1, of: 4))
      checked += 1
    }
    #expect(checked == 120)
    #expect(throws: AnswerRefusal.notEveryItemOnce(count: 5)) { try mark(body, "1 2 3 4 4") }
    #expect(try isRight(body, "1>2>3>4>5"))
  }

  @Test func matching() throws {
    let body = "| Who | What |\n| --- | --- |\n| a | one |\n| b | two |\n| c | one |"
    #expect(try mark(body, "1 2 3") == Mark(3, of: 3))
    // Right sides with the same words stand for each other.
    #expect(try mark(body, "3 2 1") == Mark(3, of: 3))
    #expect(try mark(body, "2 1 3") == Mark(1, of: 3))
    #expect(try mark(body, "1=1 3=1 2=2") == Mark(3, of: 3))
    for words in ["1 2", "1=1 2=2", "1=1 2=2 3=9", "1=1=1 2=2 3=3", "4=1 1=1 2=1"] {
      #expect(throws: AnswerRefusal.notAPairing(count: 3)) { try mark(body, words) }
    }
  }

  /// Half of three points, of two right of three: to the last unit.
  @Test func partialCreditIsExact() {
    #expect(Points(3).share(2, of: 3) == Points(2))
    #expect(Points(1).share(1, of: 7).units == 102_960)
    #expect(Points(1).share(1, of: 11).units * 11 == Points(1).units)
  }
}
