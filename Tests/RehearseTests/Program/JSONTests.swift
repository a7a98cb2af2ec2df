import Foundation
import Testing

/// What programs read: the keys are part of the interface.
@Suite struct JSONTests {
  private let home: Folder
  init() throws { home = try Folder() }

  private func json(_ arguments: [String], input: String = "") throws -> Any {
    let output = try Program.run(arguments, input: input, home: home.path)
    #expect(output.out.split(separator: "\n").count == 1, "\(output)")
    return try JSONSerialization.jsonObject(with: Data(output.out.utf8))
  }

  private static let attempt: Set = [
    "course", "digest", "unit", "attempt", "seed", "mode", "client", "status", "points", "best",
    "percent", "passMark", "passed", "awaitingMarking", "ending", "skills", "sections", "events",
  ]

  @Test func ofAnAttempt() throws {
    let played = try #require(
      try json(
        [
          "play", EveryConstruct.path + "/last-call", "--answers", "-", "--json", "--seed",
          "18446744073709551615",
        ], input: "1\nMy words\n1\n1\n") as? [String: Any])
    #expect(Set(played.keys) == Self.attempt.union(["awarded", "waitingForName"]))
    #expect(played["course"] as? String == "handover")
    #expect(played["unit"] as? String == "scenarios/last-call.md")
    #expect("\(played["seed"] ?? "")" == "18446744073709551615")
    #expect(played["mode"] as? String == "practice")
    #expect(played["status"] as? String == "finished")
    #expect(played["points"] as? Double == 8)
    #expect(played["best"] as? Double == 9)
    #expect(played["passed"] as? Bool == true)
    #expect(played["events"] as? Int == 4)
    #expect((played["digest"] as? String)?.count == 64)
    #expect((played["ending"] as? [String: String])?["kind"] == "success")

    let debrief = try #require(try json(["debrief", "--json"]) as? [String: Any])
    #expect(Set(debrief.keys) == ["result", "decisions", "questions", "turningPoint", "bestLine"])
    #expect(debrief["turningPoint"] as? Int == 2)
    #expect(Set((debrief["result"] as? [String: Any] ?? [:]).keys) == Self.attempt)
    let decisions = try #require(debrief["decisions"] as? [[String: Any]])
    #expect(decisions.count == 3)
    #expect(decisions[1]["ownWords"] as? String == "My words")
    #expect(decisions[1]["chosen"] as? Int == 1)
    #expect(decisions[1]["best"] as? [Int] == [3])
    #expect(decisions[1]["cost"] as? Int == 1)

    // The same on another machine: a transcript and the course are enough.
    let id = try #require(played["attempt"] as? String)
    let file = home.path + "/transcript"
    _ = try Program.run(["export-transcript", id, "--out", file], home: home.path)
    let elsewhere = try Folder()
    let replayed = try Program.run(
      ["replay", file, "--course", EveryConstruct.path, "--json"], home: elsewhere.path)
    let again = try #require(
      try JSONSerialization.jsonObject(with: Data(replayed.out.utf8)) as? NSDictionary)
    #expect(again == played.filter { Self.attempt.contains($0.key) } as NSDictionary)
  }

  @Test func ofAnAssessment() throws {
    let played = try #require(
      try json(
        [
          "play", EveryConstruct.path + "/final", "--answers", "-", "--json", "--assessed",
          "--seed", "7",
        ],
        input: "1 3\n3\n7\n3\nonly\n3\nf\n3\n") as? [String: Any])
    #expect(Set(played.keys) == Self.attempt.union(["awarded", "waitingForName"]))
    #expect(played["passed"] as? Bool == true)
    #expect(played["percent"] as? Double == 100 && played["passMark"] as? Double == 75)
    let sections = try #require(played["sections"] as? [[String: Any]])
    #expect(sections.count == 2 && Set(sections[0].keys) == ["title", "points", "outOf", "passed"])
    let skills = try #require(played["skills"] as? [[String: Any]])
    #expect(Set(skills[0].keys) == ["skill", "points", "outOf"])
  }

  @Test func ofFindings() throws {
    let broken = try home.copyCourse(to: "broken")
    #expect(try home.replace("kind: aid", with: "kind: ade", in: "broken/aids/phrases.md"))
    let findings = try #require(try json(["check", broken, "--json"]) as? [[String: Any]])
    #expect(
      findings.map { Set($0.keys) } == [
        [
          "file", "line", "column", "endLine", "endColumn", "severity", "rule", "message", "help",
        ]
      ])
    #expect(findings[0]["file"] as? String == "aids/phrases.md")
    #expect(findings[0]["line"] as? Int == 2 && findings[0]["column"] as? Int == 7)
  }

  @Test func ofProgress() throws {
    _ = try Program.run(
      ["play", EveryConstruct.path + "/renewal", "--answers", "-", "--seed", "7"], input: "1\n",
      home: home.path)
    let progress = try #require(try json(["progress", "--json"]) as? [String: Any])
    #expect(
      Set(progress.keys) == ["course", "title", "done", "of", "minutesLeft", "units"])
    let units = try #require(progress["units"] as? [[String: Any]])
    #expect(units.map { $0["unit"] as? String }.contains("scenarios/last-call.md"))
    let renewal = try #require(units.first { $0["unit"] as? String == "renewal.md" })
    #expect(renewal["state"] as? String == "not-passed" && renewal["attempts"] as? Int == 1)
    // A key is missing nowhere: what is not known is null.
    #expect(
      units.allSatisfy {
        Set($0.keys) == [
          "unit", "title", "kind", "minutes", "state", "attempts", "percent", "passed", "waitsFor",
        ]
      })
    let list = try #require(try json(["debrief", "--list", "--json"]) as? [[String: Any]])
    #expect(
      list.allSatisfy {
        Set($0.keys) == [
          "attempt", "course", "unit", "mode", "client", "begun", "events", "status", "passed",
          "branchedFrom",
        ]
      })
  }
}
