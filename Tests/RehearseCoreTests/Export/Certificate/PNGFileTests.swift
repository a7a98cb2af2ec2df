import RehearseCore
import Testing

@Suite struct PNGFileTests {
  private let emblem = Emblem.png(CertificateTheme.defaultColour)

  @Test func theEmblemIsAPictureOf400Pixels() throws {
    let file = try PNGFile(emblem)
    #expect(file.size == (400, 400))
    #expect(emblem.count < 20_000)
    #expect(Emblem.png(CertificateTheme.defaultColour) == emblem)
    #expect(Emblem.png(Colour(red: 90, green: 0, blue: 0)) != emblem)
  }

  @Test(arguments: SampleCertificate.both)
  func aCredentialGoesInAndComesOut(_ credential: BakedCredential) throws {
    let baked = try PNGFile(emblem).baked(with: credential.text)
    #expect(try PNGFile(baked).credential() == credential.text)
    #expect(try BakedCredential.extract(baked) == credential)
    // The picture is the same: only one chunk more, behind the header.
    #expect(baked.prefix(33) == emblem.prefix(33))
    #expect(baked.suffix(emblem.count - 33).elementsEqual(emblem.dropFirst(33)))
  }

  @Test func anotherCredentialTakesThePlaceOfTheFirst() throws {
    let first = try PNGFile(emblem).baked(with: SampleCertificate.json.text)
    let second = try PNGFile(first).baked(with: SampleCertificate.jwt.text)
    #expect(try second == PNGFile(emblem).baked(with: SampleCertificate.jwt.text))
  }

  @Test func noByteCanBeChangedUnnoticed() throws {
    let baked = try PNGFile(emblem).baked(with: SampleCertificate.jwt.text)
    for place in baked.indices {
      for change: UInt8 in [0x01, 0x20, 0x80] {
        var changed = baked
        changed[place] ^= change
        #expect(throws: BakedCredential.Failure.self) { try BakedCredential.extract(changed) }
      }
    }
  }

  @Test func whatIsWrongIsSaid() throws {
    #expect(throws: PNGFile.Failure.notPNG) { try PNGFile([]) }
    #expect(throws: PNGFile.Failure.noHeader) { try PNGFile(Array(emblem.prefix(8))) }
    #expect(throws: PNGFile.Failure.noEnd) { try PNGFile(emblem.dropLast(12)) }
    #expect(throws: PNGFile.Failure.damagedChunk(offset: emblem.count - 12)) {
      try PNGFile(emblem.dropLast(1))
    }
    #expect(throws: PNGFile.Failure.bytesAfterEnd(offset: emblem.count)) {
      try PNGFile(emblem + [0])
    }
    var changed = emblem
    changed[40] ^= 1
    #expect(throws: PNGFile.Failure.wrongChecksum(chunk: "PLTE", offset: 33)) {
      try PNGFile(changed)
    }
    #expect(throws: BakedCredential.Failure.noCredential(.png)) {
      try BakedCredential.extract(emblem)
    }
    let tooLarge = emblem + [UInt8](repeating: 0, count: PNGFile.maximumBytes)
    #expect(throws: PNGFile.Failure.tooLarge(bytes: tooLarge.count)) { try PNGFile(tooLarge) }
  }

  @Test func twoCredentialsAreRefused() throws {
    let baked = try PNGFile(emblem).baked(with: SampleCertificate.jwt.text)
    let chunk = baked[33..<(33 + baked.count - emblem.count)]
    let twice = Array(baked[..<33] + chunk + baked[33...])
    #expect(throws: BakedCredential.Failure.severalCredentials(.png)) {
      try BakedCredential.extract(twice)
    }
  }
}

extension PNGFile {
  fileprivate init(_ bytes: ArraySlice<UInt8>) throws(Failure) { try self.init(Array(bytes)) }
}
