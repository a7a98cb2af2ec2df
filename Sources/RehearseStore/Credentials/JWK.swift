internal import Crypto
package import RehearseCore

/// The public half of a P-256 key as a JSON Web Key (RFC 7517, RFC 7518 section 6.2).
package struct JWK: Hashable, Sendable {
  /// The point in its uncompressed form without the leading 4: x, then y.
  let point: [UInt8]

  init(_ key: P256.Signing.PublicKey) { point = Array(key.rawRepresentation) }

  /// Nil where it has other members than `crv`, `kty`, `x` and `y`, such as a private part, or where
  /// the point is not on the curve.
  package init?(json: JSONValue) {
    guard let members = json.object, members.count == 4, members["kty"] == "EC",
      members["crv"] == "P-256", let x = members["x"]?.string.flatMap({ Base64URL.bytes(of: $0) }),
      let y = members["y"]?.string.flatMap({ Base64URL.bytes(of: $0) }), x.count == 32,
      y.count == 32, (try? P256.Signing.PublicKey(rawRepresentation: x + y)) != nil
    else { return nil }
    point = x + y
  }

  package init?(_ did: DIDKey) {
    guard did.algorithm == .p256,
      let key = try? P256.Signing.PublicKey(compressedRepresentation: did.publicKey)
    else { return nil }
    self.init(key)
  }

  package var json: JSONValue {
    [
      "crv": "P-256", "kty": "EC", "x": .string(Base64URL.text(of: Array(point.prefix(32)))),
      "y": .string(Base64URL.text(of: Array(point.suffix(32)))),
    ]
  }

  /// RFC 7638: the SHA-256 of the required members in alphabetical order, in base64url.
  package var thumbprint: String {
    Base64URL.text(of: SHA256Digest.bytes(of: CanonicalJSON.bytes(of: json)))
  }

  package var did: DIDKey {
    DIDKey(.p256, [point.last.map { $0 & 1 == 1 } == true ? 3 : 2] + point.prefix(32))
  }

  /// Whether a signature in ES256 is of this key, and in the one form that we take (`ES256`).
  package func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
    guard signature.count == 64, ES256.isLow(signature),
      let key = try? P256.Signing.PublicKey(rawRepresentation: point),
      let value = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
    else { return false }
    return key.isValidSignature(value, for: message)
  }
}
