extension Rule {
  static let convergingOptions = Rule(
    "converging-options", .warning,
    "The right option is not the one that has most in common with the others.",
    why: """
      Who varies a right answer of two parts keeps one part in each variation, so that the right one \
      is where the variations meet. It is reported where the right option shares different telling \
      words with two wrong ones, the wrong ones share none among themselves, and words that stand in \
      most options are left aside. English only. NBME: convergence; Haladyna, Downing and \
      Rodriguez (2002), guideline 28e.
      """,
    example: (
      """
      ### What identifies a person?

      - ( ) The issuer and the display label
      - ( ) The birthday and the subject
      - ( ) The telephone extension
      - (x) The issuer and the subject

      > Both are stable.
      """,
      """
      ### What identifies a person?

      - ( ) The issuer and the birthday
      - ( ) The birthday and the subject
      - ( ) The birthday
      - (x) The issuer and the subject

      > Both are stable.
      """
    )
  ) { review, findings in
    guard review.isEnglish else { return }
    for exam in review.exams {
      let vocabulary = exam.vocabulary
      for question in exam.questions {
        guard let (options, key) = question.single, options.count >= 4 else { continue }
        let words = options.map { vocabulary.content($0.words) }
        var holders: [Vocabulary.Root: [Int]] = [:]
        for (index, words) in words.enumerated() {
          for word in words { holders[word, default: []].append(index) }
        }
        let shared = holders.filter { $0.value.count == 2 }
        let isKeys = shared.values.allSatisfy { $0.contains(key) }
        let partners = shared.values.map { $0.first { $0 != key } ?? key }
        guard isKeys, Set(partners).count >= 2, holders.values.allSatisfy({ $0.count <= 2 }),
          // One word of each, and nearly nothing else: a sentence that happens to share two is none.
          words[key].count(where: { shared[$0] == nil }) <= 1
        else { continue }
        let found = options[key].words.filter {
          vocabulary.contentRoot($0).map { shared[$0] != nil } ?? false
        }.map { "“\(vocabulary.spelling($0))”" }.joined(separator: " and ")
        findings.report(
          "The right option is not the one that has most in common with the others: this one shares "
            + "\(found) with two different ones.",
          help: "Vary a wrong option too, or give the others parts that the right one has not.",
          at: options[key].range, in: exam.path)
      }
    }
  }
}
