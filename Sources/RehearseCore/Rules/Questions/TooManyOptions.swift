extension Rule {
  static let tooManyOptions = Rule(
    "too-many-options", .advice,
    "A question has at most five options, and one with several right ones at most eight.",
    why: """
      Wrong options that nobody takes cost reading time and measure nothing; three in all are mostly \
      enough. Rodriguez, "Three Options Are Optimal for Multiple-Choice Items: A Meta-Analysis of \
      80 Years of Research" (2005).
      """,
    example: (
      "### In which month?\n\n- (x) May\n"
        + ["June", "July", "August", "September", "October"].map { "- ( ) \($0)" }
        .joined(separator: "\n") + "\n\n> By agreement.",
      "### In which month?\n\n- (x) May\n- ( ) June\n- ( ) July\n\n> By agreement."
    )
  ) { review, findings in
    for exam in review.exams {
      for question in exam.questions {
        guard let options = question.options else { continue }
        let limit = question.single == nil ? 8 : 5
        guard options.count > limit else { continue }
        findings.report(
          "A question has at most five options, and one with several right ones at most eight; this "
            + "one has \(options.count).",
          help: "Keep the wrong options that people really take.",
          at: question.range, in: exam.path)
      }
    }
  }
}
