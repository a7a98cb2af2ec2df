import RehearseCore
import Testing

@testable import RehearseStore

/// What is endorsed, and what is said of everything else.
@Suite struct EndorsingTests {
  private let organisation: ExchangeOrganisation
  private let learner: ExchangeLearner

  init() throws {
    organisation = try ExchangeOrganisation()
    learner = try ExchangeLearner.certified(1)
    _ = try organisation.enrol(learner)
  }

  private func endorse(
    _ bytes: [UInt8], at now: String = time(500), from: Int = 1
  ) throws -> Endorsing.Outcome {
    var endorsing = try organisation.endorsing(learner.source, from: from)
    return try endorsing.endorse(bytes, at: now)
  }

  /// The learner's certificate with something changed, signed again by the learner's laptop.
  private func forged(
    _ change: (inout AchievementCredential) -> Void
  ) throws -> [UInt8] {
    var file = try learner.record(at: time(400))
    var claim: AchievementCredential = try SignedCredential(Array(file.credentials[0].utf8))
      .credential()
    change(&claim)
    file.credentials = [SignedCredential.sign(claim, with: learner.key, created: time(300))]
    return learner.signed(file)
  }

  private func refused(
    _ bytes: [UInt8], _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try endorse(bytes)
    #expect(outcome.issued.isEmpty && outcome.known.isEmpty, sourceLocation: sourceLocation)
    let all = outcome.findings.map(\.text).joined(separator: "\n")
    for word in words {
      #expect(all.contains(word), "\(all)", sourceLocation: sourceLocation)
    }
    let kept = try Certificates(organisation.records).all(.certificate)
    #expect(kept.isEmpty, sourceLocation: sourceLocation)
  }

  @Test func whatAgreesIsIssued() throws {
    let file = try learner.record(at: time(400))
    let outcome = try endorse(learner.signed(file))
    let issued = try #require(outcome.issued.first)
    #expect(outcome.issued.count == 1 && outcome.findings.isEmpty && outcome.transcripts == 2)
    let claim: AchievementCredential = try SignedCredential(Array(file.credentials[0].utf8))
      .credential()
    var expected = claim
    expected.id = issued.id
    expected.level = .completed
    expected.issuer = organisation.issuer.profile
    expected.status = issued.status
    expected.replaces = claim.id
    #expect(issued == expected && issued.status != nil && issued.id != claim.id)
    // The enrolment and the certificate, both to be received.
    #expect(outcome.credentials.count == 2)
    for body in outcome.credentials {
      #expect(try SignedCredential(Array(body.utf8)).signer == organisation.issuer.key.did)
    }
  }

  @Test func theSameRecordTwiceIsIssuedOnce() throws {
    let bytes = learner.signed(try learner.record(at: time(400)))
    let first = try endorse(bytes)
    let again = try endorse(bytes, at: time(600), from: 2)
    #expect(again.issued.isEmpty && again.findings.isEmpty)
    #expect(again.known == first.issued && again.credentials == first.credentials)
    // Written anew on another day, it is the same evidence.
    let later = try endorse(learner.signed(try learner.record(at: time(700))), at: time(800))
    #expect(later.issued.isEmpty && later.known == first.issued)
    #expect(try Certificates(organisation.records).all(.certificate).count == 1)
  }

  // MARK: Changed on the way

  /// Without the laptop's key: the signature does not hold, and the event is named besides.
  @Test func anEventThatWasChangedOnTheWay() throws {
    let file = try learner.record(at: time(400))
    let signed = String(decoding: learner.signed(file), as: UTF8.self)
    let transcript = try Transcript.read(Array(file.transcripts[0].utf8), hash: SHA256Digest.bytes)
    let entry = transcript.entries[16]
    let line = "17 \(entry.hash) \(entry.time) \(entry.event.text)"
    let other = line + "x"
    try #require(signed.contains(line))
    try refused(
      Array(signed.replacing(line, with: other).utf8), "The record's signature does not hold.",
      "Event 17 ")
    let flipped = entry.event == .answer(.truth(true)) ? "answer false" : "answer true"
    try refused(
      Array(signed.replacing(line, with: "17 \(entry.hash) \(entry.time) \(flipped)").utf8),
      "The record's signature does not hold.", "Event 17 ")
  }

  @Test func anythingElseThatWasChangedOnTheWay() throws {
    let signed = String(decoding: learner.signed(try learner.record(at: time(400))), as: UTF8.self)
    for (old, new) in [
      ("Zoë Ó Briain\"}", "Zoe O Briain\"}"), ("\"version\":\"1.0\"", "\"version\":\"1.1\""),
      (time(400), time(401)),
    ] {
      try #require(signed.contains(old))
      try refused(
        Array(signed.replacing(old, with: new).utf8), "The record's signature does not hold.")
    }
  }

  @Test func aRecordThatSomebodyElseSigned() throws {
    let other = try ExchangeLearner(2)
    let file = try learner.record(at: time(400))
    try refused(SignedRecord.sign(file, with: other.key), "The record's signature does not hold.")
    // In their own name, with another's certificate and transcripts.
    _ = try organisation.enrol(other)
    var theirs = file
    theirs.learner = other.profile
    try refused(SignedRecord.sign(theirs, with: other.key), "It was given to another laptop.")
  }

  // MARK: Who it is from

  @Test func aLaptopThatNobodyKnows() throws {
    let stranger = try ExchangeLearner.certified(3)
    let bytes = stranger.signed(try stranger.record(at: time(400)))
    try refused(bytes, "Nobody vouches yet for the laptop", "rehearse enrol")
  }

  @Test func anotherName() throws {
    var file = try learner.record(at: time(400))
    file.learner.name = "Ana Silva"
    try refused(learner.signed(file), "The record is of “Ana Silva”", "enrolled for “Zoë Ó Briain”")
    try refused(
      try forged { $0.learner.name = "Ana Silva" }, "It is made out to “Ana Silva”",
      "enrolled for “Zoë Ó Briain”")
    // Letters that look alike are others.
    try refused(
      try forged { $0.learner.name = "Zoe\u{308} O\u{301} Briain" }, "It is made out to")
  }

  @Test func anEnrolmentThatEnded() throws {
    let late = try endorse(
      learner.signed(try learner.record(at: time(400))), at: "2028-11-23T00:00:00Z")
    #expect(late.issued.isEmpty)
    #expect(late.findings.map(\.text).contains { $0.contains("ended on 2028-11-22") })
  }

  @Test func anEnrolmentThatWasRevoked() throws {
    let other = try ExchangeLearner.certified(4)
    let enrolment = try organisation.enrol(other)
    try Certificates(organisation.records).revoke(enrolment.id, reason: "lost", at: time(450))
    try refused(
      other.signed(try other.record(at: time(400))), "enrolment of this laptop was revoked")
    _ = try organisation.enrol(other, at: time(460), id: 1)
    let again = try endorse(other.signed(try other.record(at: time(400))))
    #expect(again.issued.count == 1)
  }

  @Test func anEnrolmentForSomethingElse() throws {
    for (number, scope, isCovered) in [
      (5, ["other"], false), (6, ["other", "plain-speaker"], true),
      (7, ["urn:rehearse:plain:plain-speaker"], true),
    ] {
      let other = try ExchangeLearner.certified(number)
      _ = try organisation.enrol(other, scope: scope)
      let outcome = try endorse(
        other.signed(try other.record(at: time(400))), from: number)
      #expect(outcome.issued.count == (isCovered ? 1 : 0))
      #expect(
        outcome.findings.map(\.text)
          == (isCovered ? [] : ["The laptop is not enrolled for “Plain speaker”."]))
    }
  }

  // MARK: What it says

  @Test func aForgedTitle() throws {
    let words = "It describes the certification in other words than the course does"
    try refused(try forged { $0.achievement.title = "Master speaker" }, words)
    try refused(try forged { $0.achievement.description = "Knows everything." }, words)
    try refused(try forged { $0.achievement.courseTitle = "Rocket science" }, words)
    try refused(try forged { $0.achievement.courseVersion = "9.0" }, words)
    try refused(try forged { $0.achievement.courseVersion = nil }, words)
  }

  @Test func aForgedPercent() throws {
    try refused(
      try forged { $0.outcomes[0].percent = Percent(100) }, "the certificate says 100%",
      "the transcripts show ")
    try refused(
      try forged { $0.outcomes[0].required = Percent(90) }, "Forty questions, at least 50%")
    try refused(try forged { $0.outcomes[2].percent = Percent(100) }, "Candour")
    try refused(try forged { $0.outcomes.removeLast() }, "the certificate says nothing")
    try refused(
      try forged {
        $0.outcomes.append(.init(kind: .skill, name: "Leadership", percent: Percent(99)))
      }, "“Leadership”: the certificate says 99%, the transcripts show nothing.")
  }

  @Test func aForgedTerm() throws {
    try refused(
      try forged { $0.validUntil = "2037-11-22T23:59:59Z" }, "It ends on 2037-11-22T23:59:59Z",
      "2027-11-22T23:59:59Z")
    try refused(try forged { $0.validUntil = nil }, "It ends on no day")
    try refused(try forged { $0.validFrom = time(301) }, "It begins on \(time(301))")
    try refused(try forged { $0.validFrom = time(10) }, "The transcripts do not show")
  }

  @Test func forgedEvidence() throws {
    try refused(
      try forged { $0.evidence[0].transcriptDigest = String(repeating: "0", count: 64) },
      "The transcript is another")
    try refused(try forged { $0.evidence[0].finished = time(99) }, "is not the one")
    try refused(try forged { $0.evidence[0].title = "Another title" }, "is not the one")
    try refused(try forged { $0.evidence.removeLast() }, "is not the one")
    try refused(
      try forged { $0.evidence[0].attempt = uuid(77) }, "rests on this attempt; the record does not"
    )
  }

  /// A certification that no course has, or a course that nobody knows.
  @Test func aCertificationThatThereIsNot() throws {
    try refused(
      try forged { $0.achievement.certification = "master-speaker" }, "has no such certification")
    try refused(
      try forged { $0.achievement.course = "rockets" }, "The record has no transcript of its course"
    )
  }

  @Test func evidenceThatIsMissing() throws {
    for place in 0...1 {
      var file = try learner.record(at: time(400))
      file.transcripts.remove(at: place)
      try refused(
        learner.signed(file), "rests on this attempt; the record does not have it",
        "The transcripts do not show what it asks for")
    }
    var file = try learner.record(at: time(400))
    file.transcripts = []
    try refused(learner.signed(file), "The record has no transcript of its course.")
    file = try learner.record(at: time(400))
    file.transcripts.append(file.transcripts[0])
    try refused(learner.signed(file), "two transcripts of this attempt")
  }

  /// The exam of another course, passed off as this one's: the course line of the header changed.
  @Test func theExamOfAnotherCourse() throws {
    var easy = MemoryCourse(id: "easy")
    easy.files["exam.md"] =
      "---\nkind: assessment\ntitle: Forty questions\npass: 10%\n---\n\n"
      + (1...9).map { "### Is it \($0)?\n\nAnswer: true\n\n" }.joined()
    let other = try ExchangeLearner(8, course: easy)
    try other.play("exam.md", attempt: 1, at: time(100))
    let text = try #require(try other.record(at: time(400)).transcripts.first)
    let transcript = try Transcript.read(Array(text.utf8), hash: SHA256Digest.bytes)
    var header = transcript.header
    header.course = "plain"
    var file = try learner.record(at: time(400))
    file.transcripts[0] = transcript.remade(transcript.entries, header: header).text
    var endorsing = try organisation.endorsing(learner.source, easy)
    let outcome = try endorsing.endorse(learner.signed(file), at: time(500))
    #expect(outcome.issued.isEmpty && outcome.isAltered)
    #expect(
      outcome.findings.map(\.text).contains {
        $0 == "It says that it is of “plain”; the content with its digest is of “easy”."
      })
  }

  @Test func contentThatIsNotHere() throws {
    var endorsing = try organisation.endorsing()
    let outcome = try endorsing.endorse(
      learner.signed(try learner.record(at: time(400))), at: time(500))
    #expect(outcome.issued.isEmpty && !outcome.isAltered)
    #expect(
      outcome.findings.contains {
        $0.text.contains("(\(learner.snapshot.prefix(12))…) is not here")
          || $0.text.contains("\(learner.snapshot.prefix(12))…")
      }, "\(outcome.findings)")
  }

  @Test func eventsInTheFuture() throws {
    let outcome = try endorse(
      learner.signed(try learner.record(at: time(400))), at: "2026-11-21T00:00:00Z")
    #expect(outcome.issued.isEmpty && outcome.isAltered)
    let texts = outcome.findings.map(\.text)
    #expect(texts.contains("Event 1 is in the future."))
    #expect(texts.contains { $0.contains("signature does not hold") && $0.contains("future") })
  }

  // MARK: Afterwards

  @Test func revokedAndSubmittedAgain() throws {
    let bytes = learner.signed(try learner.record(at: time(400)))
    let issued = try #require(try endorse(bytes).issued.first)
    try Certificates(organisation.records).revoke(issued.id, reason: "copied", at: time(600))
    let again = try endorse(bytes, at: time(700), from: 2)
    #expect(again.issued.isEmpty && again.known.isEmpty)
    #expect(
      again.findings.map(\.text) == [
        "What was issued for it was revoked on 2026-11-22, and is not issued again."
      ])
    #expect(again.credentials.count == 1)
  }

  /// The same transcripts under another certificate of the laptop's own making.
  @Test func theSameEvidenceTwice() throws {
    _ = try endorse(learner.signed(try learner.record(at: time(400))))
    let outcome = try endorse(try forged { $0.id = "urn:uuid:" + uuid(0xBEEF) }, from: 2)
    #expect(outcome.issued.isEmpty && outcome.known.isEmpty)
    #expect(outcome.findings.map(\.text).contains { $0.hasPrefix("For the same evidence ") })
    // Not after the first was revoked, either.
    let first = try #require(try Certificates(organisation.records).all(.certificate).first)
    try Certificates(organisation.records).revoke(first.id, reason: "copied", at: time(600))
    let again = try endorse(try forged { $0.id = "urn:uuid:" + uuid(0xBEF0) }, from: 3)
    #expect(again.issued.isEmpty && again.known.isEmpty)
    #expect(try Certificates(organisation.records).all(.certificate).count == 1)
  }

  /// A backup that was restored on another's laptop: a transcript names nobody.
  @Test func oneAttemptOfTwoLearners() throws {
    let other = try ExchangeLearner(2)
    _ = try organisation.enrol(other, id: 1)
    let file = try learner.record(at: time(400))
    var claim: AchievementCredential = try SignedCredential(Array(file.credentials[0].utf8))
      .credential()
    claim.id = "urn:uuid:" + uuid(0xBEF1)
    claim.learner = other.profile
    claim.issuer = .init(id: other.key.did.text, name: claim.issuer.name)
    var copy = file
    copy.learner = other.profile
    copy.credentials = [SignedCredential.sign(claim, with: other.key, created: time(300))]
    var endorsing = try organisation.endorsing(learner.source)
    #expect(try endorsing.endorse(learner.signed(file), at: time(500)).issued.count == 1)
    // In the same run, and in the next one.
    var next = try organisation.endorsing(learner.source, from: 2)
    for outcome in [
      try endorsing.endorse(other.signed(copy), at: time(600)),
      try next.endorse(other.signed(copy), at: time(700)),
    ] {
      #expect(outcome.issued.isEmpty && outcome.known.isEmpty)
      let finding = try #require(outcome.findings.first)
      #expect(finding.text.hasPrefix("Another laptop's certificate rests on this attempt"))
      #expect(finding.about == claim.evidence[0].attempt)
    }
  }

  /// After a key leaked, everything is issued once more with the next one.
  @Test func issuedAnewAfterALeak() throws {
    let bytes = learner.signed(try learner.record(at: time(400)))
    let first = try #require(try endorse(bytes).issued.first)
    var rotated = organisation
    rotated.issuer = try ExchangeOrganisation.issuer(2)
    _ = try rotated.enrol(learner, at: time(550), id: 1)
    var endorsing = try rotated.endorsing(learner.source, from: 2)
    #expect(try endorsing.endorse(bytes, at: time(600)).known == [first])
    endorsing.issuesAnew = true
    let second = try #require(try endorsing.endorse(bytes, at: time(700)).issued.first)
    #expect(second.issuer == rotated.issuer.profile && second.outcomes == first.outcomes)
    let again = try endorsing.endorse(bytes, at: time(800))
    #expect(again.issued.isEmpty && again.known == [second])
  }

  /// Renewed after the organisation's key was changed: what the old key issued still counts as its
  /// own.
  @Test func aRenewalAfterTheKeyWasRotated() throws {
    let first = try #require(
      try endorse(learner.signed(try learner.record(at: time(400)))).issued.first)
    // In the window before it lapses.
    let day = "2027-10-15T10:00:00Z"
    try learner.play("exam.md", attempt: 3, seed: 9, at: day)
    let renewal = try #require(try learner.award(2, at: "2027-10-15T10:30:00Z").first)
    let file = try learner.record(at: "2027-10-15T11:00:00Z")
    #expect(file.credentials.count == 2 && file.transcripts.count == 3)
    var rotated = organisation
    rotated.issuer = try ExchangeOrganisation.issuer(2)
    var endorsing = try rotated.endorsing(learner.source, from: 2)
    let outcome = try endorsing.endorse(learner.signed(file), at: "2027-10-15T12:00:00Z")
    #expect(outcome.findings.isEmpty, "\(outcome.findings)")
    #expect(outcome.known == [first])
    let second = try #require(outcome.issued.first)
    #expect(second.issuer == rotated.issuer.profile && second.replaces == renewal.id)
    #expect(
      second.validUntil == "2028-11-22T23:59:59Z" && second.status?.list != first.status?.list)
    // Each key has its list, and the new key signs both; another organisation's it does not touch.
    #expect(try rotated.lists(at: "2027-10-15T12:00:00Z").count == 1)
    let lists = try rotated.lists(
      earlier: [organisation.issuer.profile], at: "2027-10-15T12:00:00Z")
    #expect(lists.count == 2)
    for list in lists { #expect(try StatusLists.read(list).key == rotated.issuer.key.jwk) }
  }
}
