import RehearseCore

/// What the transcripts of a record show, certification by certification.
extension Endorsing {
  mutating func endorse(
    _ course: String, _ replayed: [EvidenceReplay.Replayed], _ claims: [AchievementCredential],
    _ enrolment: LaptopEnrolment, at now: String, _ outcome: inout Outcome
  ) throws {
    // Where nobody opened the course here, what the last attempt was made on has to do.
    let newest = replayed.max { $0.fact.ended < $1.fact.ended }?.fact.digest
    guard
      let open = try evidence.current(course) ?? newest.flatMap({ try evidence.course($0) })
    else {
      outcome.find(
        "What “\(course)” asks for now is not known here: name its folder with --course, or install"
          + " its bundle.")
      return
    }
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
      guard let (about, certification) = try open.certification(path) else { continue }
      certifications.insert(about.id)
      var asked = Asked(
        course: open, path: path, about: about, certification: certification, facts: facts,
        replayed: digests, achievements: [])
      asked.achievements = [asked.achievement]
      for digest in Set(facts.map(\.digest)).sorted() {
        guard let then = try? evidence.course(digest),
          let (about, certification) = try then.certification(path)
        else { continue }
        asked.achievements.append(
          Awarding.achievement(then, id: about.id, title: about.title, certification))
      }
      for claim in claims where claim.achievement.certification == about.id {
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
  private mutating func confirm(
    _ claim: AchievementCredential, _ asked: Asked, _ enrolment: LaptopEnrolment, at now: String,
    _ outcome: inout Outcome
  ) throws {
    let kept = try Certificates(records).certificates(
      course: asked.course.id, certification: asked.about.id, of: claim.learner.id
    ).filter(ours)
    let before = kept.filter { $0.about == claim.id }
    let revocations = try Certificates(records).revocations()
    if let revoked = before.compactMap({ revocations[$0.id] }).first {
      outcome.find(
        "What was issued for it was revoked on \(revoked.prefix(10)), and is not issued again.",
        about: claim.id)
      return
    }
    let byThisKey = before.last { $0.issuer == issuer.profile.id }
    if let known = issuesAnew ? byThisKey : byThisKey ?? before.last {
      outcome.credentials.append(known.body)
      if let credential = try? SignedCredential(Array(known.body.utf8)).credential(
        as: AchievementCredential.self)
      {
        outcome.known.append(credential)
      }
      return
    }
    // Under another id it is still the same: else what was revoked would come back that way.
    if before.isEmpty, let same = kept.first(where: { $0.validFrom == claim.validFrom }) {
      outcome.find(
        "For the same evidence \(same.id) was issued before; there is one certificate for it.",
        about: claim.id)
      return
    }
    if let other = claim.evidence.first(where: { belongsToAnother($0, than: claim.learner.id) }) {
      outcome.find(
        "Another laptop's certificate rests on this attempt: one attempt shows what one person can.",
        about: other.attempt)
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
  private mutating func awardWhatWasSealed(
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
    let evidence = task.evaluation.evidence.compactMap { asked.evidence(for: $0) }
    if let other = evidence.first(where: { belongsToAnother($0, than: holder) }) {
      outcome.find(
        "Another laptop's certificate rests on this attempt: one attempt shows what one person can.",
        about: other.attempt)
      return
    }
    let credential = AchievementCredential(
      id: "", level: .completed, issuer: issuer.profile,
      learner: AchievementCredential.Learner(name: enrolment.learner, id: holder),
      achievement: achievement, validFrom: completed, validUntil: term.until?.end,
      outcomes: Awarding.outcomes(task.evaluation, in: asked.course),
      evidence: evidence,
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

  private func belongsToAnother(
    _ evidence: AchievementCredential.Evidence, than holder: String
  ) -> Bool {
    holders[evidence.attempt].map { $0 != holder } ?? false
  }

  private mutating func issue(
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
    for evidence in final.evidence { holders[evidence.attempt] = final.learner.id }
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
