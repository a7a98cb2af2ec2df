package import RehearseCore

/// A credential in the JWT proof format of Open Badges 3.0 (section 8.2): the payload is the
/// credential itself, with `iss`, `jti`, `sub`, `nbf` and `exp` beside its members.
package struct CredentialJWT: Equatable, Sendable {
  package let jws: CompactJWS
  /// The payload with its claims.
  package let document: JSONValue

  package var text: String { jws.text }
  package var key: JWK { jws.key }

  /// Reads a token and checks the signature, the claims against the credential, and the issuer
  /// against the key where it is a did:key. An issuer with another URI is for the trust file to tie
  /// to the key.
  package init(_ text: String) throws(JWTFailure) {
    jws = try CompactJWS(text)
    do { document = try JSONReader.read(jws.payload) } catch { throw .payload(error) }
    for (name, value) in try Self.claims(of: document) {
      // By bytes, for Swift takes some letters for the same that are not.
      guard document[name].map({ CanonicalJSON.bytes(of: $0) }) == CanonicalJSON.bytes(of: value)
      else { throw .claim(name) }
    }
    if document["validUntil"] == nil, document["exp"] != nil { throw .claim("exp") }
    guard case .string(let issuer)? = document["iss"] else { throw .claim("iss") }
    if issuer.utf8.starts(with: "did:key:".utf8) {
      guard issuer.utf8.elementsEqual(jws.key.did.text.utf8) else { throw .issuer }
    }
  }

  /// - Parameter credential: Has `id`, `issuer.id`, `credentialSubject.id` and `validFrom`.
  package static func sign(
    _ credential: JSONValue, with key: OrganisationKey
  ) throws -> CredentialJWT {
    var members = credential.object ?? [:]
    members.merge(try claims(of: credential)) { $1 }
    let jws = try CompactJWS.sign(CanonicalJSON.bytes(of: .object(members)), with: key)
    return try CredentialJWT(jws.text)
  }

  package static func sign(
    _ credential: some CredentialDocument, with key: OrganisationKey
  ) throws -> CredentialJWT {
    try sign(credential.json, with: key)
  }

  private static func claims(of document: JSONValue) throws(JWTFailure) -> [String: JSONValue] {
    guard let issuer = document["issuer"]?["id"]?.string else { throw .claim("iss") }
    guard let id = document["id"]?.string else { throw .claim("jti") }
    guard let subject = document["credentialSubject"]?["id"]?.string else { throw .claim("sub") }
    guard let from = document["validFrom"]?.string.flatMap({ NumericDate.seconds(of: $0) }) else {
      throw .claim("nbf")
    }
    var claims: [String: JSONValue] = [
      "iss": .string(issuer), "jti": .string(id), "sub": .string(subject),
      "nbf": .number(Double(from)),
    ]
    if let until = document["validUntil"] {
      guard let seconds = until.string.flatMap({ NumericDate.seconds(of: $0) }) else {
        throw .claim("exp")
      }
      claims["exp"] = .number(Double(seconds))
    }
    return claims
  }
}
