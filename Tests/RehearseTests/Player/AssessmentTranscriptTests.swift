import RehearseCore
import RehearseStore
import Testing

@testable import rehearse

@Suite struct AssessmentTranscriptTests {
  @Test(arguments: Screening.allCases)
  func allRight(_ screening: Screening) throws {
    try screening.expect("assessment-right") { rehearsal in
      try rehearsal.play(
        "check-in", typing: "3", "3", "f", "3", "1 2", "3", "10 days", "3", "1 2 3", "3",
        "One thing is open: the import. Bo owns it.", "1 2", "Open-Point", "3", "b c a", "3")
    }
  }

  @Test(arguments: Screening.allCases)
  func partlyRight(_ screening: Screening) throws {
    try screening.expect("assessment-partly") { rehearsal in
      try rehearsal.play(
        "check-in", typing: "3", "1", "f", "1", "1", "2", "12.5", "2", "2 1 3", "1",
        "Nearly everything.", "2", "point", "1", "b a c", "1")
    }
  }

  @Test(arguments: Screening.allCases)
  func wrongInput(_ screening: Screening) throws {
    try screening.expect("assessment-wrong") { rehearsal in
      try rehearsal.play(
        "check-in", typing: "", "4", "1 2", "cake", "?", ":hint", ":hint", ":hint", ":undo", "1",
        "4", "3", "maybe", "t", "3", "5", "3 4", "3", "ten", "10 weeks", "20", "1", "1 1", "3 2 1",
        "2", "?", "Everything is finished.", "x", "5", "none", "issue", "3", "a", "a a a", "a b c",
        "2")
    }
  }

  @Test(arguments: Screening.allCases)
  func leftOut(_ screening: Screening) throws {
    try screening.expect("assessment-left-out") { rehearsal in
      try rehearsal.play(
        "check-in", typing: "skip", "f", "2", "skip", "skip", "skip", "skip", "skip", "skip", "?",
        "later", "", "3", "3", "done", "n", "done", "y")
    }
  }

  @Test(arguments: Screening.allCases)
  func anExam(_ screening: Screening) throws {
    try screening.expect("exam") { rehearsal in
      try rehearsal.play("final", nil, typing: "n")
      try rehearsal.play(
        "final", nil, typing: "y", ":hint", ":undo", "1 3", "2", "?", "6", "3", "just", "1", "t",
        "3")
      rehearsal.now = "2026-11-23T08:00:00Z"
      try rehearsal.play("final", nil, typing: "y", "1 3", "2")
      rehearsal.now = "2026-11-23T08:12:30Z"
      try rehearsal.play("final", nil, typing: "?", ":quit")
      rehearsal.now = "2026-11-23T08:19:30Z"
      try rehearsal.play("final", nil, typing: "?", ":quit")
      rehearsal.now = "2026-11-23T08:21:00Z"
      try rehearsal.play("final", nil)
      try rehearsal.play("final", nil)
      rehearsal.now = "2026-11-30T08:30:00Z"
      try rehearsal.play("final", nil, typing: "n")
      try rehearsal.play("renewal", nil, typing: "y", "2")
      try rehearsal.play("renewal", nil, typing: "y")
    }
  }
}
