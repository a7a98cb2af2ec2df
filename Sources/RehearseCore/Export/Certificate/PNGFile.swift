/// A PNG as a row of chunks, read strictly, and the credential in it.
///
/// Sources: PNG (ISO/IEC 15948), sections 5 and 11.3.3.4 for the chunks and `iTXt`; Open Badges 3.0,
/// section 5.3.1, for the keyword. A file is taken only where every checksum is right and nothing
/// stands behind its end, so that no byte of it can be changed unnoticed.
package struct PNGFile: Equatable, Sendable {
  package enum Failure: Error, Equatable, Sendable {
    case tooLarge(bytes: Int)
    case notPNG
    /// The chunk that begins at this byte does not end inside of the file, or is not named as
    /// chunks are.
    case damagedChunk(offset: Int)
    case wrongChecksum(chunk: String, offset: Int)
    case noHeader
    case noEnd
    case bytesAfterEnd(offset: Int)
    case noCredential
    case severalCredentials
    /// The chunk with the credential is compressed, or has no text.
    case unreadableCredential
  }

  package static let maximumBytes = 8 * 1024 * 1024
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private static let keyword = Array("openbadgecredential".utf8)

  struct Chunk: Equatable, Sendable {
    var type: UInt32
    /// The whole chunk, from its length to its checksum.
    var place: Range<Int>
  }

  private let bytes: [UInt8]
  let chunks: [Chunk]

  package init(_ bytes: [UInt8]) throws(Failure) {
    guard bytes.count <= Self.maximumBytes else { throw .tooLarge(bytes: bytes.count) }
    guard bytes.starts(with: Self.signature) else { throw .notPNG }
    var chunks: [Chunk] = []
    var place = Self.signature.count
    while place < bytes.count {
      if chunks.last?.type == Self.type("IEND") { throw .bytesAfterEnd(offset: place) }
      guard bytes.count - place >= 12 else { throw .damagedChunk(offset: place) }
      let length = Int(Self.number(bytes, at: place))
      guard length <= bytes.count - place - 12,
        bytes[(place + 4)..<(place + 8)].allSatisfy(Self.isLetter)
      else { throw .damagedChunk(offset: place) }
      let end = place + 12 + length
      guard CRC32.checksum(bytes[(place + 4)..<(end - 4)]) == Self.number(bytes, at: end - 4)
      else {
        throw .wrongChecksum(
          chunk: String(decoding: bytes[(place + 4)..<(place + 8)], as: UTF8.self), offset: place)
      }
      chunks.append(Chunk(type: Self.number(bytes, at: place + 4), place: place..<end))
      place = end
    }
    guard let first = chunks.first, first.type == Self.type("IHDR"), first.place.count == 25 else {
      throw .noHeader
    }
    guard let last = chunks.last, last.type == Self.type("IEND"), last.place.count == 12 else {
      throw .noEnd
    }
    self.bytes = bytes
    self.chunks = chunks
  }

  /// Width and height in pixels.
  package var size: (width: Int, height: Int) {
    (Int(Self.number(bytes, at: 16)), Int(Self.number(bytes, at: 20)))
  }

  // MARK: The credential

  /// The same picture with the credential in it; one that was there before is taken out.
  package func baked(with text: String) -> [UInt8] {
    var out = Array(bytes[..<(chunks.first?.place.upperBound ?? 0)])
    // No compression, no language, no translated keyword.
    out += Self.chunk("iTXt", Self.keyword + [0, 0, 0, 0, 0] + Array(text.utf8))
    for chunk in chunks.dropFirst() where !isCredential(chunk) { out += bytes[chunk.place] }
    return out
  }

  /// The credential's text: JSON or a compact JWS.
  package func credential() throws(Failure) -> String {
    let found = chunks.filter(isCredential)
    guard let chunk = found.first else { throw .noCredential }
    guard found.count == 1 else { throw .severalCredentials }
    var rest = content(of: chunk).dropFirst(Self.keyword.count + 1)
    guard rest.count >= 2, rest.removeFirst() == 0, rest.removeFirst() == 0,
      let language = rest.firstIndex(of: 0),
      let translation = rest[(language + 1)...].firstIndex(of: 0),
      let text = String(validating: rest[(translation + 1)...], as: UTF8.self)
    else { throw .unreadableCredential }
    return text
  }

  private func content(of chunk: Chunk) -> ArraySlice<UInt8> {
    bytes[(chunk.place.lowerBound + 8)..<(chunk.place.upperBound - 4)]
  }

  private func isCredential(_ chunk: Chunk) -> Bool {
    chunk.type == Self.type("iTXt") && content(of: chunk).starts(with: Self.keyword + [0])
  }

  // MARK: Bytes

  /// A chunk with its length and checksum. `type` has four letters.
  static func chunk(_ type: StaticString, _ content: [UInt8]) -> [UInt8] {
    let checked = Array("\(type)".utf8) + content
    return bigEndian(UInt32(truncatingIfNeeded: content.count)) + checked
      + bigEndian(CRC32.checksum(checked))
  }

  static func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  private static func number(_ bytes: [UInt8], at place: Int) -> UInt32 {
    bytes[place..<(place + 4)].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func type(_ name: StaticString) -> UInt32 {
    "\(name)".utf8.reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF)
  }
}
