/// Reads deflate (RFC 1951), whoever wrote it, up to a number of bytes: a small file may stand for an
/// enormous one.
package struct Inflate {
  package enum Failure: Error, Equatable, Sendable {
    /// The data ends too early, or a code, a length or a distance is none.
    case broken
    case tooLarge(limit: Int)
  }

  /// - Returns: what it stands for, and how many bytes of `bytes` it took.
  package static func read(
    _ bytes: ArraySlice<UInt8>, limit: Int
  ) throws(Failure) -> (bytes: [UInt8], taken: Int) {
    var reader = Inflate(bytes, limit: limit)
    while try !reader.block() {}
    return (reader.out, reader.place - bytes.startIndex)
  }

  private let bytes: ArraySlice<UInt8>
  private let limit: Int
  private var place: Int
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var out: [UInt8] = []

  private init(_ bytes: ArraySlice<UInt8>, limit: Int) {
    self.bytes = bytes
    self.limit = limit
    place = bytes.startIndex
  }

  /// One block; true where it was the last.
  private mutating func block() throws(Failure) -> Bool {
    let isLast = try take(1) == 1
    switch try take(2) {
    case 0: try stored()
    case 1: try coded(Self.fixedLiterals, Self.fixedDistances)
    case 2:
      let (literals, distances) = try codes()
      try coded(literals, distances)
    default: throw .broken
    }
    return isLast
  }

  private mutating func take(_ count: Int) throws(Failure) -> Int {
    while bitCount < count {
      guard place < bytes.endIndex else { throw .broken }
      bits |= UInt32(bytes[place]) << UInt32(bitCount)
      place += 1
      bitCount += 8
    }
    let value = Int(bits & ((1 << UInt32(count)) - 1))
    bits >>= UInt32(count)
    bitCount -= count
    return value
  }

  private mutating func put(_ byte: UInt8) throws(Failure) {
    guard out.count < limit else { throw .tooLarge(limit: limit) }
    out.append(byte)
  }

  private mutating func stored() throws(Failure) {
    bits = 0
    bitCount = 0
    guard bytes.endIndex - place >= 4 else { throw .broken }
    let length = Int(bytes[place]) | Int(bytes[place + 1]) << 8
    let check = Int(bytes[place + 2]) | Int(bytes[place + 3]) << 8
    place += 4
    guard length == ~check & 0xFFFF, bytes.endIndex - place >= length else { throw .broken }
    guard out.count + length <= limit else { throw .tooLarge(limit: limit) }
    out += bytes[place..<(place + length)]
    place += length
  }

  private mutating func coded(_ literals: Code, _ distances: Code) throws(Failure) {
    while true {
      let symbol = try read(literals)
      if symbol < 256 {
        try put(UInt8(symbol))
      } else if symbol == 256 {
        return
      } else {
        guard symbol <= 285 else { throw .broken }
        let length = Self.lengths[symbol - 257] + (try take(Self.lengthBits[symbol - 257]))
        let code = try read(distances)
        guard code < 30 else { throw .broken }
        let distance = Self.distances[code] + (try take(Self.distanceBits[code]))
        guard distance <= out.count else { throw .broken }
        for _ in 0..<length { try put(out[out.count - distance]) }
      }
    }
  }

  // MARK: Codes

  /// A canonical Huffman code: how many codes each length has, and the symbols in their order.
  private struct Code {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int]

    init(_ lengths: [Int]) {
      for length in lengths where length > 0 { counts[length] += 1 }
      symbols = (1..<16).flatMap { length in
        lengths.indices.filter { lengths[$0] == length }
      }
    }

    /// Whether there are no more codes than their lengths leave room for.
    var fits: Bool {
      var room = 1
      for length in 1..<16 {
        room = room * 2 - counts[length]
        if room < 0 { return false }
      }
      return true
    }
  }

  private mutating func read(_ code: Code) throws(Failure) -> Int {
    var value = 0
    var first = 0
    var index = 0
    for length in 1..<16 {
      value |= try take(1)
      let count = code.counts[length]
      if value - first < count { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw .broken
  }

  /// Section 3.2.7.
  private mutating func codes() throws(Failure) -> (literals: Code, distances: Code) {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    let lengthCount = try take(4) + 4
    guard literalCount <= 286, distanceCount <= 30 else { throw .broken }
    var lengths = [Int](repeating: 0, count: 19)
    for place in Self.order.prefix(lengthCount) { lengths[place] = try take(3) }
    let code = Code(lengths)
    guard code.fits else { throw .broken }
    var all: [Int] = []
    while all.count < literalCount + distanceCount {
      let symbol = try read(code)
      switch symbol {
      case ..<16: all.append(symbol)
      case 16:
        guard let last = all.last else { throw .broken }
        all += [Int](repeating: last, count: 3 + (try take(2)))
      case 17: all += [Int](repeating: 0, count: 3 + (try take(3)))
      default: all += [Int](repeating: 0, count: 11 + (try take(7)))
      }
    }
    guard all.count == literalCount + distanceCount, all[256] > 0 else { throw .broken }
    let literals = Code(Array(all[..<literalCount]))
    let distances = Code(Array(all[literalCount...]))
    guard literals.fits, distances.fits else { throw .broken }
    return (literals, distances)
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let lengths = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distances = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
  private static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
    13,
  ]
  private static let fixedLiterals = Code(
    (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  private static let fixedDistances = Code([Int](repeating: 5, count: 30))
}
