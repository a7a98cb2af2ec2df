extension Mistake {
  /// What the program must know, between backquotes.
  static let directives: [Mistake] = [
    Mistake(
      "two letters swapped in points", in: .room, "`points 5 listening`", "`pionts 5 listening`",
      mend: .suggested(inPlaceOf: "pionts 5 listening")),
    Mistake(
      "the singular of points", in: .booking, "`points 1`", "`point 1`",
      mend: .suggested(inPlaceOf: "point 1")),
    Mistake(
      "the number before points", in: .booking, "`points 1`", "`1 points`",
      mend: .suggested(inPlaceOf: "1 points")),
    Mistake(
      "points in words", in: .booking, "`points 1`", "`points one`",
      mend: .suggested(inPlaceOf: "points one")),
    Mistake(
      "a colon behind points", in: .booking, "`points 1`", "`points: 1`",
      mend: .suggested(inPlaceOf: "points: 1")),
    Mistake(
      "an equals sign behind points", in: .booking, "`points 1`", "`points = 1`",
      mend: .suggested(inPlaceOf: "points = 1")),
    Mistake(
      "points without a number", in: .booking, "`points 1`", "`points`",
      mend: .undo(says: "`points 5`")),
    Mistake(
      "a comma between points and skill", in: .room, "`points 5 listening`",
      "`points 5, listening`", mend: .suggested(inPlaceOf: "points 5, listening")),
    Mistake(
      "a skill misspelt behind points", in: .room, "`points 5 listening`", "`points 5 listning`",
      mend: .suggested(inPlaceOf: "listning")),
    Mistake(
      "a skill that nobody declared", in: .call, "`points 4 risk` `trust -5`",
      "`points 4 courage` `trust -5`",
      mend: .changes(
        says: "Add it to `skills:` there",
        [
          .edit(
            "course.md", was: "training = Training the customer",
            becomes: "training = Training the customer; courage = Courage")
        ])),
    Mistake(
      "a meter misspelt", in: .room, "`trust -10`", "`trsut -10`",
      mend: .suggested(inPlaceOf: "trsut")),
    Mistake(
      "a meter with a capital", in: .room, "`trust -10`", "`Trust -10`",
      mend: .suggested(inPlaceOf: "Trust")),
    Mistake(
      "a meter that nobody declared", in: .call,
      [
        .edit(
          "scenarios/discovery-call.md", was: "`trust +5`\n  > Pleasant",
          becomes: "`mood +5`\n  > Pleasant"),
        .edit(
          "scenarios/discovery-call.md", was: "`if visited six-depots` She pushes",
          becomes: "`if mood > 50` She pushes"),
      ], at: .edit,
      mend: .edit(
        says: "`meters: mood = 50 of 100`", was: "patience = 3 of 3",
        becomes: "patience = 3 of 3; mood = 50 of 100")),
    Mistake(
      "a meter's change in words", in: .room, "`trust -10`", "`trust - ten`",
      mend: .suggested(inPlaceOf: "trust - ten")),
    Mistake(
      "a meter's change without its sign", in: .call,
      "`points 5 rapport` `trust +15`", "`points 5 rapport` `trust 15`",
      mend: .suggested(inPlaceOf: "trust 15")),
    Mistake(
      "a meter's change before its name", in: .room, "`trust -10`", "`-10 trust`",
      mend: .suggested(inPlaceOf: "-10 trust")),
    Mistake(
      "a meter and its change without a blank", in: .room, "`trust -10`", "`trust-10`",
      mend: .suggested(inPlaceOf: "trust-10")),
    Mistake(
      "a meter's change as programmers write it", in: .room, "`trust -10`", "`trust -= 10`",
      mend: .suggested(inPlaceOf: "trust -= 10")),
    Mistake(
      "a meter's change in percent", in: .room, "`trust -10`", "`trust -10%`",
      mend: .suggested(inPlaceOf: "trust -10%")),
    Mistake(
      "once misspelt", in: .room, "`once`", "`onec`", mend: .suggested(inPlaceOf: "onec")),
    Mistake(
      "a full stop behind once", in: .room, "`once`", "`once.`",
      mend: .suggested(inPlaceOf: "once.")),
    Mistake(
      "critical misspelt", in: .room, "`critical` `set defended`", "`critcal` `set defended`",
      mend: .suggested(inPlaceOf: "critcal")),
    Mistake(
      "sets for set", in: .room, "`critical` `set defended`", "`critical` `sets defended`",
      mend: .suggested(inPlaceOf: "sets defended")),
    Mistake(
      "a flag of two words", in: .call, "`set tom-invited`", "`set tom invited`",
      mend: .suggested(inPlaceOf: "set tom invited")),
    Mistake(
      "a flag set under another name", in: .room, "`critical` `set defended`",
      "`critical` `set defnded`", at: .words("or defended`"),
      mend: .suggested(inPlaceOf: "defended")),
    Mistake(
      "a flag misspelt that is asked for in many places", in: .call, "`set left-out`",
      "`set leftout`", mend: .suggested(inPlaceOf: "leftout")),
    Mistake(
      "success misspelt", in: .room, "`ending success`", "`ending sucess`",
      mend: .suggested(inPlaceOf: "ending sucess")),
    Mistake(
      "end for ending", in: .call, "`ending partial`", "`end partial`",
      mend: .suggested(inPlaceOf: "end partial")),
    Mistake(
      "an ending of one's own", in: .room, "`ending partial`", "`ending undecided`",
      mend: .undo(says: "`ending partial`")),
    Mistake(
      "a colon behind ending", in: .room, "`ending success`", "`ending: success`",
      mend: .suggested(inPlaceOf: "ending: success")),
    Mistake(
      "an ending without backquotes", in: .room, "`ending success`", "ending success",
      mend: .undo(says: "Put it between backquotes")),
    Mistake(
      "own words without backquotes", in: .room, "`in your own words`", "in your own words",
      mend: .undo(says: "Put it between backquotes")),
    Mistake(
      "own words misspelt", in: .call, "`in your own words`", "`in you own words`",
      mend: .suggested(inPlaceOf: "in you own words")),
    Mistake(
      "points without backquotes", in: .call, "`points 5 discovery`\n  > You refuse",
      "points 5 discovery\n  > You refuse", mend: .undo(says: "Put it between backquotes")),
    Mistake(
      "once without backquotes", in: .room, "`once`", "once",
      mend: .undo(says: "Put it between backquotes")),
    Mistake(
      "critical without backquotes", in: .booking, "`critical`", "(critical)",
      mend: .undo(says: "Put it between backquotes")),
    Mistake(
      "a condition without backquotes", in: .room, "`if trust >= 60`\n", "if trust >= 60\n",
      mend: .undo(says: "Put it between backquotes")),
    Mistake(
      "the closing backquote forgotten", in: .booking, "`points 1`", "`points 1",
      mend: .undo(says: "Put it between backquotes")),
    Mistake(
      "the backquote between two directives forgotten", in: .room,
      "`points 5 listening` `trust +10`", "`points 5 listening `trust +10`",
      mend: .undo(says: "Put it between backquotes")),
    Mistake(
      "two directives between one pair of backquotes", in: .booking,
      "`points 4 listening`", "`points 4 listening once`",
      mend: .undo(says: "`points 5`")),
    Mistake(
      "points in a scene's text", in: .room, "`patience -1` Her suitcase",
      "`patience -1` `points 3` Her suitcase",
      mend: .changes(
        says: "Move it to where it belongs",
        [
          .edit(
            "scenarios/noisy-room.md", was: "`patience -1` `points 3` Her suitcase",
            becomes: "`patience -1` Her suitcase"),
          .edit(
            "scenarios/noisy-room.md", was: "“I am sorry. Tell me.”](#the-night)",
            becomes: "“I am sorry. Tell me.”](#the-night) `points 3`"),
        ])),
    Mistake(
      "an ending behind a choice", in: .booking, "`critical`", "`critical` `ending failure`",
      mend: .undo(says: "where each directive stands")),
    Mistake(
      "critical in a scene's text", in: .booking, "**Omar:** I have the confirmation",
      "`critical`\n\n**Omar:** I have the confirmation",
      mend: .undo(says: "where each directive stands")),
    Mistake(
      "an order of units inside a role-play", in: .booking, "**Omar:** I have the confirmation",
      "`after noisy-room`\n\n**Omar:** I have the confirmation",
      mend: .undo(says: "where each directive stands")),
    Mistake(
      "an ending under a condition", in: .room, "`ending success`", "`if heard` `ending success`",
      mend: .undo(says: "Take the condition away")),
    Mistake(
      "a directive from another program", in: .booking, "`critical`", "`goto lobby`",
      mend: .edit(
        says: "Directives are listed in docs/course-format.md", was: "`goto lobby`",
        becomes: "`critical`")),
  ]

  /// What is asked for, and the story's lists.
  static let conditions: [Mistake] = [
    Mistake(
      "a blank inside a comparison", in: .room, "`if trust >= 60` She puts",
      "`if trust > = 60` She puts", mend: .suggested(inPlaceOf: "if trust > = 60")),
    Mistake(
      "a comparison in words", in: .room, "`if trust >= 60` She puts",
      "`if trust over 60` She puts", mend: .undo(says: "`if trust >= 60`")),
    Mistake(
      "the number of a comparison in words", in: .room, "`if trust >= 60` She puts",
      "`if trust >= sixty` She puts", mend: .suggested(inPlaceOf: "if trust >= sixty")),
    Mistake(
      "a meter compared with a share", in: .room, "`if trust >= 60` She puts",
      "`if trust >= 60%` She puts", mend: .suggested(inPlaceOf: "trust >= 60%")),
    Mistake(
      "a meter asked for alone", in: .room, "`if trust >= 60` She puts",
      "`if trust` She puts", mend: .undo(says: "`if trust >= 50`")),
    Mistake(
      "a meter misspelt in a condition", in: .room, "`if trust >= 60` She puts",
      "`if turst >= 60` She puts", mend: .suggested(inPlaceOf: "turst")),
    Mistake(
      "a flag compared with true", in: .room, "`points 3 terms` `if heard`",
      "`points 3 terms` `if heard = true`", mend: .suggested(inPlaceOf: "if heard = true")),
    Mistake(
      "a sign for and", in: .room, "`when heard and trust >= 60`", "`when heard & trust >= 60`",
      mend: .suggested(inPlaceOf: "when heard & trust >= 60")),
    Mistake(
      "a parenthesis not closed", in: .call,
      "`when (knows-reason or knows-drivers) and trust >= 40`",
      "`when (knows-reason or knows-drivers and trust >= 40`",
      mend: .suggested(inPlaceOf: "when (knows-reason or knows-drivers and trust >= 40")),
    Mistake(
      "blanks in a visited scene's name", in: .room, "`if visited the-manager`",
      "`if visited the manager`", mend: .suggested(inPlaceOf: "if visited the manager")),
    Mistake(
      "a visited scene misspelt", in: .call, "`if visited six-depots`", "`if visited six-depot`",
      mend: .suggested(inPlaceOf: "six-depot")),
    Mistake(
      "a unit named by its file and not by its id", in: .booking, "`points 1`",
      "`points 1` `unless passed refund`", mend: .suggested(inPlaceOf: "refund")),
    Mistake(
      "a unit misspelt in a condition", in: .call, "`if passed discovery`",
      "`if passed discovrey`", mend: .suggested(inPlaceOf: "discovrey")),
    Mistake(
      "a flag misspelt where it is asked for", in: .room, "`points 3 terms` `if heard`",
      "`points 3 terms` `if herad`", mend: .suggested(inPlaceOf: "herad")),
    Mistake(
      "a flag asked for that is set nowhere", in: .call, "`if knows-decider` The managing",
      "`if well-rested` The managing",
      mend: .edit(
        says: "Add `set well-rested` to a choice", was: "`set knows-decider`",
        becomes: "`set knows-decider` `set well-rested`")),
    Mistake(
      "unless misspelt", in: .room, "`unless passed refund-check`", "`unles passed refund-check`",
      mend: .suggested(inPlaceOf: "unles passed refund-check")),
    Mistake(
      "if in a story's list", in: .room, "`when heard and trust >= 60`",
      "`if heard and trust >= 60`",
      mend: .suggested(inPlaceOf: "if heard and trust >= 60")),
    Mistake(
      "otherwise misspelt", in: .room, "`otherwise`", "`otherwhise`",
      mend: .suggested(inPlaceOf: "otherwhise")),
    Mistake(
      "else for otherwise", in: .room, "`otherwise`", "`else`",
      mend: .suggested(inPlaceOf: "else")),
    Mistake(
      "the last turn of a story forgotten", in: .room,
      "- `chance 20%` [her telephone rings](#she-leaves)\n"
        + "- `otherwise` [she thinks about it](#she-waits)",
      "⟦⟧- `chance 20%` [her telephone rings](#she-waits)",
      mend: .edit(
        says: "Add an item that begins with `otherwise`",
        was: "- `chance 20%` [her telephone rings](#she-waits)\n",
        becomes: "- `chance 20%` [her telephone rings](#she-leaves)\n"
          + "- `otherwise` [she thinks about it](#she-waits)\n")),
    Mistake(
      "otherwise before the end of a story", in: .room,
      "- `when heard and trust >= 60` [she takes the other room](#she-stays)\n"
        + "- `chance 20%` [her telephone rings](#she-leaves)\n"
        + "- `otherwise` [she thinks about it](#she-waits)",
      "- `chance 20%` [her telephone rings](#she-leaves)\n"
        + "- `otherwise` [she thinks about it](#she-waits)\n"
        + "⟦⟧- `when heard and trust >= 60` [she takes the other room](#she-stays)",
      mend: .undo(says: "Move `otherwise` to the end of the list")),
    Mistake(
      "a chance over 100%", in: .call, "`chance 30%`", "`chance 300%`",
      mend: .undo(says: "`chance 30%`")),
    Mistake(
      "chances that add up to more than 100%", in: .room,
      "- `chance 20%` [her telephone rings](#she-leaves)\n",
      "- `chance 60%` [her telephone rings](#she-leaves)\n"
        + "⟦⟧- `chance 50%` [a bus arrives](#she-waits)\n",
      mend: .edit(says: "Lower them", was: "`chance 50%`", becomes: "`chance 30%`")),
    Mistake(
      "the share before chance", in: .room, "`chance 20%`", "`20% chance`",
      mend: .suggested(inPlaceOf: "20% chance")),
    Mistake(
      "a chance as a fraction", in: .room, "`chance 20%`", "`chance 1/5`",
      mend: .undo(says: "`chance 30%`")),
    Mistake(
      "when without a condition", in: .room, "`when heard and trust >= 60`", "`when`",
      mend: .undo(says: "`when trust < 20`")),
    Mistake(
      "a choice among the story's turns", in: .room,
      "- `otherwise` [she thinks about it](#she-waits)",
      "- [“Will you wait?”](#she-waits)\n- `otherwise` [she thinks about it](#she-waits)",
      mend: .undo(says: "Take out what does not fit")),
    Mistake(
      "a turn among the choices", in: .booking,
      "- [“Can you come back at noon?”]",
      "- `chance 10%` [his telephone rings](#the-street)\n- [“Can you come back at noon?”]",
      mend: .undo(says: "Take out what does not fit")),
    Mistake(
      "when and chance in one turn", in: .call, "- `when patience = 0` [she",
      "- `when patience = 0` `chance 50%` [she", mend: .undo(says: "Keep one")),
    Mistake(
      "a turn without a link", in: .room, "[her telephone rings](#she-leaves)",
      "her telephone rings", mend: .undo(says: "Add `[words](#scene)`")),
  ]
}
