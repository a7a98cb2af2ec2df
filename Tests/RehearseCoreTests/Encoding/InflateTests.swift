import Testing

@testable import RehearseCore

/// What Python's zlib 1.3 made, in base64url.
enum DeflateVectors {
  static let lines = Array((0..<60).map { "\($0) times \($0) is \($0 * $0)\n" }.joined().utf8)
  static let words = Array("Say it plainly. Say it plainly.".utf8)

  static let dynamic =
    "PZM9bgYhDER7n-I7Av6D5UApUqRK7q8MNrPNSrNC8J4Zxufv--fr9zM-3_iI3qgnqtiNdmKI3-gnbokboxZPyZvzZEuZN8-T"
    + "fcq6edVuW56bn5NnyL55n_yo6CBN0ekA3wvYhIZVhNSi1AhRgqo32hYlrDbtnqLk1QYGsRJZZztgFam1sO3BXgTXInfDiWTX"
    + "3bKYHemt6AP0Rnor-gisekfcM35CjPRW9GlbjPRW9LmmGOmt6CfojfRW9POsIr0V_Tp7kd6Kfp0TSW89enA56b3oN-id9F70"
    + "G45Oeu_ZD4zC35b08Acm5uT3nr5isE4Bz75KGDgNfPY_XJNTwUtBHbfpdPDn3jnOpYSXhCa6EbSIbtCERlAjukITTQt6RHss"
    + "tDHoEe3xoLHxVv62CK0OekTXaMAj6BHdI8XrCHpEF8kG9qNHlIf5wLn0iPKwGCpJjxzdS3gkPbI8bJ519MjysIX9kh7pXWCc"
    + "m_TI8rB9Xu_7fMvDj0fSI_sNY_iS9Mh124_96JH9IhzzS3pkP4nAnP8B"

  static let all: [(encoded: String, plain: [UInt8])] = [
    ("AQAA__8", []),
    ("AwA", []),
    ("AQ8A8P9TYXkgaXQgcGxhaW5seS4", Array(words.prefix(15))),
    ("C06sVMgsUSjISczMy6nUUwhG5QMA", words),
    (dynamic, lines),
    (
      "MlAoycxNLVYwUMgEElyGUK4hiGvIZQTlGoG4JlzGIC4AAAD__0otVjBWyCxWsOQyUSjJzE0tVjABcQ3NuEyhfFMQ38iUywzK"
        + "NwPxjc24zKF8cyAfAAAA__9TMLHkslAoycxNLVawUMgsVjAz4bKE8i1BfAtDLkMDqACQkQkiDbgMDWFChmAhI6AqI5AQAA",
      Array(lines.prefix(200))
    ),
    (run, [UInt8](repeating: UInt8(ascii: "a"), count: 100_000)),
  ]

  /// 100,000 times the letter a.
  static let run =
    "7cExAQAAAMKgrOtfwhoeQAEAAAAA" + String(repeating: "A", count: 122) + "CvBg"

  static func bytes(_ encoded: String) throws -> [UInt8] {
    try #require(Base64URL.bytes(of: encoded))
  }
}

@Suite struct InflateTests {
  private func read(_ bytes: [UInt8], limit: Int = 1 << 20) throws -> [UInt8] {
    try Inflate.read(bytes[...], limit: limit).bytes
  }

  /// Codes of so many bits, the lowest bit of the first first; a Huffman code from its highest.
  private func packed(_ pieces: [(value: Int, count: Int, isCode: Bool)]) -> [UInt8] {
    var bits: [Int] = []
    for (value, count, isCode) in pieces {
      let places = (0..<count).map { value >> $0 & 1 }
      bits += isCode ? places.reversed() : places
    }
    return stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<min(start + 8, bits.count)].enumerated().reduce(0) {
        $0 | UInt8($1.element) << UInt8($1.offset)
      }
    }
  }

  @Test func storedFixedAndDynamicBlocks() throws {
    for (encoded, plain) in DeflateVectors.all {
      let bytes = try DeflateVectors.bytes(encoded)
      // What stands after it, as a checksum does, is left alone; so is what stands before it.
      let inside = [9, 9, 9] + bytes + [1, 2, 3]
      let (read, taken) = try Inflate.read(inside[3...], limit: plain.count)
      #expect(read == plain)
      #expect(taken == bytes.count)
    }
  }

  @Test func everyTruncationIsRefused() throws {
    for (encoded, plain) in DeflateVectors.all {
      let bytes = try DeflateVectors.bytes(encoded)
      for count in bytes.indices {
        #expect(throws: Inflate.Failure.broken, "\(count) of \(bytes.count) bytes") {
          try Inflate.read(bytes[..<count], limit: max(plain.count, 1))
        }
      }
    }
  }

  @Test func noMoreThanTheLimitIsMade() throws {
    for (encoded, plain) in DeflateVectors.all where !plain.isEmpty {
      let bytes = try DeflateVectors.bytes(encoded)
      for limit in [0, 1, plain.count / 2, plain.count - 1] {
        #expect(throws: Inflate.Failure.tooLarge(limit: limit)) {
          try Inflate.read(bytes[...], limit: limit)
        }
      }
    }
  }

  @Test func codesThatAreNoneAreRefused() {
    let broken: [[(value: Int, count: Int, isCode: Bool)]] = [
      // A block of the fourth kind.
      [(1, 1, false), (3, 2, false)],
      // Lengths 286 and 287, and distances 30 and 31, stand for nothing.
      [(1, 1, false), (1, 2, false), (0xC6, 8, true), (0, 5, true)],
      [(1, 1, false), (1, 2, false), (0xC7, 8, true), (0, 5, true)],
      [(1, 1, false), (1, 2, false), (0x30, 8, true), (1, 7, true), (30, 5, true), (0, 30, false)],
      [(1, 1, false), (1, 2, false), (0x30, 8, true), (1, 7, true), (31, 5, true), (0, 30, false)],
      // Three bytes from before the beginning.
      [(1, 1, false), (1, 2, false), (1, 7, true), (0, 5, true), (0, 7, true)],
      [(1, 1, false), (1, 2, false), (0x30, 8, true), (1, 7, true), (1, 5, true), (0, 7, true)],
      // 287 literals, and 31 distances.
      [(1, 1, false), (2, 2, false), (30, 5, false), (0, 5, false), (0, 400, false)],
      [(1, 1, false), (2, 2, false), (0, 5, false), (30, 5, false), (0, 400, false)],
      // Three codes of one bit.
      [
        (1, 1, false), (2, 2, false), (0, 5, false), (0, 5, false), (0, 4, false), (1, 3, false),
        (1, 3, false), (1, 3, false), (0, 400, false),
      ],
      // The length before the first one again.
      [
        (1, 1, false), (2, 2, false), (0, 5, false), (0, 5, false), (0, 4, false), (1, 3, false),
        (0, 3, false), (0, 3, false), (1, 3, false), (0, 1, true), (0, 400, false),
      ],
      // No code for the end of the block.
      [
        (1, 1, false), (2, 2, false), (0, 5, false), (0, 5, false), (0, 4, false), (0, 3, false),
        (0, 3, false), (1, 3, false), (1, 3, false), (0, 400, false),
      ],
    ]
    for (number, pieces) in broken.enumerated() {
      #expect(throws: Inflate.Failure.broken, "case \(number)") { try read(packed(pieces)) }
    }
    // A stored block whose length is not what its check says.
    #expect(throws: Inflate.Failure.broken) { try read([1, 1, 0, 0xFF, 0xFF, 7]) }
  }

  /// Whatever stands in it, it is read or refused, and never stands for more than the limit.
  @Test func damagedDataIsReadOrRefused() throws {
    let corpus = try DeflateVectors.all.map { try DeflateVectors.bytes($0.encoded) }
    var random = Generator(seed: 11)
    var (read, refused) = (0, 0)
    for round in 0..<6_000 {
      var bytes = corpus[round % corpus.count]
      for _ in 0...random.next(below: 4) where !bytes.isEmpty {
        let place = random.next(below: bytes.count)
        switch random.next(below: 4) {
        case 0: bytes[place] ^= 1 << UInt8(random.next(below: 8))
        case 1: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 2: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.next(below: 8)))
        }
      }
      do {
        let (plain, taken) = try Inflate.read(bytes[...], limit: 2_000)
        #expect(plain.count <= 2_000 && taken <= bytes.count)
        read += 1
      } catch {
        refused += 1
      }
    }
    #expect(read > 100 && refused > 1_000)
  }

  @Test func whatWeWriteIsReadAgain() throws {
    var random = Generator(seed: 12)
    for round in 0..<60 {
      // Runs of a few values, and now and then noise.
      var bytes: [UInt8] = []
      for _ in 0..<random.next(below: 12) {
        let value = UInt8(truncatingIfNeeded: random.next())
        let length = [1, 2, 3, 10, 258, 259, 700][random.next(below: 7)]
        bytes += (0..<length).map {
          round % 3 == 0 ? value &+ UInt8(truncatingIfNeeded: $0) : value
        }
      }
      for period in [nil, 385, 400, 512] {
        let block = RunLengthDeflate.block(bytes, period: period)
        #expect(try read(block, limit: bytes.count) == bytes)
      }
    }
  }
}

@Suite struct GzipTests {
  @Test func thereAndBack() throws {
    for plain in [[], [0], DeflateVectors.words, DeflateVectors.lines] as [[UInt8]] {
      let file = Gzip.file(of: plain)
      #expect(try Gzip.read(file, limit: plain.count) == plain)
      #expect(Gzip.file(of: plain) == file)
    }
  }

  /// Made with Python: a plain header, and one with an extra field, a name, a comment and a check.
  @Test(arguments: [
    "H4sIAAECAwQCAwtOrFTILFEoyEnMzMup1AMAXUKsJQ8AAAA",
    "H4sIHgECAwQCAwUAZXh0cmFuYW1lLnR4dABhIGNvbW1lbnQAMsQLTqxUyCxRKMhJzMzLqdQDAF1CrCUPAAAA",
  ])
  func headersOfOthers(_ encoded: String) throws {
    let file = try DeflateVectors.bytes(encoded)
    #expect(try Gzip.read(file, limit: 100) == Array("Say it plainly.".utf8))
    for count in file.indices {
      #expect(throws: Gzip.Failure.self, "\(count) bytes") {
        try Gzip.read(Array(file[..<count]), limit: 100)
      }
    }
    #expect(throws: Gzip.Failure.checksum) { try Gzip.read(file + [0], limit: 100) }
    #expect(throws: Gzip.Failure.data(.tooLarge(limit: 14))) { try Gzip.read(file, limit: 14) }
  }

  @Test func whatIsNotOneIsNamed() throws {
    let file = Gzip.file(of: DeflateVectors.words)
    for (place, value) in [(0, 0x1E), (1, 0x8A), (2, 7), (3, 0x20)] {
      var other = file
      other[place] = UInt8(value)
      #expect(throws: Gzip.Failure.notGzip) { try Gzip.read(other, limit: 100) }
    }
    for place in (file.count - 8)..<file.count {
      var other = file
      other[place] ^= 1
      #expect(throws: Gzip.Failure.checksum) { try Gzip.read(other, limit: 100) }
    }
    // Fields that go beyond the end.
    for flags in [4, 8, 16, 2, 30] as [UInt8] {
      let other = [0x1F, 0x8B, 8, flags] + [UInt8](repeating: 0xFF, count: 20)
      #expect(throws: Gzip.Failure.self) { try Gzip.read(other, limit: 100) }
    }
  }
}
