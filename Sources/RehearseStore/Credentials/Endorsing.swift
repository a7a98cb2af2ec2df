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

  let records: RecordsDatabase
  let issuer: Issuer
  var evidence: EvidenceReplay
  let newID: () -> String
  let register: StatusRegister
  /// Whether what an earlier key of the organisation signed is issued once more with this one.
  package var issuesAnew = false
  /// Whose certificate rests on each attempt: a transcript names nobody, and a backup that is restored
  /// on two laptops would serve two.
  var holders: [String: String]

  /// - Parameter newID: a UUID in lower case.
  package init(
    _ records: RecordsDatabase, issuer: Issuer, evidence: EvidenceReplay,
    newID: @escaping () -> String
  ) throws {
    self.records = records
    self.issuer = issuer
    self.evidence = evidence
    self.newID = newID
    register = StatusRegister(records, issuer: issuer.profile)
    holders = try Certificates(records).holdersOfConfirmedAttempts()
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
}
