import RehearseCore
import Testing

@testable import RehearseStore

/// The vectors of “Data Integrity EdDSA Cryptosuites v1.0” (W3C, 15 May 2025), appendix B.3.
@Suite struct DataIntegrityProofTests {
  static let multikey = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
  static let secret = "3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq"
  static let created = "2023-02-24T23:36:38Z"

  static let document: JSONValue = [
    "@context": [
      "https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2",
    ],
    "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
    "type": ["VerifiableCredential", "AlumniCredential"],
    "name": "Alumni Credential",
    "description": "A minimum viable example of an Alumni Credential.",
    "issuer": "https://vc.example/issuers/5678",
    "validFrom": "2023-01-01T00:00:00Z",
    "credentialSubject": ["id": "did:example:abcdefgh", "alumniOf": "The School of Examples"],
  ]

  static func key() throws -> LaptopKey {
    // Multicodec 0x1300, ed25519-priv, as a varint.
    let bytes = try #require(Base58.bytes(of: secret))
    try #require(Array(bytes.prefix(2)) == [0x80, 0x26])
    return try #require(LaptopKey(seed: Array(bytes.dropFirst(2))))
  }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  @Test func theKey() throws {
    let did = try Self.key().did
    #expect(did.multikey == Self.multikey)
    #expect(did.verificationMethod == "did:key:\(Self.multikey)#\(Self.multikey)")
    #expect(DIDKey(did.text) == did)
    #expect(DIDKey(verificationMethod: did.verificationMethod) == did)
  }

  @Test func everyStepOfTheVector() throws {
    let signed = DataIntegrityProof.sign(Self.document, with: try Self.key(), created: Self.created)
    #expect(
      CanonicalJSON.text(of: Self.document)
        == #"{"@context":["https://www.w3.org/ns/credentials/v2","https://www.w3.org/ns/credentials/examples/v2"],"credentialSubject":{"alumniOf":"The School of Examples","id":"did:example:abcdefgh"},"description":"A minimum viable example of an Alumni Credential.","id":"urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33","issuer":"https://vc.example/issuers/5678","name":"Alumni Credential","type":["VerifiableCredential","AlumniCredential"],"validFrom":"2023-01-01T00:00:00Z"}"#
    )
    var configuration = try #require(signed["proof"]?.object)
    let value = configuration.removeValue(forKey: "proofValue")
    #expect(
      CanonicalJSON.text(of: .object(configuration))
        == #"{"@context":["https://www.w3.org/ns/credentials/v2","https://www.w3.org/ns/credentials/examples/v2"],"created":"2023-02-24T23:36:38Z","cryptosuite":"eddsa-jcs-2022","proofPurpose":"assertionMethod","type":"DataIntegrityProof","verificationMethod":"did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"}"#
    )
    let hash = DataIntegrityProof.hashData(
      document: Self.document, configuration: .object(configuration))
    #expect(
      hex(Array(hash.prefix(32)))
        == "66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db")
    #expect(
      hex(Array(hash.suffix(32)))
        == "59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19")
    #expect(
      hex(try Self.key().signature(for: hash))
        == "407cd12654b33d718ecbb99179a1506daaa849450bf3fc523cce3e1c96f8b80351da3f253d725c6f00b07c9e5448d50b3ef78012b9ab54255116d069c6dd2808"
    )
    #expect(
      value
        == "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX"
    )
    #expect(try DataIntegrityProof.verify(signed) == Self.key().did)
  }

  /// As the suite says in section 3.3.2; a certificate file must have no more, see below.
  @Test func contextsAfterThoseOfTheProofAreAllowed() throws {
    let signed = DataIntegrityProof.sign(Self.document, with: try Self.key(), created: Self.created)
    var members = try #require(signed.object)
    let contexts = members["@context"]?.items ?? []
    members["@context"] = .array(contexts + ["https://example.org/more"])
    #expect(try DataIntegrityProof.verify(.object(members)) == Self.key().did)
    for other in [contexts.reversed(), Array(contexts.prefix(1)), []] {
      members["@context"] = .array(other)
      #expect(throws: ProofFailure.context) { try DataIntegrityProof.verify(.object(members)) }
    }
    members["@context"] = nil
    #expect(throws: ProofFailure.context) { try DataIntegrityProof.verify(.object(members)) }
  }

  @Test func aDocumentWithoutContextsHasNoneInItsProof() throws {
    let signed = DataIntegrityProof.sign(
      ["rehearse": "record 1"], with: try Self.key(), created: Self.created)
    #expect(signed["proof"]?["@context"] == nil)
    #expect(try DataIntegrityProof.verify(signed) == Self.key().did)
  }

  @Test func whatIsWrongWithAProofIsNamed() throws {
    let signed = DataIntegrityProof.sign(Self.document, with: try Self.key(), created: Self.created)
    func failure(_ name: String, _ value: JSONValue?) throws -> ProofFailure? {
      var members = try #require(signed.object)
      var proof = try #require(members["proof"]?.object)
      proof[name] = value
      members["proof"] = .object(proof)
      do {
        _ = try DataIntegrityProof.verify(.object(members))
        return nil
      } catch { return error }
    }
    #expect(try failure("type", "Ed25519Signature2020") == .member("type"))
    #expect(try failure("cryptosuite", "eddsa-rdfc-2022") == .member("cryptosuite"))
    #expect(try failure("proofPurpose", "authentication") == .member("proofPurpose"))
    #expect(try failure("created", nil) == .member("created"))
    #expect(try failure("created", "2023-02-24") == .member("created"))
    #expect(try failure("created", "2023-02-24T23:36:39Z") == .signature)
    #expect(try failure("domain", "example.org") == .member("domain"))
    #expect(try failure("proofValue", nil) == .member("proofValue"))
    #expect(try failure("proofValue", "z111") == .member("proofValue"))
    #expect(try failure("@context", nil) == .context)
    let other = try #require(LaptopKey(seed: [UInt8](repeating: 7, count: 32))).did
    #expect(
      try failure("verificationMethod", .string(other.verificationMethod)) == .signature)
    #expect(
      try failure("verificationMethod", .string("\(other.text)#\(Self.multikey)"))
        == .verificationMethod)
    #expect(try failure("verificationMethod", .string(other.text)) == .verificationMethod)
    #expect(throws: ProofFailure.missing) { try DataIntegrityProof.verify(Self.document) }
    #expect(throws: ProofFailure.missing) {
      var members = try #require(signed.object)
      members["proof"] = .array([members["proof"] ?? .null])
      _ = try DataIntegrityProof.verify(.object(members))
    }
  }

  @Test func aProofFromTheFutureIsRefused() throws {
    let signed = DataIntegrityProof.sign(Self.document, with: try Self.key(), created: Self.created)
    #expect(try DataIntegrityProof.verify(signed, now: Self.created) == Self.key().did)
    #expect(try DataIntegrityProof.verify(signed, now: "2023-02-24T23:26:38Z") == Self.key().did)
    #expect(throws: ProofFailure.future(created: Self.created)) {
      try DataIntegrityProof.verify(signed, now: "2023-02-24T23:26:37Z")
    }
  }
}
