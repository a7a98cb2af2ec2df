internal import Crypto

/// SHA-256 (FIPS 180-4).
package enum SHA256Digest {
  /// The 32 bytes of the digest. Fits where the engine asks for `@Sendable ([UInt8]) -> [UInt8]`.
  package static func bytes(of message: [UInt8]) -> [UInt8] {
    Array(SHA256.hash(data: message))
  }

  /// The digest as 64 hexadecimal digits in lower case.
  package static func hex(of message: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes(of: message).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
