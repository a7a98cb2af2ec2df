import Foundation
import RehearseCore
import RehearseStore
import Testing

@testable import rehearse

/// A certificate from the record, in each format, with the looks of its course.
@Suite struct CertificateExportTests {
  private let credential = AchievementCredential(
    id: "urn:uuid:4f1d2a60-6a51-4b0e-9b7e-2f6c0d0f8a11", level: .provisional,
    issuer: AchievementCredential.Issuer(id: "did:key:z6Mk", name: "This laptop"),
    learner: AchievementCredential.Learner(name: "王小明", id: "did:key:z6Mk"),
    achievement: AchievementCredential.Achievement(
      course: "handover", courseTitle: "Handover", courseVersion: nil,
      certification: "handover-lead", title: "Handover lead", description: "Ends well."),
    validFrom: "2026-11-22T09:30:00Z", validUntil: nil,
    outcomes: [
      AchievementCredential.Outcome(
        kind: .requirement, name: "Final questions, at least 75%", percent: Percent(80))
    ],
    evidence: [
      AchievementCredential.Evidence(
        attempt: "4f1d2a60-6a51-4b0e-9b7e-2f6c0d0f8a12", unit: "final", title: "Final questions",
        courseDigest: String(repeating: "a", count: 64),
        transcriptDigest: String(repeating: "b", count: 64), finished: "2026-11-22T09:30:00Z")
    ])
  private var json: String { CanonicalJSON.text(of: credential.json) }
  private var jwt: String { "e30.\(Base64URL.text(of: Array(json.utf8))).c2ln" }

  /// The course with every construct, and these lines in the front matter of its certification.
  private func export(
    _ body: String, _ lines: String = "", files: [String: [UInt8]] = [:]
  ) throws -> CertificateExport {
    let folder = try Folder()
    defer { withExtendedLifetime(folder) {} }
    let course = try folder.copyCourse()
    let path = course + "/certificate.md"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try Data(text.replacing("valid: 12", with: lines + "valid: 12").utf8)
      .write(to: URL(fileURLWithPath: path))
    for (name, bytes) in files {
      try Data(bytes).write(to: URL(fileURLWithPath: course + "/" + name))
    }
    let source = FolderSource(try CourseFolder(course))
    return try CertificateExport(body: body, trust: .selfIssued) { _ in source }
  }

  @Test func everyFormatHoldsTheCredential() throws {
    for (body, form) in [(json, CertificateFormat.json), (jwt, .jwt)] {
      let export = try export(body)
      for format in [.html, .svg, .png, form] {
        let bytes = try export.bytes(as: format)
        #expect(try BakedCredential.extract(bytes).text == body, "\(format)")
        #expect(export.name(for: format) == "handover-lead-4f1d2a60.\(format.rawValue)")
      }
    }
    #expect(throws: CertificateExportFailure.notYetAJWT) { try export(json).bytes(as: .jwt) }
    #expect(throws: CertificateExportFailure.notJSON) { try export(jwt).bytes(as: .json) }
    #expect(throws: CertificateExportFailure.unreadable) { try export("{}") }
  }

  @Test func theCourseSaysHowItLooks() throws {
    let badge = Emblem.png(Colour(red: 90, green: 0, blue: 0))
    let lines = """
      colour: #5a0000
      badge: badge.png
      logo: logo.svg
      signatory: Dana Reyes, Head of Training
      footer: A member of everything.

      """
    let logo = Array(Emblem.svg(.white).utf8)
    let export = try export(json, lines, files: ["badge.png": badge, "logo.svg": logo])
    #expect(export.note == nil)
    #expect(export.theme.colour.text == "#5a0000")
    #expect(export.theme.badge == .png(badge) && export.theme.logo == .svg(logo))
    #expect(try export.bytes(as: .png) == PNGFile(badge).baked(with: json))
    let page = String(decoding: try export.bytes(as: .html), as: UTF8.self)
    for words in ["Dana Reyes", "Head of Training", "A member of everything.", "#5a0000"] {
      #expect(page.contains(words), "\(words)")
    }
    let damaged = try self.export(
      json, lines, files: ["badge.png": Array(badge.dropLast()), "logo.svg": logo])
    #expect(damaged.theme.badge == nil)
    #expect(damaged.note?.hasPrefix("badge.png in the course is no PNG or SVG") == true)
  }

  static let python = ProcessInfo.processInfo.environment["REHEARSE_PYTHON"]

  /// `REHEARSE_PYTHON` names a Python that has openbadgeslib and Pillow.
  @Test(.enabled(if: python != nil, "REHEARSE_PYTHON names no Python"))
  func otherProgramsFindTheCredential() throws {
    for body in [json, jwt] {
      let export = try export(body)
      let folder = try Folder()
      defer { withExtendedLifetime(folder) {} }
      var arguments = [
        PreviewBrowser.root + "/Tests/Verifiers/read_baked.py",
        try folder.write(body, to: "expected"),
      ]
      for format in [CertificateFormat.png, .svg] {
        arguments.append(folder.path + "/baked.\(format.rawValue)")
        try Data(try export.bytes(as: format)).write(to: URL(fileURLWithPath: arguments.last ?? ""))
      }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Self.python ?? "")
      process.arguments = arguments
      let out = Pipe()
      process.standardOutput = out
      process.standardError = out
      try process.run()
      let words = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect([0, 77].contains(process.terminationStatus), "\(words)")
    }
  }
}
