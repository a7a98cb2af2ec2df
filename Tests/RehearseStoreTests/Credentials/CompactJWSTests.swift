import RehearseCore
import Testing

@testable import RehearseStore

@Suite struct CompactJWSTests {
  static func key(_ byte: UInt8 = 1) throws -> OrganisationKey {
    try #require(OrganisationKey(scalar: [UInt8](repeating: byte, count: 32)))
  }

  /// RFC 7515, appendix A.3: the signature there has the higher s, which we do not take, and the
  /// same with the lower one holds.
  @Test func theVectorOfRFC7515() throws {
    let key = try #require(
      JWK(json: [
        "kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
        "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
      ]))
    let message = Array(
      "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
        .utf8)
    let signature = try #require(
      Base64URL.bytes(
        of:
          "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"))
    #expect(!ES256.isLow(signature))
    #expect(!key.isValid(signature, for: message))
    let low = signature.prefix(32) + ES256.opposite(signature.suffix(32))
    #expect(ES256.isLow(Array(low)))
    #expect(key.isValid(Array(low), for: message))
    #expect(!key.isValid(Array(low), for: message + [0]))
  }

  @Test func signaturesHaveTheLowerHalf() throws {
    let key = try Self.key()
    for number in 0..<40 {
      let message = Array("message \(number)".utf8)
      let signature = try key.signature(for: message)
      #expect(key.jwk.isValid(signature, for: message))
      let other = signature.prefix(32) + ES256.opposite(signature.suffix(32))
      #expect(!key.jwk.isValid(Array(other), for: message))
    }
  }

  /// The example of the did:key method's description for P-256.
  @Test func theDIDOfAP256Key() throws {
    let did = try #require(DIDKey("did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169"))
    let jwk = try #require(JWK(did))
    #expect(
      jwk.json == [
        "kty": "EC", "crv": "P-256", "x": "fyNYMN0976ci7xqiSdag3buk-ZCwgXU4kz9XNkBlNUI",
        "y": "hW2ojTNfH7Jbi8--CJUo3OCbH3y5n91g-IMA9MLMbTU",
      ])
    #expect(jwk.did == did)
  }

  @Test func whatIsNoKey() throws {
    let json = try Self.key().jwk.json
    func changed(_ name: String, _ value: JSONValue?) throws -> JWK? {
      var members = try #require(json.object)
      members[name] = value
      return JWK(json: .object(members))
    }
    #expect(try changed("kty", "EC") != nil)
    #expect(try changed("d", "AQ") == nil)
    #expect(try changed("kid", "1") == nil)
    #expect(try changed("crv", "P-384") == nil)
    #expect(try changed("y", nil) == nil)
    #expect(try changed("y", json["x"]) == nil)
    #expect(DIDKey("did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ") == nil)
    #expect(DIDKey("did:web:example.org") == nil)
    #expect(DIDKey("did:key:z") == nil)
  }

  @Test func headersWithAnythingElseAreRefused() throws {
    let key = try Self.key()
    func failure(_ header: JSONValue) throws -> JWTFailure? {
      let signed =
        Base64URL.text(of: CanonicalJSON.bytes(of: header)) + "."
        + Base64URL.text(of: [0x7B, 0x7D])
      let text = signed + "." + Base64URL.text(of: try key.signature(for: Array(signed.utf8)))
      do {
        _ = try CompactJWS(text)
        return nil
      } catch { return error }
    }
    let jwk = key.jwk.json
    #expect(try failure(["alg": "ES256", "typ": "JWT", "jwk": jwk]) == nil)
    #expect(
      try failure(["alg": "none", "typ": "JWT", "jwk": jwk])
        == .header("has another “alg” than ES256"))
    #expect(
      try failure(["alg": "ES256", "jwk": jwk]) == .header("has another “typ” than JWT"))
    #expect(try failure(["alg": "ES256", "typ": "JWT"]) == .header("has no “jwk”"))
    for name in ["crit", "jku", "kid", "x5c", "b64"] {
      #expect(
        try failure(["alg": "ES256", "typ": "JWT", "jwk": jwk, name: "x"])
          == .header("has a member “\(name)”, which has no place there"))
    }
    #expect(try failure(["alg": "ES256", "typ": "JWT", "jwk": [:]]) == .key)
    #expect(
      try failure(["alg": "ES256", "typ": "JWT", "jwk": try Self.key(2).jwk.json]) == .signature)
    #expect(throws: JWTFailure.form) { try CompactJWS("a.b") }
    #expect(throws: JWTFailure.tooLarge(bytes: 2_000_000)) {
      try CompactJWS(String(repeating: ".", count: 2_000_000))
    }
  }
}
