import Testing

@testable import rehearse

@Suite struct CompletionTests {
  let commands = [":checklist", ":check meters", ":Quit", "Großer Ärger", "yes"]

  @Test(arguments: [
    ("", ["", ":checklist", ":check meters", ":Quit", "Großer Ärger", "yes"]),
    (":", [":", ":checklist", ":check meters", ":Quit"]),
    (":c", [":check", ":checklist", ":check meters"]),
    (":check m", [":check meters", ":check meters"]),
    (":q", [":Quit", ":Quit"]),
    ("YES", ["yes", "yes"]),
    ("großer ä", ["Großer Ärger", "Großer Ärger"]),
  ])
  func completesTheWholeLine(line: String, expected: [String]) throws {
    let completion = try #require(Completion(of: line, among: commands))
    #expect([completion.replacement] + completion.matches == expected)
  }

  @Test func offersNothingElse() {
    #expect(Completion(of: "Package", among: commands) == nil)
    #expect(Completion(of: "", among: []) == nil)
  }

  @Test func offersTheSameOnce() {
    #expect(Completion(of: "a", among: ["ab", "ab"])?.matches == ["ab"])
  }
}
