import RehearseCore
import Testing

@testable import RehearseStore

/// A course with two exams whose answers have `SECRET` in them, and files that nobody names.
private let course = [
  "course.md": """
  ---
  kind: course
  title: Sealing
  id: sealing
  version: 1.0
  ---

  - [Read](read.md)
  - [Exam](exams/final.md)
  - [Renewal](exams/renewal.md) `after final`
  - [Certificate](certificate.md)

  """,
  "read.md": "---\nkind: lesson\ntitle: Read\n---\n\n![A plan](plan.png)\n",
  "certificate.md": """
  ---
  kind: certification
  title: Certificate
  ---

  Awarded.

  ## Requirements

  - [Exam](exams/final.md) `passed`

  """,
  "exams/final.md": """
  ---
  kind: assessment
  title: Exam
  pass: 50%
  allow: no-why = SECRET reason
  ---

  <!-- SECRET comment -->

  ### One?

  - ( ) SECRETwrong is what it says
    > SECRET feedback
  - (x) Right

  Hint: SECRET hint

  > SECRET rationale ![Why](key.png)

  ### Two?

  Answer: SECRETword | SECRETother

  ### Three?

  Answer: 8461 ± 17 days

  """,
  "exams/renewal.md": """
  ---
  kind: assessment
  title: Renewal
  ---

  ### Another?

  - [x] a
  - [x] b

  > REASON

  """,
  "plan.png": "image", "exams/key.png": "SECRET image", "README.md": "SECRET of the trainer",
  "drafts/final.gift": "SECRET in another format",
]

@Suite struct SealedContentTests {
  /// The option has to stay, the rest has to go.
  private static let source = course.mapValues { $0.replacing("SECRETwrong", with: "Wrong") }

  private func content(_ names: String..., from files: [String: String] = source) throws
    -> SealedContent
  {
    try SealedContent(packed(files), sealing: names)
  }

  @Test func theBundleHasNoKey() throws {
    let content = try content("final")
    let bytes = CourseBundle.bytes(of: content.sealed)
    let whole = String(decoding: bytes, as: UTF8.self)
    let files = try CourseBundle.course(in: bytes).files.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    let open = String(
      decoding: CourseBundle.bytes(of: try packed(Self.source)), as: UTF8.self)
    for key in ["SECRET", "8461", "± 17", "(x)", "Hint:", "rationale"] {
      #expect(open.contains(key))
      #expect(!whole.contains(key), "\(key)")
      #expect(!files.contains { $0.contains(key) }, "\(key)")
    }
    #expect(content.units == ["exams/final.md"] && content.sealed.sealedUnits == content.units)
    #expect(content.full.sealedUnits == [])
    #expect(content.leftOut == ["README.md", "drafts/final.gift", "exams/key.png"])
    #expect(content.sealed.bytes(of: "plan.png") != nil)
    #expect(content.sealed.digest != content.full.digest)
    #expect(content.sealed.id == content.full.id)
    #expect(try CourseBundle.bytes(of: self.content("exams/final.md").sealed) == bytes)
  }

  @Test func nothingIsFoundInWhatWasSealed() throws {
    let sealed = try content("final", "renewal").sealed
    #expect(sealed.findings.filter { $0.file.hasPrefix("exams/") }.map(\.rule) == [])
  }

  @Test func itIsFoundByItsDigest() throws {
    let full = try packed(Self.source)
    for names in [["final"], ["renewal"], ["final", "renewal"]] {
      let sealed = try SealedContent(full, sealing: names).sealed
      let found = try #require(SealedContent(full, digest: sealed.digest.hex))
      #expect(found.units == names.map { "exams/\($0).md" } && found.sealed.files == sealed.files)
      #expect(try SealedContent.matches(sealed: sealed, full: full))
    }
    #expect(SealedContent(full, digest: full.digest.hex) == nil)
    let other = try packed(
      Self.source.mapValues { $0.replacing("### One?", with: "### Which one?") })
    #expect(try !SealedContent.matches(sealed: self.content("final").sealed, full: other))
    // Another key gives the same questions: that both are known is said nowhere in the file.
    let key = try packed(Self.source.mapValues { $0.replacing("SECRETother", with: "SECRETthird") })
    #expect(try SealedContent.matches(sealed: self.content("final").sealed, full: key))
  }

  @Test func refusals() throws {
    func refusal(_ names: String..., with files: [String: String] = [:]) throws -> SealingRefusal? {
      do {
        _ = try SealedContent(
          packed(Self.source.merging(files) { $1 }), sealing: names)
        return nil
      } catch let refusal as SealingRefusal {
        #expect(!refusal.message.isEmpty && !refusal.help.isEmpty && refusal.exitCode == 65)
        return refusal
      }
    }
    #expect(try refusal("none") == .noUnit("none"))
    #expect(try refusal("read") == .kind("read.md", .lesson))
    #expect(try refusal("certificate.md") == .kind("certificate.md", .certification))
    let copied = [
      "exams/renewal.md":
        "---\nkind: assessment\ntitle: Renewal\n---\n\n### two.\n\nAnswer: 3 | SECRET\n\n> SECRET\n"
    ]
    #expect(
      try refusal("final", with: copied)
        == .keyElsewhere("exams/final.md", line: 20, question: "Two?", other: "exams/renewal.md"))
    #expect(try refusal("final", "renewal", with: copied) == nil)
    let played = [
      "course.md": (course["course.md"] ?? "") + "- [Talk](talk.md)\n",
      "talk.md": """
      ---
      kind: scenario
      title: Talk
      ---

      ## Opening

      - [Sit it](exams/final.md), then [go](#end)

      ## End

      `ending success`

      """,
    ]
    #expect(try refusal("final", with: played) == .played("exams/final.md", by: "talk.md"))
    #expect(try refusal("renewal", with: played) == nil)
  }

  // MARK: The record

  @Test func theFullCourseIsKept() throws {
    let library = Library(try .inMemory())
    let content = try content("final")
    // What is installed stays what is played.
    _ = try library.install(content.sealed, at: "2026-11-22T09:00:00Z")
    try library.keep(content, at: "2026-11-22T10:00:00Z")
    try library.keep(content, at: "2026-11-22T11:00:00Z")
    #expect(try library.course("sealing")?.snapshot == content.sealed.digest.hex)
    #expect(
      try library.fullContent(ofSealed: content.sealed.digest.hex) == content.full.digest.hex)
    #expect(try library.fullContent(ofSealed: content.full.digest.hex) == nil)
    let kept = SnapshotSource(content.full.digest.hex, in: library)
    #expect(
      try kept.bytes(of: "exams/final.md") == content.full.bytes(of: "exams/final.md"))
    let found = try #require(try library.sealedContent(content.sealed.digest.hex))
    #expect(found.full.files == content.full.files && found.sealed.files == content.sealed.files)
    #expect(try library.sealedContent(content.full.digest.hex) == nil)
  }

  @Test func anotherKeyNeedsAnotherVersion() throws {
    let library = Library(try .inMemory())
    let first = try content("final")
    try library.keep(first, at: "2026-11-22T09:00:00Z")
    var files = Self.source
    files["README.md"] = "Something else"
    try library.keep(try content("final", from: files), at: "2026-11-22T09:00:00Z")
    #expect(
      try library.fullContent(ofSealed: first.sealed.digest.hex) == first.full.digest.hex)
    files["exams/final.md"] = files["exams/final.md"]?.replacing("8461", with: "8462")
    let other = try content("final", from: files)
    #expect(other.sealed.digest == first.sealed.digest)
    #expect(throws: SealedBefore(path: "exams/final.md")) {
      try library.keep(other, at: "2026-11-22T09:00:00Z")
    }
    files["course.md"] = files["course.md"]?.replacing("version: 1.0", with: "version: 1.1")
    let raised = try content("final", from: files)
    try library.keep(raised, at: "2026-11-22T09:00:00Z")
    #expect(
      try library.fullContent(ofSealed: raised.sealed.digest.hex) == raised.full.digest.hex)
  }

  @Test func oneOfManyIsFound() throws {
    var files = ["course.md": "---\nkind: course\ntitle: Many\n---\n\n"]
    for number in 10...21 {
      files["course.md", default: ""] += "- [Exam \(number)](e\(number).md)\n"
      files["e\(number).md"] =
        "---\nkind: assessment\ntitle: Exam \(number)\n---\n\n### \(number)?\n\nAnswer: yes\n"
    }
    let full = try packed(files)
    for names in [["e10"], ["e21"], ["e12", "e20"], (10...21).map { "e\($0)" }] {
      let sealed = try SealedContent(full, sealing: names).sealed
      #expect(SealedContent(full, digest: sealed.digest.hex)?.units == names.map { $0 + ".md" })
    }
    let three = try SealedContent(full, sealing: ["e10", "e11", "e12"]).sealed
    #expect(SealedContent(full, digest: three.digest.hex) == nil)
  }

  @Test func anAttemptIsMarkedWhereTheKeyIs() throws {
    let content = try content("final")
    let learner = try RecordsDatabase.inMemory()
    let library = Library(learner)
    _ = try library.install(content.sealed, at: "2026-11-22T09:00:00Z")
    let open = try OpenCourse(SnapshotSource(content.sealed.digest.hex, in: library))
    var attempt = try Attempt.begin(
      open.program("exams/final.md"), course: "sealing", snapshot: content.sealed.digest.hex,
      mode: .assessed, seed: 3, id: "00000000-0000-4000-8000-000000000001", passed: [],
      now: "2026-11-22T09:00:00Z", in: learner)
    let answers: [String: Answer] = [
      // In the sealed file `Right` stands first.
      "one": .options([0]), "two": .text("secretWORD"),
      "three": .number(DecimalNumber(millionths: 8_470_000_000)),
    ]
    while case .question(let put) = attempt.session.prompt {
      let answer = try #require(answers[put.question.id])
      _ = try attempt.record(.answer(answer), now: "2026-11-22T09:01:00Z")
    }
    let overview = try #require(try learner.attempt(attempt.record.id))
    let outcome = try #require(overview.outcome)
    #expect(outcome.isAwaitingMarking && outcome.status == .finished)
    #expect(outcome.passed == nil && outcome.outOf == nil && outcome.percentHundredths == nil)
    let progress = CourseProgress(open, attempts: [overview])
    let unit = try #require(progress.units.first { $0.path == "exams/final.md" })
    #expect(unit.state == .awaitingMarking && unit.isDone)
    #expect(progress.passed(for: .assessed) == [] && progress.next?.path != "exams/final.md")

    let marked = try content.session(of: learner.transcript(of: attempt.record))
    #expect(marked.result?.passed == true && marked.result?.percent == Percent(100))
    // Replayed without the key, it says no more than when it was sat.
    let again = try Replay.session(
      of: learner.transcript(of: attempt.record), program: open.program("exams/final.md"))
    #expect(again.result == attempt.session.result && again.result?.isAwaitingMarking == true)
  }

  /// Of a failed, an awaited and a passed attempt, the passed one counts most.
  @Test func whichAttemptCounts() {
    func overview(_ id: Int, _ outcome: OutcomeRecord) -> AttemptOverview {
      AttemptOverview(
        attempt: AttemptRecord(
          id: "\(id)", course: "c", unit: "u.md", kind: "assessment", snapshot: "s",
          mode: "assessed", header: "", begunAt: "2026-11-22T09:00:0\(id)Z"),
        events: 1, lastActivity: "", outcome: outcome)
    }
    let failed = OutcomeRecord(
      endedAt: "1", status: .finished, passed: false, points: 5, outOf: 10)
    let awaited = OutcomeRecord(
      endedAt: "2", status: .finished, summary: OutcomeRecord.awaitingMarking)
    let passed = OutcomeRecord(
      endedAt: "3", status: .finished, passed: true, points: 8, outOf: 10)
    func best(_ outcomes: [OutcomeRecord]) -> OutcomeRecord? {
      UnitStanding.standings(of: outcomes.enumerated().map { overview($0.offset, $0.element) })[
        "u.md"]?.best?.outcome
    }
    for order in [[failed, awaited], [awaited, failed]] { #expect(best(order) == awaited) }
    for order in [[passed, awaited], [awaited, failed, passed], [passed, awaited, failed]] {
      #expect(best(order) == passed)
    }
  }
}
