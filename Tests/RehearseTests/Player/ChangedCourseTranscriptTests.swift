import RehearseCore
import RehearseStore
import Testing

@testable import rehearse

@Suite struct ChangedCourseTranscriptTests {
  @Test(arguments: Screening.allCases)
  func goesOnAgainstWhatItBeganOn(_ screening: Screening) throws {
    let folder = try Folder()
    let course = try folder.copyCourse()
    try screening.expect("changed-course", course: course) { rehearsal in
      try rehearsal.play("last-call", typing: "Dial in", ":quit")
      // Another unit changed: no reason to say anything.
      #expect(try folder.replace("Say *who*", with: "Say **who**", in: "course/aids/phrases.md"))
      try rehearsal.play("last-call", typing: ":quit")
      #expect(
        try folder.replace(
          "keep it short, and enjoy the cake", with: "be quick about it",
          in: "course/scenarios/last-call.md"))
      rehearsal.now = "2026-11-25T10:00:00Z"
      try rehearsal.play("last-call", typing: "n", "", ":quit")
      try rehearsal.play("last-call", typing: "y", "Dial in", "", ":quit")
    }
  }

  @Test(arguments: Screening.allCases)
  func goesOnWithoutTheFolder(_ screening: Screening) throws {
    let folder = try Folder()
    try screening.expect("course-gone", course: try folder.copyCourse()) { rehearsal in
      try rehearsal.play("last-call", typing: "Dial in", "", ":quit")
      try rehearsal.typing([.line("Then let"), .line(":quit")]) { room in
        let known = try #require(try room.place.library.course("handover"))
        let kept = CourseFinder.Found(
          source: SnapshotSource(try #require(known.snapshot), in: room.place.library), folder: nil)
        _ = try CourseRoom(room.place, kept).play("scenarios/last-call.md", mode: nil)
      }
    }
  }

  /// What an author sees, and what a learner sees who opens a unit with errors.
  @Test(arguments: Screening.allCases)
  func findings(_ screening: Screening) throws {
    let folder = try Folder()
    let course = try folder.copyCourse()
    #expect(
      try folder.replace(
        "`points 1 preparation`", with: "`pionts 1`", in: "course/scenarios/last-call.md"))
    #expect(try folder.replace("(#who)", with: "(#whom)", in: "course/scenarios/last-call.md"))
    #expect(try folder.replace("kind: aid", with: "kind: ade", in: "course/aids/phrases.md"))
    #expect(try folder.replace("Answer: false", with: "", in: "course/final.md"))
    try screening.expect("findings", course: course) { rehearsal in
      try rehearsal.typing { room in
        let found = try CourseFolderReading.review(CourseFolder(course)).diagnostics
        try TranscriptFile.expect(FindingsText.text(found), toMatch: "check")
        #expect(throws: CourseProblem.self) { try room.play("scenarios/last-call.md", mode: nil) }
      }
      try rehearsal.typing("last-call", "n", "last-call", "y", "q") {
        try HomeScreen(room: $0).run()
      }
    }
  }
}
