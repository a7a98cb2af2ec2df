import RehearseCore
import RehearseStore
import Testing

@testable import rehearse

@Suite struct ReadingTranscriptTests {
  @Test(arguments: Screening.allCases)
  func aLesson(_ screening: Screening) throws {
    try screening.expect("lesson", rows: 14) { rehearsal in
      try rehearsal.play(
        "why-handovers-fail", nil, typing: "?", "nonsense", "", "links", "open 1", "open 2",
        "open 9", "open", ":note Ask for the page first.", ":undo", ":aid phrases", ":quit")
      rehearsal.now = "2026-11-22T18:30:00Z"
      try rehearsal.play(
        "why-handovers-fail", nil, typing: "links", "", "b", "/owner", "/", "/nowhere", "g", "G", ""
      )
    }
  }

  @Test(arguments: Screening.allCases)
  func aids(_ screening: Screening) throws {
    try screening.expect("aid", rows: 14) { rehearsal in
      try rehearsal.typing("1", "open 1", "") { try aid("", $0) }
      try rehearsal.typing("") { try aid("phrase", $0) }
      try rehearsal.typing("who", "") { try aid("phraises", $0) }
    }
  }

  private func aid(_ name: String, _ room: CourseRoom) throws {
    try AidScreen(at: room.atHand).open(name)
  }

  @Test(arguments: Screening.allCases)
  func certification(_ screening: Screening) throws {
    try screening.expect("certification") { rehearsal in
      try rehearsal.typing { try CertificationScreen(room: $0).show("certificate.md") }
      rehearsal.seed = 7
      try rehearsal.play("final", .assessed, typing: "1 3", "3", "7", "3", "only", "3", "f", "3")
      try rehearsal.typing { try CertificationScreen(room: $0).show("certificate.md") }
    }
  }

  @Test(arguments: Screening.allCases)
  func progressAndNotes(_ screening: Screening) throws {
    try screening.expect("progress") { rehearsal in
      try rehearsal.typing { room in
        ProgressText(place: room.place).show(room.course, try room.progress())
        try NotesScreen(place: room.place).show(course: nil)
      }
      try rehearsal.play("quiet-word", typing: ":note", ":note Say it before the coffee.", "1")
      try rehearsal.play("handover-list", typing: "none", "all")
      rehearsal.now = "2026-11-23T09:00:00Z"
      try rehearsal.play("handover-list", typing: "none")
      try rehearsal.play("renewal", .assessed, typing: "1")
      try rehearsal.play("last-call", typing: ":note Bo's number: 555 0117.")
      try rehearsal.typing { room in
        ProgressText(place: room.place).show(room.course, try room.progress())
        try NotesScreen(place: room.place).show(course: nil)
        try AttemptShelf(place: room.place).list(json: false)
      }
    }
  }
}
