extension Template {
  var scenario: String {
    """
    ---
    kind: scenario
    \(head)
    # How long it takes, in minutes.
    minutes: 3
    # One line: what this changes in the reader's working day.
    why: You give bad news early, with a date that holds.
    # Who speaks: Name = who that is, with semicolons between.
    cast: Ana = Ana Ruiz, head of sales at Bellmore; You = Consultant
    # What goes up and down: trust begins at 50 and stays between 0 and 100.
    meters: trust = 50 of 100
    # The share of the best score that passes. Nobody adds up the best score: the program finds it.
    pass: 70%
    ---

    <!--
    The text above the first heading is the briefing. Say who the learner is, what has happened, and what they want.
    -->

    You promised Ana a report for Friday. It is Wednesday, and since this morning you know that it will be Tuesday. You
    want to keep the customer, and a date that holds.

    <!--
    Each heading with ## is a scene, and the first one is the beginning. A line that begins with a bold name and a colon
    is somebody speaking. What the program must know stands between backquotes: `in your own words` asks the learner to
    type what they would say before the choices show. It is kept, and never marked.
    -->

    ## Ana picks up

    **Ana:** Good that you call. Your report is first on Friday's agenda. Is it coming?

    `in your own words`

    <!--
    The choices. In square brackets stands what the learner says. In round ones stands the scene that follows: its heading
    in lower case, with hyphens for blanks. Then what the choice earns and what it changes. `set told` makes the story
    remember something. Under the choice, two blanks in, stands what the coach says.
    -->

    - [“Give me a day, and I'll know more.”](#friday-morning) `trust -10`
      > You know enough today. Tomorrow she has a day less to plan.
    - [“It will be Tuesday. I have known since this morning.”](#what-friday-was-for) `points 5` `trust +10` `set told`
      > The news first, with a date. She can still do something about it.
    - [“What do you need it for on Friday?”](#what-friday-was-for) `points 1`
      > The right question, a sentence too soon: she still believes in Friday.

    ## What Friday was for

    `if told` **Ana:** Tuesday. That is a pity, and I'm glad that I hear it today. The board wants the one page with the
    numbers.

    `unless told` **Ana:** The board wants the one page with the numbers. I told them that they will have it.

    - [“You have that page on Friday. The rest follows on Tuesday.”](#what-she-makes-of-it) `points 5` `trust +20`
      > She needs one page and not a report. You found out, and you can keep this promise.
    - [“I'll send whatever is done by then.”](#what-she-makes-of-it) `points 1`
      > Friendly, and nothing that she can put on an agenda.
    - [“Can't you move the board to next week?”](#what-she-makes-of-it) `trust -20`
      > Now your delay is her work.

    <!--
    In this scene the story decides by itself. The first line whose condition is true is taken; `otherwise` is the rest.
    -->

    ## What she makes of it

    Ana is silent for a moment.

    - `when trust >= 60` [she writes something down](#a-new-plan)
    - `when told` [she sighs](#on-probation)
    - `otherwise` [she trusts the old date](#friday-morning)

    <!--
    Every way comes to an end: a success, a partial success or a failure. Have more than one.
    -->

    ## A new plan

    `ending success`

    **Ana:** Good. One page on Friday, the rest on Tuesday. I'll tell the board today.

    ## On probation

    `ending partial`

    **Ana:** All right. Call me tomorrow, and tell me what I get on Friday.

    ## Friday morning

    `ending failure`

    At nine the board asks for the report. Ana hears from them that it is not there.

    """
  }
}
