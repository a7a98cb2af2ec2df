import Testing

@testable import RehearseCore

@Suite struct ScenarioTreeTests {
  /// The tree as text: a scene a line, its ways behind it.
  private func tree(_ body: String, maximumDepth: Int = 8) throws -> [String] {
    let map = ScenarioMap(title: "", try analyze(body))
    return ScenarioTree(map, maximumDepth: maximumDepth).parts.flatMap { part in
      part.rows.reduce(into: ["\(part.kind)"]) { lines, row in
        switch row.content {
        case .scene(let scene):
          lines.append(String(repeating: "  ", count: row.depth) + map.scenes[scene].id)
        case .way(let way, let next):
          lines[lines.count - 1] += " \(map.ways[way].to.map { map.scenes[$0].id } ?? "-"):\(next)"
        }
      }
    }
  }

  private static let talk = """
    ## One

    - [a](#two)
    - [b](#three)
    - [c](#two)

    ## Two

    - [a](#three)
    - [b](#one)
    - [c](#four)

    ## Three

    - [a](#three)
    - [b](#four)

    ## Four

    `ending success`

    ## Five

    - `otherwise` [x](#four)
    """

  @Test func everySceneStandsOnceAndOtherWaysAreJoins() throws {
    #expect(
      try tree(Self.talk) == [
        "beginning",
        "one two:inside three:inside two:inside",
        "  two three:below one:above four:inside",
        "    four",
        "  three three:here four:above",
        "unlinked",
        "five four:above",
      ])
  }

  @Test func whatWouldBeTooDeepStandsByItself() throws {
    #expect(
      try tree(Self.talk, maximumDepth: 1) == [
        "beginning",
        "one two:inside three:inside two:inside",
        "  two three:below one:above four:below",
        "  three three:here four:below",
        "continued",
        "four",
        "unlinked",
        "five four:above",
      ])
    #expect(try tree(Self.talk, maximumDepth: 0).filter { $0 == "continued" }.count == 3)
  }

  @Test func aLongChainIsNoProblem() throws {
    let count = 5_000
    let body =
      (1..<count).map { "## S\($0)\n\n- [a](#s\($0 + 1))\n- [b](#s\($0 + 1))\n\n" }.joined()
      + "## S\(count)\n\n`ending success`\n"
    for depth in [8, .max] {
      #expect(
        try tree(body, maximumDepth: depth).filter { !["beginning", "continued"].contains($0) }
          .count == count)
    }
  }
}
