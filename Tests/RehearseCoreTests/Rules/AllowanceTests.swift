import RehearseCore
import Testing

@Suite struct AllowanceTests {
  private func found(
    _ front: String, body: String = "Text.", cover: String = "- [It](a.md)", file: String = "a.md"
  ) -> [String] {
    let lesson = "---\nkind: lesson\ntitle: A\n\(front)\n---\n\n\(body)\n"
    return reviewCourse([
      "course.md": unitText("course", cover, front: "why: You can."), "a.md": lesson,
    ]).filter { $0.file == file }.map { "\($0.rule) \(place($0.range))" }
  }

  @Test func silencesWhatTheRulesFind() {
    #expect(
      found("allow: no-why = the cover says it; no-minutes = who knows?") == [])
    #expect(found("why: You can.\nallow: no-minutes = a = b") == [])
    #expect(found("why: You can.") == ["no-minutes 1:1-1:1"])
  }

  @Test func silencesWhatReadingFinds() {
    let rest = "why: You can.\nminutes: 1\nsubtitle: B\n"
    #expect(found(rest) == ["unknown-field 6:1-6:9"])
    #expect(found(rest + "allow: unknown-field = another program reads it") == [])
    #expect(
      found(
        "why: You can.\nminutes: 1\nallow: not-in-outline = a draft", cover: "- [B](course.md)")
        == [])
  }

  @Test func silencesTheirFileOnly() {
    let files = [
      "course.md": unitText("course", "- [A](a.md)\n- [B](b.md)", front: "why: You can."),
      "a.md": "---\nkind: lesson\ntitle: A\nwhy: You can.\nallow: no-minutes = so\n---\n\nText.\n",
      "b.md": "---\nkind: lesson\ntitle: B\nwhy: You can.\n---\n\nText.\n",
    ]
    #expect(reviewCourse(files).map { "\($0.file) \($0.rule)" } == ["b.md no-minutes"])
  }

  @Test(arguments: UnitKind.allCases)
  func standsInEveryKindOfFile(_ kind: UnitKind) {
    let front = "---\nkind: \(kind.rawValue)\ntitle: A\nallow: no-why = so\n---\n"
    let about = UnitReader.describe(path: "a.md", bytes: Array(front.utf8))
    #expect(about.allowances.map(\.rule) == ["no-why"] && about.allowances[0].reason == "so")
    let reading = UnitReader.read(path: "a.md", bytes: Array(front.utf8))
    #expect(!reading.diagnostics.contains { $0.rule == "unknown-field" })
  }

  /// What is wrong with an allowance is said at its own place, in code points.
  @Test func saysWhatIsWrongWithAnAllowance() {
    let rest = "why: You can.\nminutes: 1\n"
    #expect(
      found(rest + "allow: é;  no-wyh = so") == [
        "allow-unknown 6:8-6:9", "allow-unknown 6:12-6:23",
      ])
    #expect(
      found("why: You can.\nallow: no-minutes") == [
        "no-minutes 1:1-1:1", "allow-without-reason 5:8-5:18",
      ])
    #expect(
      found("why: You can.\nallow: no-minutes =") == [
        "no-minutes 1:1-1:1", "allow-without-reason 5:8-5:20",
      ])
    #expect(found(rest + "allow: no-minutes = so") == ["allow-unused 6:8-6:23"])
    #expect(
      found("why: You can.\nallow: no-minutes = so; no-minutes = again") == [
        "allow-unused 5:25-5:43"
      ])
  }

  @Test func theMendOfAnUnknownRuleIsTheNearOne() {
    let text = "---\nkind: lesson\ntitle: A\nallow: no-wyh = so\n---\n\nText.\n"
    let found = reviewCourse(["course.md": unitText("course", "- [A](a.md)"), "a.md": text])
    #expect(found.first { $0.rule == "allow-unknown" }?.help == "Did you mean `no-why`?")
  }

  @Test func anErrorIsNeverAllowed() {
    #expect(
      found(
        "why: You can.\nminutes: 1\nallow: missing-file = it comes later", body: "[x](gone.md)")
        == ["allow-error 6:8-6:37", "missing-file 9:1-9:13"])
  }

  /// What could not be read may be what an allowance is for.
  @Test func nothingIsUnusedWhereSomethingCouldNotBeRead() {
    let rest = "why: You can.\nminutes: 1\nallow: no-minutes = so"
    #expect(found(rest) == ["allow-unused 6:8-6:23"])
    #expect(found(rest, cover: "- [It](a.md)\n- [Gone](gone.md)") == [])
  }
}
