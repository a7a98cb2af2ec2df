package import RehearseCore

/// The organisation's counter-signature: transcripts are played again, what the laptop's certificates
/// say is compared with what comes out, and where all agrees, the final certificates are issued.
package struct Endorsing {
  package struct Issuer {
    package var profile: AchievementCredential.Issuer
    package var key: OrganisationKey

    package init(profile: AchievementCredential.Issuer, key: OrganisationKey) {
      self.profile = profile
      self.key = key
    }
  }

  /// What came of one record.
  package struct Outcome: Sendable {
    package var learner: AchievementCredential.Learner
    /// Certificates that were issued now.
    package var issued: [AchievementCredential] = []
    /// Certificates that had been issued for the same evidence before.
    package var known: [AchievementCredential] = []
    /// The compact JWTs of all of them, and of the laptop's enrolment.
    package var credentials: [String] = []
    package var findings: [ResultFile.Finding] = []
    package var transcripts = 0
    /// What came of sealed exams.
    package var marks: [ResultFile.Mark] = []
    /// Whether anything was changed after it was written.
    package var isAltered = false

    mutating func find(_ text: String, about: String? = nil) {
      findings.append(ResultFile.Finding(about: about, text: text))
    }
  }

  private let records: RecordsDatabase
  private let issuer: Issuer
  private var evidence: EvidenceReplay
  private let newID: () -> String
  private let register: StatusRegister

  /// - Parameter newID: a UUID in lower case.
  package init(
    _ records: RecordsDatabase, issuer: Issuer, evidence: EvidenceReplay,
    newID: @escaping () -> String
  ) {
    self.records = records
    self.issuer = issuer
    self.evidence = evidence
    self.newID = newID
    register = StatusRegister(records, issuer: issuer.profile)
  }

  /// Looks at one record file and issues what it shows. The same file again issues nothing anew.
  ///
  /// - Parameter now: ISO 8601, UTC, seconds.
  /// - Throws: `RecordRefused` where it is no record file; `StoreError`.
  package mutating func endorse(_ bytes: [UInt8], at now: String) throws -> Outcome {
    let record = try SignedRecord(bytes, now: now)
    var outcome = Outcome(learner: record.file.learner)
    outcome.transcripts = record.file.transcripts.count
    let (replayed, refused) = try replay(record.file, now: now, &outcome)
    let claims = claims(in: record.file, &outcome)
    compareDigests(claims, replayed, refused, &outcome)
    if case .failure(let failure) = record.signature {
      outcome.isAltered = true
      outcome.find("The record's signature does not hold. \(failure.message)")
    }
    // What was changed is no evidence, and nobody can tell what else was.
    guard !outcome.isAltered else { return outcome }
    guard let enrolment = try enrolment(of: record.file.learner, at: now, &outcome) else {
      return outcome
    }
    outcome.credentials.append(enrolment.body)
    let courses = Set(replayed.values.map(\.transcript.header.course)).sorted()
    for course in courses {
      let facts = replayed.values.filter { $0.transcript.header.course == course }
      try endorse(
        course, Array(facts), claims.filter { $0.achievement.course == course }, enrolment.value,
        at: now, &outcome)
    }
    for claim in claims where !courses.contains(claim.achievement.course) {
      outcome.find("The record has no transcript of its course.", about: claim.id)
    }
    return outcome
  }

  // MARK: What the record holds

  private mutating func replay(
    _ file: RecordFile, now: String, _ outcome: inout Outcome
  ) throws -> (replayed: [String: EvidenceReplay.Replayed], refused: [String: Transcript]) {
    var replayed: [String: EvidenceReplay.Replayed] = [:]
    // Those that can be read and not played.
    var refused: [String: Transcript] = [:]
    for text in file.transcripts {
      do {
        let one = try evidence.replay(text, now: now)
        let attempt = one.transcript.header.attempt
        if replayed.updateValue(one, forKey: attempt) != nil {
          outcome.isAltered = true
          outcome.find("The record has two transcripts of this attempt.", about: attempt)
        }
      } catch let refusal as EvidenceReplay.Refusal {
        if refusal.isOfTheTranscript { outcome.isAltered = true }
        outcome.find(refusal.message, about: EvidenceReplay.attempt(in: text))
        if let read = try? Transcript.read(Array(text.utf8), hash: SHA256Digest.bytes) {
          refused[read.header.attempt] = read
        }
      }
    }
    return (replayed, refused)
  }

  /// The certificates that the laptop gave, the earliest first.
  private func claims(
    in file: RecordFile, _ outcome: inout Outcome
  ) -> [AchievementCredential] {
    var claims: [AchievementCredential] = []
    for body in file.credentials {
      do {
        let signed = try SignedCredential(Array(body.utf8))
        guard signed.form == .json else { continue }
        let credential: AchievementCredential = try signed.credential()
        guard signed.signer.text == file.learner.id, credential.learner.id == file.learner.id else {
          outcome.find("It was given to another laptop.", about: credential.id)
          continue
        }
        claims.append(credential)
      } catch {
        outcome.find("A certificate in the record: \(error.message)")
      }
    }
    return claims.sorted { ($0.validFrom, $0.id) < ($1.validFrom, $1.id) }
  }

  /// Whether the transcripts are those that the certificates were given for, event by event.
  private func compareDigests(
    _ claims: [AchievementCredential], _ replayed: [String: EvidenceReplay.Replayed],
    _ refused: [String: Transcript], _ outcome: inout Outcome
  ) {
    for claim in claims {
      for evidence in claim.evidence {
        let found = replayed[evidence.attempt]
        // What goes wrong in the play may have begun events before.
        guard let transcript = found?.transcript ?? refused[evidence.attempt] else {
          if !outcome.findings.contains(where: { $0.about == evidence.attempt }) {
            outcome.find(
              "The certificate \(claim.id) rests on this attempt; the record does not have it.",
              about: evidence.attempt)
          }
          continue
        }
        let digest = found?.digest ?? SHA256Digest.hex(of: Array(transcript.text.utf8))
        guard digest != evidence.transcriptDigest else { continue }
        let event = evidence.eventChecks.flatMap { transcript.firstDifference(from: $0) }
        let place = event.map { " from event \($0) on" } ?? ""
        outcome.isAltered = true
        outcome.find(
          "The transcript is another\(place) than the one that the certificate \(claim.id) was"
            + " given for.", about: evidence.attempt)
      }
    }
  }

  // MARK: Who it is from

  private func enrolment(
    of learner: AchievementCredential.Learner, at now: String, _ outcome: inout Outcome
  ) throws -> (value: LaptopEnrolment, body: String)? {
    let kept = try Certificates(records).all(.enrolment, of: learner.id)
    guard let newest = kept.max(by: { $0.validFrom < $1.validFrom }),
      let enrolment = try? SignedCredential(Array(newest.body.utf8)).credential(
        as: LaptopEnrolment.self)
    else {
      outcome.find(
        "Nobody vouches yet for the laptop that signed this record. If you know that it is"
          + " \(learner.name)'s: `rehearse enrol FILE`.")
      return nil
    }
    if try Certificates(records).revocations()[newest.id] != nil {
      outcome.find("The enrolment of this laptop was revoked.", about: newest.id)
      return nil
    }
    guard enrolment.validFrom <= now, now <= enrolment.validUntil else {
      outcome.find(
        "The enrolment of this laptop ended on \(enrolment.validUntil.prefix(10)). Renew it:"
          + " `rehearse enrol FILE`.", about: newest.id)
      return nil
    }
    guard enrolment.learner.utf8.elementsEqual(learner.name.utf8) else {
      outcome.find(
        "The record is of “\(learner.name)”; this laptop is enrolled for “\(enrolment.learner)”.",
        about: newest.id)
      return nil
    }
    return (enrolment, newest.body)
  }

  // MARK: What it shows

  private func endorse(
    _ course: String, _ replayed: [EvidenceReplay.Replayed], _ claims: [AchievementCredential],
    _ enrolment: LaptopEnrolment, at now: String, _ outcome: inout Outcome
  ) throws {
    // Where nobody opened the course here, what the last attempt was made on has to do.
    let newest = replayed.max { $0.fact.ended < $1.fact.ended }?.fact.digest
    guard
      let current = try evidence.current(course) ?? newest.flatMap({
        try evidence.content($0)
      })
    else {
      outcome.find(
        "What “\(course)” asks for now is not known here: name its folder with --course, or install"
          + " its bundle.")
      return
    }
    let open = try OpenCourse(current)
    let facts = try replayed.map { one in
      var fact = one.fact
      if let source = try evidence.content(fact.digest) {
        fact.content = try AttemptFact.Content(of: fact.unit, in: source, now: open)
      }
      return fact
    }
    outcome.marks += facts.filter(\.wasSealed).map { fact in
      ResultFile.Mark(
        attempt: fact.attempt, title: open.units[fact.unit]?.title ?? fact.unit,
        percent: fact.percent, passed: fact.passed)
    }
    let digests = Dictionary(
      replayed.map { ($0.transcript.header.attempt, $0) }, uniquingKeysWith: { first, _ in first })
    var certifications: Set<String> = []
    for path in Awarding.paths(in: open) {
      guard let unit = try open.unit(path)?.value, unit.isSound,
        case .certification(let certification) = unit.content
      else { continue }
      certifications.insert(unit.about.id)
      var asked = Asked(
        course: open, path: path, about: unit.about, certification: certification, facts: facts,
        replayed: digests, achievements: [])
      asked.achievements = [asked.achievement]
      for digest in Set(facts.map(\.digest)).sorted() {
        guard let source = try evidence.content(digest), let then = try? OpenCourse(source),
          let unit = try then.unit(path)?.value, unit.isSound,
          case .certification(let certification) = unit.content
        else { continue }
        asked.achievements.append(
          Awarding.achievement(then, id: unit.about.id, title: unit.about.title, certification))
      }
      for claim in claims where claim.achievement.certification == unit.about.id {
        try confirm(claim, asked, enrolment, at: now, &outcome)
      }
      try awardWhatWasSealed(asked, enrolment, at: now, &outcome)
    }
    for claim in claims where !certifications.contains(claim.achievement.certification) {
      outcome.find(
        "“\(course)” has no such certification, or none without errors.", about: claim.id)
    }
  }

  /// One certification, and what the record has for it.
  struct Asked {
    var course: OpenCourse
    var path: String
    var about: UnitDescription
    var certification: Certification
    var facts: [AttemptFact]
    var replayed: [String: EvidenceReplay.Replayed]
    /// The certification in the words of the course now, and in those of each content that the
    /// evidence was made on.
    var achievements: [AchievementCredential.Achievement]

    var achievement: AchievementCredential.Achievement {
      Awarding.achievement(course, id: about.id, title: about.title, certification)
    }
  }

  /// Compares a certificate that the laptop gave with what the transcripts show.
  private func confirm(
    _ claim: AchievementCredential, _ asked: Asked, _ enrolment: LaptopEnrolment, at now: String,
    _ outcome: inout Outcome
  ) throws {
    let kept = try Certificates(records).certificates(
      course: asked.course.id, certification: asked.about.id, of: claim.learner.id
    ).filter(ours)
    if let known = kept.first(where: { $0.about == claim.id }) {
      if let revoked = try Certificates(records).revocations()[known.id] {
        outcome.find(
          "What was issued for it was revoked on \(revoked.prefix(10)), and is not issued again.",
          about: claim.id)
        return
      }
      outcome.credentials.append(known.body)
      if let credential = try? SignedCredential(Array(known.body.utf8)).credential(
        as: AchievementCredential.self)
      {
        outcome.known.append(credential)
      }
      return
    }
    // Under another id it is still the same: else what was revoked would come back that way.
    if let same = kept.first(where: { $0.validFrom == claim.validFrom }) {
      outcome.find(
        "For the same evidence \(same.id) was issued before; there is one certificate for it.",
        about: claim.id)
      return
    }
    guard enrolment.covers(claim.achievement) else {
      outcome.find(
        "The laptop is not enrolled for “\(claim.achievement.title)”.", about: claim.id)
      return
    }
    guard claim.learner.name.utf8.elementsEqual(enrolment.learner.utf8) else {
      outcome.find(
        "It is made out to “\(claim.learner.name)”; the laptop is enrolled for"
          + " “\(enrolment.learner)”.", about: claim.id)
      return
    }
    let task = try task(asked, before: claim.validFrom, kept, holder: claim.learner.id)
    let found = CertificateComparison(claim, asked, task).findings
    guard found.isEmpty else {
      for text in found { outcome.find(text, about: claim.id) }
      return
    }
    var final = claim
    final.replaces = claim.id
    try issue(final, asked, at: now, &outcome)
  }

  /// The certifications that the laptop could not award, for it had no key to a sealed exam.
  private func awardWhatWasSealed(
    _ asked: Asked, _ enrolment: LaptopEnrolment, at now: String, _ outcome: inout Outcome
  ) throws {
    guard asked.facts.contains(where: \.wasSealed), outcome.findings.isEmpty else { return }
    let holder = enrolment.laptop
    let kept = try Certificates(records).certificates(
      course: asked.course.id, certification: asked.about.id, of: holder
    ).filter(ours)
    let task = try task(asked, before: now, kept, holder: holder)
    guard task.isDue, let term = task.earned(asked.certification),
      let completed = task.evaluation.completedAt,
      task.evaluation.evidence.contains(where: \.wasSealed)
    else { return }
    let achievement = asked.achievement
    guard enrolment.covers(achievement) else { return }
    let credential = AchievementCredential(
      id: "", level: .completed, issuer: issuer.profile,
      learner: AchievementCredential.Learner(name: enrolment.learner, id: holder),
      achievement: achievement, validFrom: completed, validUntil: term.until?.end,
      outcomes: Awarding.outcomes(task.evaluation, in: asked.course),
      evidence: task.evaluation.evidence.compactMap { asked.evidence(for: $0) },
      replaces: Certificates.newest(kept)?.id)
    try issue(credential, asked, at: now, &outcome)
  }

  private func task(
    _ asked: Asked, before instant: String, _ kept: [CredentialRecord], holder: String
  ) throws -> CertificationTask {
    let revocations = try Certificates(records).revocations()
    let earlier = Certificates.newest(kept.filter { $0.validFrom < instant })
    return CertificationTask(
      asked.certification,
      certificate: earlier.map { newest in
        CertificationTask.Certificate(
          id: newest.id, validFrom: newest.validFrom, validUntil: newest.validUntil,
          courseVersion: CredentialGlance(newest.body).version,
          revokedAt: revocations[newest.id],
          evidence: Set(kept.flatMap { CredentialGlance($0.body).evidence }))
      },
      facts: asked.facts.filter { $0.ended <= instant },
      held: try held(in: asked.course, by: holder, at: instant),
      courseVersion: asked.course.outline.version,
      today: CalendarDay(of: instant) ?? CalendarDay(daysSince1970: 0))
  }

  /// Whether a certificate was issued from this data directory, with whatever key.
  private func ours(_ record: CredentialRecord) throws -> Bool { try register.has(record.id) }

  /// Since when the learner holds certificates of this organisation, by the paths of their
  /// certifications.
  private func held(
    in course: OpenCourse, by holder: String, at instant: String
  ) throws -> [String: String] {
    var held: [String: String] = [:]
    for path in Awarding.paths(in: course) {
      guard let id = course.units[path]?.id else { continue }
      let kept = try Certificates(records).certificates(
        course: course.id, certification: id, of: holder
      ).filter(ours)
      guard let newest = Certificates.newest(kept.filter { $0.validFrom <= instant }),
        newest.validUntil.map({ instant <= $0 }) ?? true,
        try Certificates(records).revocations()[newest.id] == nil
      else { continue }
      held[path] = newest.validFrom
    }
    return held
  }

  private func issue(
    _ credential: AchievementCredential, _ asked: Asked, at now: String, _ outcome: inout Outcome
  ) throws {
    var final = credential
    final.id = "urn:uuid:" + newID()
    final.level = .completed
    final.issuer = issuer.profile
    final.status = try register.allot(final.id)
    let token = try CredentialJWT.sign(final, with: issuer.key)
    let record = CredentialRecord(
      id: final.id, kind: .certificate, level: final.level.rawValue, course: asked.course.id,
      certification: asked.about.id, issuer: issuer.profile.id, subject: final.learner.id,
      about: final.replaces, validFrom: final.validFrom, validUntil: final.validUntil,
      body: token.text, at: now)
    try Certificates(records).add(record, status: final.status)
    outcome.issued.append(final)
    outcome.credentials.append(token.text)
  }
}

extension Endorsing.Asked {
  func evidence(for fact: AttemptFact) -> AchievementCredential.Evidence? {
    replayed[fact.attempt].map { one in
      AchievementCredential.Evidence(
        attempt: fact.attempt, unit: fact.unit,
        title: course.units[fact.unit]?.title ?? fact.unit, courseDigest: fact.digest,
        transcriptDigest: one.digest, finished: fact.ended,
        eventChecks: one.transcript.eventChecks)
    }
  }
}
