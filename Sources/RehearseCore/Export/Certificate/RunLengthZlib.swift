/// A zlib stream (RFC 1950) of one block with fixed codes (RFC 1951, section 3.2.6), for pictures of
/// few colours: what repeats the byte before, or the row before, is said once.
enum RunLengthZlib {
  /// - Parameter period: how many bytes a row has, 385 to 512 of them.
  static func stream(_ bytes: [UInt8], period: Int) -> [UInt8] {
    var writer = BitWriter()
    writer.put(1, count: 1)
    writer.put(1, count: 2)
    var place = 0
    while place < bytes.count {
      let near = run(bytes, place, 1)
      let far = run(bytes, place, period)
      let length = max(near, far)
      if length >= 3 {
        writer.put(length: length)
        if far > near {
          writer.putCode(17, count: 5)
          writer.put(period - 385, count: 7)
        } else {
          writer.putCode(0, count: 5)
        }
        place += length
      } else {
        writer.put(literal: Int(bytes[place]))
        place += 1
      }
    }
    writer.put(literal: 256)
    return [0x78, 0x01] + writer.finished + PNGFile.bigEndian(adler32(bytes))
  }

  private static func run(_ bytes: [UInt8], _ place: Int, _ distance: Int) -> Int {
    guard place >= distance else { return 0 }
    var length = 0
    while length < 258, place + length < bytes.count,
      bytes[place + length] == bytes[place + length - distance]
    { length += 1 }
    return length
  }

  private static func adler32(_ bytes: [UInt8]) -> UInt32 {
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65521
      b = (b + a) % 65521
    }
    return b << 16 | a
  }

  private struct BitWriter {
    private var bytes: [UInt8] = []
    private var bits: UInt32 = 0
    private var used = 0

    var finished: [UInt8] { used == 0 ? bytes : bytes + [UInt8(truncatingIfNeeded: bits)] }

    /// The lowest bit first, as everything but codes.
    mutating func put(_ value: Int, count: Int) {
      bits |= UInt32(truncatingIfNeeded: value) << UInt32(used)
      used += count
      while used >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
        used -= 8
      }
    }

    /// The highest bit first.
    mutating func putCode(_ code: Int, count: Int) {
      for shift in (0..<count).reversed() { put(code >> shift & 1, count: 1) }
    }

    mutating func put(literal: Int) {
      switch literal {
      case ..<144: putCode(0x30 + literal, count: 8)
      case ..<256: putCode(0x190 + literal - 144, count: 9)
      case ..<280: putCode(literal - 256, count: 7)
      default: putCode(0xC0 + literal - 280, count: 8)
      }
    }

    /// RFC 1951, section 3.2.5: codes 257 to 264 are one length each, and then four codes share a
    /// number of extra bits.
    mutating func put(length: Int) {
      if length == 258 { return put(literal: 285) }
      var extra = 0
      var first = 3
      var code = 257
      while length >= first + (extra == 0 ? 8 : 4 << extra) {
        first += extra == 0 ? 8 : 4 << extra
        code += extra == 0 ? 8 : 4
        extra += 1
      }
      put(literal: code + (length - first) >> extra)
      put((length - first) & (1 << extra - 1), count: extra)
    }
  }
}
