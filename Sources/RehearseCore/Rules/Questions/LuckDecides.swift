extension Rule {
  /// Likelier than not: past this the exam passes those whom its own mark would fail.
  private static let underLimit = 0.5
  /// One in four of those who are well over the mark.
  private static let overLimit = 0.25
  /// Where attempts have no limit, one in ten: whoever goes on for a week is through.
  private static let unlimitedLimit = 0.1

  static let luckDecides = Rule(
    "luck-decides", .warning,
    "An exam passes those over its mark and not those under it.",
    why: """
      It is looked at in exams: assessments with `attempts:`, and those that a certification asks \
      for. It is reported where a learner who can solve 10 points less than the pass mark is likelier \
      to pass than not in the attempts that are allowed before a wait; or, where their number has no \
      limit, passes in more than one attempt of ten; or where a learner who can solve 10 points more \
      than the mark fails the first attempt more often than one time in four. Chances are exact, for \
      the draw, the points and the marks of the exam; each question is solved, whole or not at all, \
      with the learner's share; attempts are independent, and nothing is learned between them.
      """,
    example: (
      "---\nkind: assessment\ntitle: Dates\ndraw: 5\npass: 60%\nattempts: 3\n---\n\n"
        + (1...20).map { "### Question \($0)?\n\nAnswer: \($0)\n\n> Section \($0)." }
        .joined(separator: "\n\n"),
      "---\nkind: assessment\ntitle: Dates\ndraw: 20\npass: 60%\nattempts: 1\n---\n\n"
        + (1...20).map { "### Question \($0)?\n\nAnswer: \($0)\n\n> Section \($0)." }
        .joined(separator: "\n\n")
    )
  ) { review, findings in
    let required = review.requiredUnits
    for exam in review.exams where exam.isExam(required) {
      guard let statistics = ExamStatistics(exam.assessment) else { continue }
      let under = statistics.under.passes
      let over = statistics.over.passes.once
      let tooEasily = under.withRetakes.map { $0 > underLimit } ?? (under.once > unlimitedLimit)
      guard tooEasily || 1 - over > overLimit else { continue }
      findings.report(
        "An exam passes those over its mark and not those under it: with "
          + "\(statistics.questionCount) question\(statistics.questionCount == 1 ? "" : "s") and a mark of \(exam.assessment.passMark.description), "
          + statistics.sentence + ".",
        help: tooEasily
          ? "Ask more questions, or allow fewer attempts."
          : "Ask more questions, or lower the mark, or that of each section.",
        at: exam.passPlace, in: exam.path)
    }
  }
}

extension ExamStatistics {
  /// What the three learners' chances are, in one sentence without its end.
  fileprivate var sentence: String {
    let low = Chance.percent(under.passes.once)
    let retakes =
      switch (under.passes.withRetakes, attempts) {
      case (let chance?, let attempts?) where attempts > 1:
        " and \(Chance.percent(chance)) in \(attempts)"
      case (nil, _): ", and attempts have no limit"
      default: ""
      }
    return
      "a learner who can solve \(under.share.description) passes with a chance of \(low) in one "
      + "attempt\(retakes), and one who can solve \(over.share.description) fails the first with "
      + Chance.percent(1 - over.passes.once)
  }
}
