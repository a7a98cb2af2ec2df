import Testing

@testable import rehearse

/// A scene that only decides where the story goes, and says nothing, has no heading on the screen.
@Suite struct PassedThroughSceneTests {
  private func play(_ crossroads: String) throws -> String {
    let home = try Folder()
    try home.write("---\nkind: course\ntitle: T\n---\n\n1. [A](a.md)\n", to: "c/course.md")
    try home.write(
      """
      ---
      kind: scenario
      title: A
      meters: trust = 1 of 9
      ---

      ## Here

      - [Go](#crossroads)

      ## Crossroads

      \(crossroads)

      - `when trust > 5` [a](#there)
      - `otherwise` [b](#there)

      ## There

      `ending success`
      """, to: "c/a.md")
    return try Program.run(
      ["play", home.path + "/c/a", "--practice"], input: "1\n", home: home.path
    ).out
  }

  @Test func nothingIsSaid() throws {
    let out = try play("`trust +1`")
    #expect(out.contains("\nThere\n") && !out.contains("Crossroads"), "\(out)")
    #expect(out.contains("trust +1"))
  }

  @Test func somethingIsSaid() throws {
    let out = try play("`trust +1` A car waits.")
    #expect(out.contains("\nCrossroads\n") && out.contains("A car waits."), "\(out)")
  }
}
