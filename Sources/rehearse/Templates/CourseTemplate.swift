extension Template {
  /// The cover, with an outline of all units.
  var course: String {
    func links(_ kinds: Set<String>) -> [String] {
      units.filter { kinds.contains($0.kind.rawValue) }.map(\.link)
    }
    let learn = links(["lesson", "scenario"]).enumerated().map { "\($0 + 1). \($1)" }
    let show = links(["assessment", "certification"]).enumerated().map { "\($0 + 1). \($1)" }
    let use = links(["checklist", "aid"]).map { "- \($0)" }
    return """
      ---
      kind: course
      \(head)
      version: 1.0
      language: en
      # This is a note to yourself, as is every line up here that begins with such a sign.
      # Keep the id when the title changes: attempts are filed under it.
      # Raise the version each time you give the course to others.
      # Skills that units train are named here once, and then in each unit. For example:
      # skills: candour = Saying it early; price = Talking about price
      why: You say bad news early, and keep the customer.
      ---

      <!--
      A note between these arrows is for whoever writes the course. No learner sees it, and no viewer shows it.
      Delete each note when you have read it.

      What you have here is a small course that works. Play it first (rehearse play, and this folder). Then
      open one file after the other, and put your own words in the place of these. Save, and check again after
      each change (rehearse check, and this folder): it names every line that it does not understand.
      -->

      One call, rehearsed before it happens: the one in which you say that a date will not hold.

      <!--
      Below stands the outline: lists of links under headings, in the order in which people should go.
      Behind a link, between backquotes, may stand `after UNIT` (do that one first)
      or `skip if UNIT >= 80%` (leave this one out if you know it already).
      -->

      ## Learn it

      \(learn.joined(separator: "\n"))

      ## Show it

      \(show.joined(separator: "\n"))

      ## Use it at work

      \(use.joined(separator: "\n"))

      """
  }
}
