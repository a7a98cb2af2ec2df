import RehearseCore
import RehearseStore
import Testing

@testable import rehearse

@Suite struct ChecklistTranscriptTests {
  @Test(arguments: Screening.allCases)
  func anExercise(_ screening: Screening) throws {
    try screening.expect("checklist-exercise") { rehearsal in
      try rehearsal.play("handover-list", nil, typing: "?", "9", "x", "1 2", "2", ":undo", "2")
      try rehearsal.play("handover-list", .assessed, typing: "all", "none")
    }
  }

  @Test(arguments: Screening.allCases)
  func readDo(_ screening: Screening) throws {
    try screening.expect("checklist-read-do") { rehearsal in
      try work(
        rehearsal, "first-week", typing: "?", "cake", "", "r Nobody answered at first.", "y", "n",
        "x", ":quit")
      rehearsal.now = "2026-11-24T16:00:00Z"
      try work(
        rehearsal, "first-week", typing: "list", "o 1", "3", "r 3 Forwards to Bo now.", "n", "n",
        "n", "done", "n",
        "1", "y", "y", "?", "what", "done")
      try export(rehearsal, "first-week")
    }
  }

  @Test(arguments: Screening.allCases)
  func doConfirm(_ screening: Screening) throws {
    try screening.expect("checklist-do-confirm") { rehearsal in
      try work(
        rehearsal, "handover-list", typing: "", "2 3", ":undo", "2", "n", "9", "r 1",
        "r 1 Owner: <Ines> & *Bo*", ":undo",
        "r 1 Owner: <Ines> & *Bo*", "n 3", "x 3", "done", "y")
      try export(rehearsal, "handover-list")
    }
  }

  @Test(arguments: Screening.allCases)
  func choosingACustomer(_ screening: Screening) throws {
    try screening.expect("checklist-customers") { rehearsal in
      try work(rehearsal, "first-week", typing: "")
      try rehearsal.typing("2", "Harbour Mills", ":quit") { try EngagementScreen(room: $0).run() }
      try rehearsal.typing("3", ":quit") { try EngagementScreen(room: $0).run() }
      try rehearsal.typing("1", "") { try EngagementScreen(room: $0).run() }
      try rehearsal.typing("1", "?", ":note Ask who signs", ":quit") {
        try EngagementScreen(room: $0).run()
      }
      try rehearsal.typing("nine") { try EngagementScreen(room: $0).run() }
    }
  }

  private func work(
    _ rehearsal: Rehearsal, _ unit: String, typing lines: String...
  ) throws {
    try rehearsal.typing(lines.map { .line($0) }) { room in
      try EngagementScreen(room: room).work(try room.path(ofUnit: unit), client: "Saltmarsh")
    }
  }

  /// The record as it is exported, in a file beside the transcript.
  private func export(_ rehearsal: Rehearsal, _ unit: String) throws {
    try rehearsal.typing { room in
      let record = try EngagementScreen(room: room).record(
        try room.path(ofUnit: unit), client: "Saltmarsh")
      try TranscriptFile.expect(record.markdown, toMatch: "export-\(unit).md")
      try TranscriptFile.expect(record.html, toMatch: "export-\(unit).html")
    }
  }
}
