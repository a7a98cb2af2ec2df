package import RehearseCore

/// Takes in what comes from the organisation. The same file again changes nothing.
package struct Receiving: Sendable {
  package struct Outcome: Sendable {
    /// What is new in the record.
    package var certificates: [AchievementCredential] = []
    package var enrolments: [LaptopEnrolment] = []
    package var endorsements: [Endorsement] = []
    /// Ids of certificates that a status list says are revoked, and that were not known to be.
    package var revoked: [String] = []
    /// How many were in the record already.
    package var known = 0
    /// What was not taken, and why; and what the organisation wants to be known.
    package var refused: [String] = []
    package var findings: [ResultFile.Finding] = []
    package var marks: [ResultFile.Mark] = []
    package var statusLists = 0
    /// Whether a trust file says who is who.
    package var hasTrust = false
  }

  private let records: RecordsDatabase
  /// The did:keys of this laptop and of those that the record was merged from.
  private let holders: Set<String>
  private let trust: TrustFile?

  package init(_ records: RecordsDatabase, holder: String) throws {
    self.records = records
    holders = Set(try Certificates(records).all(.certificate).map(\.subject)).union([holder])
    trust = try TrustStore(records).current()
  }

  /// - Parameter bytes: a result file, or one signed credential.
  /// - Throws: `RecordRefused` where it is neither; `StoreError`.
  package func receive(_ bytes: [UInt8], at now: String) throws -> Outcome {
    var outcome = Outcome()
    let result = try Self.result(bytes)
    outcome.findings = result.findings
    outcome.marks = result.marks
    outcome.hasTrust = trust != nil
    // Certificates before what is said of them.
    var waiting: [(Endorsement, SignedCredential)] = []
    for body in result.credentials {
      do {
        let signed = try SignedCredential(Array(body.utf8), now: now)
        if signed.holds(AchievementCredential.self) {
          try take(try signed.credential(as: AchievementCredential.self), signed, now, &outcome)
        } else if signed.holds(LaptopEnrolment.self) {
          try take(try signed.credential(as: LaptopEnrolment.self), signed, now, &outcome)
        } else if signed.holds(Endorsement.self) {
          waiting.append((try signed.credential(as: Endorsement.self), signed))
        } else {
          outcome.refused.append("A credential of a kind that this program does not know.")
        }
      } catch let failure as SignedCredentialFailure {
        outcome.refused.append(failure.message)
      }
    }
    for (endorsement, signed) in waiting { try take(endorsement, signed, now, &outcome) }
    for body in result.statusLists { try take(statusList: body, now, &outcome) }
    return outcome
  }

  static func result(_ bytes: [UInt8]) throws(RecordRefused) -> ResultFile {
    if bytes.first == UInt8(ascii: "{") {
      let json: JSONValue
      do { json = try JSONReader.read(bytes) } catch { throw .notJSON(error) }
      if ResultFile.isResult(json) || json["rehearse"] != nil {
        do { return try ResultFile(json) } catch { throw .notARecord(error) }
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let body = text.hasSuffix("\n") ? String(text.dropLast()) : text
    // A letter is not to travel on as a credential that does not hold.
    guard bytes.first == UInt8(ascii: "{") || isCompactJWS(body) else {
      throw .notARecord(.notThisKind("a result file"))
    }
    return StatusLists.isStatusList(body)
      ? ResultFile(statusLists: [body]) : ResultFile(credentials: [body])
  }

  /// Whether it has the letters of one; whether it is one is looked at later.
  private static func isCompactJWS(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
          || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
      }
  }

  private func take(
    _ certificate: AchievementCredential, _ signed: SignedCredential, _ now: String,
    _ outcome: inout Outcome
  ) throws {
    guard holders.contains(certificate.learner.id) else {
      outcome.refused.append(
        "“\(certificate.achievement.title)” of \(certificate.learner.name) belongs to another"
          + " laptop.")
      return
    }
    if case .jwt(let key) = signed.form, let trust, trust.holder(of: key, as: .issuer) == nil {
      outcome.refused.append(
        "“\(certificate.achievement.title)” is signed by somebody who goes by"
          + " “\(certificate.issuer.name)”, and is no issuer in your trust file.")
      return
    }
    if try Certificates(records).add(CredentialRecord(certificate, body: signed.text, at: now)) {
      outcome.certificates.append(certificate)
    } else {
      outcome.known += 1
    }
  }

  private func take(
    _ enrolment: LaptopEnrolment, _ signed: SignedCredential, _ now: String,
    _ outcome: inout Outcome
  ) throws {
    guard holders.contains(enrolment.laptop) else {
      outcome.refused.append("An enrolment of another laptop, for \(enrolment.learner).")
      return
    }
    if try Certificates(records).add(CredentialRecord(enrolment, body: signed.text, at: now)) {
      outcome.enrolments.append(enrolment)
    } else {
      outcome.known += 1
    }
  }

  private func take(
    _ endorsement: Endorsement, _ signed: SignedCredential, _ now: String,
    _ outcome: inout Outcome
  ) throws {
    let certificate = try Certificates(records).all(.certificate).first {
      $0.id == endorsement.credential
    }
    guard let certificate,
      SHA256Digest.hex(of: Array(certificate.body.utf8)) == endorsement.digest
    else {
      outcome.refused.append(
        "\(endorsement.issuer.name) endorses a certificate that is not here.")
      return
    }
    if try Certificates(records).add(CredentialRecord(endorsement, body: signed.text, at: now)) {
      outcome.endorsements.append(endorsement)
    } else {
      outcome.known += 1
    }
  }

  private func take(statusList body: String, _ now: String, _ outcome: inout Outcome) throws {
    do {
      if try StatusLists(records).add(body, at: now) { outcome.statusLists += 1 }
    } catch let failure as StatusListFailure {
      outcome.refused.append(failure.message)
      return
    }
    let known = try Certificates(records).revocations()
    for record in try Certificates(records).all() where known[record.id] == nil {
      guard let signed = try? SignedCredential(Array(record.body.utf8)),
        let entry = signed.statusEntry,
        case .revoked(let asOf) = try StatusLists(records).status(
          of: entry, at: now,
          signer: { StatusLists.counts($0, for: $1, of: signed, trust) })
      else { continue }
      try Certificates(records).revoke(
        record.id, reason: "a status list of \(asOf.prefix(10))", at: asOf)
      outcome.revoked.append(record.id)
    }
  }
}

extension CredentialRecord {
  package init(_ certificate: AchievementCredential, body: String, at now: String) {
    self.init(
      id: certificate.id, kind: .certificate, level: certificate.level.rawValue,
      course: certificate.achievement.course, certification: certificate.achievement.certification,
      issuer: certificate.issuer.id, subject: certificate.learner.id, about: certificate.replaces,
      validFrom: certificate.validFrom, validUntil: certificate.validUntil, body: body, at: now)
  }

  package init(_ enrolment: LaptopEnrolment, body: String, at now: String) {
    self.init(
      id: enrolment.id, kind: .enrolment, issuer: enrolment.issuer.id, subject: enrolment.laptop,
      validFrom: enrolment.validFrom, validUntil: enrolment.validUntil, body: body, at: now)
  }

  package init(_ endorsement: Endorsement, body: String, at now: String) {
    self.init(
      id: endorsement.id, kind: .endorsement, issuer: endorsement.issuer.id,
      subject: endorsement.credential, about: endorsement.credential,
      validFrom: endorsement.validFrom, validUntil: endorsement.validUntil, body: body, at: now)
  }
}
