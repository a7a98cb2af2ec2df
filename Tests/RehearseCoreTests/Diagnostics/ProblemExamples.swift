import RehearseCore

extension Problem {
  /// One value of every case. A new case does not compile until it has its place in the chain.
  static var oneOfEach: [Problem] {
    var all: [Problem] = []
    var next = successor(of: nil)
    while let problem = next {
      all.append(problem)
      next = successor(of: problem)
    }
    return all
  }

  // swift-format-ignore
  private static func successor(of problem: Problem?) -> Problem? {
    switch problem {
    case nil: .fileTooLarge(bytes: 17_000_000)
    case .fileTooLarge: .lineTooLong(bytes: 300_000)
    case .lineTooLong: .tooManyBars(limit: 200)
    case .tooManyBars: .notUTF8(guess: "UTF-16")
    case .notUTF8: .nestedTooDeep(limit: 48)
    case .nestedTooDeep: .cannotRead(reason: "word")
    case .cannotRead: .linkedOutside(path: "word")
    case .linkedOutside: .noFrontMatter
    case .noFrontMatter: .frontMatterNotClosed
    case .frontMatterNotClosed: .frontMatterLine(nearest: "world")
    case .frontMatterLine: .missingField("word")
    case .missingField: .repeatedField("word")
    case .repeatedField: .unknownField("word", kind: "word", nearest: "world")
    case .unknownField: .fieldValue(name: "word", value: "word", expected: "word")
    case .fieldValue: .unknownKind("word", nearest: "world")
    case .unknownKind: .kindDoesNotFit("word", field: "word", nearest: "world")
    case .kindDoesNotFit: .repeatedName("word", place: "word")
    case .repeatedName: .emptyUnit
    case .emptyUnit: .unknownDirective("word", nearest: "world")
    case .unknownDirective: .misplacedDirective("word", place: "word")
    case .misplacedDirective: .commentOpen
    case .commentOpen: .wordBullet("•")
    case .wordBullet: .missingBlank(after: "-")
    case .missingBlank: .indentedTooFar(">")
    case .indentedTooFar: .looseQuoteLine
    case .looseQuoteLine: .textOutsideItem(of: "the word")
    case .textOutsideItem: .unknownLabel("word", nearest: "world")
    case .unknownLabel: .headingLevel("a word", found: "#", nearest: "## Word")
    case .headingLevel: .brokenHeadingId("{word}", nearest: "{#word}")
    case .brokenHeadingId: .quoteOutsideChoice
    case .quoteOutsideChoice: .directiveWithoutCode("word")
    case .directiveWithoutCode: .unreachedScene("word")
    case .unreachedScene: .choiceBeforeScene
    case .choiceBeforeScene: .conditionalEnding
    case .conditionalEnding: .noScenes
    case .noScenes: .repeatedScene("word")
    case .repeatedScene: .unknownScene("word", nearest: "world")
    case .unknownScene: .unknownMeter("word", nearest: "world")
    case .unknownMeter: .unknownSpeaker("word", nearest: "world")
    case .unknownSpeaker: .speakerForm("word")
    case .speakerForm: .flagNeverSet("word", nearest: "world")
    case .flagNeverSet: .meterAsFlag("word")
    case .meterAsFlag: .shareInScenario("word", nearest: nil)
    case .shareInScenario: .sceneGoesNowhere("word")
    case .sceneGoesNowhere: .endingGoesOn
    case .endingGoesOn: .twoEndings
    case .twoEndings: .twoLists
    case .twoLists: .mixedList
    case .mixedList: .brokenLink
    case .brokenLink: .choiceWithoutLink
    case .choiceWithoutLink: .choiceWithoutText
    case .choiceWithoutText: .choiceLeavesCourse("word")
    case .choiceLeavesCourse: .twoTargets
    case .twoTargets: .callAfterTarget
    case .callAfterTarget: .turnLeavesScenario("word")
    case .turnLeavesScenario: .turnWithoutLink
    case .turnWithoutLink: .twoTriggers
    case .twoTriggers: .turnAfterOtherwise
    case .turnAfterOtherwise: .chancesOver("word")
    case .chancesOver: .storyWithoutOtherwise
    case .storyWithoutOtherwise: .emptyChecklist
    case .emptyChecklist: .emptyPausePoint("word")
    case .emptyPausePoint: .itemWithoutBox
    case .itemWithoutBox: .itemWithoutText
    case .itemWithoutText: .noQuestions
    case .noQuestions: .emptySection("word")
    case .emptySection: .questionWithoutStem
    case .questionWithoutStem: .questionWithoutAnswer
    case .questionWithoutAnswer: .questionWithTwoForms
    case .questionWithTwoForms: .singleNeedsOneKey(found: 3)
    case .singleNeedsOneKey: .multipleNeedsAKey
    case .multipleNeedsAKey: .tooFewOptions
    case .tooFewOptions: .optionWithoutMark
    case .optionWithoutMark: .optionWithoutText
    case .optionWithoutText: .emptyAnswer
    case .emptyAnswer: .numberForm("word")
    case .numberForm: .tooFewToOrder
    case .tooFewToOrder: .tooFewToMatch
    case .tooFewToMatch: .sealedWithKey
    case .sealedWithKey: .drawTooLarge(draw: 3, pool: 3, of: .section("world"))
    case .drawTooLarge: .drawsDisagree(total: 3, sections: 3)
    case .drawsDisagree: .emptyOutline
    case .emptyOutline: .outlineWithoutLink
    case .outlineWithoutLink: .repeatedOutlineEntry("word")
    case .repeatedOutlineEntry: .noRequirements
    case .noRequirements: .requirementNotUnderstood
    case .requirementNotUnderstood: .requirementWithoutDemand
    case .requirementWithoutDemand: .anyOfTooMany(count: 3, available: 3)
    case .anyOfTooMany: .unknownPart("word", nearest: "world")
    case .unknownPart: .noCover(nearest: nil)
    case .noCover: .coverIsNoCourse(kind: "word")
    case .coverIsNoCourse: .missingFile("word", nearest: "world")
    case .missingFile: .linkLeavesCourse("word", nearest: nil)
    case .linkLeavesCourse: .unknownAnchor("word", file: "word", nearest: "world")
    case .unknownAnchor: .unknownUnit("word", nearest: "world")
    case .unknownUnit: .unknownSkill("word", nearest: "world")
    case .unknownSkill: .repeatedUnit(id: "word", other: "word")
    case .repeatedUnit: .notInOutline
    case .notInOutline: .callsItself(["a.md", "b.md"])
    case .callsItself: .callNeedsUnit("word")
    case .callNeedsUnit: .allowedNoRule("word", nearest: "world")
    case .allowedNoRule: .allowedError("word")
    case .allowedError: .allowedWithoutReason("word")
    case .allowedWithoutReason: .allowedForNothing("word")
    case .allowedForNothing, .breach: nil
    }
  }
}
