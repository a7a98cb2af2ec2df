internal import Crypto
internal import CryptoExtras
internal import SwiftASN1

/// A private key under a passphrase: PKCS#8's `EncryptedPrivateKeyInfo` (RFC 5958, section 3) with
/// PBES2 (RFC 8018, section 6.2), scrypt (RFC 7914, section 7) and AES-256-CBC, as `openssl pkcs8
/// -topk8 -scrypt` writes it and `openssl pkey` opens it.
enum KeyFile {
  static let minimumPassphrase = 12
  static let label = "ENCRYPTED PRIVATE KEY"

  /// What scrypt costs. These numbers are OWASP's for 16 MiB; `openssl pkey` opens nothing that
  /// takes 32 MiB or more, so more rounds in parallel stand for more memory.
  struct Cost: Equatable {
    var rounds = 16_384
    var blockSize = 8
    var parallelism = 5

    /// Whether somebody else's file may ask for it: at most 128 MiB, and a few seconds.
    var isBearable: Bool {
      (2...131_072).contains(rounds) && rounds.nonzeroBitCount == 1
        && (1...32).contains(blockSize) && (1...16).contains(parallelism)
        && rounds * blockSize <= 1_048_576
    }
  }

  enum Failure: Error, Equatable {
    /// Not a key, or kept by other means than these.
    case unreadable
    case wrongPassphrase
  }

  private static let pbes2: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 5, 13]
  private static let scrypt: ASN1ObjectIdentifier = [1, 3, 6, 1, 4, 1, 11_591, 4, 11]
  private static let aes256CBC: ASN1ObjectIdentifier = [2, 16, 840, 1, 101, 3, 4, 1, 42]

  /// - Returns: DER.
  static func encrypt(
    _ key: P256.Signing.PrivateKey, passphrase: String, cost: Cost = Cost()
  ) throws -> [UInt8] {
    let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    let iv = AES._CBC.IV()
    let secret = try derive(passphrase, salt, cost, count: 32)
    let data = try AES._CBC.encrypt(Array(key.derRepresentation), using: secret, iv: iv)
    var out = DER.Serializer()
    try out.appendConstructedNode(identifier: .sequence) { out in
      try out.appendConstructedNode(identifier: .sequence) { out in
        try out.serialize(pbes2)
        try out.appendConstructedNode(identifier: .sequence) { out in
          try out.appendConstructedNode(identifier: .sequence) { out in
            try out.serialize(scrypt)
            try out.appendConstructedNode(identifier: .sequence) { out in
              try out.serialize(ASN1OctetString(contentBytes: salt[...]))
              try out.serialize(cost.rounds)
              try out.serialize(cost.blockSize)
              try out.serialize(cost.parallelism)
            }
          }
          try out.appendConstructedNode(identifier: .sequence) { out in
            try out.serialize(aes256CBC)
            try out.serialize(ASN1OctetString(contentBytes: Array(iv)[...]))
          }
        }
      }
      try out.serialize(ASN1OctetString(contentBytes: Array(data)[...]))
    }
    return out.serializedBytes
  }

  static func decrypt(
    _ der: [UInt8], passphrase: String
  ) throws(Failure) -> P256.Signing.PrivateKey {
    guard let box = try? EncryptedKey(der), box.cost.isBearable,
      let iv = try? AES._CBC.IV(ivBytes: box.iv),
      let secret = try? derive(passphrase, box.salt, box.cost, count: 32)
    else { throw .unreadable }
    // With a wrong passphrase the padding is wrong, or, once in 256 times, what is inside is.
    guard let inner = try? AES._CBC.decrypt(box.data, using: secret, iv: iv),
      let key = try? P256.Signing.PrivateKey(derRepresentation: Array(inner))
    else { throw .wrongPassphrase }
    return key
  }

  private static func derive(
    _ passphrase: String, _ salt: [UInt8], _ cost: Cost, count: Int
  ) throws -> SymmetricKey {
    try KDF.Scrypt.deriveKey(
      from: Array(passphrase.utf8), salt: salt, outputByteCount: count, rounds: cost.rounds,
      blockSize: cost.blockSize, parallelism: cost.parallelism)
  }

  /// The parts of the file.
  private struct EncryptedKey {
    var salt: [UInt8] = []
    var cost = Cost()
    var iv: [UInt8] = []
    var data: [UInt8] = []

    init(_ der: [UInt8]) throws {
      try DER.sequence(try DER.parse(der), identifier: .sequence) { nodes in
        try Self.sequence(&nodes) { nodes in
          try Self.expect(pbes2, &nodes)
          try Self.sequence(&nodes) { nodes in
            try Self.sequence(&nodes) { nodes in
              try Self.expect(scrypt, &nodes)
              try Self.sequence(&nodes) { nodes in
                salt = Array(try ASN1OctetString(derEncoded: &nodes).bytes)
                cost.rounds = try Int(derEncoded: &nodes)
                cost.blockSize = try Int(derEncoded: &nodes)
                cost.parallelism = try Int(derEncoded: &nodes)
                if let length = nodes.next() {
                  guard try Int(derEncoded: length) == 32 else { throw Failure.unreadable }
                }
              }
            }
            try Self.sequence(&nodes) { nodes in
              try Self.expect(aes256CBC, &nodes)
              iv = Array(try ASN1OctetString(derEncoded: &nodes).bytes)
            }
          }
        }
        data = Array(try ASN1OctetString(derEncoded: &nodes).bytes)
      }
    }

    private static func sequence(
      _ nodes: inout ASN1NodeCollection.Iterator,
      _ read: (inout ASN1NodeCollection.Iterator) throws -> Void
    ) throws {
      guard let node = nodes.next() else { throw Failure.unreadable }
      try DER.sequence(node, identifier: .sequence, read)
    }

    private static func expect(
      _ identifier: ASN1ObjectIdentifier, _ nodes: inout ASN1NodeCollection.Iterator
    ) throws {
      guard try ASN1ObjectIdentifier(derEncoded: &nodes) == identifier else {
        throw Failure.unreadable
      }
    }
  }
}
