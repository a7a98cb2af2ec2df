internal import Crypto

/// ECDSA on P-256 with SHA-256 (RFC 7518, section 3.4): r and s, 32 bytes each.
///
/// For every signature (r, s) there is a second one, (r, n − s), that anybody can work out. Only the
/// one with the lower s is made here and only that is taken, so that a signed text has one spelling
/// and its digest names it.
enum ES256 {
  /// The order of the curve's group (FIPS 186-4, D.1.2.3).
  private static let order: [UInt8] = [
    0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xBC, 0xE6, 0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
  ]

  static func sign(_ message: [UInt8], with key: P256.Signing.PrivateKey) throws -> [UInt8] {
    let signature = Array(try key.signature(for: message).rawRepresentation)
    return isLow(signature) ? signature : signature.prefix(32) + opposite(signature.suffix(32))
  }

  /// Whether s is at most half of the order.
  static func isLow(_ signature: [UInt8]) -> Bool {
    let s = Array(signature.suffix(32))
    return !opposite(s[...]).lexicographicallyPrecedes(s)
  }

  /// n − s, for an s below n.
  static func opposite(_ s: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var borrow = 0
    for (a, b) in zip(order.reversed(), s.reversed()) {
      let difference = Int(a) - Int(b) - borrow
      borrow = difference < 0 ? 1 : 0
      result.append(UInt8(truncatingIfNeeded: difference))
    }
    return result.reversed()
  }
}
