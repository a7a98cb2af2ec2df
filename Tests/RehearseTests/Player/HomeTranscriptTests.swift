import RehearseCore
import RehearseStore
import Testing

@testable import rehearse

@Suite struct HomeTranscriptTests {
  @Test(arguments: Screening.allCases)
  func aNewLearner(_ screening: Screening) throws {
    try screening.expect("home-new") { rehearsal in
      try rehearsal.typing(
        "?", "99", ":undo", ":nto", "10m", "", "1m", "", "2", "ten", "2", "5", "", "the-last-cal",
        ":save", "q"
      ) { try HomeScreen(room: $0).run() }
    }
  }

  @Test(arguments: Screening.allCases)
  func inTheMiddle(_ screening: Screening) throws {
    try screening.expect("home-in-progress") { rehearsal in
      try rehearsal.play("quiet-word", typing: "1")
      try rehearsal.play("check-in", typing: "3", "2", ":quit")
      rehearsal.now = "2026-11-22T09:20:00Z"
      try rehearsal.typing("", ":quit") {
        try EngagementScreen(room: $0).work("checklists/first-week.md", client: "Saltmarsh")
      }
      rehearsal.now = "2026-11-23T07:05:00Z"
      try rehearsal.typing("", "f", "3", ":quit", "6", "", "8", "q") {
        try HomeScreen(room: $0).run()
      }
    }
  }

  @Test(arguments: Screening.allCases)
  func theOutline(_ screening: Screening) throws {
    try screening.expect("outline") { rehearsal in
      try rehearsal.play(
        "check-in", typing: "3", "3", "f", "3", "1 2", "3", "10", "3", "1 2 3", "3",
        "One thing is open: the import. Bo owns it.", "1 2", "open point", "3", "b c a", "3")
      try rehearsal.typing(
        "?", "99", "5", "n", "a-quiet-wrod", ":undo", "10", "", ":notes", "quiet-word", "1", "2",
        "8", "4", "2", "2", ""
      ) { try OutlineScreen(room: $0).run() }
    }
  }
}
