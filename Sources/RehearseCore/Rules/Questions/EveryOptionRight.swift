extension Rule {
  static let everyOptionRight = Rule(
    "every-option-right", .warning,
    "A question with several right options has a wrong one too.",
    why: "Where all are right, ticking everything is right, and nothing was asked.",
    example: (
      "### Which of these belong?\n\n- [x] What happened\n- [x] What you do now\n\n> Both help.",
      """
      ### Which of these belong?

      - [x] What happened
      - [x] What you do now
      - [ ] Whose fault it was

      > Two of them help.
      """
    )
  ) { review, findings in
    for exam in review.exams {
      for question in exam.questions {
        guard case .multiple(let multiple) = question.question.form,
          multiple.options.allSatisfy(\.isRight)
        else { continue }
        findings.report(
          "A question with several right options has a wrong one too; here all are right.",
          help: "Add what people wrongly take for right, or ask for an order or for pairs.",
          at: question.range, in: exam.path)
      }
    }
  }
}
