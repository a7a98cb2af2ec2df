import Foundation
import RehearseCore
import Testing

/// The sheets as browsers show and print them. With `REHEARSE_SHEETS=FOLDER` they are written there,
/// to be looked at.
@Suite struct CertificateSheetsTests {
  static let names = [
    "Ines Ortega", "王小明", "محمد بن سلمان العتيبي", "Åse Þórsdóttir-Żółkiewska",
    "Maria Magdalena Josephine Antonia von und zu Hohenstein-Wittelsbach de la Cruz y Fernandez",
  ]

  private func outcome(
    _ name: String, _ percent: Int?, _ kind: AchievementCredential.Outcome.Kind = .requirement
  ) -> AchievementCredential.Outcome {
    AchievementCredential.Outcome(
      kind: kind, name: name, percent: percent.map { Percent(hundredths: $0) })
  }

  private func credential(_ name: String) -> AchievementCredential {
    AchievementCredential(
      id: "urn:uuid:4f1d2a60-6a51-4b0e-9b7e-2f6c0d0f8a11", level: .completed,
      issuer: AchievementCredential.Issuer(id: "did:key:zDn", name: "Northwind Academy"),
      learner: AchievementCredential.Learner(name: name, id: "did:key:z6Mk"),
      achievement: AchievementCredential.Achievement(
        course: "consulting", courseTitle: "Consulting that lasts", courseVersion: "1.2",
        certification: "certificate", title: "Certified Implementation Consultant",
        description: "Awarded to consultants who can lead a discovery, name a risk, and say no and"
          + " keep the customer."),
      validFrom: "2026-11-22T09:30:00Z", validUntil: "2027-11-22T23:59:59Z",
      outcomes: [
        outcome("Final assessment, at least 80%", 8_750),
        outcome("The discovery call, passed", 9_210), outcome("The CFO pushes back, passed", 7_400),
        outcome("Discovery checklist, completed", nil),
        outcome("discovery", 9_200, .skill), outcome("naming risks", 7_450, .skill),
        outcome("saying no", 8_800, .skill),
      ], evidence: [])
  }

  private func write(to folder: String) throws {
    let signed = BakedCredential.jwt("eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl")
    func write(_ credential: AchievementCredential, _ trust: TrustLevel, _ theme: CertificateTheme, _ name: String) throws {
      let page = CertificateHTML.text(credential, trust: trust, signed: signed, theme: theme)
      let drawing = try CertificateSVG.text(credential, trust: trust, signed: signed, theme: theme)
      try Data(page.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name).html"))
      try Data(drawing.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name).svg"))
    }
    for (index, name) in Self.names.enumerated() {
      try write(
        credential(name), .organisation("Northwind Academy"), CertificateTheme(), "name-\(index)")
    }
    var provisional = credential(Self.names[0])
    provisional.level = .provisional
    provisional.outcomes.removeAll { $0.kind == .skill }
    try write(provisional, .selfIssued, CertificateTheme(colour: Colour("#7a2e1d") ?? .white), "provisional")
    // Everything at its longest.
    var full = credential(Self.names[4])
    full.achievement.title = "Certified Lead Consultant for Difficult Conversations in Large and Long Projects"
    full.achievement.courseTitle = "Consulting that lasts, for everyone who works with customers"
    full.achievement.description = String(repeating: full.achievement.description + " ", count: 4)
    full.outcomes = (1...14).map { outcome("Requirement number \($0) with a title of some length, at least 80%", 8_000 + 100 * $0) }
      + (1...12).map { outcome("a skill with a long name \($0)", 10_000 - 333 * $0, .skill) }
    let logo = CertificateTheme.Picture(Array(Emblem.svg(CertificateTheme.defaultColour).utf8))
    let theme = CertificateTheme(
      colour: Colour("#2f5d3a") ?? .white, logo: logo,
      badge: CertificateTheme.Picture(Emblem.png(Colour("#2f5d3a") ?? .white)),
      signatory: "Dr. Dana Reyes-Montgomery, Head of Training and Certification",
      footer: "Northwind Academy is a member of the Association of Implementation Consultants.")
    try write(
      full,
      .coSigned(
        organisation: "Northwind Academy",
        by: ["Association of Implementation Consultants", "Institute of Fair Dealing"]), theme, "whole")
  }

  @Test(.enabled(if: PreviewBrowser.isThere, "Python and Chromium are not installed here"))
  func aBrowserFindsNothingWrong() throws {
    let kept = ProcessInfo.processInfo.environment["REHEARSE_SHEETS"]
    let home = try Folder()
    let sheets = try Folder()
    try write(to: kept ?? sheets.path)
    let (status, words) = try PreviewBrowser.check(
      kept ?? sheets.path, home: home.path, with: "check_certificate.py")
    #expect(status == 0, "\(words)")
  }
}
