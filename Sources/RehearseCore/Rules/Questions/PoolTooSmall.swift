extension Rule {
  static let poolTooSmall = Rule(
    "pool-too-small", .warning,
    "A section has at least twice as many questions as an attempt draws.",
    why: """
      With a draw of d from a pool of p, two attempts have d²/p questions in common on average: of \
      each attempt the share d/p. Over a half, the second attempt asks mostly what was marked in the \
      first. It is looked at where something is drawn and more than one attempt is allowed.
      """,
    example: (
      """
      ---
      kind: assessment
      title: Dates
      draw: 2
      attempts: 3
      ---

      ### When do you warn?

      Answer: early

      > Then they can plan.

      ### Whom do you ring?

      Answer: the lead

      > She has to act.

      ### What comes last?

      Answer: the next call

      > So that nobody waits.
      """,
      """
      ---
      kind: assessment
      title: Dates
      draw: 1
      attempts: 3
      ---

      ### When do you warn?

      Answer: early

      > Then they can plan.

      ### Whom do you ring?

      Answer: the lead

      > She has to act.

      ### What comes last?

      Answer: the next call

      > So that nobody waits.
      """
    )
  ) { review, findings in
    for exam in review.exams {
      let assessment = exam.assessment
      guard assessment.attempts?.count != 1 || assessment.attempts?.waitDays != nil else {
        continue
      }
      for (section, draw) in zip(assessment.sections, assessment.drawCounts) {
        // Where nothing is drawn, every attempt asks the same on purpose.
        guard section.draw != nil || assessment.draw != nil else { continue }
        let place = section.draw == nil ? assessment.drawRange ?? section.range : section.range
        for pool in section.pools(drawing: draw) {
          let (draw, count) = (pool.draw, pool.questions.count)
          guard draw > 1, 2 * draw > count else { continue }
          let inCommon = draw * draw * 10 / count
          let common = "\(inCommon / 10)" + (inCommon % 10 == 0 ? "" : ".\(inCommon % 10)")
          let name = section.title.isEmpty ? "this assessment" : "“\(section.title)”"
          let skill = pool.skill.map { " with the skill `\($0)`" } ?? ""
          findings.report(
            "A section has at least twice as many questions as an attempt draws: \(name) draws "
              + "\(draw) of \(count)\(skill), so that two attempts have \(common) of \(draw) in "
              + "common on average (\(100 * draw / count)%).",
            help: "Write \(2 * draw - count) more questions\(skill), or draw \(count / 2).",
            at: place, in: exam.path)
        }
      }
    }
  }
}
