internal import Crypto
internal import RehearseCore

/// A public key as a `did:key` (did:key v0.9): the key itself is the name of who holds it.
package struct DIDKey: Hashable, Sendable {
  package enum Algorithm: Sendable {
    case ed25519
    case p256

    /// The multicodec's number as a varint.
    var prefix: [UInt8] {
      switch self {
      case .ed25519: [0xED, 0x01]
      case .p256: [0x80, 0x24]
      }
    }

    /// Of the key: 32 bytes, or a point in its compressed form.
    var count: Int {
      switch self {
      case .ed25519: 32
      case .p256: 33
      }
    }
  }

  package let algorithm: Algorithm
  package let publicKey: [UInt8]

  init(_ algorithm: Algorithm, _ publicKey: [UInt8]) {
    self.algorithm = algorithm
    self.publicKey = publicKey
  }

  /// Nil where the text is not the did:key of an Ed25519 or a P-256 key.
  package init?(_ text: String) {
    let scheme = "did:key:z"
    // By bytes: Swift takes the Kelvin sign for a K.
    guard text.utf8.count < 100, text.utf8.starts(with: scheme.utf8),
      let bytes = Base58.bytes(
        of: String(decoding: text.utf8.dropFirst(scheme.utf8.count), as: UTF8.self))
    else { return nil }
    for algorithm in [Algorithm.ed25519, .p256] where bytes.starts(with: algorithm.prefix) {
      let key = Array(bytes.dropFirst(algorithm.prefix.count))
      guard key.count == algorithm.count else { return nil }
      if algorithm == .p256 {
        guard (try? P256.Signing.PublicKey(compressedRepresentation: key)) != nil else {
          return nil
        }
      }
      self.init(algorithm, key)
      return
    }
    return nil
  }

  /// What stands after `did:key:`, a Multikey.
  package var multikey: String { "z" + Base58.text(of: algorithm.prefix + publicKey) }

  package var text: String { "did:key:\(multikey)" }

  /// The URL of the key in its own document.
  package var verificationMethod: String { "\(text)#\(multikey)" }

  package init?(verificationMethod: String) {
    let parts = verificationMethod.utf8.split(
      separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let key = DIDKey(String(decoding: parts[0], as: UTF8.self)),
      key.verificationMethod.utf8.elementsEqual(verificationMethod.utf8)
    else { return nil }
    self = key
  }
}
