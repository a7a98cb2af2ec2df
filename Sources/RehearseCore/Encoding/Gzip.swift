/// The gzip file format (RFC 1952): one member.
package enum Gzip {
  package enum Failure: Error, Equatable, Sendable {
    case notGzip
    case data(Inflate.Failure)
    case checksum
  }

  /// The same for the same bytes: without a time or a name.
  package static func file(of bytes: [UInt8]) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] + RunLengthDeflate.block(bytes)
      + littleEndian(CRC32.checksum(bytes))
      + littleEndian(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// - Parameter limit: how many bytes it may stand for.
  package static func read(_ file: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    guard file.count >= 18, file[0] == 0x1F, file[1] == 0x8B, file[2] == 8, file[3] & 0xE0 == 0
    else { throw .notGzip }
    let flags = file[3]
    var place = 10
    if flags & 4 != 0 {
      guard place + 2 <= file.count else { throw .notGzip }
      place += 2 + Int(file[place]) + Int(file[place + 1]) << 8
    }
    // The name and the comment end with a zero.
    for flag in [8, 16] as [UInt8] where flags & flag != 0 {
      while place < file.count, file[place] != 0 { place += 1 }
      place += 1
    }
    if flags & 2 != 0 { place += 2 }
    guard place < file.count else { throw .notGzip }
    let (bytes, taken): ([UInt8], Int)
    do { (bytes, taken) = try Inflate.read(file[place...], limit: limit) } catch {
      throw .data(error)
    }
    guard
      file[(place + taken)...].elementsEqual(
        littleEndian(CRC32.checksum(bytes)) + littleEndian(UInt32(truncatingIfNeeded: bytes.count)))
    else { throw .checksum }
    return bytes
  }

  private static func littleEndian(_ value: UInt32) -> [UInt8] {
    stride(from: 0, to: 32, by: 8).map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
  }
}
