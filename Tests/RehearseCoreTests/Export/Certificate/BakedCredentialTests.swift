import RehearseCore
import Testing

@Suite(.serialized) struct BakedCredentialTests {
  @Test func textsAreToldApart() throws {
    #expect(try BakedCredential.extract(Array("{\"a\":1}\n".utf8)) == .json("{\"a\":1}"))
    #expect(try BakedCredential.extract(Array("a.b_-.C9\n".utf8)) == .jwt("a.b_-.C9"))
    let others = [
      "", "\n", "{\"a\":1}\n\n", "a.b", "a..b", "a.b.c.d", "a.b.c ", ".b.c", "a.b.", "[]", "{", "a.b=.c",
      "\u{FEFF}{}",
    ]
    for text in others {
      #expect(throws: BakedCredential.Failure.notACertificate, "\(text)") {
        try BakedCredential.extract(Array(text.utf8))
      }
    }
  }

  @Test func aPageHasOne() throws {
    let page = CertificateHTML.text(
      SampleCertificate.credential(), trust: .selfIssued, signed: SampleCertificate.jwt)
    let block = try #require(page.firstMatch(of: /<script.*<\/script>/)).output
    let cases: [(String, BakedCredential.Failure)] = [
      (page + block, .severalCredentials(.html)),
      (page.replacing(block, with: ""), .noCredential(.html)),
      (page.replacing("</script>", with: ""), .noCredential(.html)),
      (page.replacing("eyJ", with: "{"), .unreadable(.html)),
      (page.replacing("application/jwt", with: "application/vc"), .unreadable(.html)),
    ]
    for (text, failure) in cases {
      #expect(throws: failure) { try BakedCredential.extract(Array(text.utf8)) }
    }
  }

  @Test func tooMuchIsRefusedBeforeItIsLookedAt() {
    let large = [UInt8](repeating: 0x20, count: JSONReader.maximumBytes + 1)
    #expect(throws: BakedCredential.Failure.tooLarge(bytes: large.count)) {
      try BakedCredential.extract(large)
    }
  }

  /// Damaged files of each kind: nothing traps, nothing takes long. The seconds and the seed are those
  /// of `FuzzTests`.
  @Test func damagedFilesAreRefusedOrRead() throws {
    let credential = SampleCertificate.credential()
    var corpus: [[UInt8]] = []
    for signed in SampleCertificate.both {
      corpus.append(Array(signed.text.utf8))
      corpus.append(
        Array(CertificateHTML.text(credential, trust: .selfIssued, signed: signed).utf8))
      corpus.append(
        Array(try CertificateSVG.text(credential, trust: .selfIssued, signed: signed).utf8))
      corpus.append(try PNGFile(Emblem.png(CertificateTheme.defaultColour)).baked(with: signed.text))
      corpus.append(
        try SVGCredential.bake(signed, into: Array(Emblem.svg(CertificateTheme.defaultColour).utf8)))
    }
    let hostile: [[UInt8]] = ["<", "<!--", "<a ", "<![CDATA[", "<svg>", "<openbadges:credential>", "\"", "{", "."]
      .map { Array(String(repeating: $0, count: 1_000_000 / $0.utf8.count).utf8) }
    for bytes in hostile {
      for start in [[], Array("<svg>".utf8), Array("<!doctype html>".utf8)] {
        let began = FuzzFiles.processorTime
        _ = try? BakedCredential.extract(start + bytes)
        #expect(FuzzFiles.processorTime - began < .seconds(FuzzFiles.patience))
      }
    }
    let first = FuzzFiles.number("REHEARSE_FUZZ_SEED") ?? 1
    let clock = ContinuousClock()
    let end = clock.now + .seconds(FuzzFiles.number("REHEARSE_FUZZ_SECONDS") ?? 5)
    var seed = UInt64(first)
    var read = 0
    while clock.now < end {
      let input = FuzzInput(seed: seed, corpus: corpus)
      let began = FuzzFiles.processorTime
      if (try? BakedCredential.extract(input.bytes)) != nil { read += 1 }
      if let baked = try? SVGCredential.bake(SampleCertificate.json, into: input.bytes) {
        #expect(try SVGCredential.unbake(baked) == SampleCertificate.json, "\(input)")
      }
      #expect(FuzzFiles.processorTime - began < .seconds(FuzzFiles.patience), "\(input)")
      seed += 1
    }
    #expect(seed > UInt64(first) && read > 0)
  }
}
