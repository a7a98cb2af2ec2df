/// What a learner is asked for now, to earn a certificate or to renew it.
package struct CertificationTask: Sendable {
  /// The newest certificate of a certification that the learner has.
  package struct Certificate: Equatable, Sendable {
    package var id: String
    /// ISO 8601, UTC, seconds.
    package var validFrom: String
    package var validUntil: String?
    /// The version of the course that it was earned on.
    package var courseVersion: String?
    /// When it was withdrawn.
    package var revokedAt: String?
    /// The attempts behind it and behind those that it renewed.
    package var evidence: Set<String>

    package init(
      id: String, validFrom: String, validUntil: String?, courseVersion: String? = nil,
      revokedAt: String? = nil, evidence: Set<String> = []
    ) {
      self.id = id
      self.validFrom = validFrom
      self.validUntil = validUntil
      self.courseVersion = courseVersion
      self.revokedAt = revokedAt
      self.evidence = evidence
    }

    package func term(_ certification: Certification?) -> CertificateTerm? {
      CalendarDay(of: validFrom).map { from in
        CertificateTerm(from: from, until: validUntil.flatMap(CalendarDay.init(of:)), certification)
      }
    }
  }

  package enum Kind: Sendable {
    /// All requirements: there is no certificate, or it has lapsed, or it was withdrawn.
    case award
    /// Nothing: it holds, and it is not yet time.
    case nothing
    /// The renewal; where the certification has none, all requirements.
    case renewal
    /// The renewal, and what a new major version of the course has changed.
    case update
  }

  package let kind: Kind
  package let evaluation: CertificationEvaluation
  /// The term of the certificate that there is.
  package let term: CertificateTerm?
  package let standing: CertificateTerm.Standing?
  /// Whether everything is met, and by something that no certificate was given for.
  package let isDue: Bool

  package init(
    _ certification: Certification, certificate: Certificate?, facts: [AttemptFact],
    held: [String: String], courseVersion: String?, today: CalendarDay
  ) {
    let usable = facts.filter { $0.content != .changed }
    let term = certificate?.term(certification)
    guard let certificate, let term else {
      self.init(.award, [.init(certification.requirements, usable)], held, nil, nil, used: [])
      return
    }
    let standing = term.standing(on: today)
    func fresh(since instant: String) -> [AttemptFact] { usable.filter { $0.ended >= instant } }
    let sinceWindow = fresh(since: term.freshFrom?.beginning ?? certificate.validFrom)
    let renewal =
      certification.renewal.isEmpty ? certification.requirements : certification.renewal

    if let revokedAt = certificate.revokedAt {
      self.init(
        .award, [.init(certification.requirements, fresh(since: revokedAt))], held, term, standing,
        used: certificate.evidence)
      return
    }
    if standing == .lapsed {
      // What was shown in time counts, although it is looked at only now.
      let inTime = Self(
        .renewal, [.init(renewal, sinceWindow)], held, term, standing, used: certificate.evidence)
      if inTime.isDue, let day = inTime.evaluation.completedAt.flatMap(CalendarDay.init(of:)),
        [.renewable, .inGrace].contains(term.standing(on: day))
      {
        self = inTime
        return
      }
      self.init(
        .award, [.init(certification.requirements, sinceWindow)], held, term, standing,
        used: certificate.evidence)
      return
    }
    if CourseVersion.isNewer(courseVersion, than: certificate.courseVersion) {
      let onNew = facts.filter {
        $0.content == .sameVersion && $0.ended > certificate.validFrom
      }
      let kept = usable.filter { certificate.evidence.contains($0.attempt) }
      let new = standing == .held ? onNew : onNew + sinceWindow.filter { !onNew.contains($0) }
      let changed = CertificationEvaluation([.init(certification.requirements, kept)], held: held)
      // Where everything that was shown still stands as it was, the certificate is up to date; and
      // where everything is asked for again anyway, nothing more is.
      if standing == .held ? !changed.isMet : !certification.renewal.isEmpty {
        self.init(
          .update,
          [.init(certification.requirements, kept + new), .init(certification.renewal, new)],
          held, term, standing, used: certificate.evidence)
        return
      }
    }
    switch standing {
    case .held, .lapsed: self.init(.nothing, [], held, term, standing, used: certificate.evidence)
    case .renewable, .inGrace:
      self.init(
        .renewal, [.init(renewal, sinceWindow)], held, term, standing, used: certificate.evidence)
    }
  }

  private init(
    _ kind: Kind, _ parts: [CertificationEvaluation.Part], _ held: [String: String],
    _ term: CertificateTerm?, _ standing: CertificateTerm.Standing?, used: Set<String>
  ) {
    self.kind = kind
    self.term = term
    self.standing = standing
    let evaluation = CertificationEvaluation(parts, held: held)
    self.evaluation = evaluation
    let attempts = evaluation.evidence.map(\.attempt)
    // A certification that only asks for others is renewed when one of them was.
    let isNew =
      attempts.isEmpty
      ? term.map { term in
        evaluation.completedAt.map { $0 >= (term.freshFrom?.beginning ?? "Z") } ?? false
      } ?? true : !Set(attempts).isSubset(of: used)
    isDue = evaluation.isMet && isNew
  }

  /// The term of the certificate that the evaluation earns.
  package func earned(_ certification: Certification) -> CertificateTerm? {
    guard isDue, let day = evaluation.completedAt.flatMap(CalendarDay.init(of:)) else { return nil }
    return CertificateTerm(
      certification, completed: day, renewing: kind == .award ? nil : term)
  }
}

/// The `version:` of a course. Its major version is the number before the first dot.
package enum CourseVersion {
  package static func major(_ version: String?) -> Int? {
    guard let version, let first = version.split(separator: ".").first else { return nil }
    return Words.integer(Words.trim(String(first)))
  }

  /// Whether the major version is a later one; false where one of them is not known.
  package static func isNewer(_ version: String?, than other: String?) -> Bool {
    guard let new = major(version), let old = major(other) else { return false }
    return new > old
  }
}
