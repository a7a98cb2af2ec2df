import RehearseCore
import Testing

@Suite struct FindingTests {
  static let cases =
    FindingCase.frontMatter + FindingCase.directives + FindingCase.scenes + FindingCase.lists
    + FindingCase.checklists + FindingCase.assessments + FindingCase.outlines
    + FindingCase.certifications + FindingCase.courses + FindingCase.slips

  /// Rules whose breaking takes more than a text; each has a test where it is named here.
  static let elsewhere = [
    "file-too-large": "SourceTextTests", "not-utf8": "SourceTextTests",
    "cannot-read": "CourseReaderTests", "no-cover": "CourseReaderTests",
    // Reported by the library, which reads folders.
    "linked-outside": "RehearseStore",
    "allow-unknown": "AllowanceTests", "allow-error": "AllowanceTests",
    "allow-without-reason": "AllowanceTests", "allow-unused": "AllowanceTests",
  ]

  @Test(arguments: cases)
  func fires(_ example: FindingCase) {
    let marked = MarkedText(example.broken)
    let found = example.brokenDiagnostics
    let expected = marked.ranges.map { "\(example.rule) \(place($0))" }
    #expect(!expected.isEmpty)
    #expect(lines(found.filter { $0.rule == example.rule }) == expected)
    #expect(Set(found.map(\.rule)).subtracting([example.rule]) == Set(example.also))
  }

  @Test(arguments: cases)
  func doesNotFire(_ example: FindingCase) {
    #expect(lines(example.mendedDiagnostics) == [])
  }

  @Test func everyRuleHasAnExample() {
    let rules = Set(Problem.oneOfEach.map(\.rule))
    #expect(rules.subtracting(Self.cases.map(\.rule)).subtracting(Self.elsewhere.keys) == [])
  }
}
