import RehearseCore
import RehearseStore
import Testing

@testable import rehearse

/// From the last requirement to the certificate, and from there to its renewal.
@Suite struct AwardTests {
  let course: SmallCourse

  init() throws { course = try SmallCourse() }

  private func learner(_ now: String = "2026-11-22T09:00:00Z") throws -> Rehearsal {
    try Rehearsal(course: course.path, now: now)
  }

  private func certificates(_ rehearsal: Rehearsal) throws -> [CredentialRecord] {
    try Certificates(rehearsal.records).all(.certificate)
  }

  /// Plays what the certificate asks for. The name is asked after the last of it.
  private func earn(_ rehearsal: Rehearsal) throws {
    try rehearsal.play("lesson", nil, typing: "")
    rehearsal.now = "2026-11-22T09:10:00Z"
    try rehearsal.play("exam", .assessed, typing: "t", "t", "Ines Ortega")
  }

  @Test(arguments: Screening.allCases)
  func anAwardAndItsRenewal(_ screening: Screening) throws {
    try screening.expect("certificate", course: course.path) { rehearsal in
      try rehearsal.play("lesson", nil, typing: "")
      rehearsal.now = "2026-11-22T09:10:00Z"
      try rehearsal.play(
        "exam", .assessed, typing: "t", "t", "?", ":notes", "Ines Ortega")
      try rehearsal.typing { try CertificationScreen(room: $0).show("certificate.md") }
      try rehearsal.typing("q") { try HomeScreen(room: $0).run() }
      for now in ["2027-09-23T07:00:00Z", "2027-11-23T07:00:00Z", "2028-01-05T07:00:00Z"] {
        rehearsal.now = now
        try rehearsal.typing("q") { try HomeScreen(room: $0).run() }
        try rehearsal.typing { room in
          CertificateListText(place: room.place).show(
            try CertificateShelf(place: room.place).entries())
          try CertificationScreen(room: room).show("certificate.md")
        }
      }
      rehearsal.now = "2027-12-10T07:00:00Z"
      try rehearsal.play("drill", .assessed, typing: "t")
      try rehearsal.typing { room in
        CertificateListText(place: room.place).show(
          try CertificateShelf(place: room.place).entries())
      }
    }
  }

  @Test func aCertificateSaysWhatWasShown() throws {
    let rehearsal = try learner()
    try earn(rehearsal)
    let certificate = try #require(try certificates(rehearsal).first)
    #expect(certificate.level == "provisional")
    #expect(certificate.course == "plain")
    #expect(certificate.certification == "plain-speaker")
    #expect(certificate.validFrom == "2026-11-22T09:10:00Z")
    #expect(certificate.validUntil == "2027-11-22T23:59:59Z")
    #expect(certificate.about == nil)
    let glance = CredentialGlance(certificate.body)
    #expect(glance.title == "Plain speaker" && glance.version == "1.0")
    #expect(glance.learner == "Ines Ortega")
    let attempts = try rehearsal.records.attempts()
    #expect(Set(glance.evidence) == Set(attempts.map(\.id)))
  }

  @Test func theCredentialHasResultsAndDigests() throws {
    let rehearsal = try learner()
    var credential: AchievementCredential?
    try rehearsal.play("lesson", nil, typing: "")
    try rehearsal.typing("t", "t") { room in
      let program = try room.course.program("exam.md")
      _ = try room.run(try room.begin(program, mode: .assessed, seed: 1, client: nil))
      let awarding = Awarding(room.place.records, course: room.course)
      let due = try #require(try awarding.standings(at: room.place.now).first(where: \.task.isDue))
      credential = try awarding.award(
        due, to: "Ines Ortega", id: room.place.newID(), signer: room.place.signer,
        at: room.place.now
      )?.credential
    }
    let made = try #require(credential)
    #expect(made.level == .provisional && made.replaces == nil)
    #expect(made.achievement.description == "Awarded to those who say it plainly.")
    #expect(
      made.outcomes == [
        .init(
          kind: .requirement, name: "Two questions, at least 50%, each section 50%",
          percent: Percent(100), required: Percent(50)),
        .init(kind: .requirement, name: "What to say, completed", percent: nil),
        .init(kind: .skill, name: "Candour", percent: Percent(100)),
      ])
    #expect(made.evidence.map(\.unit) == ["exam.md", "lesson.md"])
    for evidence in made.evidence {
      let overview = try #require(try rehearsal.records.attempt(evidence.attempt))
      let text = try rehearsal.records.transcript(of: overview.attempt).text
      #expect(evidence.transcriptDigest == SHA256Digest.hex(of: Array(text.utf8)))
      #expect(evidence.courseDigest == overview.attempt.snapshot)
    }
  }

  @Test func nothingIsAwardedTwice() throws {
    let rehearsal = try learner()
    try earn(rehearsal)
    try rehearsal.play("lesson", nil, typing: "")
    try rehearsal.typing("q") { try HomeScreen(room: $0).run() }
    #expect(try certificates(rehearsal).count == 1)
    // Long after it lapsed, what earned it does not earn it again.
    rehearsal.now = "2030-01-01T00:00:00Z"
    try rehearsal.typing("q") { try HomeScreen(room: $0).run() }
    #expect(try certificates(rehearsal).count == 1)
  }

  /// The power goes between the last answer and the award.
  @Test func whatWasMetIsAwardedAtTheNextStart() throws {
    let rehearsal = try learner()
    try rehearsal.records.setLearnerName("Ines Ortega", at: rehearsal.now)
    try rehearsal.play("lesson", nil, typing: "")
    rehearsal.now = "2026-11-22T09:10:00Z"
    try rehearsal.typing("t", "t") { room in
      let program = try room.course.program("exam.md")
      _ = try room.run(try room.begin(program, mode: .assessed, seed: 1, client: nil))
    }
    #expect(try certificates(rehearsal).isEmpty)
    rehearsal.now = "2026-11-29T18:00:00Z"
    let screen = try rehearsal.typing("q") { try HomeScreen(room: $0).run() }
    #expect(screen.contains("Congratulations, Ines Ortega."))
    let certificate = try #require(try certificates(rehearsal).first)
    #expect(certificate.validFrom == "2026-11-22T09:10:00Z")
    #expect(certificate.at == "2026-11-29T18:00:00Z")
  }

  @Test func withoutANameItWaits() throws {
    let rehearsal = try learner()
    try rehearsal.play("lesson", nil, typing: "")
    let screen = try rehearsal.play("exam", .assessed, typing: "t", "t", "")
    #expect(screen.contains("rehearse name"))
    #expect(try certificates(rehearsal).isEmpty)
    try rehearsal.records.setLearnerName("王小明", at: rehearsal.now)
    try rehearsal.typing("q") { try HomeScreen(room: $0).run() }
    #expect(try certificates(rehearsal).count == 1)
  }

  @Test func oneCertificateLeadsToTheNext() throws {
    let rehearsal = try learner()
    try rehearsal.play("drill", .assessed, typing: "t")
    #expect(try certificates(rehearsal).isEmpty)
    try earn(rehearsal)
    #expect(try certificates(rehearsal).map(\.certification) == ["plain-speaker", "master"])
    #expect(try certificates(rehearsal)[1].validUntil == nil)
  }

  /// The exam has one attempt; each term has its own.
  @Test func attemptsAreCountedAnewForEachTerm() throws {
    let rehearsal = try learner()
    try rehearsal.play("exam", .assessed, typing: "f", "f")
    let refused = try rehearsal.play("exam", .assessed, typing: "t")
    #expect(refused.contains("The one attempt is used."))
    let other = try learner()
    try earn(other)
    other.now = "2028-06-01T09:00:00Z"
    try other.play("lesson", nil, typing: "")
    let allowed = try other.play("exam", .assessed, typing: "t", "t")
    #expect(allowed.contains("2 of 2 points"))
    #expect(try certificates(other).map(\.validUntil).last == "2029-06-01T23:59:59Z")
    #expect(try certificates(other).last?.about == nil)
  }

  @Test func aNewMajorVersionAsksForWhatChanged() throws {
    let rehearsal = try learner()
    try earn(rehearsal)
    try course.write(version: "2.0")
    let lesson = "---\nkind: lesson\ntitle: What to say\n---\n\nSay it plainly.\n"
    try course.folder.write(lesson, to: "lesson.md")
    rehearsal.now = "2027-03-01T09:00:00Z"
    let home = try rehearsal.typing("q") { try HomeScreen(room: $0).run() }
    #expect(home.contains("the course has a new version"))
    try rehearsal.play("lesson", nil, typing: "")
    #expect(try certificates(rehearsal).count == 1)
    try rehearsal.play("drill", .assessed, typing: "t")
    let plain = try certificates(rehearsal).filter { $0.certification == "plain-speaker" }
    #expect(plain.map(\.validUntil) == ["2027-11-22T23:59:59Z", "2028-03-01T23:59:59Z"])
    #expect(plain.last?.about == plain.first?.id)
    let again = try rehearsal.typing("q") { try HomeScreen(room: $0).run() }
    #expect(!again.contains("new version"))
  }

  @Test func inAnotherTimeZoneItIsTheSame() throws {
    // 23:30 in UTC is the next day in Berlin: days are those of UTC.
    let rehearsal = try learner("2027-01-30T23:30:00Z")
    try rehearsal.play("lesson", nil, typing: "")
    try rehearsal.play("exam", .assessed, typing: "t", "t", "Ines Ortega")
    #expect(try certificates(rehearsal).first?.validUntil == "2028-01-30T23:59:59Z")
  }

  /// What earlier versions kept has no sections: the attempt is played again to see them.
  @Test func recordsWithoutASummaryAreReplayed() throws {
    let rehearsal = try learner()
    try rehearsal.records.setLearnerName("Ines Ortega", at: rehearsal.now)
    try rehearsal.play("lesson", nil, typing: "")
    try rehearsal.typing { room in
      var attempt = try room.begin(
        try room.course.program("exam.md"), mode: .assessed, seed: 1, client: nil)
      // All but the last answer, and then the outcome as it was written before.
      _ = try attempt.record(.answer(.truth(true)), now: rehearsal.now)
      let last = Event.answer(.truth(true))
      var session = attempt.session
      _ = try session.handle(last)
      var transcript = attempt.transcript
      let entry = transcript.append(last, at: rehearsal.now)
      var outcome = OutcomeRecord(session, endedAt: rehearsal.now)
      #expect(ResultSummary(outcome.summary)?.sections.count == 2)
      outcome.summary = "{}"
      try rehearsal.records.append(
        [
          EventRecord(
            sequence: transcript.entries.count, at: rehearsal.now, body: entry.event.text,
            hash: entry.hash)
        ], to: attempt.record.id, outcome: outcome)
    }
    try rehearsal.typing("q") { try HomeScreen(room: $0).run() }
    #expect(try certificates(rehearsal).count == 1)
  }

  @Test func aChecklistIsTakenForTheRecordWhereItsResultIsAsked() throws {
    try course.folder.write(
      "---\nkind: checklist\ntitle: The list\n---\n\n## Before\n\n- [x] This\n- [ ] That\n",
      to: "lesson.md")
    _ = try course.folder.replace(
      "(lesson.md) `completed`", with: "(lesson.md) `passed`", in: "certificate.md")
    let rehearsal = try learner()
    try rehearsal.play("lesson", nil, typing: "2", "1")
    #expect(try rehearsal.records.attempts().map(\.attempt.mode) == ["assessed"])
  }

  @Test func theCalendarHasWindowAndEnd() throws {
    let rehearsal = try learner()
    try earn(rehearsal)
    var text = ""
    try rehearsal.typing { text = try CertificateShelf(place: $0.place).calendar().text }
    #expect(text.contains("DTSTART;VALUE=DATE:20270923\r\nDTEND;VALUE=DATE:20270924\r\n"))
    #expect(text.contains("DTSTART;VALUE=DATE:20271122\r\n"))
    #expect(text.contains("DTSTAMP:20261122T091000Z\r\n"))
    #expect(text.components(separatedBy: "UID:").count == 3)
  }
}
