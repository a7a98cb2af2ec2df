package import RehearseCore

/// A further party's name under final certificates.
package struct CoSigning {
  package struct Answer: Sendable {
    /// All that came in, and the endorsements.
    package var result: ResultFile
    /// The titles of the certificates that were endorsed.
    package var endorsed: [String] = []
    package var refused: [String] = []
  }

  private let profile: AchievementCredential.Issuer
  private let key: OrganisationKey
  private let records: RecordsDatabase

  package init(
    _ records: RecordsDatabase, profile: AchievementCredential.Issuer, key: OrganisationKey
  ) {
    self.records = records
    self.profile = profile
    self.key = key
  }

  /// - Parameters:
  ///   - bytes: a result file, or one certificate.
  ///   - newID: a UUID in lower case.
  ///   - now: ISO 8601, UTC, seconds.
  /// - Throws: `RecordRefused` where it is neither.
  package func endorse(
    _ bytes: [UInt8], comment: String?, newID: () -> String, at now: String
  ) throws -> Answer {
    var answer = Answer(result: try Receiving.result(bytes))
    for body in answer.result.credentials {
      let signed: SignedCredential
      let certificate: AchievementCredential
      do throws(SignedCredentialFailure) {
        signed = try SignedCredential(Array(body.utf8), now: now)
        guard signed.holds(AchievementCredential.self) else { continue }
        certificate = try signed.credential()
      } catch {
        answer.refused.append(error.message)
        continue
      }
      guard certificate.level == .completed else {
        answer.refused.append(
          "“\(certificate.achievement.title)” of \(certificate.learner.name) is provisional: only"
            + " what the organisation confirmed is endorsed.")
        continue
      }
      let isDone = answer.result.credentials.contains { other in
        guard let one = try? SignedCredential(Array(other.utf8)), one.holds(Endorsement.self),
          let endorsement = try? one.credential(as: Endorsement.self)
        else { return false }
        return endorsement.issuer.id == profile.id && endorsement.credential == certificate.id
      }
      if !isDone {
        let id = "urn:uuid:" + newID()
        let endorsement = Endorsement(
          id: id, issuer: profile, credential: certificate.id,
          digest: signed.digest,
          comment: comment ?? "\(profile.name) recognises this certificate.", validFrom: now,
          validUntil: certificate.validUntil,
          status: try StatusRegister(records, issuer: profile).allot(id))
        let token = try CredentialJWT.sign(endorsement, with: key).text
        try Certificates(records).add(
          CredentialRecord(endorsement, body: token, at: now), status: endorsement.status)
        answer.result.credentials.append(token)
      }
      answer.endorsed.append("\(certificate.achievement.title), \(certificate.learner.name)")
    }
    answer.result.statusLists += try StatusRegister(records, issuer: profile).lists(
      signedWith: key, at: now)
    return answer
  }
}
