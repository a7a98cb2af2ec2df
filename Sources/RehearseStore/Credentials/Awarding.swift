package import RehearseCore

/// Where a learner stands with a certification of a course.
package struct CertificationStanding: Sendable {
  /// The path of the certification's file.
  package var path: String
  /// The id of its unit.
  package var id: String
  package var title: String
  package var certification: Certification
  /// The newest certificate; nil where there is none.
  package var certificate: CredentialRecord?
  package var isRevoked: Bool
  package var task: CertificationTask

  /// Whether the learner has a certificate that holds.
  package var isHeld: Bool {
    certificate != nil && !isRevoked && [.held, .renewable].contains(task.standing)
  }
}

/// How a certificate is signed on this laptop.
package struct CertificateSigner: Sendable {
  /// The did:key of the laptop, made when it is first needed.
  package var holder: @Sendable () throws -> String
  /// The credential as signed text: JSON with its proof.
  package var sign: @Sendable (AchievementCredential) throws -> String

  package init(
    holder: @escaping @Sendable () throws -> String,
    sign: @escaping @Sendable (AchievementCredential) throws -> String
  ) {
    self.holder = holder
    self.sign = sign
  }
}

/// A certificate that was awarded just now.
package struct Award: Sendable {
  package var credential: AchievementCredential
  package var record: CredentialRecord
  /// What was met, as it stood before.
  package var standing: CertificationStanding
}

/// The certifications of a course, and awarding what is met.
package struct Awarding: Sendable {
  private let records: RecordsDatabase
  private let course: OpenCourse

  package init(_ records: RecordsDatabase, course: OpenCourse) {
    self.records = records
    self.course = course
  }

  /// The paths of the certifications in the outline.
  package static func paths(in course: OpenCourse) -> [String] {
    course.outline.entries.map(\.path).filter { course.units[$0]?.kind == .certification }
  }

  /// The certifications of the outline that were read without an error, in its order.
  ///
  /// - Parameter now: ISO 8601, UTC, seconds.
  package func standings(at now: String) throws -> [CertificationStanding] {
    guard let today = CalendarDay(of: now) else { return [] }
    let read = try Self.paths(in: course).compactMap { try course.certification($0) }
    guard !read.isEmpty else { return [] }
    let certificates = Certificates(records)
    let revocations = try certificates.revocations()
    let facts = try AttemptFacts(records: records, course: course).facts(
      of: Set(read.flatMap(\.1.units)))
    let kept = try read.map { about, _ in
      try certificates.certificates(course: course.id, certification: about.id)
    }
    var held: [String: String] = [:]
    for ((about, certification), kept) in zip(read, kept) {
      guard let certificate = Self.certificate(kept, revocations), certificate.revokedAt == nil,
        let term = certificate.term(certification),
        [.held, .renewable].contains(term.standing(on: today))
      else { continue }
      held[about.path] = certificate.validFrom
    }
    return zip(read, kept).map { read, kept in
      let (about, certification) = read
      let certificate = Self.certificate(kept, revocations)
      return CertificationStanding(
        path: about.path, id: about.id, title: about.title, certification: certification,
        certificate: Certificates.newest(kept), isRevoked: certificate?.revokedAt != nil,
        task: CertificationTask(
          certification, certificate: certificate, facts: facts, held: held,
          courseVersion: course.outline.version, today: today))
    }
  }

  /// The newest certificate, with the evidence of all.
  private static func certificate(
    _ kept: [CredentialRecord], _ revocations: [String: String]
  ) -> CertificationTask.Certificate? {
    Certificates.newest(kept).map { newest in
      CertificationTask.Certificate(
        id: newest.id, validFrom: newest.validFrom, validUntil: newest.validUntil,
        courseVersion: CredentialGlance(newest.body).version,
        revokedAt: revocations[newest.id]
          ?? newest.about.flatMap { about in
            // What confirms a certificate falls with it, and a renewal does not.
            kept.contains { $0.id == about && $0.validFrom == newest.validFrom }
              ? revocations[about] : nil
          }, evidence: Set(kept.flatMap { CredentialGlance($0.body).evidence }))
    }
  }

  /// Awards a certification that is met. What was awarded in the meantime is not awarded again.
  ///
  /// - Parameters:
  ///   - name: the learner's.
  ///   - id: a UUID in lower case.
  /// - Returns: nil where it is not met, or another program was first.
  package func award(
    _ standing: CertificationStanding, to name: String, id: String, signer: CertificateSigner,
    at now: String
  ) throws -> Award? {
    guard let term = standing.task.earned(standing.certification),
      let completed = standing.task.evaluation.completedAt
    else { return nil }
    let holder = try signer.holder()
    let credential = AchievementCredential(
      id: "urn:uuid:" + id, level: .provisional,
      issuer: .init(id: holder, name: "\(name)’s laptop"),
      learner: .init(name: name, id: holder),
      achievement: Self.achievement(
        course, id: standing.id, title: standing.title, standing.certification),
      validFrom: completed, validUntil: term.until?.end,
      outcomes: Self.outcomes(standing.task.evaluation, in: course),
      evidence: try standing.task.evaluation.evidence.map(evidence),
      replaces: standing.task.kind == .award ? nil : standing.certificate?.id)
    let record = CredentialRecord(credential, body: try signer.sign(credential), at: now)
    guard try Certificates(records).add(record, after: standing.certificate?.id) else {
      return nil
    }
    return Award(credential: credential, record: record, standing: standing)
  }

  /// A certification as its certificates describe it.
  static func achievement(
    _ course: OpenCourse, id: String, title: String, _ certification: Certification
  ) -> AchievementCredential.Achievement {
    AchievementCredential.Achievement(
      course: course.id, courseTitle: course.title, courseVersion: course.outline.version,
      certification: id, title: title, description: certification.summary)
  }

  /// What was met, and the skills that the evidence shows.
  static func outcomes(
    _ evaluation: CertificationEvaluation, in course: OpenCourse
  ) -> [AchievementCredential.Outcome] {
    let requirements = evaluation.items.flatMap(\.met).map { item in
      var required: Percent?
      if case .unit(_, _, let demand, _) = item.requirement { required = demand.required }
      return AchievementCredential.Outcome(
        kind: .requirement,
        // A certificate says no more than is known.
        name: item.requirement.words
          + (item.evidence?.isSelfMarked == true ? " (in part marked by the learner)" : ""),
        percent: item.evidence?.percent,
        required: required)
    }
    let skills = evaluation.skills.map { name, points, outOf in
      AchievementCredential.Outcome(
        kind: .skill, name: course.outline.skills.first { $0.name == name }?.title ?? name,
        percent: Percent.share(points, of: outOf))
    }
    return requirements + skills
  }

  private func evidence(_ fact: AttemptFact) throws -> AchievementCredential.Evidence {
    guard let overview = try records.attempt(fact.attempt) else {
      throw StoreError.noSuchAttempt(id: fact.attempt)
    }
    let transcript = try records.transcript(of: overview.attempt)
    return AchievementCredential.Evidence(
      attempt: fact.attempt, unit: fact.unit, title: course.units[fact.unit]?.title ?? fact.unit,
      courseDigest: fact.digest,
      transcriptDigest: SHA256Digest.hex(of: Array(transcript.text.utf8)),
      finished: fact.ended, eventChecks: transcript.eventChecks)
  }
}

extension Awarding {
  /// From when on the attempts at a unit are counted anew: a certificate that asks for it was
  /// awarded, or can be renewed. Nil where no certificate asks for it.
  package static func countsFrom(
    unit: String, _ standings: [CertificationStanding], today: CalendarDay
  ) -> String? {
    standings.filter { $0.certification.units.contains(unit) }.compactMap { standing in
      guard let term = standing.task.term, let certificate = standing.certificate else {
        return nil
      }
      guard let fresh = term.freshFrom, fresh <= today else { return certificate.validFrom }
      return max(certificate.validFrom, fresh.beginning)
    }.max()
  }
}

extension OpenCourse {
  /// A certification that was read without an error: of a file with errors, requirements may be
  /// missing.
  func certification(_ path: String) throws -> (UnitDescription, Certification)? {
    guard let unit = try unit(path)?.value, unit.isSound,
      case .certification(let certification) = unit.content
    else { return nil }
    return (unit.about, certification)
  }
}
