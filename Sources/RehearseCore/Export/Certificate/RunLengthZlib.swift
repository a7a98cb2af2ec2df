/// A zlib stream (RFC 1950), for pictures of few colours.
enum RunLengthZlib {
  /// - Parameter period: how many bytes a row has, 385 to 512 of them.
  static func stream(_ bytes: [UInt8], period: Int) -> [UInt8] {
    [0x78, 0x01] + RunLengthDeflate.block(bytes, period: period)
      + PNGFile.bigEndian(adler32(bytes))
  }

  private static func adler32(_ bytes: [UInt8]) -> UInt32 {
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65521
      b = (b + a) % 65521
    }
    return b << 16 | a
  }
}
