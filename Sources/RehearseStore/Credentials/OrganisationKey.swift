internal import Crypto

/// An organisation's key for signing, opened: P-256. It lives as long as the command that uses it.
package struct OrganisationKey: Sendable {
  private let key: P256.Signing.PrivateKey
  package let jwk: JWK

  init(_ key: P256.Signing.PrivateKey) {
    self.key = key
    jwk = JWK(key.publicKey)
  }

  /// For tests: a key from its 32 bytes.
  init?(scalar: [UInt8]) {
    guard let key = try? P256.Signing.PrivateKey(rawRepresentation: scalar) else { return nil }
    self.init(key)
  }

  package var did: DIDKey { jwk.did }

  /// r and s in ES256, 32 bytes each, with the lower s.
  package func signature(for message: [UInt8]) throws -> [UInt8] {
    try ES256.sign(message, with: key)
  }
}
