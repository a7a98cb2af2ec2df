extension Template {
  var assessment: String {
    """
    ---
    kind: assessment
    \(head)
    minutes: 3
    why: You see what you know before a customer does.
    # The share of the points that passes. You can add a mark for each section: 80%, each section 60%
    pass: 80%
    # At the end, or at once. In practice feedback always comes at once.
    feedback: at the end
    # With many questions, let each attempt draw some of them. For example:
    # draw: 20
    # Where it counts, limit the attempts on record. For example:
    # attempts: 3, then wait 7 days
    ---

    Five questions, without notes.

    <!--
    Each ## is a section, and each ### is a question. How it is answered shows in what stands below it. Questions and
    options come in a random order. A line with > says why, and Hint: helps in practice, a little more each time.
    -->

    ## The call

    <!-- One right option: round brackets, and an x in the right one. -->

    ### When do you call about a date that is in danger?

    - ( ) As soon as the new plan is complete in every detail
      > Until then, your customer plans with the old one.
    - (x) As soon as you see that it may slip
      > Early enough for them to do something about it.
    - ( ) As soon as they ask how things are going
      > They ask when somebody else has told them.

    Hint: Who needs time to react?
    Hint: You do not have to be certain yet.

    <!-- Several right options: square brackets. -->

    ### What belongs in the first minute?

    - [x] The news
    - [x] What you do about it
    - [ ] How it came about, step by step
    - [ ] Whose mistake it was

    > Causes can wait until somebody asks. Then answer them fully.

    <!-- True or false. -->

    ### A long apology makes it easier for the customer.

    Answer: false

    > They wait for the news all the while.

    <!-- A number. What stands behind ± is still right. A few words are written Answer: one way | another way -->

    ### How many days ahead does our house give the first warning?

    Answer: 14 ± 2 days

    > Two weeks, and nobody counts to the day. Put the rule of your own house here.

    ## Afterwards

    <!-- An order: the numbers are the right one. -->

    ### How does it go on after you hang up?

    Put in order

    1. Write down what you agreed
    2. Send it to the customer the same day
    3. Tell your own team
    4. Keep the small promise first

    > What the customer has in writing, your team can hold on to.

    """
  }
}
