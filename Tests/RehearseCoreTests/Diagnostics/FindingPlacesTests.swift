import RehearseCore
import Testing

/// The quick way to a finding's columns gives what the thorough one does.
@Suite struct FindingPlacesTests {
  @Test(arguments: [
    "", "a", "\n", "one\ntwo é\r\nthrée\rfour\n\n“five”\n", "\u{FEFF}a\nb", "\u{FEFF}\n",
    "- a\u{A0}b\n\u{1F4DE} c", "last line\n", "\r\n\r\n", "x\r",
  ])
  func agreesWithTheTextAsItIsRead(_ text: String) {
    let bytes = Array(text.utf8)
    var findings: [Finding] = []
    for line in 1...8 {
      for column in 1...12 {
        for length in [0, 1, 3] {
          findings.append(
            Finding(.brokenLink, at: SourceRange(line: line, column: column, length: length)))
        }
      }
    }
    findings.append(
      Finding(
        .brokenLink,
        at: SourceRange(SourcePosition(line: 1, column: 2), SourcePosition(line: 3, column: 4))))
    var known: [Finding] = []
    let thorough = SourceText(path: "a", bytes: bytes, findings: &known).diagnostics(for: findings)
    let quick = FindingPlaces(bytes).diagnostics(for: findings, in: "a")
    #expect(known.isEmpty)
    #expect(
      lines(quick).sorted() == lines(thorough).sorted())
    #expect(Set(quick.map(\.range)).count > 1 || text.count < 2 || text == "\u{FEFF}\n")
  }
}
