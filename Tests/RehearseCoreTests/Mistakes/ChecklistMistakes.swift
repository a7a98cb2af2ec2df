extension Mistake {
  static let checklists: [Mistake] = [
    Mistake(
      "no blank before a box", in: .refund, "- [x] I know who is complaining.",
      "-[x] I know who is complaining.", mend: .undo(says: "Put a blank behind the `-`")),
    Mistake(
      "no blank in a box", in: .refund, "- [ ] I have a voucher", "- [] I have a voucher",
      mend: .undo(says: "`[ ]` or `[x]` and a blank")),
    Mistake(
      "blanks around the cross", in: .refund, "- [x] I know who is complaining.",
      "- [ x ] I know who is complaining.", mend: .undo(says: "`[ ]` or `[x]` and a blank")),
    Mistake(
      "another bullet and blanks around the cross", in: .scope,
      "- [x] I know whether the request", "* [ x ] I know whether the request",
      mend: .undo(says: "`[ ]` or `[x]` and a blank")),
    Mistake(
      "no blank behind a box", in: .refund, "- [ ] I have a voucher", "- [ ]I have a voucher",
      mend: .undo(says: "`[ ]` or `[x]` and a blank")),
    Mistake(
      "round brackets for a box", in: .scope, "- [ ] I have tried it out",
      "- ( ) I have tried it out", mend: .undo(says: "`[ ]` or `[x]` and a blank")),
    Mistake(
      "a tick in a box", in: .scope, "- [x] I can say in days", "- [✓] I can say in days",
      mend: .undo(says: "`[ ]` or `[x]` and a blank")),
    Mistake(
      "a box from Word", in: .refund, "- [ ] I have said sorry", "- ☐ I have said sorry",
      mend: .undo(says: "`[ ]` or `[x]` and a blank")),
    Mistake(
      "a box forgotten", in: .scope, "- [ ] The slides have", "- The slides have",
      mend: .undo(says: "`[ ]` or `[x]` and a blank")),
    Mistake(
      "an item without words", in: .refund, "- [x] I know what it costs us.",
      "- [x] `critical`", mend: .undo(says: "Write it behind the box")),
    Mistake(
      "critical misspelt in a checklist", in: .refund, "read the booking. `critical`",
      "read the booking. `critcal`", mend: .suggested(inPlaceOf: "critcal")),
    Mistake(
      "critical in brackets in a checklist", in: .refund, "read the booking. `critical`",
      "read the booking. (critical)", mend: .undo(says: "Put it between backquotes")),
    Mistake(
      "points in a checklist", in: .refund, "read the booking. `critical`",
      "read the booking. `critical` `points 2`", mend: .undo(says: "where each directive stands")),
    Mistake(
      "a pause point without items", in: .refund, "## Before you promise\n",
      "## Before you ring\n\n## Before you promise\n",
      mend: .undo(says: "take the heading away")),
    Mistake(
      "a pause point with plain bullets", in: .refund,
      "- [x] I know what it costs us.\n- [x] I know who may agree to it. `critical`\n"
        + "- [ ] I have said sorry three times.",
      "- I know what it costs us.\n- I know who may agree to it.\n"
        + "- I have said sorry three times.",
      at: .words("## Before you promise"), mend: .undo(says: "Add items under the heading")),
    Mistake(
      "why an item matters at the left edge", in: .refund,
      "  What was promised stands there,", "What was promised stands there,",
      mend: .undo(says: "Indent it by two blanks")),
    Mistake(
      "the words to ask at the left edge", in: .scope,
      "  Ask: “Is this for you,", "Ask: “Is this for you,",
      mend: .undo(says: "Indent it by two blanks")),
    Mistake(
      "Ask misspelt", in: .refund, "  Ask: “May I look", "  Aks: “May I look",
      mend: .suggested(inPlaceOf: "Aks:")),
    Mistake(
      "a pause point twice", in: .scope, "## Before anyone starts", "## Before you answer",
      isAdvice: true, mend: .undo(says: "Say what is particular about this one")),
    Mistake(
      "why an item matters indented by six blanks", in: .refund,
      "  Whoever holds one gives it away.", "        Whoever holds one gives it away.",
      mend: .undo(says: "Indent it by two blanks")),
  ]
}
