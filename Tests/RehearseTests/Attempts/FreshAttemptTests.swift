import RehearseCore
import RehearseStore
import Testing

@testable import rehearse

/// `play --fresh`, for those who try out what they write.
@Suite struct FreshAttemptTests {
  private func play(
    _ rehearsal: Rehearsal, _ path: String, _ mode: Mode?, typing lines: String...
  ) throws -> String {
    try rehearsal.typing(lines.map { .line($0) }) { room in
      _ = try room.play(path, mode: mode, fresh: true)
    }
  }

  @Test func itBeginsAnewAndEndsWhatStoodOpen() throws {
    let rehearsal = try Rehearsal()
    try rehearsal.play("last-call", typing: "Dial in", ":quit")
    try rehearsal.play("last-call", .assessed, typing: "Dial in", ":quit")
    let before = try rehearsal.records.attempts().map(\.id)
    #expect(before.count == 2)
    let shown = try play(rehearsal, "scenarios/last-call.md", .practice, typing: ":quit")
    #expect(shown.contains("The last call") && !shown.contains("You go on"))
    let attempts = try rehearsal.records.attempts()
    #expect(attempts.count == 3)
    let open = attempts.filter { $0.outcome == nil }
    // The one on record is another matter.
    #expect(open.map(\.attempt.mode).sorted() == ["assessed", "practice"])
    #expect(open.first { $0.attempt.mode == "practice" }.map { !before.contains($0.id) } == true)
    #expect(attempts.contains { $0.outcome?.status == .abandoned })
  }

  @Test func whereNoAttemptIsLeftTheOpenOneStays() throws {
    let rehearsal = try Rehearsal()
    try rehearsal.play("renewal", nil, typing: "y", ":quit")
    let shown = try play(rehearsal, "renewal.md", nil, typing: "y", ":quit")
    #expect(shown.contains("The one attempt is used."))
    let attempts = try rehearsal.records.attempts()
    #expect(attempts.count == 1 && attempts.first?.outcome == nil)
  }
}
