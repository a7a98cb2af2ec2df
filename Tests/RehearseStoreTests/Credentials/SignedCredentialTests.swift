import Foundation
import RehearseCore
import Testing

@testable import RehearseStore

@Suite struct SignedCredentialTests {
  static func provisional() throws -> String {
    let key = try DataIntegrityProofTests.key()
    return SignedCredential.sign(
      CertificateSamples.provisional(key), with: key, created: "2026-11-22T14:00:00Z")
  }

  static func final() throws -> String {
    let key = try CompactJWSTests.key()
    return try CredentialJWT.sign(CertificateSamples.final(key), with: key).text
  }

  @Test func thereAndBack() throws {
    let key = try DataIntegrityProofTests.key()
    let file = try SignedCredential(Array((try Self.provisional() + "\n").utf8))
    #expect(file.form == .json && file.signer == key.did)
    #expect(file.holds(AchievementCredential.self) && !file.holds(Endorsement.self))
    #expect(try file.credential() == CertificateSamples.provisional(key))
    let organisation = try CompactJWSTests.key()
    let text = try Self.final()
    let token = try SignedCredential(Array(text.utf8))
    #expect(token.form == .jwt(organisation.jwk) && token.signer == organisation.did)
    #expect(try token.credential() == CertificateSamples.final(organisation))
    #expect(token.digest == SHA256Digest.hex(of: Array(text.utf8)))
  }

  @Test func theClaims() throws {
    let document = try CredentialJWT(try Self.final()).document
    #expect(document["iss"] == document["issuer"]?["id"])
    #expect(document["jti"] == document["id"])
    #expect(document["sub"] == document["credentialSubject"]?["id"])
    #expect(document["nbf"] == 1_795_356_000)
    #expect(document["exp"] == 1_826_927_999)
  }

  @Test func claimsThatSayOtherwiseAreRefused() throws {
    let key = try CompactJWSTests.key()
    let document = try CredentialJWT(try Self.final()).document
    for (name, value) in [
      ("iss", "did:key:z"), ("jti", "x"), ("sub", "x"), ("nbf", 1), ("exp", 1), ("nbf", nil),
      ("exp", nil),
    ] as [(String, JSONValue?)] {
      var members = try #require(document.object)
      members[name] = value
      let token = try CompactJWS.sign(CanonicalJSON.bytes(of: .object(members)), with: key).text
      #expect(throws: JWTFailure.claim(name)) { try CredentialJWT(token) }
    }
    // An expiry beside a credential that has none.
    var members = try #require(document.object)
    members["validUntil"] = nil
    let token = try CompactJWS.sign(CanonicalJSON.bytes(of: .object(members)), with: key).text
    #expect(throws: JWTFailure.claim("exp")) { try CredentialJWT(token) }
  }

  @Test func anotherIssuerThanTheSignerIsRefused() throws {
    let key = try DataIntegrityProofTests.key()
    let other = try #require(LaptopKey(seed: [UInt8](repeating: 7, count: 32)))
    let forged = SignedCredential.sign(
      CertificateSamples.provisional(key), with: other, created: "2026-11-22T14:00:00Z")
    #expect(throws: SignedCredentialFailure.issuer) { try SignedCredential(Array(forged.utf8)) }
    let organisation = try CompactJWSTests.key()
    let stranger = try CompactJWSTests.key(2)
    #expect(throws: JWTFailure.issuer) {
      try CredentialJWT.sign(CertificateSamples.final(organisation), with: stranger)
    }
  }

  @Test func onlyTheSpellingThatWasSigned() throws {
    let text = try Self.provisional()
    for other in [
      " " + text, text + "\n\n", text + " ", text + "\r\n",
      text.replacingOccurrences(of: "\":\"", with: "\": \""),
      text.replacingOccurrences(of: "Zoë", with: "Zo\\u00eb"),
      text.replacingOccurrences(of: "https://", with: "https:\\/\\/"),
    ] {
      #expect(throws: SignedCredentialFailure.self) { try SignedCredential(Array(other.utf8)) }
    }
    let pretty = text.replacingOccurrences(of: "\":\"", with: "\": \"")
    #expect(throws: SignedCredentialFailure.spelling) { try SignedCredential(Array(pretty.utf8)) }
    // A context that the proof does not cover.
    var members = try #require(try JSONReader.read(Array(text.utf8)).object)
    members["@context"] = .array((members["@context"]?.items ?? []) + ["https://example.org"])
    let longer = CanonicalJSON.bytes(of: .object(members))
    #expect(throws: SignedCredentialFailure.proof(.context)) { try SignedCredential(longer) }
  }

  /// Every byte, by two others: no certificate stays one, and what failed has a name.
  @Test(arguments: [false, true])
  func everyByteCounts(_ isToken: Bool) throws {
    let bytes = Array(try (isToken ? Self.final() : Self.provisional()).utf8)
    #expect(throws: Never.self) { try SignedCredential(bytes) }
    var failures: [String: Int] = [:]
    for place in bytes.indices {
      let often: [UInt8] = [
        UInt8(ascii: "A"), UInt8(ascii: " "), 0x0A, 0x00, 0xFF, bytes[place] ^ 32,
      ]
      var others: Set<UInt8> = [bytes[place] ^ 1, often[place % often.count]]
      others.remove(bytes[place])
      for other in others {
        var changed = bytes
        changed[place] = other
        do {
          _ = try SignedCredential(changed)
          Issue.record("byte \(place) may be \(other)")
        } catch let failure {
          failures[failure.message, default: 0] += 1
        }
      }
    }
    #expect(failures.keys.contains { $0.contains("something was changed after it was signed") })
    #expect(failures.values.reduce(0, +) > bytes.count * 3 / 2)
  }
}

enum CertificateSamples {
  static func provisional(_ key: LaptopKey) -> AchievementCredential {
    var credential = final(issuer: key.did.text, learner: key.did.text)
    credential.level = .provisional
    credential.issuer.name = "Zoë Ó Briain"
    credential.status = nil
    credential.replaces = nil
    return credential
  }

  static func final(_ key: OrganisationKey) throws -> AchievementCredential {
    final(issuer: key.did.text, learner: try DataIntegrityProofTests.key().did.text)
  }

  private static func final(issuer: String, learner: String) -> AchievementCredential {
    AchievementCredential(
      id: "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33", level: .completed,
      issuer: .init(id: issuer, name: "Northwind Academy"),
      learner: .init(name: "Zoë Ó Briain", id: learner),
      achievement: .init(
        course: "consulting", courseTitle: "Consulting", courseVersion: "2.1",
        certification: "consultant", title: "Certified Implementation Consultant",
        description: "Can lead a discovery, name a risk, and say “no” and keep the customer."),
      validFrom: "2026-11-22T14:00:00Z", validUntil: "2027-11-22T23:59:59Z",
      outcomes: [
        .init(
          kind: .requirement, name: "Final assessment, at least 80%",
          percent: Percent(hundredths: 8_650), required: Percent(80)),
        .init(kind: .requirement, name: "The discovery call, passed", percent: nil),
        .init(kind: .skill, name: "discovery", percent: Percent(100)),
      ],
      evidence: [
        .init(
          attempt: "00000000-0000-4000-8000-000000000001", unit: "final.md",
          title: "Final assessment", courseDigest: String(repeating: "0a", count: 32),
          transcriptDigest: String(repeating: "f9", count: 32), finished: "2026-11-22T13:59:00Z")
      ],
      status: .init(list: "urn:uuid:11111111-0000-4000-8000-000000000001", index: 94_567),
      replaces: "urn:uuid:22222222-0000-4000-8000-000000000001")
  }
}
