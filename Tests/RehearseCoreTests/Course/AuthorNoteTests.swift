import RehearseCore
import Testing

/// What stands in a comment is the author's own.
@Suite struct AuthorNoteTests {
  @Test func isNoPassage() throws {
    var session = session(
      scenarioText(
        """
        <!-- About the briefing. -->

        Briefing.

        ## One

        <!--
        Two lines,

        `ending success` and **Nobody:** included. [A link](#nowhere)
        -->

        **Maya:** Well <!-- smiling --> then.

        - [Go on](#two)

          <!-- About the choice. -->
          > Fine.

        ## Two

        `ending success`
        """))
    #expect(
      session.shown == ["open talk.md", "text Briefing.", "scene One", "Maya says Well  then."])
    try session.handle(.choose(0))
    #expect(session.shown.first == "feedback Fine. 0")
  }

  @Test func leavesAnEmptyUnitEmpty() {
    let reading = UnitReader.read(unitText("lesson", "<!-- To be written. -->"))
    #expect(reading.diagnostics.map(\.rule) == ["empty-unit"])
  }

  @Test(arguments: ["<div>words</div>", "<!-- a --> words", "<!-- a --> words <!-- b -->"])
  func otherMarkupStays(html: String) {
    let reading = UnitReader.read(unitText("lesson", html))
    #expect(reading.diagnostics.isEmpty)
  }
}
