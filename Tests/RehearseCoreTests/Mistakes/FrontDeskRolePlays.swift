extension SampleCourse {
  /// The role-plays of the front desk, and the checklist that they play.
  static let frontDeskRolePlays: [String: String] = [
    "scenarios/noisy-room.md": """
    ---
    kind: scenario
    title: The noisy room
    minutes: 6
    skills: listening, terms
    why: You hear the whole complaint before you offer anything.
    cast: Ines = Ines Falk, guest in room 12; Paul = Paul Behrens, duty manager; You = At the front desk
    meters: trust = 50 of 100; patience = 3 of 3
    pass: 70%
    ---

    It is seven in the morning. Ines Falk has not slept. You want her to leave the desk calmer than she came.

    ## Opening

    `patience -1` Her suitcase stands in front of the lift.

    **Ines:** I paid for a quiet room. Do you know what a lift sounds like at three?

    `in your own words`

    - [“I can take twenty percent off.”](#the-offer) `trust -10`
      > You price the complaint before you have heard it.

      She writes the number down.
    - [“You paid for quiet and got the lift. What happened?”](#the-night) `points 5 listening` `trust +10` `set heard`
      > You say back what she bought, and ask.
    - [“I am sorry. Tell me.”](#the-night)
      > Short, and she does not know whether you took it in.
    - [“The lift is serviced every month.”](#the-offer) `critical` `set defended`
      > It is about the lift. She is talking about her night.
    - [Look at the checklist first](../checklists/refund.md) `once`

    ## The night

    **Ines:** At three, at four, and at half past five.

    `if trust >= 60` She puts her bag on the floor.

    - [“Let me see what I may do.”](#the-manager) `points 1`
      > Fair, and she still does not know what happens next.
    - [“Three times. You will not sleep there again tonight.”](#the-manager) `points 3 listening` `trust +10` `if trust >= 60`
      > You promise what is in your hands.
    - [Ask for a minute](../checklists/refund.md), then [come back to her](#the-manager) `points 2 terms` `unless passed refund-check`

    ## The manager

    **Paul:** What did we promise her?

    - [“A quiet room. It stands in the booking.”](#the-offer) `points 3 terms` `if heard`
      > He asked what was promised, and you had read it.
    - [“I don't know yet. She is very upset about the lift.”](#the-offer)
      > He can do nothing with that.

    ## The offer

    `if visited the-manager` Paul stands beside you.

    Ines looks at the clock over the desk.

    - `when patience < 1 or defended` [she asks for the owner](#she-leaves)
    - `when heard and trust >= 60` [she takes the other room](#she-stays)
    - `chance 20%` [her telephone rings](#she-leaves)
    - `otherwise` [she thinks about it](#she-waits)

    ## She stays {#she-stays}

    `ending success`

    **Ines:** Room 30, then. And thank you for asking.

    ## She waits

    `ending partial`

    She takes the key and says nothing.

    ## She leaves

    `ending failure`

    The review is online before lunch.

    """,
    "scenarios/lost-booking.md": """
    ---
    kind: scenario
    title: The lost booking
    minutes: 2
    skills: listening
    why: You look for a bed before you look for the mistake.
    cast: Omar = Omar Haddad, guest without a room
    pass: 60%
    ---

    ## At the door

    **Omar:** I have the confirmation here. You have no room for me?

    - [“You have a booking, so you will have a bed.”](#a-bed) `points 4 listening`
      > He needs a bed, and now he knows that he gets one.
    - [“The system shows nothing.”](#the-street) `points 1`
      > True, and he is no nearer to a bed.
    - [“Who took your booking?”](#the-street)
      > You look for the mistake, and he still stands there.
    - [“Can you come back at noon?”](#the-street) `critical`
      > He has nowhere to go until then.

    ## A bed

    `ending success`

    ## The street

    `ending failure`

    """,
    "checklists/refund.md": """
    ---
    kind: checklist
    title: Before you offer money
    id: refund-check
    minutes: 3
    skills: terms
    why: You know what was promised before you pay for it.
    mode: do-confirm
    pass: 75%
    ---

    From memory first. Then confirm.

    ## Before you speak

    - [x] I have read the booking. `critical`

      What was promised stands there, and not in what you remember.

      Ask: “May I look at your booking for a moment?”

    - [x] I know who is complaining.

    - [ ] I have a voucher in my hand.

      Whoever holds one gives it away.

    ## Before you promise

    - [x] I know what it costs us.
    - [x] I know who may agree to it. `critical`
    - [ ] I have said sorry three times.

    """,
  ]
}
