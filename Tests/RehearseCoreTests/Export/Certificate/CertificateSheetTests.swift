import RehearseCore
import Testing

@Suite struct CertificateSheetTests {
  private func html(
    _ credential: AchievementCredential, _ trust: TrustLevel = .selfIssued,
    signed: BakedCredential = SampleCertificate.json, theme: CertificateTheme = CertificateTheme()
  ) -> String {
    CertificateHTML.text(credential, trust: trust, signed: signed, theme: theme)
  }

  @Test(arguments: SampleCertificate.both)
  func thePageAndTheDrawingHoldTheCredential(_ signed: BakedCredential) throws {
    let credential = SampleCertificate.credential()
    let page = html(credential, signed: signed)
    #expect(try BakedCredential.extract(Array(page.utf8)) == signed)
    let drawing = try CertificateSVG.text(credential, trust: .selfIssued, signed: signed)
    #expect(try BakedCredential.extract(Array(drawing.utf8)) == signed)
    #expect(throws: Never.self) { try XMLReader.read(Array(drawing.utf8)) }
  }

  @Test func bothSayWhatWasShownByWhomAndUntilWhen() throws {
    let credential = SampleCertificate.credential()
    let texts = [
      html(credential),
      try CertificateSVG.text(credential, trust: .selfIssued, signed: SampleCertificate.jwt),
    ]
    for text in texts {
      for words in [
        "Ines Ortega", "Certified in hard conversations", "Hard conversations, version 1.2",
        "Requirement 3, at least 80%", "83%", "skill 2", "92.5%", "Northwind Academy",
        "22 November 2026", "22 November 2027", "urn:uuid:4f1d2a60-6a51-4b0e-9b7e-2f6c0d0f8a11",
        "rehearse verify FILE",
      ] {
        #expect(text.contains(words), "\(words)")
      }
    }
  }

  @Test func thePageNeedsNothingElseAndRunsNothing() {
    let page = html(SampleCertificate.credential(name: "<script>alert(1)</script>\u{202E}"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(!page.contains("\u{202E}"))
    #expect(page.split(separator: "<script").count == 2)
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("url("))
  }

  @Test func trustIsSaidInWords() {
    func words(_ level: AchievementCredential.Level, _ trust: TrustLevel) -> String {
      let said = CertificateWords.trust(trust, SampleCertificate.credential(level: level))
      return said.heading + ": " + said.sentence
    }
    #expect(
      words(.provisional, .selfIssued)
        == "Provisional: Signed on the learner's own laptop. Not yet confirmed by the training"
        + " group.")
    #expect(words(.provisional, .enrolledLaptop(organisation: "Acme")).contains("with Acme. Not yet"))
    // Who signed it for the laptop cannot make more of it.
    #expect(words(.provisional, .organisation("Acme")) == words(.provisional, .selfIssued))
    #expect(
      words(.completed, .organisation("Acme"))
        == "Confirmed: Confirmed by Acme, who replayed the evidence.")
    #expect(
      words(.completed, .coSigned(organisation: "Acme", by: ["A", "B", "C"]))
        .hasSuffix("Co-signed by A, B and C."))
    #expect(words(.completed, .selfIssued).contains("No trust file that was at hand knows"))
  }

  @Test func whatDoesNotFitIsCounted() throws {
    let few = html(SampleCertificate.credential(requirements: 4, skills: 4))
    #expect(!few.contains("which the credential lists"))
    let many = html(SampleCertificate.credential(requirements: 40, skills: 40))
    let places = many.matches(of: /and (\d+) more, which the credential lists/)
    let leftOut = places.compactMap { Int($0.output.1) }
    #expect(leftOut.count == 2)
    let shown = many.matches(of: /class="met"/).count
    #expect(leftOut.first == 40 - shown && shown > 5)
  }

  @Test func daysAreThoseOfTheCredential() {
    #expect(CertificateWords.day("2028-02-29T23:59:59Z") == "29 February 2028")
    #expect(CertificateWords.day("soon") == "soon")
    #expect(CertificateWords.day("2028-13-01T00:00:00Z") == "2028-13-01T00:00:00Z")
    var credential = SampleCertificate.credential()
    credential.validUntil = nil
    #expect(html(credential).contains("It does not lapse"))
  }

  /// No line of the drawing is wider than its sheet or lower than its frame, by its own measure.
  @Test(arguments: [
    "Ines Ortega", "王小明", "محمد بن سلمان العتيبي", String(repeating: "W", count: 90),
    "Maria Magdalena Josephine Antonia von und zu Hohenstein-Wittelsbach de la Cruz y Fernandez O",
  ])
  func nothingStandsOutside(_ name: String) throws {
    var credential = SampleCertificate.credential(
      name: name, title: String(repeating: "Certified consultant ", count: 8), requirements: 12,
      skills: 9)
    credential.achievement.description = String(repeating: "Says the difficult thing. ", count: 30)
    let text = try CertificateSVG.text(credential, trust: .selfIssued, signed: SampleCertificate.jwt)
    let places = text.matches(of: /<text x="(\d+)" y="(\d+)" font-size="(\d+)"/)
    #expect(places.count > 20)
    for place in places {
      let base = try #require(Int(place.output.2))
      #expect(base > 100 && base < 1870)
    }
    #expect(!text.contains("=\"-"))
  }
}
