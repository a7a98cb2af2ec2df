import Testing

@testable import RehearseCore

@Suite struct Base58Tests {
  /// The test vectors of draft-msporny-base58-03, section 5.
  @Test(arguments: [
    ("Hello World!", "2NEpo7TZRRrLZSi2U"),
    (
      "The quick brown fox jumps over the lazy dog.",
      "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z"
    ),
  ])
  func vectors(_ plain: String, _ encoded: String) {
    #expect(Base58.text(of: Array(plain.utf8)) == encoded)
    #expect(Base58.bytes(of: encoded) == Array(plain.utf8))
  }

  @Test func zerosAtTheBeginningAreOnes() {
    #expect(Base58.text(of: [0, 0, 0x28, 0x7F, 0xB4, 0xCD]) == "11233QC4")
    #expect(Base58.bytes(of: "11233QC4") == [0, 0, 0x28, 0x7F, 0xB4, 0xCD])
    #expect(Base58.text(of: [0]) == "1" && Base58.bytes(of: "1") == [0])
    #expect(Base58.text(of: []) == "" && Base58.bytes(of: "") == [])
  }

  @Test func lettersOutsideOfTheAlphabetAreRefused() {
    for text in ["0", "O", "I", "l", "2NEpo7TZRRrLZSi2U ", "é", "\u{212A}"] {
      #expect(Base58.bytes(of: text) == nil, "\(text)")
    }
  }

  @Test func theLengthIsLimited() {
    let most = [UInt8](repeating: 255, count: Base58.maximumBytes)
    #expect(Base58.bytes(of: Base58.text(of: most)) == most)
    #expect(Base58.bytes(of: Base58.text(of: most + [255])) == nil)
    #expect(Base58.bytes(of: String(repeating: "1", count: 1_000_000)) == nil)
  }

  @Test func thereAndBack() {
    var random = Generator(seed: 58)
    for length in 0..<120 {
      let bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      #expect(Base58.bytes(of: Base58.text(of: bytes)) == bytes)
    }
  }
}
