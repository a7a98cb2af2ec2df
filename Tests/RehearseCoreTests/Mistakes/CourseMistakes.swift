extension Mistake {
  /// The cover and its outline.
  static let outlines: [Mistake] = [
    Mistake(
      "a unit in the outline without a link", in: .cover,
      "3. [The lost booking](scenarios/lost-booking.md) `after noisy-room` `skip if noisy-room >= 90%`",
      "3. The lost booking", mend: .undo(says: "Write `[Title](file.md)`")),
    Mistake(
      "a link in the outline broken", in: .consulting,
      "[The discovery call](scenarios/discovery-call.md)",
      "[The discovery call] (scenarios/discovery-call.md)",
      mend: .undo(says: "without blanks between or inside")),
    Mistake(
      "no blank behind a number", in: .cover, "2. [The noisy room]", "2.[The noisy room]",
      mend: .undo(says: "Put a blank behind the `2.`")),
    Mistake(
      "a unit twice in the outline", in: .consulting,
      "2. [Just switch it on](scenarios/scope-cut.md)\n",
      "2. [Just switch it on](scenarios/scope-cut.md)\n"
        + "⟦⟧2. [The discovery call](scenarios/discovery-call.md)\n",
      mend: .undo(says: "Take one of the two lines out")),
    Mistake(
      "a unit that the outline forgets", in: .consulting,
      "- [Risk register](aids/risk-register.md)\n", "", at: .topOf("aids/risk-register.md"),
      mend: .undo(says: "Add it to `course.md`")),
    Mistake(
      "an order without the hyphen of an id", in: .cover, "`after first-words`",
      "`after first words`", mend: .suggested(inPlaceOf: "after first words")),
    Mistake(
      "an order after a unit that does not exist", in: .cover, "`after first-words`",
      "`after welcome`", mend: .undo(says: "there is no `welcome`")),
    Mistake(
      "an order after a unit misspelt", in: .consulting, "`after discovery-call`",
      "`after discovry-call`", mend: .suggested(inPlaceOf: "discovry-call")),
    Mistake(
      "after misspelt", in: .cover, "`after first-words`", "`aftr first-words`",
      mend: .suggested(inPlaceOf: "aftr first-words")),
    Mistake(
      "two units that wait for one another", in: .cover,
      "[What to say first](lessons/first-words.md)",
      "[What to say first](lessons/first-words.md) `after noisy-room`",
      mend: .undo(says: "Take one of these `after` out")),
    Mistake(
      "a result without its sign for percent", in: .cover, "`skip if noisy-room >= 90%`",
      "`skip if noisy-room >= 90`", mend: .suggested(inPlaceOf: "skip if noisy-room >= 90")),
    Mistake(
      "percent in words", in: .cover, "`skip if noisy-room >= 90%`",
      "`skip if noisy-room >= 90 percent`",
      mend: .suggested(inPlaceOf: "skip if noisy-room >= 90 percent")),
    Mistake(
      "a meter in the outline", in: .consulting,
      "[Refresher: provisioning and single sign-on](bearings/sso.md) `skip if passed diagnostic`",
      "[Refresher: provisioning and single sign-on](bearings/sso.md) `skip if passed diagnostic` `trust +10`",
      mend: .undo(says: "where each directive stands")),
    Mistake(
      "points in the outline", in: .cover, "`after first-words`", "`after first-words` `points 5`",
      mend: .undo(says: "where each directive stands")),
    Mistake(
      "a skill's name and title without an equals sign", in: .cover, "listening = Listening",
      "listening Listening", mend: .undo(says: "discovery = Discovery; risk = Naming risks")),
    Mistake(
      "the cover with the kind of a lesson", in: .cover, "kind: course", "kind: lesson",
      mend: .suggested(inPlaceOf: "kind: lesson")),
    Mistake(
      "the outline without links", in: .cover,
      [
        .add(
          "course.md",
          text: "---\nkind: course\ntitle: Complaints\nwhy: You keep the guest.\n"
            + "skills: listening = Listening; terms = Terms\n---\n\n1. The noisy room\n")
      ], at: .top, mend: .undo(says: "Add `1. [Title](file.md)`")),
  ]

  static let certifications: [Mistake] = [
    Mistake(
      "a demand misspelt", in: .award, "- [Final assessment](final.md) `passed`",
      "- [Final assessment](final.md) `at lest 80%`",
      mend: .suggested(inPlaceOf: "at lest 80%")),
    Mistake(
      "at least in one word", in: .badge, "`at least 80%` `each section 50%`",
      "`atleast 80%` `each section 50%`", mend: .suggested(inPlaceOf: "atleast 80%")),
    Mistake(
      "a share alone", in: .award, "- [Final assessment](final.md) `passed`",
      "- [Final assessment](final.md) `80%`", mend: .suggested(inPlaceOf: "80%")),
    Mistake(
      "pass for passed", in: .badge, "(scenarios/noisy-room.md) `passed`",
      "(scenarios/noisy-room.md) `pass`", mend: .suggested(inPlaceOf: "pass")),
    Mistake(
      "minimum for at least", in: .badge, "`at least 80%` `each section 50%`",
      "`minimum 80%` `each section 50%`", mend: .suggested(inPlaceOf: "minimum 80%")),
    Mistake(
      "a demand without backquotes", in: .badge, "(scenarios/noisy-room.md) `passed`",
      "(scenarios/noisy-room.md) passed", mend: .undo(says: "Put it between backquotes")),
    Mistake(
      "a demand forgotten", in: .award, "(scenarios/discovery-call.md) `passed`",
      "(scenarios/discovery-call.md)", mend: .undo(says: "Add `passed` in code")),
    Mistake(
      "a requirement without a link", in: .badge,
      "- [The noisy room](scenarios/noisy-room.md) `passed`", "- The noisy room `passed`",
      mend: .undo(says: "[Final assessment](final.md)")),
    Mistake(
      "more of a list than there is", in: .award, "- Any 2 of\n  - [Just", "- Any 5 of\n  - [Just",
      mend: .edit(says: "Change the number", was: "- Any 5 of", becomes: "- Any 2 of")),
    Mistake(
      "the number of a list forgotten", in: .badge, "- Any 1 of", "- Any of",
      mend: .undo(says: "`Any 2 of` with a list under it")),
    Mistake(
      "the list under any at the left edge", in: .badge,
      "- Any 1 of\n  - [The noisy room](scenarios/noisy-room.md) `passed`\n"
        + "  - [The lost booking]",
      "- Any 1 of\n- [The noisy room](scenarios/noisy-room.md) `passed`\n- [The lost booking]",
      mend: .undo(says: "by two blanks")),
    Mistake(
      "Requirements misspelt", in: .badge, "## Requirements", "## Requirments",
      mend: .suggested(inPlaceOf: "Requirments")),
    Mistake(
      "a part that no certification has", in: .badge, "## Renewal",
      "## Who is who\n\nAsk Ruth.\n\n## Renewal",
      mend: .undo(says: "Move the text above `## Requirements`")),
    Mistake(
      "a validity in words", in: .badge, "valid: 12 months", "valid: one year",
      mend: .undo(says: "a time such as 12 months")),
    Mistake(
      "a renewal without from", in: .award, "renew: from 60 days before",
      "renew: 60 days before", mend: .undo(says: "from 60 days before")),
    Mistake(
      "a day without on", in: .badge, "expires: from the old expiry",
      "expires: 31 December", mend: .undo(says: "or on 31 December")),
    Mistake(
      "a renewal that begins too early", in: .badge, "renew: from 60 days before",
      "renew: from 14 months before", mend: .undo(says: "Lower the time in `renew:`")),
    Mistake(
      "a share of a lesson", in: .badge,
      "- [What you know now](quiz.md) `at least 80%` `each section 50%`",
      "- [What to say first](lessons/first-words.md) `at least 80%`",
      mend: .undo(says: "or link an assessment")),
    Mistake(
      "the sections of a role-play", in: .badge, "(scenarios/noisy-room.md) `passed`",
      "(scenarios/noisy-room.md) `each section 50%`",
      mend: .undo(says: "Leave `each section` out")),
    Mistake(
      "a file of a requirement misspelt", in: .award, "(scenarios/failed-migration.md)",
      "(scenarios/failed-migrations.md)",
      mend: .suggested(inPlaceOf: "scenarios/failed-migrations.md")),
  ]

  /// Files that were renamed, forgotten or saved in another way.
  static let files: [Mistake] = [
    Mistake(
      "a file renamed", in: .consulting,
      [.rename("bearings/data-and-migration.md", to: "bearings/data-migration.md")],
      at: .words("bearings/data-and-migration.md"),
      mend: .suggested(inPlaceOf: "bearings/data-and-migration.md")),
    Mistake(
      "a file that a text editor named .md.txt", in: .cover,
      [.rename("aids/words.md", to: "aids/words.md.txt")], at: .words("(aids/words.md)"),
      mend: .changes(
        says: "rename it", [.rename("aids/words.md.txt", to: "aids/words.md")])),
    Mistake(
      "a file moved to another folder", in: .consulting,
      [.rename("bearings/data-and-migration.md", to: "data-and-migration.md")],
      at: .words("(bearings/data-and-migration.md)"),
      mend: .suggested(inPlaceOf: "bearings/data-and-migration.md")),
    Mistake(
      "a file deleted", in: .consulting, [.remove("lessons/bad-news.md")],
      at: .words("(lessons/bad-news.md)"), mend: .undo(says: "or put the file back")),
    Mistake(
      "a new file that the outline does not know", in: .cover,
      [
        .add(
          "lessons/tone.md",
          text: "---\nkind: lesson\ntitle: Tone\nminutes: 1\nwhy: You sound calm.\n---\n\nSlowly.\n"
        )
      ], at: .topOf("lessons/tone.md"),
      mend: .changes(
        says: "Add it to `course.md`",
        [
          .edit(
            "course.md", was: "2. [The noisy room]",
            becomes: "2. [Tone](lessons/tone.md)\n2. [The noisy room]")
        ])),
    Mistake(
      "a copy of a file left in the folder", in: .cover,
      [
        .add(
          "lessons/first-words copy.md",
          text:
            "---\nkind: lesson\ntitle: What to say first\nminutes: 1\nwhy: You know.\n---\n\nHear.\n"
        )
      ], at: .topOf("lessons/first-words copy.md"),
      mend: .changes(
        says: "take the file out of the course", [.remove("lessons/first-words copy.md")])),
    Mistake(
      "the cover named with a capital", in: .cover, [.rename("course.md", to: "Course.md")],
      at: .top, mend: .changes(says: "Rename `Course.md`", [.rename("Course.md", to: "course.md")])),
    Mistake(
      "the cover deleted", in: .cover, [.remove("course.md")], at: .top,
      mend: .undo(says: "Create `course.md`")),
    Mistake(
      "a file saved as Unicode text", in: .lesson, [.save("lessons/first-words.md", as: .utf16)],
      at: .top, mend: .undo(says: "Save the file again as UTF-8")),
    Mistake(
      "a file saved as ANSI", in: .room, [.save("scenarios/noisy-room.md", as: .windows1252)],
      at: .words("twenty percent off"), mend: .undo(says: "Save the file again as UTF-8")),
    Mistake(
      "a file left empty", in: .aid, [.add("aids/words.md", text: "")], at: .top,
      mend: .undo(says: "Begin with three hyphens")),
    Mistake(
      "a page with front matter alone", in: .aid,
      [.add("aids/words.md", text: "---\nkind: aid\ntitle: Words that help\n---\n")], at: .top,
      mend: .undo(says: "Write the text below the front matter")),
  ]
}
