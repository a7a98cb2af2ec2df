import RehearseCore
import Testing

@Suite struct DirectiveTests {
  @Test(
    arguments: [
      ("points 5", .points(5, skill: nil)), ("points 3 discovery", .points(3, skill: "discovery")),
      ("Points  −2", .points(-2, skill: nil)), ("trust +10", .addToMeter("trust", 10)),
      ("trust + 10", .addToMeter("trust", 10)), ("trust −10", .addToMeter("trust", -10)),
      ("trust –10", .addToMeter("trust", -10)), ("trust = 50", .setMeter("trust", 50)),
      ("trust=−50", .setMeter("trust", -50)), ("set asked-budget", .setFlag("asked-budget")),
      ("clear asked-budget", .clearFlag("asked-budget")), ("if a", .given(.flag("a"))),
      ("unless a", .given(.not(.flag("a")))),
      ("unless a or b", .given(.not(.or(.flag("a"), .flag("b"))))),
      ("when trust < 20", .when(.compare("trust", .less, 20))),
      ("chance 30%", .chance(Percent(30))),
      ("chance 30 %", .chance(Percent(30))), ("otherwise", .otherwise), ("once", .once),
      ("critical", .critical), ("ending success", .ending(.success)),
      ("ending partial", .ending(.partial)),
      ("Ending Failure", .ending(.failure)), ("in your own words", .inYourOwnWords),
      ("skip if diagnostic >= 80%", .skipIf(.compareShare("diagnostic", .atLeast, Percent(80)))),
      ("after bearings/diagnostic", .after("bearings/diagnostic")),
      ("draw 8", .draw(8, skill: nil)),
      ("draw 3 risk", .draw(3, skill: "risk")),
      ("skill risk", .skill("risk")), ("keep order", .keepOrder),
      ("at least 80%", .atLeast(Percent(80))),
      ("each section 60 %", .eachSection(Percent(60))), ("passed", .passed),
      ("completed", .completed),
      ("points\u{A0}5", .points(5, skill: nil)),
    ] as [(String, Directive)])
  func directives(text: String, expected: Directive) { #expect(Directive(text) == expected) }

  @Test(arguments: [
    "", " ", "point", "points", "points five", "points 5 6 7", "points 10001", "points 5.5",
    "trust 10",
    "trust ++10", "trust + + 1", "3 +1", "set", "set a b", "set 3", "if", "if and", "chance",
    "chance 101%",
    "otherwise a", "ending", "ending happy", "in your words", "draw 0", "draw 3 risk now",
    "draw risk", "draw -1", "at least",
    "at most 3%",
    "passed a", "x = y", "swift build", "trust = 1 = 2", "trust +9999999999",
  ])
  func noDirectives(text: String) { #expect(Directive(text) == nil) }

  @Test(arguments: [
    ("pionts 5", "points 5"), ("endign success", "ending success"), ("chanse 30%", "chance 30%"),
    ("otherwsie", "otherwise"), ("in yuor own words", "in your own words"),
    ("skp if a", "skip if a"),
    ("unles a", "unless a"),
    ("git push", nil), ("x", nil),
  ])
  func nearMisses(text: String, expected: String?) { #expect(Directive.nearMiss(text) == expected) }

  /// What was meant where nothing but a directive can stand.
  @Test(arguments: [
    ("5 points", "points 5"), ("points five", "points 5"), ("points = 5", "points 5"),
    ("points 5, price", "points 5 price"), ("trust 10", "trust +10"), ("10 trust", nil),
    ("-10 trust", "trust -10"), ("trust+10", "trust +10"), ("trust += 10", "trust + 10"),
    ("trust -10%", "trust -10"), ("set met tom", "set met-tom"), ("end sucess", "ending success"),
    ("if trust > = 60", "if trust >= 60"), ("if met = yes", "if met"),
    ("if met & trust > 3", "if met and trust > 3"), ("when (a or b and c", "when (a or b and c)"),
    ("if visited the end and a", "if visited the-end and a"), ("20% chance", "chance 20%"),
    ("skip if talk >= 90 percent", "skip if talk >= 90%"), ("else", "otherwise"),
    ("atleast 80%", "at least 80%"), ("80%", "at least 80%"), ("crit\u{AD}ical", "critical"),
    ("set a–b", "set a-b"), ("goto lobby", nil), ("git push", nil), ("", nil), ("if", nil),
  ])
  func suggestions(text: String, expected: String?) {
    #expect(Directive.suggestion(for: text) == expected)
    if let expected { #expect(Directive(expected) != nil) }
  }

  @Test(arguments: [
    ("trsut", "trust"), ("Trust", "trust"), ("trust-me-on-this", nil), ("", nil), ("pace", "pace"),
    ("zzz", nil),
  ])
  func nearestName(name: String, expected: String?) {
    #expect(NearMiss.of(name, among: ["patience", "trust", "pace"]) == expected)
  }

  @Test func ofEqualsTheFirst() {
    #expect(NearMiss.of("abcd", among: ["abce", "abcf"]) == "abce")
    #expect(
      NearMiss.of(String(repeating: "a", count: 65), among: [String(repeating: "a", count: 65)])
        == nil)
  }
}
