extension Mistake {
  /// What only shows when everything that can happen is gone through.
  static let plays: [Mistake] = [
    Mistake(
      "the only way to an ending removed", in: .room,
      "- `when heard and trust >= 60` [she takes the other room](#she-stays)\n", "",
      at: .words("## She stays"), mend: .undo(says: "Lead a choice to it")),
    Mistake(
      "a condition that no play can meet", in: .room, "`points 3 terms` `if heard`",
      "`points 3 terms` `if trust > 100`", mend: .undo(says: "Change the condition")),
    Mistake(
      "a turn that no play can take", in: .room, "`when patience < 1 or defended`",
      "`when patience > 3`", mend: .undo(says: "Change the condition to what was meant")),
    Mistake(
      "an ending that asks for too much", in: .call,
      "not left-out and not promised and trust >= 60`",
      "not left-out and promised and trust >= 100`", at: .words("## A smaller October"),
      mend: .undo(says: "Look at the conditions on the ways that lead to it")),
    Mistake(
      "a condition that always holds", in: .room, "`when patience < 1 or defended`",
      "`when patience < 4`", mend: .undo(says: "change it to what was meant")),
    Mistake(
      "critical at every choice of a scene", in: .booking,
      "- [“You have a booking, so you will have a bed.”](#a-bed) `points 4 listening`\n",
      "- [“You have a booking, so you will have a bed.”](#a-bed) `points 4 listening` `critical`\n",
      at: .words("## At the door"), mend: .undo(says: "without a `critical` choice")),
    Mistake(
      "failure at every ending", in: .booking, "`ending success`", "`ending failure`",
      at: .words("## At the door"),
      mend: .undo(says: "Make a way to `ending success`")),
    Mistake(
      "two scenes that lead to one another for ever", in: .room,
      "[“A quiet room. It stands in the booking.”](#the-offer) `points 3 terms` `if heard`\n"
        + "  > He asked what was promised, and you had read it.\n"
        + "- [“I don't know yet. She is very upset about the lift.”](#the-offer)",
      "[“A quiet room. It stands in the booking.”](#the-night) `points 3 terms` `if heard`\n"
        + "  > He asked what was promised, and you had read it.\n"
        + "- [“I don't know yet. She is very upset about the lift.”](#the-night)",
      at: .words("## The night"),
      mend: .undo(says: "a choice that leads out")),
    Mistake(
      "a condition at every choice of a scene", in: .room,
      "- [“I don't know yet. She is very upset about the lift.”](#the-offer)",
      "- [“I don't know yet. She is very upset about the lift.”](#the-offer) `if defended`",
      at: .words("## The manager"), mend: .undo(says: "Add a choice without a condition")),
    Mistake(
      "once at the only choice of a loop", in: .booking, "`ending failure`",
      "- [Ring the door again](#at-the-door) `once`", at: .words("## The street"),
      mend: .edit(
        says: "Add a choice without a condition, or an ending",
        was: "- [Ring the door again](#at-the-door) `once`", becomes: "`ending failure`")),
    Mistake(
      "a flag set for nothing", in: .booking, "`points 1`", "`points 1` `set looked`",
      mend: .undo(says: "or take it out")),
    Mistake(
      "a meter that nothing changes", in: .room, "patience = 3 of 3",
      "patience = 3 of 3; calm = 5 of 10",
      mend: .undo(says: "`calm`")),
    Mistake(
      "a meter that nothing asks for", in: .booking,
      [
        .edit(
          "scenarios/lost-booking.md", was: "pass: 60%",
          becomes: "meters: calm = 5 of 10\npass: 60%"),
        .edit("scenarios/lost-booking.md", was: "`points 1`", becomes: "`points 1` `calm -1`"),
      ], at: .words("meters: calm"), isAdvice: true, mend: .undo(says: "`calm`")),
    Mistake(
      "somebody in the cast who never speaks", in: .booking,
      "cast: Omar = Omar Haddad, guest without a room",
      "cast: Omar = Omar Haddad, guest without a room; Ines = Ines Falk, guest", isAdvice: true,
      mend: .undo(says: "or take them out of `cast:`")),
    Mistake(
      "a choice that the coach forgot", in: .booking,
      "  > True, and he is no nearer to a bed.\n", "", at: .words("[“The system shows nothing.”]"),
      isAdvice: true, mend: .undo(says: "feedback")),
    Mistake(
      "a wrong answer that leads to success", in: .booking,
      "[“The system shows nothing.”](#the-street) `points 1`",
      "[“The system shows nothing.”](#a-bed) `points 4`", at: .top,
      mend: .undo(says: "make more choices cost what matters")),
  ]
}
