extension Rule {
  static let keyRepeatsStem = Rule(
    "key-repeats-question", .warning,
    "A telling word of the question stands in a wrong option too, or in none.",
    why: """
      Who knows nothing looks for the option that sounds like the question. It is reported where the \
      right option repeats a word of the question (its heading, and not what is quoted there) that \
      no wrong option repeats, and no wrong option repeats another; small words, numbers and endings \
      do not count. English only. Haladyna, Downing and Rodriguez (2002), guideline 28b: clang \
      associations; NBME: word repeats.
      """,
    example: (
      """
      ### What does a migration rehearsal show first?

      - ( ) How friendly people are
      - (x) Whether the migration fits the window
      - ( ) Who pays for it

      > The clock decides.
      """,
      """
      ### What does a migration rehearsal show first?

      - ( ) How friendly people are
      - (x) Whether the load fits the window
      - ( ) Who pays for it

      > The clock decides.
      """
    )
  ) { review, findings in
    guard review.isEnglish else { return }
    for exam in review.exams {
      let vocabulary = exam.vocabulary
      for question in exam.questions {
        guard let (options, key) = question.single, options.count > 2 else { continue }
        let roots = vocabulary.content(question.stem)
        func repeats(_ option: ExamOption) -> Vocabulary.Word? {
          option.words.first { vocabulary.contentRoot($0).map(roots.contains) ?? false }
        }
        guard !roots.isEmpty, let word = repeats(options[key]),
          options.indices.allSatisfy({ $0 == key || repeats(options[$0]) == nil })
        else { continue }
        findings.report(
          "A telling word of the question stands in a wrong option too, or in none: “\(vocabulary.spelling(word))” "
            + "stands in the right one alone.",
          help: "Say it in another word there, or use it in a wrong option as well.",
          at: options[key].range, in: exam.path)
      }
    }
  }
}
