import RehearseCore
import RehearseStore
import Testing

@testable import rehearse

@Suite struct ScenarioTranscriptTests {
  @Test(arguments: Screening.allCases)
  func inPractice(_ screening: Screening) throws {
    try screening.expect("scenario-practice") { rehearsal in
      try rehearsal.play(
        "last-call", typing: ":undo", "?", "7", "", "cake", ":hint", ":save", ":shw", ":show",
        ":aid phrases", "Ask Bo", "1", "Read the open", ":undo", "Read the open",
        "There is one thing that is not done.", "Last night", "?", "2", "1")
    }
  }

  @Test(arguments: Screening.allCases)
  func aChecklistOnTheWay(_ screening: Screening) throws {
    try screening.expect("scenario-gate") { rehearsal in
      try rehearsal.play(
        "last-call", typing: "Work the", "9", "", "none", "all", "", "Then let",
        ":note Cake helps.",
        ":restart", "n", ":undo", ":undo", ":quit")
      rehearsal.now = "2026-11-22T21:15:00Z"
      try rehearsal.play("last-call", typing: "One thing", ":restart", "y", "Dial", ":quit")
    }
  }

  @Test(arguments: Screening.allCases)
  func forTheRecord(_ screening: Screening) throws {
    try screening.expect("scenario-assessed") { rehearsal in
      try rehearsal.play(
        "last-call", nil, typing: "?", "3", "2", "Read the", ":undo", ":hint",
        "The import is not finished.", "One thing", "Bo, at")
    }
  }

  @Test(arguments: Screening.allCases)
  func aCriticalMistake(_ screening: Screening) throws {
    try screening.expect("scenario-critical") { rehearsal in
      try rehearsal.play(
        "last-call", .assessed, typing: "Dial in", "", "Everything", "That is only")
    }
  }

  @Test(arguments: Screening.allCases)
  func leaving(_ screening: Screening) throws {
    try screening.expect("scenario-leaving") { rehearsal in
      try rehearsal.typing([
        .interrupted, .line(""), .line("Dial in"), .interrupted, .line("n"), .interrupted,
        .line("y"),
      ]) { _ = try $0.play("scenarios/last-call.md", mode: .practice) }
      try rehearsal.typing([.interrupted, .interrupted]) {
        _ = try $0.play("scenarios/last-call.md", mode: .practice)
      }
      try rehearsal.typing([.endOfInput]) {
        _ = try $0.play("scenarios/last-call.md", mode: .practice)
      }
    }
  }
}
