import RehearseCore
import Testing

@Suite struct ProblemWordingTests {
  @Test func ruleIdsAreUnique() {
    let rules = Problem.oneOfEach.map(\.rule)
    #expect(Dictionary(grouping: rules, by: \.self).filter { $0.value.count > 1 }.isEmpty)
    #expect(rules.count >= 70)
  }

  /// What the reference says of a rule fits what a finding says.
  @Test func theListOfRulesIsThatOfTheProblems() {
    #expect(ProblemRule.all.map(\.id) == Problem.oneOfEach.map(\.rule))
    #expect(ProblemRule.all.map(\.severity) == Problem.oneOfEach.map(\.severity))
  }

  @Test(arguments: Problem.oneOfEach)
  func ruleIdIsKebabCase(_ problem: Problem) {
    let words = problem.rule.split(separator: "-", omittingEmptySubsequences: false)
    #expect(!words.isEmpty)
    for word in words {
      #expect(!word.isEmpty)
      #expect(
        word.utf8.allSatisfy {
          ("a"..."z").contains(Unicode.Scalar($0)) || ("0"..."9").contains(Unicode.Scalar($0))
        })
    }
  }

  @Test(arguments: Problem.oneOfEach)
  func wordsAreSentences(_ problem: Problem) {
    for words in [problem.message, problem.help] {
      #expect(words.hasSuffix(".") || words.hasSuffix("?") || words.hasSuffix(")."))
      #expect(!words.contains("!"))
      #expect(!words.hasPrefix(" "))
      #expect(!words.contains("  "))
      #expect(!words.contains("\n"))
      #expect(words.count > 10)
    }
    #expect(problem.message.first?.isLowercase == false)
    #expect(problem.help.first?.isLowercase == false)
  }

  /// What an author pasted by accident does not fill the screen.
  @Test func longWordsAreCutShort() {
    let long = String(repeating: "word ", count: 1000)
    #expect(Problem.unknownDirective(long, nearest: nil).message.count < 150)
    #expect(Problem.unknownScene(long, nearest: nil).message.count < 150)
    #expect(Problem.unknownSpeaker(long, nearest: nil).message.count < 150)
    #expect(Problem.missingFile(long, nearest: nil).message.count < 150)
  }

  @Test func aNearMissIsTheMend() {
    #expect(
      Problem.unknownDirective("pionts 5", nearest: "points 5").help == "Did you mean `points 5`?")
    #expect(Problem.unknownScene("opnening", nearest: "opening").help == "Did you mean `#opening`?")
    #expect(!Problem.unknownDirective("x", nearest: nil).help.contains("Did you mean"))
  }
}
