extension Rule {
  static let allOfTheAbove = Rule(
    "all-of-the-above", .warning,
    "An option speaks for itself, and not of the other options.",
    why: """
      Whoever sees that two options are right knows that “all of the above” is; and options are \
      shuffled, so that nothing stands above. English only. Haladyna, Downing and Rodriguez (2002), \
      guidelines 25 and 26.
      """,
    example: (
      """
      ### What belongs in bad news?

      - ( ) What happened
      - ( ) What you do now
      - (x) All of the above

      > Both help to plan.
      """,
      """
      ### Which of these belong in bad news?

      - [x] What happened
      - [x] What you do now
      - [ ] Whose fault it was

      > Two of them help to plan.
      """
    )
  ) { review, findings in
    guard review.isEnglish else { return }
    for exam in review.exams {
      for question in exam.questions {
        for option in question.options ?? []
        where option.words.count <= 7 && refersToOthers(option.words.map(exam.vocabulary.spelling))
        {
          findings.report(
            "An option speaks for itself, and not of the other options: “\(option.text)” does not.",
            help:
              "Ask for several right options with `[ ]` and `[x]`, or write an option of its own.",
            at: option.range, in: exam.path)
        }
      }
    }
  }

  private static func refersToOthers(_ words: [String]) -> Bool {
    guard let first = words.first, first.count == 1 || beginnings.contains(first) else {
      return false
    }
    if phrases.contains(words.joined(separator: " ")) { return true }
    // “Both A and C”, “A and B”, “neither B nor C”
    let letters = words.filter { $0.count == 1 && "abcdef".contains($0) }
    let rest = words.filter {
      !["both", "and", "or", "neither", "nor", "only", "options"].contains($0)
    }
    return letters.count >= 2 && rest == letters && letters.count < words.count
  }

  private static let beginnings: Set<String> = [
    "all", "none", "both", "any", "neither", "some", "two", "one", "most", "either", "options",
    "only",
  ]

  private static let phrases: Set<String> = {
    var phrases: Set<String> = [
      "all the above", "all are right", "all are correct", "none is right",
    ]
    for amount in ["all", "none", "both", "any", "neither", "some", "two", "one", "most", "either"]
    {
      for others in [
        "of the above", "of these", "of them", "of the others", "of those", "of the options",
        "of the other options", "of the answers", "of the options above", "of the above options",
        "of these answers", "of the above answers", "of the answers above", "of these options",
        "of the others are right", "of the above are right", "of the above is right",
        "of the above are correct", "of the above is correct", "of these are right",
        "of these is right", "of these are correct", "of these is correct",
      ] {
        phrases.insert("\(amount) \(others)")
      }
    }
    return phrases
  }()
}
