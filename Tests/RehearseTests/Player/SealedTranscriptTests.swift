import RehearseCore
import RehearseStore
import Testing

@testable import rehearse

/// A course whose exam was sealed, as it comes out of its bundle.
enum SealedCourse {
  static let files = [
    "course.md": """
    ---
    kind: course
    title: Sealing
    id: sealing
    ---

    - [Exam](exam.md)
    - [After it](after.md) `after exam`
    - [Certificate](certificate.md)

    """,
    "after.md": "---\nkind: lesson\ntitle: After it\n---\n\nText.\n",
    "certificate.md": """
    ---
    kind: certification
    title: Certificate
    ---

    Awarded for what was shown.

    ## Requirements

    - [Exam](exam.md) `at least 50%`

    """,
    "exam.md": """
    ---
    kind: assessment
    title: The exam
    pass: 50%
    attempts: 2
    ---

    ### Which question opens best?

    - (x) What would make this a success?
      > SECRET feedback
    - ( ) What is your budget?

    Hint: SECRET hint

    ### How many days until the test?

    Answer: 8461 ± 2 days

    > SECRET rationale

    ### Put the call in order.

    Put in order

    1. The open point
    2. A date

    """,
  ]

  /// The folder of the course as it is handed out.
  static func write(in folder: Folder) throws -> String {
    for (name, text) in files { try folder.write(text, to: "full/" + name) }
    let full = try PackedCourse(try CourseFolder(folder.path + "/full"))
    for file in try SealedContent(full, sealing: ["exam"]).sealed.files {
      try folder.write(String(decoding: file.bytes, as: UTF8.self), to: "sealed/" + file.path)
    }
    return folder.path + "/sealed"
  }
}

@Suite struct SealedTranscriptTests {
  @Test(arguments: Screening.allCases)
  func sitting(_ screening: Screening) throws {
    let folder = try Folder()
    try screening.expect("sealed-exam", course: try SealedCourse.write(in: folder)) { rehearsal in
      try rehearsal.play("exam", .practice)
      try rehearsal.typing("exam", "y", "?", ":hint", "1", "8461", "skip", "", "1 2", "", "") {
        try OutlineScreen(room: $0).run()
      }
      try rehearsal.typing("") { try OutlineScreen(room: $0).run() }
      try rehearsal.typing("q") { try HomeScreen(room: $0).run() }
      try rehearsal.typing { room in
        ProgressText(place: room.place).show(room.course, try room.progress())
        try CertificationScreen(room: room).show("certificate.md")
        let shelf = AttemptShelf(place: room.place)
        try shelf.list(json: false)
        let attempt = try shelf.replay(
          try shelf.find("00000000-0000-4000-8000-000000000001"))
        DebriefText(place: room.place, course: room.course).show(Debrief(attempt.session))
      }
      // Every attempt counts, marked or not.
      try rehearsal.play("exam", .assessed, typing: "done", "y")
      try rehearsal.play("exam", .assessed)
      for word in ["Right", "right:", "Passed", "Not passed", "0 of", "0 points"] {
        #expect(!rehearsal.screen.contains(word), "\(word)")
      }
    }
  }
}
