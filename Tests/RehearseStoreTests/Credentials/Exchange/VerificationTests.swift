import RehearseCore
import Testing

@testable import RehearseStore

/// What is said of a certificate, with what is at hand.
@Suite struct VerificationTests {
  private static let now = "2026-12-01T00:00:00Z"
  private static let early = "2026-11-22T14:00:00Z"

  private static func certificate(
    _ byte: UInt8 = 1, _ change: (inout AchievementCredential) -> Void = { _ in }
  ) throws -> String {
    let key = try CompactJWSTests.key(byte)
    var credential = try CertificateSamples.final(key)
    change(&credential)
    return try CredentialJWT.sign(credential, with: key).text
  }

  private static func enrolment(
    _ byte: UInt8 = 1, _ change: (inout LaptopEnrolment) -> Void = { _ in }
  ) throws -> String {
    let key = try CompactJWSTests.key(byte)
    var enrolment = LaptopEnrolment(
      id: "urn:uuid:" + uuid(0xE1), issuer: .init(id: key.did.text, name: "Northwind Academy"),
      laptop: try DataIntegrityProofTests.key().did.text, learner: "Zoë Ó Briain", scope: ["*"],
      validFrom: "2026-11-01T00:00:00Z", validUntil: "2027-11-01T00:00:00Z",
      status: .init(list: "urn:list:enrolments", index: 9))
    change(&enrolment)
    return try CredentialJWT.sign(enrolment, with: key).text
  }

  private static func endorsement(
    of body: String, _ byte: UInt8 = 2, _ change: (inout Endorsement) -> Void = { _ in }
  ) throws -> String {
    let key = try CompactJWSTests.key(byte)
    let credential: AchievementCredential = try SignedCredential(Array(body.utf8)).credential()
    var endorsement = Endorsement(
      id: "urn:uuid:" + uuid(0xE2), issuer: .init(id: key.did.text, name: "Institute"),
      credential: credential.id, digest: SHA256Digest.hex(of: Array(body.utf8)),
      comment: "Meets our standard.", validFrom: early,
      status: .init(list: "urn:list:endorsements", index: 9))
    change(&endorsement)
    return try CredentialJWT.sign(endorsement, with: key).text
  }

  private static func list(
    _ id: String, _ revoked: [Int], _ byte: UInt8 = 1, until: String? = nil
  ) throws -> String {
    let key = try CompactJWSTests.key(byte)
    return try CredentialJWT.sign(
      StatusList(
        id: id, issuer: .init(id: key.did.text, name: "Northwind Academy"),
        validFrom: "2026-11-30T00:00:00Z", validUntil: until, revoked: revoked), with: key
    ).text
  }

  private static let certificates = "urn:uuid:11111111-0000-4000-8000-000000000001"

  private static func trust() throws -> TrustFile { try TrustSamples.file(endorsers: [2]) }

  private func verify(
    _ body: String, trust: TrustFile?, _ companions: String..., lists: String...,
    now: String = VerificationTests.now
  ) -> Verification {
    Verifier(trust: trust, companions: companions, statusLists: lists, now: now).verify(body)
  }

  private func expect(
    _ result: Verification, _ level: TrustLevel, isVouchedFor: Bool,
    _ name: Verification.Check.Name,
    _ state: Verification.State, _ words: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(result.level == level, sourceLocation: sourceLocation)
    #expect(
      result.isVouchedFor == isVouchedFor, "\(result.checks)", sourceLocation: sourceLocation)
    #expect(
      result.checks.contains {
        $0.name == name && $0.state == state && $0.text.contains(words)
      }, "\(result.checks)", sourceLocation: sourceLocation)
  }

  // MARK: The organisation's

  @Test func whatAnOrganisationConfirmed() throws {
    let body = try Self.certificate()
    let result = verify(body, trust: try Self.trust(), lists: try Self.list(Self.certificates, []))
    expect(result, .organisation("Key 1"), isVouchedFor: true, .status, .passed, "2026-11-30")
    #expect(result.checks.map(\.name) == [.signature, .issuer, .trust, .time, .status])
    #expect(result.checks.allSatisfy { $0.state == .passed })
    #expect(result.trust?.version == 1)
  }

  @Test func withoutATrustFileNobodyIsVouchedFor() throws {
    let result = verify(try Self.certificate(), trust: nil)
    expect(
      result, .unknownIssuer("Northwind Academy"), isVouchedFor: false, .issuer, .notChecked,
      "Without a trust file nobody knows")
  }

  @Test func aKeyThatIsNoIssuers() throws {
    for byte in [2, 9, 11] as [UInt8] {
      expect(
        verify(try Self.certificate(byte), trust: try Self.trust()),
        .unknownIssuer("Northwind Academy"), isVouchedFor: false, .issuer, .failed,
        "its key is no issuer's in the trust file")
    }
  }

  /// The key is known, and the certificate names another organisation than its own.
  @Test func aKnownKeyUnderAnotherName() throws {
    let body = try Self.certificate { $0.issuer.id = "https://elsewhere.example" }
    expect(
      verify(body, trust: try Self.trust()), .unknownIssuer("Northwind Academy"),
      isVouchedFor: false, .issuer, .failed, "it names another")
  }

  @Test func anOrganisationsProvisionalOne() throws {
    let body = try Self.certificate { $0.level = .provisional }
    expect(
      verify(body, trust: try Self.trust()), .unknownIssuer("Northwind Academy"),
      isVouchedFor: false, .issuer, .failed, "never provisional")
  }

  @Test func aTrustFileThatDoesNotHold() throws {
    let body = try Self.certificate()
    let expired = try TrustSamples.file(expires: "2026-11-30T23:59:59Z")
    expect(
      verify(body, trust: expired), .organisation("Key 1"), isVouchedFor: false, .trust, .failed,
      "expired on 2026-11-30")
    let unsigned = try TrustSamples.file(roots: [11, 12], threshold: 2, signedBy: [11])
    expect(
      verify(body, trust: unsigned), .organisation("Key 1"), isVouchedFor: false, .trust, .failed,
      "not signed")
  }

  @Test func itsTerm() throws {
    let trust = try Self.trust()
    let body = try Self.certificate()
    for (now, isVouchedFor, state, words) in [
      ("2026-11-22T13:59:59Z", false, Verification.State.failed, "not yet"),
      (Self.early, true, .passed, "until 2027-11-22"),
      ("2027-11-22T23:59:59Z", true, .passed, "until"),
      ("2027-11-23T00:00:00Z", false, .failed, "lapsed on 2027-11-22"),
    ] {
      expect(
        verify(body, trust: trust, now: now), .organisation("Key 1"), isVouchedFor: isVouchedFor,
        .time, state, words)
    }
    expect(
      verify(try Self.certificate { $0.validUntil = nil }, trust: trust), .organisation("Key 1"),
      isVouchedFor: true, .time, .passed, "does not lapse")
  }

  @Test func whetherItWasRevoked() throws {
    let trust = try TrustSamples.file(issuers: [1, 3], endorsers: [2])
    let body = try Self.certificate()
    let revoked = try Self.list(Self.certificates, [94_567])
    for (lists, isVouchedFor, state, words) in [
      ([], true, Verification.State.notChecked, "its list is not at hand"),
      ([try Self.list("urn:list:other", [94_567])], true, .notChecked, "not at hand"),
      ([try Self.list(Self.certificates, [94_566])], true, .passed, "Not revoked"),
      ([revoked], false, .failed, "was revoked, as of the list of 2026-11-30"),
      ([try Self.list(Self.certificates, [94_567], 3)], false, .failed, "revoked"),
      // An endorser has no say in it, nor has a stranger.
      ([try Self.list(Self.certificates, [94_567], 2)], true, .notChecked, "not at hand"),
      ([try Self.list(Self.certificates, [94_567], 9)], true, .notChecked, "not at hand"),
      (
        [try Self.list(Self.certificates, [], until: "2026-11-30T12:00:00Z")], true, .notChecked,
        "that list is old"
      ),
      (["nonsense", revoked], false, .failed, "revoked"),
    ] {
      let result = Verifier(trust: trust, companions: [], statusLists: lists, now: Self.now)
        .verify(body)
      expect(
        result, .organisation("Key 1"), isVouchedFor: isVouchedFor, .status, state, words)
    }
    expect(
      verify(try Self.certificate { $0.status = nil }, trust: trust), .organisation("Key 1"),
      isVouchedFor: true, .status, .notChecked, "names no list")
  }

  // MARK: A further party

  @Test func whoPutTheirNameToIt() throws {
    let body = try Self.certificate()
    let trust = try Self.trust()
    let good = try Self.endorsement(of: body)
    let signedOff = TrustLevel.coSigned(organisation: "Key 1", by: ["Key 2"])
    expect(
      verify(body, trust: trust, good), signedOff, isVouchedFor: true, .endorsement, .passed,
      "Endorsed by Key 2: Meets our standard.")
    let alone = TrustLevel.organisation("Key 1")
    for (companion, words) in [
      (try Self.endorsement(of: body, 9), "the trust file does not know it"),
      (try Self.endorsement(of: body, 1), "the trust file does not know it"),
      (try Self.endorsement(of: try Self.certificate { $0.learner.name = "Ana" }), "another file"),
      (try Self.endorsement(of: body) { $0.validUntil = "2026-11-30T00:00:00Z" }, "has lapsed"),
    ] {
      expect(
        verify(body, trust: trust, companion), alone, isVouchedFor: true, .endorsement, .notChecked,
        words)
    }
    expect(
      verify(body, trust: trust, good, lists: try Self.list("urn:list:endorsements", [9], 2)),
      alone,
      isVouchedFor: true, .endorsement, .notChecked, "took its endorsement back")
    // Of another certificate, or changed: it is passed over.
    let elsewhere = try Self.endorsement(
      of: try Self.certificate { $0.id = "urn:uuid:" + uuid(5) })
    for other in [elsewhere, good + "A", ""] {
      let result = verify(body, trust: trust, other)
      #expect(result.level == alone && !result.checks.contains { $0.name == .endorsement })
    }
  }

  // MARK: The laptop's

  @Test func whoVouchesForTheLaptop() throws {
    let body = try SignedCredentialTests.provisional()
    let trust = try Self.trust()
    expect(
      verify(body, trust: trust), .selfIssued, isVouchedFor: false, .issuer, .notChecked,
      "which nobody at hand vouches for")
    expect(
      verify(body, trust: trust, try Self.enrolment()), .enrolledLaptop(organisation: "Key 1"),
      isVouchedFor: true, .issuer, .passed, "nobody played the evidence again yet")
    let other = try ExchangeLearner(3).key.did.text
    for (companion, words) in [
      (try Self.enrolment(2), "which is no issuer in the trust file"),
      (try Self.enrolment { $0.scope = ["other"] }, "does not cover this certification"),
      (try Self.enrolment { $0.learner = "Zoe O Briain" }, "it is enrolled for Zoe O Briain"),
      (try Self.enrolment { $0.validUntil = "2026-11-22T13:00:00Z" }, "had ended"),
      (try Self.enrolment { $0.validFrom = "2026-12-02T00:00:00Z" }, "had ended"),
      (try Self.enrolment { $0.laptop = other }, "which nobody at hand vouches for"),
    ] {
      expect(
        verify(body, trust: trust, companion), .selfIssued, isVouchedFor: false, .issuer,
        .notChecked, words)
    }
    expect(
      verify(
        body, trust: trust, try Self.enrolment(), lists: try Self.list("urn:list:enrolments", [9])),
      .selfIssued, isVouchedFor: false, .issuer, .notChecked, "its enrolment was revoked")
    expect(
      verify(body, trust: nil, try Self.enrolment()), .selfIssued, isVouchedFor: false, .trust,
      .notChecked, "no trust file")
  }

  @Test func aLaptopSignsOnlyForItself() throws {
    let key = try DataIntegrityProofTests.key()
    let trust = try Self.trust()
    for change in [
      { $0.level = .completed },
      { $0.learner.id = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ3" },
    ] as [(inout AchievementCredential) -> Void] {
      var credential = CertificateSamples.provisional(key)
      change(&credential)
      let body = SignedCredential.sign(credential, with: key, created: Self.early)
      expect(
        verify(body, trust: trust, try Self.enrolment()), .selfIssued, isVouchedFor: false, .issuer,
        .failed, "only provisional certificates, and its own")
    }
  }

  @Test func whatIsNoCertificate() throws {
    let trust = try Self.trust()
    for text in ["", "{}", "a.b.c", "nonsense", "{\"proof\":{}}"] {
      let result = verify(text, trust: trust)
      #expect(!result.isVouchedFor && result.certificate == nil)
      #expect(result.checks.map(\.name) == [.signature] && result.checks[0].state == .failed)
      #expect(!result.checks[0].text.isEmpty)
    }
    // Signed well, and something else.
    let enrolment = verify(try Self.enrolment(), trust: trust)
    #expect(!enrolment.isVouchedFor && enrolment.checks.last?.name == .content)
    #expect(enrolment.checks.last?.state == .failed)
  }

  // MARK: Every byte

  private static let picture =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK-kcQAAAABJRU5ErkJggg"

  enum Carrier: CaseIterable { case token, json, png }

  /// The text that a file of that kind holds: nil with the failure's words where it is damaged.
  private func text(in bytes: [UInt8], _ carrier: Carrier) -> (text: String?, failure: String) {
    guard carrier == .png else { return (String(decoding: bytes, as: UTF8.self), "") }
    do { return (try BakedCredential.extract(bytes).text, "") } catch { return (nil, "\(error)") }
  }

  /// Each byte by two others: nobody vouches for it any more, and the check that failed is named.
  @Test(arguments: Carrier.allCases)
  func everyByteCounts(_ carrier: Carrier) throws {
    let certificate =
      carrier == .json ? try SignedCredentialTests.provisional() : try Self.certificate()
    let bytes =
      carrier == .png
      ? try PNGFile(try #require(Base64URL.bytes(of: Self.picture))).baked(with: certificate)
      : Array(certificate.utf8)
    let verifier = Verifier(
      trust: try Self.trust(), companions: [try Self.enrolment()], statusLists: [], now: Self.now)
    #expect(verifier.verify(try #require(text(in: bytes, carrier).text)).isVouchedFor)
    for place in bytes.indices {
      for other in [bytes[place] ^ 1, bytes[place] ^ 0x20] {
        var changed = bytes
        changed[place] = other
        let (text, failure) = text(in: changed, carrier)
        guard let text else {
          #expect(!failure.isEmpty, "byte \(place)")
          continue
        }
        let result = verifier.verify(text)
        let failed = result.checks.first { $0.state == .failed }
        if result.isVouchedFor || failed?.name != .signature || failed?.text.isEmpty != false {
          Issue.record("byte \(place) may be \(other): \(result.checks)")
        }
      }
    }
  }
}
