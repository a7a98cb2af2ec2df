package import RehearseCore

/// What is known of a certificate file, check by check, and never more.
package struct Verification: Sendable {
  package enum State: String, Sendable {
    case passed, failed
    /// What it takes is not at hand.
    case notChecked = "not-checked"
  }

  package struct Check: Equatable, Sendable {
    package enum Name: String, Sendable {
      case signature, content, issuer, trust, time, status, endorsement, evidence
    }

    package var name: Name
    package var state: State
    /// A sentence.
    package var text: String
  }

  package private(set) var checks: [Check] = []
  /// Nil where the file is no certificate that can be read.
  package internal(set) var certificate: AchievementCredential?
  package internal(set) var level = TrustLevel.selfIssued
  /// The version of the trust file that was asked, and until when it holds.
  package internal(set) var trust: (version: Int, expires: String)?

  mutating func add(_ name: Check.Name, _ state: State, _ text: String) {
    checks.append(Check(name: name, state: state, text: text))
  }

  /// Whether the trust file vouches for it: nothing failed, and an organisation in it stands behind
  /// the certificate or the laptop.
  package var isVouchedFor: Bool {
    switch level {
    case .selfIssued, .unknownIssuer: return false
    case .enrolledLaptop, .organisation, .coSigned: break
    }
    return certificate != nil && trust != nil && !checks.contains { $0.state == .failed }
  }
}

/// Verifies certificates with what is at hand: a trust file, lists of revoked certificates, and
/// enrolments and endorsements beside the certificate. It needs no network, no database and no course.
package struct Verifier: Sendable {
  private let trust: TrustFile?
  private let companions: [SignedCredential]
  private let statusLists: [String]
  /// ISO 8601, UTC, seconds.
  private let now: String

  /// - Parameters:
  ///   - companions: texts of credentials; those that do not hold are passed over.
  ///   - statusLists: compact JWTs.
  package init(trust: TrustFile?, companions: [String], statusLists: [String], now: String) {
    self.trust = trust
    self.companions = companions.compactMap { try? SignedCredential(Array($0.utf8), now: now) }
    self.statusLists = statusLists
    self.now = now
  }

  /// - Parameter text: JSON or a compact JWT.
  package func verify(_ text: String) -> Verification {
    var result = Verification()
    let signed: SignedCredential
    let certificate: AchievementCredential
    do {
      signed = try SignedCredential(Array(text.utf8), now: now)
    } catch {
      result.add(.signature, .failed, error.message)
      return result
    }
    result.add(
      .signature, .passed,
      signed.form == .json
        ? "The proof (eddsa-jcs-2022) holds, of the key …\(signed.signer.text.suffix(8))."
        : "The token (ES256) holds, of the key …\(signed.signer.text.suffix(8)).")
    do {
      certificate = try signed.credential()
    } catch {
      result.add(.content, .failed, error.message)
      return result
    }
    result.certificate = certificate
    result.trust = trust.map { ($0.version, $0.expires) }
    checkIssuer(certificate, signed, &result)
    checkTrust(&result)
    checkTime(certificate, &result)
    checkStatus(signed, isFinal: certificate.level == .completed, &result)
    checkEndorsements(certificate, signed, &result)
    return result
  }

  // MARK: Who stands behind it

  private func checkIssuer(
    _ certificate: AchievementCredential, _ signed: SignedCredential, _ result: inout Verification
  ) {
    switch signed.form {
    case .jwt(let key):
      result.level = .unknownIssuer(certificate.issuer.name)
      guard certificate.level == .completed else {
        result.add(.issuer, .failed, "An organisation's certificate is never provisional.")
        return
      }
      guard let trust else {
        result.add(
          .issuer, .notChecked,
          "It says that it is from \(certificate.issuer.name). Without a trust file nobody knows.")
        return
      }
      guard let holder = trust.holder(of: key, as: .issuer) else {
        result.add(
          .issuer, .failed,
          "It says that it is from \(certificate.issuer.name); its key is no issuer's in the trust"
            + " file.")
        return
      }
      guard holder.id == certificate.issuer.id else {
        result.add(.issuer, .failed, "Its key is that of \(holder.name), and it names another.")
        return
      }
      result.level = .organisation(holder.name)
      result.add(.issuer, .passed, "The trust file knows the key: \(holder.name).")
    case .json:
      guard certificate.level == .provisional, certificate.learner.id == signed.signer.text else {
        result.add(
          .issuer, .failed, "A laptop signs only provisional certificates, and its own.")
        return
      }
      checkEnrolment(certificate, signed, &result)
    }
  }

  private func checkEnrolment(
    _ certificate: AchievementCredential, _ signed: SignedCredential, _ result: inout Verification
  ) {
    var reasons: [String] = []
    for companion in companions where companion.holds(LaptopEnrolment.self) {
      guard let enrolment = try? companion.credential(as: LaptopEnrolment.self),
        enrolment.laptop == signed.signer.text, case .jwt(let key) = companion.form
      else { continue }
      guard let holder = trust?.holder(of: key, as: .issuer), holder.id == enrolment.issuer.id
      else {
        reasons.append(
          "its enrolment is by \(enrolment.issuer.name), which is no issuer in the trust file")
        continue
      }
      guard enrolment.covers(certificate.achievement) else {
        reasons.append("its enrolment does not cover this certification")
        continue
      }
      guard enrolment.learner.utf8.elementsEqual(certificate.learner.name.utf8) else {
        reasons.append("it is enrolled for \(enrolment.learner)")
        continue
      }
      guard certificate.validFrom <= enrolment.validUntil, enrolment.validFrom <= now else {
        reasons.append("its enrolment had ended")
        continue
      }
      if case .revoked(let asOf) = status(of: companion) {
        reasons.append("its enrolment was revoked (list of \(asOf.prefix(10)))")
        continue
      }
      result.level = .enrolledLaptop(organisation: holder.name)
      result.add(
        .issuer, .passed,
        "\(holder.name) vouches for the laptop; nobody played the evidence again yet.")
      return
    }
    result.add(
      .issuer, .notChecked,
      reasons.isEmpty
        ? "Signed by the learner's own laptop, which nobody at hand vouches for."
        : "Signed by the learner's own laptop: \(reasons.joined(separator: "; ")).")
  }

  private func checkTrust(_ result: inout Verification) {
    guard let trust else {
      result.add(.trust, .notChecked, "There is no trust file: nobody is known here.")
      return
    }
    guard trust.isSigned(by: trust) else {
      result.add(.trust, .failed, "The trust file is not signed as it asks for.")
      return
    }
    guard !trust.isExpired(at: now) else {
      result.add(
        .trust, .failed,
        "The trust file, version \(trust.version), expired on \(trust.expires.prefix(10)). Ask for"
          + " the next one.")
      return
    }
    result.add(
      .trust, .passed,
      "Trust file, version \(trust.version), holds until \(trust.expires.prefix(10)).")
  }

  private func checkEndorsements(
    _ certificate: AchievementCredential, _ signed: SignedCredential, _ result: inout Verification
  ) {
    var bodies: [String] = []
    for companion in companions where companion.holds(Endorsement.self) {
      guard let endorsement = try? companion.credential(as: Endorsement.self),
        endorsement.credential == certificate.id, case .jwt(let key) = companion.form
      else { continue }
      let name = endorsement.issuer.name
      guard endorsement.digest == signed.digest else {
        result.add(
          .endorsement, .notChecked, "An endorsement by \(name) is of another file with this id.")
        continue
      }
      guard let holder = trust?.holder(of: key, as: .endorser), holder.id == endorsement.issuer.id
      else {
        result.add(
          .endorsement, .notChecked,
          "An endorsement says that it is by \(name); the trust file does not know it.")
        continue
      }
      guard endorsement.validUntil.map({ now <= $0 }) ?? true else {
        result.add(.endorsement, .notChecked, "The endorsement by \(holder.name) has lapsed.")
        continue
      }
      if case .revoked(let asOf) = status(of: companion) {
        result.add(
          .endorsement, .notChecked,
          "\(holder.name) took its endorsement back (list of \(asOf.prefix(10))).")
        continue
      }
      bodies.append(holder.name)
      result.add(.endorsement, .passed, "Endorsed by \(holder.name): \(endorsement.comment)")
    }
    if case .organisation(let name) = result.level, !bodies.isEmpty {
      result.level = .coSigned(organisation: name, by: bodies)
    }
  }

  // MARK: When, and whether it still holds

  private func checkTime(
    _ certificate: AchievementCredential, _ result: inout Verification
  ) {
    if certificate.validFrom > now {
      result.add(.time, .failed, "It holds from \(certificate.validFrom.prefix(10)) on, not yet.")
    } else if let until = certificate.validUntil, until < now {
      result.add(.time, .failed, "It lapsed on \(until.prefix(10)).")
    } else {
      result.add(
        .time, .passed,
        certificate.validUntil.map { "It holds until \($0.prefix(10))." } ?? "It does not lapse.")
    }
  }

  private func checkStatus(
    _ signed: SignedCredential, isFinal: Bool, _ result: inout Verification
  ) {
    switch status(of: signed) {
    case .good(let asOf):
      result.add(.status, .passed, "Not revoked, as of the list of \(asOf.prefix(10)).")
    case .revoked(let asOf):
      result.add(.status, .failed, "It was revoked, as of the list of \(asOf.prefix(10)).")
    case .stale(let asOf):
      result.add(
        .status, .notChecked,
        "Not revoked as of \(asOf.prefix(10)); that list is old. Ask for a newer one.")
    case .unknown?:
      result.add(
        .status, .notChecked, "Whether it was revoked is not known: its list is not at hand.")
    case nil:
      result.add(
        .status, .notChecked,
        isFinal
          ? "It names no list of revoked certificates."
          : "A provisional certificate cannot be revoked; it is replaced by the final one.")
    }
  }

  /// Nil where the credential names no list.
  private func status(of signed: SignedCredential) -> StatusLists.Status? {
    guard let entry = signed.statusEntry else { return nil }
    return StatusLists.status(of: entry, in: statusLists, at: now) { key, list in
      StatusLists.counts(key, for: list, of: signed, trust)
    }
  }
}
