/// A text that comes near to breaking a rule and does not.
struct QuietQuestion: Sendable {
  var rule: String
  var body: String

  init(_ rule: String, _ body: String) {
    self.rule = rule
    self.body = body
  }

  static let all: [QuietQuestion] = [
    // Half as long again, but by a word only; or by 20 characters, but of many.
    QuietQuestion("longest-key", "### When?\n\n- (x) Early enough\n- ( ) Late"),
    QuietQuestion(
      "longest-key",
      "### When?\n\n- (x) \(String(repeating: "early ", count: 12))\n- ( ) \(String(repeating: "late, ", count: 8))?"
    ),
    // A wrong option is the long one.
    QuietQuestion(
      "longest-key", "### When?\n\n- (x) Early\n- ( ) When nobody can plan any more, or later still"
    ),
    // Four of four are the longest of two: chance does that in 1 of 16.
    QuietQuestion(
      "key-often-longest", repeated(4) { "### \($0)?\n\n- (x) Early on\n- ( ) Late" }
    ),
    // As long as another is not the longest.
    QuietQuestion(
      "key-often-longest", repeated(9) { "### \($0)?\n\n- (x) Early\n- ( ) Later\n- ( ) No" }
    ),
    // Shuffled, so that the written place is not seen.
    QuietQuestion(
      "key-in-same-place", repeated(9) { "### \($0)?\n\n- (x) a\n- ( ) b\n- ( ) c" }
    ),
    QuietQuestion(
      "key-in-same-place", repeated(3) { "### \($0)? `keep order`\n\n- (x) a\n- ( ) b\n- ( ) c" }
    ),
    // Numbers among words; four questions only.
    QuietQuestion(
      "key-in-the-middle", repeated(9) { "### \($0)?\n\n- ( ) 1\n- (x) 2\n- ( ) 3\n- ( ) many" }
    ),
    QuietQuestion(
      "key-in-the-middle", repeated(4) { "### \($0)?\n\n- ( ) 1\n- (x) 2\n- ( ) 3" }
    ),
    QuietQuestion(
      "same-truth", repeated(3) { "### \($0).\n\nAnswer: true" }
    ),
    // Another word of the question stands in a wrong option.
    QuietQuestion(
      "key-repeats-question",
      "### What does the load report show?\n\n- (x) The reports of rejects\n- ( ) Who loads it\n- ( ) Time"
    ),
    // Small words, numbers, quotations and the text below.
    QuietQuestion(
      "key-repeats-question",
      "### “The data is clean.” What would you ask first about 1200 rows?\n\nThe rehearsal is near.\n\n- (x) What clean data would mean to you in the rehearsal of 1200\n- ( ) Nothing\n- ( ) Who did it"
    ),
    // A word inside another is another word.
    QuietQuestion(
      "key-repeats-question", "### Who is the host?\n\n- (x) The hostel\n- ( ) Ann\n- ( ) Bob"),
    // Two options fit; and letters that do not say their sound.
    QuietQuestion("grammar-cue", "### It is an\n\n- (x) answer\n- ( ) offer\n- ( ) key"),
    QuietQuestion("grammar-cue", "### It is an\n\n- (x) answer\n- ( ) hour\n- ( ) umbrella"),
    QuietQuestion("grammar-cue", "### It is a\n\n- (x) “SSO”\n- ( ) answer\n- ( ) offer"),
    QuietQuestion(
      "grammar-cue", "### What does he need? A\n\n- (x) car\n- ( ) a bus\n- ( ) an SLA"),
    QuietQuestion(
      "grammar-cue",
      "### The causes are\n\n- (x) clocks\n- ( ) people from documentation\n- ( ) to be found"
    ),
    QuietQuestion(
      "grammar-cue", "### Its name is\n\n- (x) management\n- ( ) analysis\n- ( ) process"),
    QuietQuestion(
      "all-of-the-above",
      "### Which?\n\n- (x) All of the rows above\n- ( ) None\n- ( ) A and B tests"),
    QuietQuestion("all-of-the-above", "### Which?\n\n- (x) Both\n- ( ) A\n- ( ) B"),
    // In the right one too; in one of the wrong ones only; the plain answer to “who?”.
    QuietQuestion(
      "absolute-words", "### When?\n\n- (x) Only on Friday\n- ( ) Always\n- ( ) Never"
    ),
    QuietQuestion("absolute-words", "### When?\n\n- (x) On Friday\n- ( ) Always\n- ( ) Late"),
    QuietQuestion("absolute-words", "### Who?\n\n- (x) Ann\n- ( ) Everybody\n- ( ) Nobody"),
    QuietQuestion("absolute-words", "### When?\n\n- (x) On Friday\n- ( ) Always"),
    QuietQuestion("stated-count", "### Which two-day course?\n\n- (x) a\n- ( ) b"),
    QuietQuestion(
      "stated-count", "### The two of them ask which way is better.\n\n- (x) a\n- ( ) b"),
    QuietQuestion("stated-count", "### “Which two?” he asks.\n\n- (x) a\n- ( ) b"),
    QuietQuestion("repeated-option", "### What?\n\n- (x) 1.5\n- ( ) 15\n- ( ) −15"),
    QuietQuestion("repeated-option", "### What?\n\n- (x) `a-b`\n- ( ) `a_b`\n- ( ) >\n- ( ) <"),
    // The right side of pairs may repeat.
    QuietQuestion("repeated-option", "### Match.\n\n| A | B |\n| - | - |\n| a | x |\n| b | x |"),
    QuietQuestion("overlapping-options", "### What?\n\n- (x) 1–10 days\n- ( ) 5–20 weeks"),
    QuietQuestion(
      "overlapping-options", "### What?\n\n- (x) 1–10 days\n- ( ) 5–20 days\n- ( ) I don't know"),
    // Something is shared by all; the wrong ones share with one another.
    QuietQuestion(
      "converging-options",
      "### What?\n\n- (x) The red house\n- ( ) The green house\n- ( ) The blue house\n- ( ) The large house"
    ),
    QuietQuestion(
      "converging-options",
      "### What?\n\n- (x) Issuer and subject\n- ( ) Issuer and label\n- ( ) Label and subject\n- ( ) Telephone"
    ),
    // A clause, a quotation, a statement of fact before the question.
    QuietQuestion(
      "negative-question",
      "### Which customers who have not signed do you ring?\n\n- (x) a\n- ( ) b"
    ),
    QuietQuestion("negative-question", "### “Do not wait.” What do you say?\n\n- (x) a\n- ( ) b"),
    QuietQuestion(
      "negative-question", "### The import does not run. What do you do?\n\n- (x) a\n- ( ) b"
    ),
    QuietQuestion("negative-question", "### What do you do if it isn't there?\n\n- (x) a\n- ( ) b"),
    QuietQuestion("negative-question", "### Why does it not run?\n\nAnswer: power"),
    QuietQuestion(
      "double-negative", "### Which is not wise?\n\n- (x) To say “No.”\n- ( ) To write a note"),
    QuietQuestion(
      "double-negative", "### What do you do?\n\n- (x) Not to wait\n- ( ) Never to ask"),
    QuietQuestion("double-negative", "### It is not read.\n\nAnswer: true"),
    // A single hint is the last one; the question has it already; a part of a word.
    QuietQuestion("hint-gives-answer", "### What?\n\nAnswer: creep\n\nHint: creep"),
    QuietQuestion(
      "hint-gives-answer",
      "### Is it SAML or OIDC?\n\nAnswer: OIDC\n\nHint: SAML, not OIDC?\nHint: Yes."),
    QuietQuestion(
      "hint-gives-answer", "### How many?\n\nAnswer: 15\n\nHint: 150 or 1.15\nHint: 15"),
    // The answer alone; the words of the question alone; in a rationale that comes at the end.
    QuietQuestion(
      "key-in-other-question",
      "### Which rules on top of xAPI launch a course?\n\nAnswer: cmi5\n\n### What came after cmi5?\n\nAnswer: 1\n\n### Which rules on top of xAPI came late?\n\nAnswer: 1\n\n> cmi5 launches a course."
    ),
    QuietQuestion(
      "key-in-other-question",
      "### Which rules on top of xAPI launch a course?\n\nAnswer: cmi5\n\nIt is cmi4 or cmi5."
    ),
    // The question's own text has it, and no option of its own counts.
    QuietQuestion(
      "key-in-other-question",
      "### When does the sponsor hear of a date?\n\n- (x) The sponsor hears of a date today\n- ( ) Later"
    ),
  ]
}
