extension Template {
  var aid: String {
    """
    ---
    kind: aid
    \(head)
    minutes: 1
    why: You have the sentence at hand when the telephone rings.
    ---

    <!--
    A job aid is looked up at work, in a few seconds: rehearse aid, and its name. In a role-play, :aid opens it.
    Keep tables narrow, for people read them in a small window.
    -->

    | When | Say |
    | --- | --- |
    | A date slips | “It will be Tuesday, not Friday.” |
    | They ask why | “Here is what happened. Shall I go into it now?” |
    | They ask for a promise | “This much you have on Friday.” |
    | You do not know yet | “I will call you at four, either way.” |

    """
  }
}
