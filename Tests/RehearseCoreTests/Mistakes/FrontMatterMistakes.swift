extension Mistake {
  /// The lines at the top of a file.
  static let frontMatter: [Mistake] = [
    Mistake(
      "the front matter not closed", in: .booking, "pass: 60%\n---\n", "pass: 60%\n", at: .top,
      mend: .undo(says: "Add `---` on a line of its own")),
    Mistake(
      "the front matter not opened", in: .booking, "---\nkind: scenario", "kind: scenario",
      mend: .undo(says: "Begin with three hyphens on the first line")),
    Mistake(
      "a blank line above the front matter", in: .lesson, "---\nkind: lesson",
      "\n---\nkind: lesson", mend: .undo(says: "Begin with three hyphens on the first line")),
    Mistake(
      "the title above the front matter", in: .aid, "---\nkind: aid",
      "# Words that help\n\n---\nkind: aid",
      mend: .undo(says: "Begin with three hyphens on the first line")),
    Mistake(
      "two hyphens below the front matter", in: .booking, "pass: 60%\n---\n", "pass: 60%\n--\n",
      at: .words("--\n\n## At"), mend: .undo(says: "three hyphens")),
    Mistake(
      "kind without a colon", in: .booking, "kind: scenario", "kind scenario",
      mend: .suggested(inPlaceOf: "kind scenario")),
    Mistake(
      "an equals sign for the colon", in: .refund, "minutes: 3", "minutes = 3",
      mend: .suggested(inPlaceOf: "minutes = 3")),
    Mistake(
      "a semicolon for the colon", in: .call, "title: The discovery call",
      "title; The discovery call", mend: .suggested(inPlaceOf: "title; The discovery call")),
    Mistake(
      "text among the names", in: .quiz, "feedback: at the end",
      "Ask Ruth about the pass mark\nfeedback: at the end",
      mend: .undo(says: "move the text below the closing `---`")),
    Mistake(
      "a kind misspelt", in: .booking, "kind: scenario", "kind: scenaro",
      mend: .suggested(inPlaceOf: "scenaro")),
    Mistake(
      "a kind by another word", in: .room, "kind: scenario", "kind: role-play",
      mend: .suggested(inPlaceOf: "role-play")),
    Mistake(
      "a quiz for an assessment", in: .quiz, "kind: assessment", "kind: quiz",
      mend: .suggested(inPlaceOf: "quiz")),
    Mistake(
      "a kind of two words", in: .refund, "kind: checklist", "kind: check list",
      mend: .suggested(inPlaceOf: "check list")),
    Mistake(
      "the kind of another file", in: .room, "kind: scenario", "kind: lesson",
      mend: .suggested(inPlaceOf: "kind: lesson")),
    Mistake(
      "a role-play that says it is an assessment", in: .call, "kind: scenario",
      "kind: assessment", mend: .suggested(inPlaceOf: "kind: assessment")),
    Mistake(
      "kind itself misspelt", in: .booking, "kind: scenario", "knid: scenario",
      mend: .suggested(inPlaceOf: "knid")),
    Mistake(
      "the kind forgotten", in: .booking, "kind: scenario\n", "", at: .top,
      mend: .undo(says: "`kind: scenario`")),
    Mistake(
      "the title forgotten", in: .refund, "title: Before you offer money\n", "", at: .top,
      mend: .undo(says: "`title: …`")),
    Mistake(
      "the title left empty", in: .lesson, "title: What to say first", "title:",
      mend: .undo(says: "`title: …`")),
    Mistake(
      "title in another language", in: .refund, "title: Before you offer money",
      "titel: Before you offer money", mend: .suggested(inPlaceOf: "titel")),
    Mistake(
      "minutes misspelt", in: .scope, "minutes: 6", "minuets: 6",
      mend: .suggested(inPlaceOf: "minuets")),
    Mistake(
      "minutes in words", in: .booking, "minutes: 2", "minutes: two",
      mend: .undo(says: "a whole number from 1 to 600")),
    Mistake(
      "minutes with their unit", in: .booking, "minutes: 2", "minutes: 2 minutes",
      mend: .undo(says: "a whole number from 1 to 600")),
    Mistake(
      "minutes from and to", in: .call, "minutes: 12", "minutes: 10-12",
      mend: .undo(says: "a whole number from 1 to 600")),
    Mistake(
      "a line copied and changed", in: .booking, "minutes: 2", "minutes: 2\n⟦⟧minutes: 3",
      mend: .undo(says: "Keep one of the two lines")),
    Mistake(
      "a name that only assessments have", in: .refund, "minutes: 3", "minutes: 3\n⟦⟧draw: 2",
      mend: .edit(says: "Take the line out", was: "draw: 2\n", becomes: "")),
    Mistake(
      "the pass mark in words", in: .booking, "pass: 60%", "pass: sixty",
      mend: .undo(says: "a share such as 70%")),
    Mistake(
      "a letter in the pass mark", in: .booking, "pass: 60%", "pass: 6O%",
      mend: .undo(says: "a share such as 70%")),
    Mistake(
      "a pass mark over 100%", in: .scope, "pass: 80%", "pass: 800%",
      mend: .undo(says: "a share such as 80%")),
    Mistake(
      "no comma between the pass marks", in: .quiz, "pass: 80%, each section 50%",
      "pass: 80% each section 50%", mend: .undo(says: "80%, each section 60%")),
    Mistake(
      "commas between the people of the cast", in: .room, "guest in room 12; Paul = Paul",
      "guest in room 12, Paul = Paul", mend: .undo(says: "Name = who it is; Name = who it is")),
    Mistake(
      "hyphens in the cast", in: .room, "cast: Ines = Ines Falk", "cast: Ines - Ines Falk",
      mend: .undo(says: "Name = who it is; Name = who it is")),
    Mistake(
      "a colon in the cast", in: .booking, "cast: Omar = Omar Haddad", "cast: Omar: Omar Haddad",
      mend: .undo(says: "Name = who it is; Name = who it is")),
    Mistake(
      "two people of one name", in: .call, "Lena = Lena Holt", "Maya = Lena Holt",
      mend: .undo(says: "Rename one of them")),
    Mistake(
      "a meter without its end", in: .room, "trust = 50 of 100", "trust = 50",
      mend: .undo(says: "trust = 50 of 100")),
    Mistake(
      "a meter without an equals sign", in: .call, "trust = 50 of 100", "trust 50 of 100",
      mend: .undo(says: "trust = 50 of 100")),
    Mistake(
      "a slash in a meter", in: .room, "trust = 50 of 100", "trust = 50/100",
      mend: .undo(says: "trust = 50 of 100")),
    Mistake(
      "a meter that begins over its end", in: .room, "trust = 50 of 100", "trust = 500 of 100",
      mend: .undo(says: "trust = 50 of 100")),
    Mistake(
      "a comma between the meters", in: .call, "trust = 50 of 100; patience",
      "trust = 50 of 100, patience", mend: .undo(says: "trust = 50 of 100; pace")),
    Mistake(
      "a skill misspelt", in: .refund, "skills: terms", "skills: termes",
      mend: .suggested(inPlaceOf: "termes")),
    Mistake(
      "a semicolon between the skills of a unit", in: .room, "skills: listening, terms",
      "skills: listening; terms", mend: .suggested(inPlaceOf: "listening; terms")),
    Mistake(
      "blanks in a unit's id", in: .refund, "id: refund-check", "id: refund check",
      mend: .undo(says: "a name of letters, digits and hyphens")),
    Mistake(
      "an id that another unit has", in: .call, "id: discovery-call", "id: scope",
      mend: .undo(says: "Add or change `id:`")),
    Mistake(
      "a mode misspelt", in: .refund, "mode: do-confirm", "mode: do and confirm",
      mend: .undo(says: "read-do or do-confirm")),
    Mistake(
      "a rule allowed without a reason", in: .quiz,
      "luck-decides = the desk has nine questions and no more", "luck-decides",
      mend: .undo(says: "the reason")),
    Mistake(
      "an allowed rule misspelt", in: .quiz, "allow: luck-decides", "allow: luck-decide",
      mend: .suggested(inPlaceOf: "luck-decide")),
  ]
}
