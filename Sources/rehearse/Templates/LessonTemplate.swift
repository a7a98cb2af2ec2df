extension Template {
  var lesson: String {
    """
    ---
    kind: lesson
    \(head)
    # How long it takes to read. “What fits into ten minutes?” looks here.
    minutes: 1
    # One line: what this changes in the reader's working day.
    why: Your customers hear of a late date from you, and in time.
    ---

    <!--
    A lesson is read once. Keep it short: one thing to know, why it is so, and one thing to do.
    -->

    On Wednesday you learn that Friday will not hold. Nobody else knows yet.

    The call is easier tomorrow, when you know more. It is easier still on Friday, when there is nothing left to decide.
    That is why so many customers hear of a late date on the day itself. By then they have told their own people, and the
    delay has become two: yours, and theirs.

    Say three things, in this order:

    1. The news, in one sentence.
    2. What you do about it, with the new date.
    3. What you need to know: “What did you need Friday for?”

    > “The report will be there on Tuesday, not on Friday. I have known since this morning. What did you need it for?”

    **Do it now.** Think of a date of yours that may slip. Write down the first sentence of the call.

    """
  }
}
