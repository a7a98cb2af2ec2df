extension Mistake {
  static let questions: [Mistake] = [
    Mistake(
      "no option marked", in: .diagnostic, "- (x) The issuer and the subject together",
      "- ( ) The issuer and the subject together",
      at: .words("### Which values does OpenID"), mend: .undo(says: "Mark the right one with `(x)`")
    ),
    Mistake(
      "two options marked", in: .quiz, "- ( ) As soon as the guest", "- (x) As soon as the guest",
      at: .words("### When do you name a sum"), mend: .undo(says: "Mark one")),
    Mistake(
      "a blank beside the mark", in: .quiz, "- (x) After you know", "- (x ) After you know",
      mend: .undo(says: "`( )` or `(x)` and a blank")),
    Mistake(
      "a tick for the mark", in: .quiz, "- (x) After you know", "- (✓) After you know",
      mend: .undo(says: "`( )` or `(x)` and a blank")),
    Mistake(
      "an option without its mark", in: .diagnostic, "- ( ) A rule in the directory",
      "- A rule in the directory", mend: .undo(says: "`( )` or `(x)` and a blank")),
    Mistake(
      "a square bracket among round ones", in: .quiz, "- ( ) As soon as the guest",
      "- [ ] As soon as the guest", mend: .undo(says: "`( )` or `(x)` and a blank")),
    Mistake(
      "a round bracket among square ones", in: .diagnostic,
      "- [ ] Rows that the data owner has picked",
      "- ( ) Rows that the data owner has picked", mend: .undo(says: "`[ ]` or `[x]` and a blank")),
    Mistake(
      "no box ticked", in: .quiz, "- [x] What they bought\n- [x] What they got",
      "- [ ] What they bought\n- [ ] What they got",
      at: .words("### Which of these do you say back"),
      mend: .undo(says: "Mark the right ones with `[x]`")),
    Mistake(
      "no blank before an option's mark", in: .quiz, "- ( ) Before the guest can",
      "-( ) Before the guest can", mend: .undo(says: "Put a blank behind the `-`")),
    Mistake(
      "an option left empty", in: .quiz, "- ( ) Before the guest can ask for more", "- ( )",
      mend: .undo(says: "Write it behind the mark")),
    Mistake(
      "a single option", in: .quiz, "- [x] What they got\n- [ ] Whose shift it was\n", "",
      at: .words("### Which of these do you say back"), mend: .undo(says: "Add options")),
    Mistake(
      "an option's coach at the left edge", in: .quiz, "  > Then the guest has made",
      "> Then the guest has made", mend: .undo(says: "Indent it by two blanks")),
    Mistake(
      "an option twice", in: .diagnostic,
      "- ( ) A shorter session, so that leavers are signed out at once",
      "- ( ) A rule in the directory that blocks leavers from signing in",
      mend: .undo(says: "Change one of the two")),
    Mistake(
      "all of the above", in: .quiz, "- [ ] Whose shift it was", "- [ ] All of the above",
      mend: .undo(says: "write an option of its own")),
    Mistake(
      "a wrong number of right options in the question", in: .diagnostic,
      "### Which two does a rehearsal load need to count?",
      "### Which three does a rehearsal load need to count?",
      mend: .undo(says: "Change the number in the question")),
    Mistake(
      "the answer forgotten", in: .quiz, "Answer: voucher | night voucher\n", "",
      at: .words("### What is the paper called"), mend: .undo(says: "`Answer: …`")),
    Mistake(
      "the answer left empty", in: .quiz, "Answer: voucher | night voucher", "Answer:",
      mend: .undo(says: "`Answer: one | another`")),
    Mistake(
      "Answer misspelt", in: .diagnostic, "Answer: cmi5", "Anwser: cmi5",
      mend: .suggested(inPlaceOf: "Anwser:")),
    Mistake(
      "no colon behind Answer", in: .quiz, "Answer: false", "Answer false",
      mend: .suggested(inPlaceOf: "Answer")),
    Mistake(
      "a hyphen behind Answer", in: .diagnostic, "Answer: 65 rows", "Answer - 65 rows",
      mend: .suggested(inPlaceOf: "Answer -")),
    Mistake(
      "a number from and to", in: .quiz, "Answer: 24 ± 1 hours", "Answer: 23-25 hours",
      mend: .undo(says: "24 ± 1")),
    Mistake(
      "a tolerance in words", in: .quiz, "Answer: 24 ± 1 hours",
      "Answer: 24 plus or minus 1 hours", mend: .undo(says: "± 1")),
    Mistake(
      "about a number", in: .quiz, "Answer: 24 ± 1 hours", "Answer: about 24 hours",
      mend: .undo(says: "± 1")),
    Mistake(
      "Hint misspelt", in: .quiz, "Hint: It stands in the booking.",
      "Hnit: It stands in the booking.", mend: .suggested(inPlaceOf: "Hnit:")),
    Mistake(
      "no colon behind Rubric", in: .quiz, "Rubric:\n", "Rubric\n",
      mend: .suggested(inPlaceOf: "Rubric")),
    Mistake(
      "the order in bullets", in: .quiz,
      "1. Read the booking\n2. Ask who may agree\n3. Name the sum\n4. Write it down",
      "- Read the booking\n- Ask who may agree\n- Name the sum\n- Write it down",
      at: .words("### How does a refund go?"), mend: .undo(says: "with a numbered list")),
    Mistake(
      "Put in order misspelt", in: .quiz, "Put in order", "Put in oder",
      mend: .suggested(inPlaceOf: "Put in oder")),
    Mistake(
      "a single step to put in order", in: .quiz,
      "2. Ask who may agree\n3. Name the sum\n4. Write it down\n", "",
      at: .words("1. Read the booking"), mend: .undo(says: "Add steps")),
    Mistake(
      "a table without its line of hyphens", in: .quiz, "| --- | --- |\n", "",
      at: .words("### What does the guest mean?"), mend: .undo(says: "a table of two columns")),
    Mistake(
      "two hashes before a question", in: .quiz, "### How does a refund go?",
      "## How does a refund go?", mend: .suggested(inPlaceOf: "##")),
    Mistake(
      "four hashes before a question", in: .diagnostic, "### How many rows are unexplained?",
      "#### How many rows are unexplained?",
      mend: .suggested(inPlaceOf: "####")),
    Mistake(
      "no blank behind a question's hashes", in: .diagnostic,
      "### How many rows are unexplained?", "###How many rows are unexplained?",
      mend: .undo(says: "Put a blank behind the `###`")),
    Mistake(
      "a question without words", in: .quiz, "### How does a refund go?", "###",
      mend: .undo(says: "Write it behind the `###`")),
    Mistake(
      "a draw over the pool", in: .quiz, "`draw 2`", "`draw 20`",
      mend: .undo(says: "Lower the draw")),
    Mistake(
      "a draw in words", in: .quiz, "`draw 2`", "`draw two`",
      mend: .suggested(inPlaceOf: "draw two")),
    Mistake(
      "a total over the pool", in: .quiz, "feedback: at the end",
      "draw: 40\nfeedback: at the end", mend: .undo(says: "Lower the draw")),
    Mistake(
      "a total that the sections do not make", in: .shipped("final.md"), "draw: 15", "draw: 20",
      mend: .undo(says: "Change one of them")),
    Mistake(
      "the skill of a question misspelt", in: .quiz, "`skill listening` `points 2`",
      "`skill listenning` `points 2`", mend: .suggested(inPlaceOf: "listenning")),
    Mistake(
      "an equals sign at a question's points", in: .quiz, "`skill listening` `points 2`",
      "`skill listening` `points=2`", mend: .suggested(inPlaceOf: "points=2")),
    Mistake(
      "a draw at a question", in: .quiz, "### How does a refund go?",
      "### How does a refund go? `draw 1`", mend: .undo(says: "where each directive stands")),
    Mistake(
      "attempts in words", in: .quiz, "attempts: 3, then wait 7 days",
      "attempts: three", mend: .undo(says: "3, or 3, then wait 7 days")),
    Mistake(
      "feedback at a time of one's own", in: .quiz, "feedback: at the end",
      "feedback: immediately", mend: .undo(says: "at once, or at the end")),
    Mistake(
      "confidence with yes", in: .quiz, "confidence: asked", "confidence: yes",
      mend: .undo(says: "asked, or not asked")),
    Mistake(
      "a time limit in words", in: .quiz, "time limit: 20 minutes", "time limit: half an hour",
      mend: .undo(says: "a time such as 30 minutes")),
  ]
}
