import RehearseCore
import Testing

@Suite struct ConditionSyntaxTests {
  private func read(_ text: String) -> ConditionSyntax? { ConditionSyntax(Words.split(text)) }

  static let a = ConditionSyntax.flag("a")
  static let b = ConditionSyntax.flag("b")
  static let c = ConditionSyntax.flag("c")

  @Test(
    arguments: [
      ("a", a), ("not a", .not(a)), ("a and b", .and(a, b)), ("a or b", .or(a, b)),
      // `and` binds tighter than `or`, `not` tighter than both; the same ones group from the left.
      ("a or b and c", .or(a, .and(b, c))), ("a and b or c", .or(.and(a, b), c)),
      ("not a and b", .and(.not(a), b)), ("not not a", .not(.not(a))),
      ("a and b and c", .and(.and(a, b), c)),
      ("(a or b) and c", .and(.or(a, b), c)), ("not (a or b)", .not(.or(a, b))), ("((a))", a),
      ("A AND NOT b".replacing("A ", with: "a "), .and(a, .not(b))), ("a Or b", .or(a, b)),
      ("trust >= 60", .compare("trust", .atLeast, 60)),
      ("trust>=60", .compare("trust", .atLeast, 60)),
      ("trust≥60", .compare("trust", .atLeast, 60)), ("trust=>60", .compare("trust", .atLeast, 60)),
      ("trust <= −5", .compare("trust", .atMost, -5)),
      ("trust ≤ -5", .compare("trust", .atMost, -5)),
      ("trust != 0", .compare("trust", .notEqual, 0)),
      ("trust <> 0", .compare("trust", .notEqual, 0)),
      ("trust ≠ 0", .compare("trust", .notEqual, 0)), ("trust == 1", .compare("trust", .equal, 1)),
      ("trust = 1", .compare("trust", .equal, 1)),
      ("(trust<1)and a", .and(.compare("trust", .less, 1), a)),
      ("trust > 1 or a", .or(.compare("trust", .greater, 1), a)),
      ("visited the-end", .visited("the-end")), ("visited #end", .visited("end")),
      ("passed lists/prepare", .passed("lists/prepare")),
      ("not visited end", .not(.visited("end"))),
      ("diagnostic >= 80%", .compareShare("diagnostic", .atLeast, Percent(80))),
      (
        "bearings/diagnostic < 62.5 %",
        .compareShare("bearings/diagnostic", .less, Percent(hundredths: 6_250))
      ),
      ("a-b_3", .flag("a-b_3")), ("épée", .flag("épée")),
    ] as [(String, ConditionSyntax)])
  func conditions(text: String, expected: ConditionSyntax) { #expect(read(text) == expected) }

  @Test(arguments: [
    "", "and", "a and", "and a", "a b", "not", "a or or b", "(a", "a)", "()", "trust >=", ">= 5",
    "trust >= x",
    "trust >= 5 6", "trust >> 5", "trust >= 1.5", "3 >= 2", "!a", "a && b", "visited", "passed",
    "a,b", "3",
  ])
  func noConditions(text: String) { #expect(read(text) == nil) }

  @Test func comparisonsCompare() {
    for a in -2...2 {
      for b in -2...2 {
        #expect(ConditionSyntax.Comparison.atLeast.holds(a, b) == (a >= b))
        #expect(ConditionSyntax.Comparison.atMost.holds(a, b) == (a <= b))
        #expect(ConditionSyntax.Comparison.greater.holds(a, b) == (a > b))
        #expect(ConditionSyntax.Comparison.less.holds(a, b) == (a < b))
        #expect(ConditionSyntax.Comparison.equal.holds(a, b) == (a == b))
        #expect(ConditionSyntax.Comparison.notEqual.holds(a, b) == (a != b))
      }
    }
  }
}
