import RehearseCore

private let cover = unitText("course", "- [A quiz](quiz.md)")

private func quiz(_ rule: String, _ broken: String, mended: String, front: String = "")
  -> FindingCase
{
  FindingCase(
    rule, unitText("assessment", broken, front: front),
    mended: unitText("assessment", mended, front: front), path: "quiz.md",
    course: ["course.md": cover])
}

/// The same question so many times, told apart by its number.
func repeated(_ count: Int, _ question: (Int) -> String) -> String {
  (1...count).map(question).joined(separator: "\n\n")
}

extension FindingCase {
  /// One or more for each rule on questions: its broken text breaks the rule at the marked places
  /// and nowhere else, and the mended one does not break it.
  static let questionRules: [FindingCase] =
    questionOptions + wholeExams + questionWords + otherQuestionRules

  private static let questionOptions: [FindingCase] = [
    quiz(
      "longest-key",
      "### When?\n\n- ( ) Too late\n- ⟦(x) As early as you can, because then they can still plan⟧\n- ( ) When asked",
      mended: "### When?\n\n- ( ) Too late\n- (x) As early as you can\n- ( ) When asked"),
    quiz(
      "longest-key",
      "### When?\n\n- [ ] Too late\n- [x] ⟦As early as you can, as they can plan⟧\n- [x] As soon as it may slip, because it is honest",
      mended: "### When?\n\n- [ ] Too late\n- [x] Early\n- [x] As soon as it may slip, because"),
    quiz(
      "repeated-option", "### When?\n\n- (x) Early\n- ( ) “Later”\n- ⟦( ) later.⟧",
      mended: "### When?\n\n- (x) Early\n- ( ) “Later”\n- ( ) Late"),
    quiz(
      "repeated-option", "### When?\n\nPut in order\n\n1. Ask\n2. Wait\n3. ⟦Ask⟧",
      mended: "### When?\n\nPut in order\n\n1. Ask\n2. Wait\n3. Ask again"),
    quiz(
      "overlapping-options",
      "### How long?\n\n- ( ) 1–10 days\n- (x) 11–20 days\n- ⟦( ) 15–30 days⟧",
      mended: "### How long?\n\n- ( ) 1–10 days\n- (x) 11–20 days\n- ( ) 21–30 days"),
    quiz(
      "overlapping-options", "### How long?\n\n- ( ) 0 to 1,5 %\n- ⟦(x) 1,5 to 20 %⟧",
      mended: "### How long?\n\n- ( ) 0 to 1,5 %\n- (x) 1,6 to 20 %"),
    quiz(
      "too-many-options", "⟦### Which?⟧\n\n- (x) a" + repeated(5) { "\n- ( ) b\($0)" },
      mended: "### Which?\n\n- (x) a" + repeated(4) { "\n- ( ) b\($0)" }),
    quiz(
      "too-many-options", "⟦### Which?⟧\n\n- [x] a" + repeated(8) { "\n- [ ] b\($0)" },
      mended: "### Which?\n\n- [x] a" + repeated(7) { "\n- [ ] b\($0)" }),
    quiz(
      "every-option-right", "⟦### Which?⟧\n\n- [x] a\n- [x] b",
      mended: "### Which?\n\n- [x] a\n- [x] b\n- [ ] c"),
    quiz(
      "stated-count", "⟦### Which two would you name?⟧\n\n- [x] a\n- [x] b\n- [x] c\n- [ ] d",
      mended: "### Which three would you name?\n\n- [x] a\n- [x] b\n- [x] c\n- [ ] d"),
    quiz(
      "stated-count", "⟦### There are four. Choose two.⟧\n\n- (x) a\n- ( ) b",
      mended: "### There are two. Choose one.\n\n- (x) a\n- ( ) b"),
  ]

  private static let wholeExams: [FindingCase] = [
    quiz(
      "key-often-longest",
      "⟦### When 0?⟧\n\n- (x) Early on\n- ( ) Late\n- ( ) Then\n\n"
        + repeated(4) { "### When \($0)?\n\n- (x) Early on\n- ( ) Late\n- ( ) Then" },
      mended: "### When 0?\n\n- (x) Early on\n- ( ) Late\n- ( ) Whenever\n\n"
        + repeated(4) { "### When \($0)?\n\n- (x) Early on\n- ( ) Late\n- ( ) Then" }),
    quiz(
      "key-in-same-place",
      "⟦### When 0? `keep order`⟧\n\n- (x) a\n- ( ) b\n\n"
        + repeated(3) { "### When \($0)? `keep order`\n\n- (x) a\n- ( ) b\n- ( ) c" },
      mended: "### When 0? `keep order`\n\n- ( ) a\n- (x) b\n\n"
        + repeated(3) { "### When \($0)? `keep order`\n\n- (x) a\n- ( ) b\n- ( ) c" }),
    quiz(
      // 8 of 9 among four: by chance in 3 × 9 / 4⁸ + … of assessments, at most.
      "key-in-same-place",
      "### Odd? `keep order`\n\n- (x) a\n- ( ) b\n- ( ) c\n- ( ) d\n\n⟦### When 0? `keep order`⟧\n\n- ( ) a\n- ( ) b\n- (x) c\n- ( ) d\n\n"
        + repeated(7) { "### When \($0)? `keep order`\n\n- ( ) a\n- ( ) b\n- (x) c\n- ( ) d" },
      mended: repeated(4) { "### When \($0)? `keep order`\n\n- ( ) a\n- ( ) b\n- (x) c\n- ( ) d" }
        + "\n\n"
        + repeated(4) { "### Then \($0)? `keep order`\n\n- ( ) a\n- (x) b\n- ( ) c\n- ( ) d" }),
    quiz(
      "key-in-the-middle",
      "⟦### How many 0?⟧\n\n- ( ) 9\n- (x) 10\n- ( ) 11\n\n"
        + repeated(4) { "### How many \($0)?\n\n- ( ) 9\n- ( ) −3\n- (x) \($0 - 2)" },
      mended: "### How many 0?\n\n- ( ) 9\n- (x) 12\n- ( ) 11\n\n"
        + repeated(4) { "### How many \($0)?\n\n- ( ) 9\n- ( ) −3\n- (x) \($0 - 2)" }),
    quiz(
      "same-truth",
      "⟦### One.⟧\n\nAnswer: false\n\n" + repeated(3) { "### No. \($0).\n\nAnswer: False" },
      mended: "### One.\n\nAnswer: true\n\n" + repeated(3) { "### No. \($0).\n\nAnswer: false" }),
    quiz(
      "pool-too-small",
      "## A `draw 1`\n\n### One?\n\nAnswer: 1\n\n⟦## B `draw 2`⟧\n\n"
        + repeated(3) { "### B\($0)?\n\nAnswer: 1" },
      mended: "## A `draw 1`\n\n### One?\n\nAnswer: 1\n\n## B `draw 2`\n\n"
        + repeated(4) { "### B\($0)?\n\nAnswer: 1" }, front: "attempts: 2"),
    FindingCase(
      "pool-too-small",
      unitText(
        "assessment", repeated(5) { "### B\($0)?\n\nAnswer: 1" },
        front: "draw: ⟦3⟧\nattempts: 1, then wait 7 days"),
      mended: unitText(
        "assessment", repeated(5) { "### B\($0)?\n\nAnswer: 1" }, front: "draw: 3\nattempts: 1"),
      path: "quiz.md", course: ["course.md": cover]),
    FindingCase(
      "luck-decides",
      unitText(
        "assessment", repeated(10) { "### B\($0)?\n\nAnswer: 1" },
        front: "pass: ⟦80%⟧\nattempts: 3"),
      mended: unitText(
        "assessment", repeated(10) { "### B\($0)?\n\nAnswer: 1" }, front: "pass: 80%\nattempts: 1"),
      path: "quiz.md", course: ["course.md": cover]),
    FindingCase(
      // Section marks on two questions each: well over the mark, and yet thrown out by one slip.
      "luck-decides",
      unitText(
        "assessment",
        repeated(5) { "## S\($0)\n\n### A\($0)?\n\nAnswer: 1\n\n### B\($0)?\n\nAnswer: 1" },
        front: "pass: ⟦75%, each section 100%⟧\nattempts: 1"),
      mended: unitText(
        "assessment",
        repeated(5) { "## S\($0)\n\n### A\($0)?\n\nAnswer: 1\n\n### B\($0)?\n\nAnswer: 1" },
        front: "pass: 75%, each section 50%\nattempts: 1"),
      path: "quiz.md", course: ["course.md": cover]),
    FindingCase(
      "guessing-passes",
      unitText(
        "assessment", repeated(8) { "### B\($0).\n\nAnswer: \($0 > 4)" },
        front: "pass: ⟦75%⟧\nattempts: 1"),
      mended: unitText(
        "assessment", repeated(8) { "### B\($0).\n\nAnswer: \($0 > 4)" },
        front: "pass: 100%\nattempts: 1"),
      path: "quiz.md", course: ["course.md": cover]),
  ]

  private static let questionWords: [FindingCase] = [
    quiz(
      "key-repeats-question",
      "### How does the steering group decide?\n\n- ( ) By lot\n- ⟦(x) IT decides⟧\n- ( ) At once",
      mended:
        "### How does the steering group decide?\n\n- ( ) By lot\n- (x) IT has the say\n- ( ) At once"
    ),
    quiz(
      "key-repeats-question",
      "### Who mends “broken” mappings?\n\n- ( ) The sponsor\n- ⟦(x) Whoever wrote the mapping⟧\n- ( ) Whoever is free",
      mended:
        "### Who mends “broken” mappings?\n\n- ( ) The sponsor\n- (x) Whoever wrote the mapping\n- ( ) Whoever mends first"
    ),
    quiz(
      "grammar-cue", "### What joins them is an\n\n- ( ) key\n- ⟦(x) identifier⟧\n- ( ) password",
      mended: "### What joins them is an\n\n- ( ) key\n- (x) identifier\n- ( ) account"),
    quiz(
      "grammar-cue", "### It begins with a …\n\n- ( ) answer\n- ⟦(x) question⟧\n- ( ) offer",
      mended: "### It begins with …\n\n- ( ) an answer\n- (x) a question\n- ( ) an offer"),
    quiz(
      "grammar-cue",
      "### The usual causes are\n\n- ( ) bad documentation\n- ⟦(x) stopped clocks⟧\n- ( ) an expired password",
      mended:
        "### The usual causes are\n\n- ( ) missing documents\n- (x) stopped clocks\n- ( ) expired passwords"
    ),
    quiz(
      "all-of-the-above",
      "### Which?\n\n- ( ) One\n- ( ) Two\n- ⟦(x) Both of these⟧\n- ⟦( ) None of the above.⟧",
      mended:
        "### Which?\n\n- ( ) One\n- ( ) Two\n- (x) Both of them at once\n- ( ) None of the staff"
    ),
    quiz(
      "all-of-the-above", "### Which?\n\n- [x] One\n- [x] Two\n- [ ] ⟦Both A and B⟧",
      mended: "### Which?\n\n- [x] One\n- [x] Two\n- [ ] Both plan A and plan B"),
    quiz(
      "converging-options",
      "### Who?\n\n- ⟦(x) The owner and the tester⟧\n- ( ) The owners\n- ( ) The tester, late\n- ( ) Ann",
      mended:
        "### Who?\n\n- (x) The owner and the tester\n- ( ) The owners\n- ( ) The lawyer\n- ( ) Ann"),
    quiz(
      "absolute-words",
      "⟦### When?⟧\n\n- ( ) Always on Friday\n- (x) When it may slip\n- ( ) “You must wait.”",
      mended:
        "### When?\n\n- ( ) Always on Friday\n- (x) When it may slip\n- ( ) “You should wait.”"),
    quiz(
      "negative-question",
      "⟦### Which of these is not yours to give?⟧\n\n- (x) The rate\n- ( ) Time",
      mended: "### Which of these is *not* yours to give?\n\n- (x) The rate\n- ( ) Time"),
    quiz(
      "negative-question",
      "⟦### All of these are yours to give, except⟧\n\n- (x) the rate\n- ( ) time",
      mended: "### All of these are yours to give, EXCEPT\n\n- (x) the rate\n- ( ) time"),
    quiz(
      "negative-question", "⟦### True or false: a copy doesn’t send mail.⟧\n\nAnswer: false",
      mended: "### True or false: a copy sends no mail.\n\nAnswer: false"),
    quiz(
      "double-negative",
      "### Which is NOT wise?\n\n- (x) To wait\n- ⟦( ) Never to wait⟧\n- ( ) To ask",
      mended: "### Which is NOT wise?\n\n- (x) To wait\n- ( ) To ring\n- ( ) “I do not know.”"),
    quiz(
      "double-negative", "⟦### It is **not** true that nobody reads it.⟧\n\nAnswer: true",
      mended: "### It is **not** true that all read it.\n\nAnswer: true"),
  ]

  private static let otherQuestionRules: [FindingCase] = [
    quiz(
      "hint-gives-answer",
      "### What is it called?\n\nAnswer: scope creep | creep\n\n⟦Hint: It creeps: scope creep.⟧\nHint: Scope creep.",
      mended:
        "### What is it called?\n\nAnswer: scope creep | creep\n\nHint: It creeps.\nHint: Scope creep."
    ),
    quiz(
      "hint-gives-answer",
      "### How many?\n\nAnswer: 15 days\n\nHint: More than 14.\n⟦Hint: One more is 15.⟧\nHint: 15",
      mended:
        "### How many?\n\nAnswer: 15 days\n\nHint: More than 14.\nHint: Less than 150.\nHint: 15"
    ),
    quiz(
      "hint-gives-answer",
      "### What now?\n\n- (x) Ask for the reason\n- ( ) Wait\n\n⟦Hint: You ask for the reason, of course.⟧\nHint: So ask.",
      mended:
        "### What now?\n\n- (x) Ask for the reason\n- ( ) Wait\n\nHint: Is there a reason?\nHint: You ask for the reason."
    ),
    quiz(
      "key-in-other-question",
      "⟦### Which rules on top of xAPI say how a course is launched?⟧\n\nAnswer: cmi5\n\n### Match.\n\n| A | B |\n| - | - |\n| cmi5 | Launch rules on top of xAPI |\n| SCIM | Accounts |",
      mended:
        "### Which rules on top of xAPI say how a course is launched?\n\nAnswer: cmi5\n\n### Match.\n\n| A | B |\n| - | - |\n| cmi5 | From 2016 |\n| SCIM | Accounts |"
    ),
    quiz(
      "key-in-other-question",
      "⟦### When does the sponsor hear of a slipping date?⟧\n\n- (x) Today, as a risk to the plan\n- ( ) Later\n\n### The sponsor hears of the slipping date today, as a risk to the plan. What next?\n\nAnswer: wait",
      mended:
        "### When does the sponsor hear of a slipping date?\n\n- (x) Today, as a risk to the plan\n- ( ) Later\n\n### The sponsor has heard of it. What next?\n\nAnswer: wait"
    ),
    quiz(
      "hint-never-shown",
      "### One?\n\nAnswer: 1\n\n⟦### Two?⟧\n\nAnswer: 2\n\nHint: A pair.\n\n### Three?\n\nAnswer: 3\n\nHint: More.",
      mended: "### One?\n\nAnswer: 1\n\n### Two?\n\nAnswer: 2\n\n### Three?\n\nAnswer: 3",
      front: "attempts: 2"),
    quiz(
      "question-without-reason", "⟦### How many?⟧\n\nAnswer: 2\n\nHint: A pair.",
      mended: "### How many?\n\nAnswer: 2\n\n> A pair."),
    quiz(
      "question-without-reason", "⟦### Which?⟧\n\n- (x) a\n- ( ) b",
      mended: "### Which?\n\n- (x) a\n- ( ) b\n  > Not this one."),
  ]
}
