/// Base58 with Bitcoin's alphabet, as Multibase writes keys and signatures after a `z`
/// (draft-msporny-base58).
package enum Base58 {
  private static let alphabet = Array(
    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)

  /// The time grows with the square of the length, and no key or signature is longer.
  package static let maximumBytes = 256

  package static func text(of bytes: [UInt8]) -> String {
    var digits: [UInt8] = []
    for byte in bytes {
      var carry = Int(byte)
      for place in digits.indices {
        carry += Int(digits[place]) << 8
        digits[place] = UInt8(carry % 58)
        carry /= 58
      }
      while carry > 0 {
        digits.append(UInt8(carry % 58))
        carry /= 58
      }
    }
    let zeros = bytes.prefix { $0 == 0 }.count
    let text =
      [UInt8](repeating: alphabet[0], count: zeros) + digits.reversed().map { alphabet[Int($0)] }
    return String(decoding: text, as: UTF8.self)
  }

  /// Nil where the text has another letter in it, or stands for more than `maximumBytes`. Every
  /// text stands for other bytes.
  package static func bytes(of text: some StringProtocol) -> [UInt8]? {
    guard text.utf8.count <= maximumBytes * 138 / 100 + 1 else { return nil }
    var bytes: [UInt8] = []
    var zeros = 0
    for letter in text.utf8 {
      guard let digit = alphabet.firstIndex(of: letter) else { return nil }
      var carry = digit
      for place in bytes.indices {
        carry += Int(bytes[place]) * 58
        bytes[place] = UInt8(carry & 255)
        carry >>= 8
      }
      while carry > 0 {
        bytes.append(UInt8(carry & 255))
        carry >>= 8
      }
      if bytes.isEmpty { zeros += 1 }
    }
    guard zeros + bytes.count <= maximumBytes else { return nil }
    return [UInt8](repeating: 0, count: zeros) + bytes.reversed()
  }
}
