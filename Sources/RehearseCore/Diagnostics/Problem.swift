/// Everything that can be wrong with a course, as data. Rule ids, sentences and mends stand in
/// `ProblemWording.swift`.
package enum Problem: Equatable, Sendable {
  /// What a draw is made from.
  package enum DrawnPool: Equatable, Sendable {
    case assessment
    case section(String)
    case skill(String, section: String)
    /// What the draws by skill leave over of a section.
    case rest(String)
  }

  // The file
  case fileTooLarge(bytes: Int)
  case lineTooLong(bytes: Int)
  case tooManyBars(limit: Int)
  case notUTF8(guess: String?)
  case nestedTooDeep(limit: Int)
  case cannotRead(reason: String)
  case linkedOutside(path: String)

  // Front matter
  case noFrontMatter
  case frontMatterNotClosed
  case frontMatterLine(nearest: String?)
  case missingField(String)
  case repeatedField(String)
  case unknownField(String, kind: String, nearest: String?)
  case fieldValue(name: String, value: String, expected: String)
  case unknownKind(String, nearest: String?)
  case kindDoesNotFit(String, field: String, nearest: String)
  case repeatedName(String, place: String)
  case emptyUnit

  // Directives
  case unknownDirective(String, nearest: String?)
  case misplacedDirective(String, place: String, nearest: String? = nil)

  // Scenarios
  case commentOpen
  case wordBullet(String)
  case missingBlank(after: String)
  case indentedTooFar(String)
  case looseQuoteLine
  case textOutsideItem(of: String)
  case unknownLabel(String, nearest: String)
  case headingLevel(String, found: String, nearest: String)
  case brokenHeadingId(String, nearest: String)
  case quoteOutsideChoice
  case directiveWithoutCode(String)
  case unreachedScene(String)
  case choiceBeforeScene
  case conditionalEnding
  case noScenes
  case repeatedScene(String)
  case unknownScene(String, nearest: String?)
  case unknownMeter(String, nearest: String?)
  case unknownSpeaker(String, nearest: String?)
  case speakerForm(String)
  case flagNeverSet(String, nearest: String?)
  case meterAsFlag(String)
  case shareInScenario(String, nearest: String?)
  case sceneGoesNowhere(String)
  case endingGoesOn
  case twoEndings
  case twoLists
  case mixedList
  case brokenLink
  case choiceWithoutLink
  case choiceWithoutText
  case choiceLeavesCourse(String)
  case twoTargets
  case callAfterTarget
  case turnLeavesScenario(String)
  case turnWithoutLink
  case twoTriggers
  case turnAfterOtherwise
  case chancesOver(String)
  case storyWithoutOtherwise

  // Checklists
  case emptyChecklist
  case emptyPausePoint(String)
  case itemWithoutBox
  case itemWithoutText

  // Assessments
  case noQuestions
  case emptySection(String)
  case questionWithoutStem
  case questionWithoutAnswer
  case questionWithTwoForms
  case singleNeedsOneKey(found: Int)
  case multipleNeedsAKey
  case tooFewOptions
  case optionWithoutMark
  case optionWithoutText
  case emptyAnswer
  case numberForm(String)
  case tooFewToOrder
  case tooFewToMatch
  case sealedWithKey
  case drawTooLarge(draw: Int, pool: Int, of: DrawnPool)
  case drawsDisagree(total: Int, sections: Int)

  // Outline and certification
  case emptyOutline
  case outlineWithoutLink
  case repeatedOutlineEntry(String)
  case noRequirements
  case requirementNotUnderstood
  case requirementWithoutDemand
  case anyOfTooMany(count: Int, available: Int)
  case unknownPart(String, nearest: String?)

  // The course as a whole
  case noCover(nearest: String?)
  case coverIsNoCourse(kind: String)
  case missingFile(String, nearest: String?)
  case linkLeavesCourse(String, nearest: String?)
  case unknownAnchor(String, file: String, nearest: String?)
  case unknownUnit(String, nearest: String?)
  case unknownSkill(String, nearest: String?)
  case repeatedUnit(id: String, other: String)
  case notInOutline
  case callsItself([String])
  case callNeedsUnit(String)

  // What a file allows itself
  case allowedNoRule(String, nearest: String?)
  case allowedError(String)
  case allowedWithoutReason(String)
  case allowedForNothing(String)

  // The rules of `Rules/`
  case breach(Rule.Breach)
}
