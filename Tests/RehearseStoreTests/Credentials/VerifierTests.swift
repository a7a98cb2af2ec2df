import Foundation
import RehearseCore
import Testing

@testable import RehearseStore

/// What other people's programs say to our credentials (`Tests/Verifiers`). `REHEARSE_PYTHON` names a
/// Python that has them.
@Suite(
  .enabled(
    if: Verifiers.areThere,
    "jsonschema, rfc8785, cryptography, pyld and openbadgeslib with its schema are not installed."))
struct VerifierTests {
  private let now = Timestamps.now

  private func provisional() throws -> String {
    let key = try DataIntegrityProofTests.key()
    return SignedCredential.sign(CertificateSamples.provisional(key), with: key, created: now)
  }

  private func current<T: CredentialDocument>(_ document: T, _ key: OrganisationKey) throws
    -> String
  {
    try CredentialJWT.sign(document, with: key).text
  }

  private func final() throws -> AchievementCredential {
    var credential = try CertificateSamples.final(try CompactJWSTests.key())
    // The verifiers look at the clock.
    credential.validFrom = now
    credential.validUntil = "9998-12-31T23:59:59Z"
    return credential
  }

  @Test func theyAcceptWhatWeIssue() throws {
    let key = try CompactJWSTests.key()
    let body = try CompactJWSTests.key(2)
    let certificate = try current(try final(), key)
    var bare = try final()
    (bare.evidence, bare.outcomes, bare.validUntil, bare.status) = ([], [], nil, nil)
    let endorsement = Endorsement(
      id: "urn:uuid:44444444-0000-4000-8000-000000000001",
      issuer: .init(id: body.did.text, name: "Institute"), credential: try final().id,
      digest: SHA256Digest.hex(of: Array(certificate.utf8)), comment: "Meets our standard.",
      validFrom: now)
    let enrolment = LaptopEnrolment(
      id: "urn:uuid:33333333-0000-4000-8000-000000000001",
      issuer: .init(id: key.did.text, name: "Northwind Academy"),
      laptop: try DataIntegrityProofTests.key().did.text, learner: "Zoë Ó Briain", scope: ["*"],
      validFrom: now, validUntil: "9998-12-31T23:59:59Z")
    let output = try Verifiers.run([
      try provisional(), certificate, try current(bare, key), try current(endorsement, body),
      try current(enrolment, key),
    ])
    #expect(output == [String](repeating: "accepted", count: 5))
  }

  @Test func theyRefuseWhatWasAltered() throws {
    let key = try CompactJWSTests.key()
    var random = Generator(seed: 3)
    var texts: [String] = []
    for text in [try provisional(), try current(try final(), key)] {
      for _ in 0..<20 {
        var bytes = Array(text.utf8)
        // A letter or a digit, so that what comes out is still text.
        var place = random.next(below: bytes.count)
        while !(0x30...0x38).contains(bytes[place]), !(0x61...0x79).contains(bytes[place]) {
          place = random.next(below: bytes.count)
        }
        bytes[place] += 1
        texts.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    for (text, line) in zip(texts, try Verifiers.run(texts)) {
      #expect(line.hasPrefix("refused"), "\(line): \(text)")
      #expect(throws: SignedCredentialFailure.self) { try SignedCredential(Array(text.utf8)) }
    }
  }

  /// A credential that is signed well and is not one of Open Badges.
  @Test func theyLookAtMoreThanTheSignature() throws {
    var members = try #require(try final().json.object)
    members["credentialSubject"] = ["id": "did:example:a", "type": ["AchievementSubject"]]
    let token = try CredentialJWT.sign(.object(members), with: try CompactJWSTests.key()).text
    #expect(try Verifiers.run([token]).first?.hasPrefix("refused") == true)
  }
}

enum Timestamps {
  static var now: String { Date().formatted(.iso8601) }
}

enum Verifiers {
  static let python = ProcessInfo.processInfo.environment["REHEARSE_PYTHON"] ?? "/usr/bin/python3"
  static let script =
    "/"
    + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    + "/Verifiers/credentials.py"

  static let areThere: Bool = {
    guard FileManager.default.isExecutableFile(atPath: python) else { return false }
    let names = "import jsonschema, rfc8785, cryptography, openbadgeslib, pyld, pathlib, sys\n"
    let found = try? run(
      [],
      arguments: [
        "-c",
        names
          + "assert (pathlib.Path(sys.prefix) / 'share/ob_v3p0_achievementcredential_schema.json').exists()\n"
          + "print('yes')",
      ])
    return found == ["yes"]
  }()

  /// The verdicts on texts that are each written to a file.
  static func run(_ texts: [String], arguments: [String]? = nil) throws -> [String] {
    let folder = try TemporaryFolder()
    let files = try texts.enumerated().map { try folder.write($1, to: "\($0)") }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = (arguments ?? [script]) + files
    process.environment = ["HOME": folder.path, "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    let out = Pipe()
    process.standardOutput = out
    process.standardError = out
    try process.run()
    let text = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n").map(String.init)
  }
}
