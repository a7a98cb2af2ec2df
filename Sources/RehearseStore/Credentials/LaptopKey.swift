internal import Crypto
internal import CryptoExtras

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The key of this installation: Ed25519, unencrypted, for the player has to sign offline and
/// without asking. Whoever can read the folder can sign with it, and `docs/trust.md` says so.
package struct LaptopKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  /// For tests: a key from its 32 bytes.
  init?(seed: [UInt8]) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return nil }
    self.key = key
  }

  /// The key in `DATA/keys/laptop.pem`, which is made if it is not there. Of several programs that
  /// make it at the same time one comes first, and the others take what that one made.
  package init(in directory: DataDirectory) throws(KeyFailure) {
    let path = KeyFolder.path(of: KeyFolder.laptop, in: directory)
    if !DiskFile.isTaken(path) {
      try KeyFolder.create(in: directory)
      let text = Curve25519.Signing.PrivateKey().pemRepresentation + "\n"
      _ = try KeyFolder.write(text, as: path, replacing: false)
    }
    let text = try KeyFolder.text(path)
    guard let key = try? Curve25519.Signing.PrivateKey(pemRepresentation: text) else {
      throw .damaged(path: path, detail: "it holds no Ed25519 key")
    }
    self.key = key
  }

  /// The did:key by which certificates name the learner.
  package var did: DIDKey { DIDKey(.ed25519, Array(key.publicKey.rawRepresentation)) }

  func signature(for message: [UInt8]) -> [UInt8] {
    // Ed25519 refuses no message.
    (try? key.signature(for: message)).map { Array($0) } ?? []
  }
}
