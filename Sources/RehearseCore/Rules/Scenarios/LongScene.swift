extension Rule {
  /// The words that a learner surely sees at once: the briefing belongs to the first scene's screen
  /// no more than feedback does, and of conditional paragraphs only some show.
  static let longScene = Rule(
    "long-scene", .advice,
    "A scene fits on a screen: at most 250 words, with its choices.",
    why: """
      On a window of 24 lines and 80 columns, about 250 words are what is seen at once. Beyond them \
      the question has scrolled away when the answers show. Paragraphs and choices under a condition \
      are not counted, for they may not show.
      """,
    example: (
      "A scene of 300 words before its choices.",
      "A scene of 200 words, and a second one with the rest."
    )
  ) { review, findings in
    guard review.separatesWords else { return }
    for (about, scenario) in review.scenarios {
      for scene in scenario.scenes {
        let count = scene.shownWords
        if count > 250 {
          findings.report(
            "A scene fits on a screen, which is about 250 words; this one has \(count).",
            help: "Shorten it, or make two scenes of it.", at: scene.range, in: about.path)
        }
      }
    }
  }
}

extension Scenario.Scene {
  fileprivate var shownWords: Int {
    var count = 0
    for passage in passages where passage.condition == nil {
      if let block = passage.block { count += WordCount.of(block) }
    }
    if case .choices(let choices) = way {
      for choice in choices where choice.condition == nil { count += WordCount.of(choice.text) }
    }
    return count
  }
}
