/// What a good course keeps to, beyond what the format demands. Each rule stands in one file: what it
/// asks for, why, an example, and how it is found. `Rule.all` is the order of `docs/rules.md`.
package struct Rule: Sendable {
  /// The stable id, such as `longest-key`.
  package let id: String
  package let severity: Diagnostic.Severity
  /// The rule in one sentence.
  package let title: String
  /// Why it is worth keeping, and its source where it has one.
  package let why: String
  /// The shortest text that breaks the rule, and the same text mended: a whole file where it begins
  /// with `---`, else a part of one. Where even that is long, a sentence that describes it, ending
  /// with a full stop.
  package let example: (broken: String, mended: String)
  /// Whether the example is described rather than shown.
  package var describesExample: Bool {
    !example.broken.contains("\n") && example.broken.hasSuffix(".")
  }
  private let look: @Sendable (CourseReview, inout RuleFindings) -> Void

  init(
    _ id: String, _ severity: Diagnostic.Severity, _ title: String, why: String,
    example: (broken: String, mended: String),
    look: @escaping @Sendable (CourseReview, inout RuleFindings) -> Void
  ) {
    self.id = id
    self.severity = severity
    self.title = title
    self.why = why
    self.example = example
    self.look = look
  }

  /// Where the course breaks this rule, by file; columns count bytes.
  func findings(in review: CourseReview) -> [String: [Finding]] {
    var findings = RuleFindings(rule: self)
    look(review, &findings)
    return findings.found
  }

  /// One place where a course breaks a rule: the rule as it applies here, and the mend.
  package struct Breach: Equatable, Sendable {
    package var rule: String
    package var severity: Diagnostic.Severity
    package var message: String
    package var help: String
  }
}

/// What one rule found, file by file.
struct RuleFindings {
  private let rule: Rule
  private(set) var found: [String: [Finding]] = [:]

  init(rule: Rule) { self.rule = rule }

  /// Nobody mends more of one kind at a time.
  private static let maximumInFile = 200

  mutating func report(
    _ message: @autoclosure () -> String, help: @autoclosure () -> String, at range: SourceRange,
    in path: String
  ) {
    guard found[path]?.count ?? 0 < Self.maximumInFile else { return }
    let breach = Rule.Breach(
      rule: rule.id, severity: rule.severity, message: message(), help: help())
    found[path, default: []].append(Finding(.breach(breach), at: range))
  }
}

extension Rule {
  /// Every rule, in the order of `docs/rules.md`.
  package static let all: [Rule] = [
    // Every unit
    imageWithoutText, noWhy, noMinutes, readingTime, duplicateTitle, duplicateHeading, unusedFile,
    // Role-plays
    flagNeverAsked, meterNeverChanged, meterNeverAsked, castNeverSpeaks, choiceWithoutFeedback,
    noBestChoice, firstChoiceBest, longestChoiceBest, longScene, singleEnding, scenarioWithoutPass,
    getsStuck, noWayOut, nothingPasses, sceneNeverReached, choiceNeverOffered, constantCondition,
    passedAtRandom, tooLargeToKnow,
    // Checklists
    noPausePoint, longPausePoint,
    // Questions and exams
    longestKey, keyOftenLongest, keyPlace, middleNumber, sameTruth, keyRepeatsStem, grammarCue,
    allOfTheAbove, absoluteDistractors, tooManyOptions, everyOptionRight, statedCount,
    repeatedOption, overlappingOptions, convergingOptions, negativeQuestion, doubleNegative,
    hintGivesAnswer, hintNeverShown, keyInOtherQuestion, poolTooSmall, questionWithoutReason,
    luckDecides, guessingPasses,
    // Certifications
    impossibleRequirement, circularCertification, renewalWindow, fixedEnd, circularOrder,
  ]
}
