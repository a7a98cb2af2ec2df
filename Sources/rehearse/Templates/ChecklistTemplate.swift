extension Template {
  var checklist: String {
    """
    ---
    kind: checklist
    \(head)
    minutes: 2
    why: You pick up the telephone knowing what you will say, and what you will not.
    # read-do (read an item, then do it) or do-confirm (do all from memory, then confirm).
    mode: do-confirm
    # The pass mark of the exercise. With a real customer nothing is marked.
    pass: 80%
    ---

    From memory first. Then go through the items and confirm.

    <!--
    Each heading is a pause point: a moment at which people stop and look. Up to seven items at each are plenty.

    [x] belongs on the list. [ ] does not: in the exercise it is there to be left out, and with a real customer it is
    not shown. Where no item has an x, every item belongs, and there is nothing to guess.

    `critical` marks the items without which the checklist is not complete. Why an item matters stands under it, two
    blanks in, after a blank line. A line with Ask: gives the words to use.
    -->

    ## Before you dial

    - [x] I know the new date, and who stands behind it. `critical`

      A second late date costs more than the first.

      Ask: “Would you bet your weekend on this date?”

    - [x] I know who else has to hear it today.

      Nobody likes to hear from others what their supplier has known since the morning.

    - [ ] I know whose fault it is.

      Fault is for later, and inside your own house.

    ## Before you hang up

    - [x] They have said the new date in their own words. `critical`

      What somebody says aloud, they have heard.

      Ask: “What will you tell your people?”

    - [x] I know what they needed the old date for.

      Often a part of it is enough, and that part can be in time.

    - [ ] I have promised that it will not happen again.

      Nobody can keep that promise, and both of you know it.

    """
  }
}
