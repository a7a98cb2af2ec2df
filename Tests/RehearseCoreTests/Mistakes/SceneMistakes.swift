extension Mistake {
  /// Headings, lists and the coach's words.
  static let scenes: [Mistake] = [
    Mistake(
      "a list of choices deleted", in: .booking,
      "- [“You have a booking, so you will have a bed.”](#a-bed) `points 4 listening`\n"
        + "  > He needs a bed, and now he knows that he gets one.\n"
        + "- [“The system shows nothing.”](#the-street) `points 1`\n"
        + "  > True, and he is no nearer to a bed.\n"
        + "- [“Who took your booking?”](#the-street)\n"
        + "  > You look for the mistake, and he still stands there.\n"
        + "- [“Can you come back at noon?”](#the-street) `critical`\n"
        + "  > He has nowhere to go until then.\n", "",
      at: .words("## At the door"), mend: .undo(says: "Add a list of links")),
    Mistake(
      "an ending forgotten", in: .room, "`ending failure`\n\nThe review",
      "The review", at: .words("## She leaves"), mend: .undo(says: "`ending failure`")),
    Mistake(
      "an ending in a scene with choices", in: .booking, "**Omar:** I have the confirmation",
      "`ending partial`\n\n**Omar:** I have the confirmation", at: .words("## At the door"),
      mend: .undo(says: "Take out one of the two")),
    Mistake(
      "two endings in one scene", in: .call, "Maya is not surprised.",
      "`ending partial`\n\nMaya is not surprised.", mend: .undo(says: "Keep one")),
    Mistake(
      "one hash before a scene", in: .room, "## The manager", "# The manager",
      mend: .suggested(inPlaceOf: "#")),
    Mistake(
      "three hashes before a scene", in: .call, "## Read-back", "### Read-back",
      mend: .suggested(inPlaceOf: "###")),
    Mistake(
      "no blank behind the hashes", in: .room, "## The manager", "##The manager",
      mend: .undo(says: "Put a blank behind the `##`")),
    Mistake(
      "a scene's heading in bold", in: .room, "## The manager", "**The manager**",
      mend: .suggested(inPlaceOf: "**The manager**")),
    Mistake(
      "the first heading forgotten", in: .booking, "## At the door\n\n", "",
      at: .words("- [“You have a booking"), mend: .undo(says: "Begin the scene above it")),
    Mistake(
      "a scene copied and its heading kept", in: .booking, "## The street\n",
      "## The street\n\n`ending partial`\n\n⟦⟧## The street\n",
      mend: .changes(
        says: "Change the heading",
        [
          .edit(
            "scenarios/lost-booking.md", was: "`ending partial`\n\n## The street\n",
            becomes: "`ending partial`\n\n## The alley\n"),
          .edit(
            "scenarios/lost-booking.md", was: "“Who took your booking?”](#the-street)",
            becomes: "“Who took your booking?”](#the-alley)"),
        ])),
    Mistake(
      "no blank behind a hyphen", in: .room, "- [“I am sorry. Tell me.”]",
      "-[“I am sorry. Tell me.”]", mend: .undo(says: "Put a blank behind the `-`")),
    Mistake(
      "another bullet in the middle of the choices", in: .room, "- [“I am sorry. Tell me.”]",
      "* [“I am sorry. Tell me.”]", mend: .undo(says: "use the same bullet")),
    Mistake(
      "the coach's words at the left edge", in: .room,
      "  > You price the complaint before you have heard it.",
      "> You price the complaint before you have heard it.",
      mend: .undo(says: "Indent it by two blanks")),
    Mistake(
      "the last coach's words at the left edge", in: .room,
      "  > He can do nothing with that.", "> He can do nothing with that.",
      mend: .undo(says: "Indent it by two blanks")),
    Mistake(
      "the coach's words indented by one blank", in: .call,
      "  > A misunderstanding in a plan", " > A misunderstanding in a plan",
      mend: .undo(says: "Indent it by two blanks")),
    Mistake(
      "the coach's words indented by two tabs", in: .room,
      "  > He can do nothing with that.", "\t\t> He can do nothing with that.",
      mend: .undo(says: "Indent it by two blanks")),
    Mistake(
      "the coach's words indented by eight blanks", in: .call,
      "  > You refuse the promise", "        > You refuse the promise",
      mend: .undo(says: "Indent it by two blanks")),
    Mistake(
      "a choice indented too far", in: .room, "- [“I am sorry. Tell me.”]",
      "      - [“I am sorry. Tell me.”]", mend: .undo(says: "at the left edge")),
    Mistake(
      "no blank line between the coach and the story", in: .room,
      "before you have heard it.\n\n  She writes the number down.",
      "before you have heard it.\n  ⟦⟧She writes the number down.",
      mend: .undo(says: "leave a blank line before it")),
    Mistake(
      "what follows a choice at the left edge", in: .room,
      "  She writes the number down.\n", "She writes the number down.\n\n",
      at: .words("- [“You paid for quiet and got the lift."),
      mend: .undo(says: "indented by two blanks")),
    Mistake(
      "what follows the last choice at the left edge", in: .call,
      "  **Maya:** “Something breaks.” She", "**Maya:** “Something breaks.” She",
      mend: .undo(says: "Indent it by two blanks")),
    Mistake(
      "a speaker misspelt", in: .room, "**Paul:** What did we", "**Pual:** What did we",
      mend: .suggested(inPlaceOf: "Pual")),
    Mistake(
      "a speaker by the whole name", in: .room, "**Paul:** What did we",
      "**Paul Behrens:** What did we", mend: .suggested(inPlaceOf: "Paul Behrens")),
    Mistake(
      "a speaker forgotten in the cast", in: .room, "Paul = Paul Behrens, duty manager; ", "",
      at: .words("**Paul:** What did we"), mend: .undo(says: "Add the name to `cast:`")),
    Mistake(
      "a speaker not in bold", in: .room, "**Paul:** What did we", "Paul: What did we",
      mend: .suggested(inPlaceOf: "Paul:")),
    Mistake(
      "a speaker without a colon", in: .room, "**Paul:** What did we", "**Paul** What did we",
      mend: .suggested(inPlaceOf: "**Paul**")),
    Mistake(
      "an asterisk missing behind a speaker", in: .room, "**Paul:** What did we",
      "**Paul:* What did we", mend: .suggested(inPlaceOf: "**Paul:*")),
  ]

  /// Text that comes from a word processor.
  static let pasted: [Mistake] = [
    Mistake(
      "a round bullet", in: .room, "- [“I am sorry. Tell me.”]", "• [“I am sorry. Tell me.”]",
      mend: .undo(says: "Write `- ` in its place")),
    Mistake(
      "a dash for a bullet", in: .room, "- [“I am sorry. Tell me.”]",
      "– [“I am sorry. Tell me.”]", mend: .undo(says: "Write `- ` in its place")),
    Mistake(
      "a long dash before a box", in: .refund, "- [x] I know who is complaining.",
      "— [x] I know who is complaining.", mend: .undo(says: "Write `- ` in its place")),
    Mistake(
      "a sign of the font Symbol for a bullet", in: .booking, "- [“Who took your booking?”]",
      "\u{F0B7} [“Who took your booking?”]", mend: .undo(says: "Write `- ` in its place")),
    Mistake(
      "a list of dashes in a lesson", in: .lesson,
      "- “You paid for a quiet room and did not get one.”\n- “I would be annoyed as well.”\n"
        + "- “What would put this right for you?”",
      "– “You paid for a quiet room and did not get one.”\n– “I would be annoyed as well.”\n"
        + "– “What would put this right for you?”", mend: .undo(says: "Write `- ` in its place")),
    Mistake(
      "single curly quotes for backquotes", in: .call, "`points 5 discovery`\n  > You refuse",
      "‘points 5 discovery’\n  > You refuse", mend: .undo(says: "Put it between backquotes")),
    Mistake(
      "double curly quotes for backquotes", in: .booking, "`points 1`", "“points 1”",
      mend: .undo(says: "Put it between backquotes")),
    Mistake(
      "acute accents for backquotes", in: .room, "`trust -10`", "´trust -10´",
      mend: .undo(says: "Put it between backquotes")),
    Mistake(
      "curly quotes around once", in: .room, "`once`", "‘once’",
      mend: .undo(says: "Put it between backquotes")),
    Mistake(
      "curly quotes around an ending", in: .room, "`ending partial`", "‘ending partial’",
      mend: .undo(says: "Put it between backquotes")),
    Mistake(
      "curly quotes around a meter in a scene", in: .call, "`patience -1`\n\nYou go",
      "‘patience -1’\n\nYou go", mend: .undo(says: "Put it between backquotes")),
    Mistake(
      "curly quotes around a story's condition", in: .room, "`when heard and trust >= 60`",
      "‘when heard and trust >= 60’", mend: .undo(says: "Put it between backquotes")),
    Mistake(
      "curly quotes around an order of units", in: .cover, "`after first-words`",
      "‘after first-words’", mend: .undo(says: "Put it between backquotes")),
    Mistake(
      "curly quotes around a draw", in: .quiz, "## Listening `draw 2`",
      "## Listening ‘draw 2’", mend: .undo(says: "Put it between backquotes")),
    Mistake(
      "a no-break blank in a scene's name", in: .room, "What happened?”](#the-night)",
      "What happened?”](#the\u{A0}night)", mend: .suggested(inPlaceOf: "#the\u{A0}night")),
    Mistake(
      "a no-break blank between the brackets", in: .room, "What happened?”](#the-night)",
      "What happened?”]\u{A0}(#the-night)", mend: .undo(says: "without blanks between or inside")),
    Mistake(
      "a no-break hyphen in a scene's name", in: .room, "What happened?”](#the-night)",
      "What happened?”](#the\u{2011}night)", mend: .suggested(inPlaceOf: "#the\u{2011}night")),
    Mistake(
      "a dash in a flag's name", in: .call, "`set tom-invited`", "`set tom–invited`",
      mend: .suggested(inPlaceOf: "set tom–invited")),
    Mistake(
      "a dash in a path", in: .cover, "(lessons/first-words.md)", "(lessons/first–words.md)",
      mend: .suggested(inPlaceOf: "lessons/first–words.md")),
    Mistake(
      "a soft hyphen in a directive", in: .booking, "`critical`", "`crit\u{AD}ical`",
      mend: .suggested(inPlaceOf: "crit\u{AD}ical")),
    Mistake(
      "curly quotes around a value", in: .room, "pass: 70%", "pass: “70%”",
      mend: .undo(says: "a share such as 70%")),
    Mistake(
      "a line of underscores above the front matter", in: .booking, "---\nkind: scenario",
      "___\nkind: scenario", mend: .undo(says: "Begin with three hyphens on the first line")),
  ]
}
