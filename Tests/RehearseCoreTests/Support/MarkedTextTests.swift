import RehearseCore
import Testing

@Suite struct MarkedTextTests {
  @Test func marksBecomeLinesAndColumnsOfCodePoints() {
    let marked = MarkedText("a “⟦é👩‍💻⟧” b\r\n⟦⟧c\rd⟦e\nf⟧g\n")
    #expect(marked.text == "a “é👩‍💻” b\r\nc\rde\nfg\n")
    #expect(
      marked.ranges == [
        // The woman at her computer is three code points.
        SourceRange(SourcePosition(line: 1, column: 4), SourcePosition(line: 1, column: 8)),
        SourceRange(line: 2),
        SourceRange(SourcePosition(line: 3, column: 2), SourcePosition(line: 4, column: 2)),
      ])
  }

  @Test func textWithoutMarksStaysAsItIs() {
    let marked = MarkedText("a [b] (c)\n")
    #expect(marked.text == "a [b] (c)\n")
    #expect(marked.ranges.isEmpty)
  }
}
