extension Rule {
  static let longestChoiceBest = Rule(
    "longest-choice-best", .advice,
    "The best choice is the longest no more often than the others.",
    why: """
      Whoever writes the best choice last explains in it what the others lack. Learners find out \
      within three scenes that the long one wins, and stop reading. It is reported where that is so \
      in at least half as many decisions again as chance would make it, and where chance alone would \
      do that in less than 1 of 20 role-plays (exactly, with the number of choices in each scene). \
      Decisions without a single best choice do not count.
      """,
    example: (
      """
      ## Opening

      - [“Of course.”](#budget)
      - [“No.”](#budget)
      - [“What would this have to do for you by summer?”](#budget) `points 3`

      ## Budget

      - [“Compared with what, and who asked for it?”](#date) `points 3`
      - [“Ten percent off.”](#date)
      - [“I can't say.”](#date)

      ## Date

      - [“Friday.”](#end)
      - [“On Friday I know more, and then I'll ring you.”](#end) `points 3`
      - [“Soon.”](#end)
      """,
      """
      ## Opening

      - [“Of course, we can do that for you by summer.”](#budget)
      - [“No, I'm afraid not.”](#budget)
      - [“What is it for?”](#budget) `points 3`

      ## Budget

      - [“Compared with what?”](#date) `points 3`
      - [“I can take ten percent off for you today.”](#date)
      - [“I can't say.”](#date)

      ## Date

      - [“Friday.”](#end)
      - [“On Friday I know more, and then I'll ring you.”](#end) `points 3`
      - [“Soon.”](#end)
      """
    )
  ) { review, findings in
    for (about, scenario) in review.scenarios {
      var chances: [Double] = []
      var longest: [Scenario.Choice] = []
      for case .choices(let choices) in scenario.scenes.map(\.way) {
        guard let most = choices.map(\.points).max(), choices.count > 1,
          choices.count(where: { $0.points == most }) == 1,
          let best = choices.first(where: { $0.points == most })
        else { continue }
        chances.append(1 / Double(choices.count))
        let length = best.text.plainText.count
        if choices.count(where: { $0.text.plainText.count >= length }) == 1 { longest.append(best) }
      }
      let expected = chances.reduce(0, +)
      guard let first = longest.first, Double(longest.count) >= 1.5 * expected,
        Chances.atLeast(longest.count, of: chances) < 0.05
      else { continue }
      findings.report(
        "The best choice is the longest no more often than the others: here it is in "
          + "\(longest.count) of \(chances.count) decisions; the first stands here.",
        help: "Shorten best choices to what people say, or give the others a reason too.",
        at: first.range, in: about.path)
    }
  }
}
