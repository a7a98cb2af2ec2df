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
      for scene in scenario.scenes where scene.mayBeLong {
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
  /// A word and a blank are two bytes at least: where all stands on few and short lines, nothing
  /// needs to be counted.
  fileprivate var mayBeLong: Bool {
    func length(_ range: SourceRange) -> Int {
      range.start.line == range.end.line ? Int(range.end.column - range.start.column) : 500
    }
    var bytes = 0
    for index in passages.indices {
      if let range = passages[index].block?.range { bytes += length(range) }
    }
    if case .choices(let choices) = way {
      for index in choices.indices {
        guard let first = choices[index].text.first, let last = choices[index].text.last
        else { continue }
        bytes += length(SourceRange(first.range.start, last.range.end))
      }
    }
    return bytes >= 500
  }

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
