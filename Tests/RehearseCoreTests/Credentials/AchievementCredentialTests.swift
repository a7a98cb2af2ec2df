import Testing

@testable import RehearseCore

@Suite struct AchievementCredentialTests {
  @Test func thereAndBack() throws {
    for credential in [CredentialSamples.full, CredentialSamples.bare] {
      #expect(try AchievementCredential(json: credential.json) == credential)
      // Through the text too, as a file has it.
      let read = try JSONReader.read(CanonicalJSON.bytes(of: credential.json))
      #expect(try AchievementCredential(json: read) == credential)
    }
    #expect(
      try LaptopEnrolment(json: CredentialSamples.enrolment.json) == CredentialSamples.enrolment)
    #expect(
      try Endorsement(json: CredentialSamples.endorsement.json) == CredentialSamples.endorsement)
  }

  @Test func whatStandsWhere() {
    let json = CredentialSamples.full.json
    #expect(json["type"] == ["VerifiableCredential", "OpenBadgeCredential"])
    #expect(json["@context"]?.items.first == "https://www.w3.org/ns/credentials/v2")
    let subject = json["credentialSubject"]
    #expect(subject?["identifier"]?.items.first?["identityHash"] == "Zoë Ó Briain")
    let results = subject?["result"]?.items ?? []
    #expect(results.count == 5)
    #expect(results.first?["status"] == "Completed")
    #expect(results[1]["value"] == "86.5" && results[2]["value"] == "met")
    let descriptions = subject?["achievement"]?["resultDescription"]?.items ?? []
    #expect(
      descriptions.map { $0["resultType"] } == [
        "Status", "Percent", "Result", "Percent", "Percent",
      ])
    #expect(descriptions[1]["requiredValue"] == "80")
    #expect(descriptions[3]["id"] == "urn:rehearse:consulting:consultant#skill-1")
    #expect(json["evidence"]?.items.first?["id"] == "urn:uuid:00000000-0000-4000-8000-000000000001")
    #expect(json["credentialStatus"]?["statusListIndex"] == "94567")
    #expect(CredentialSamples.bare.json["validUntil"] == nil)
  }

  /// Every member, taken away or replaced, is either named in the failure or not needed.
  @Test func whatIsMissingIsNamed() throws {
    var named: Set<String> = []
    let json = CredentialSamples.full.json
    for path in Self.paths(json) {
      for other in [nil, JSONValue.null, 7, "\u{0}", [], [:]] {
        guard other != Self.value(json, path) else { continue }
        let changed = Self.changed(json, path[...], other)
        do {
          let read = try AchievementCredential(json: changed)
          // What is read is then the same, or says something else; nothing is made up.
          #expect(try AchievementCredential(json: read.json) == read)
        } catch {
          #expect(!error.message.isEmpty)
          named.insert(error.message)
        }
      }
    }
    #expect(named.contains("It has no credentialSubject.achievement.name."))
    #expect(named.contains("evidence[0].transcriptDigest is not a SHA-256 in hexadecimal."))
    #expect(named.count > 100)
  }

  @Test func theIdentifiersAreASCII() {
    var credential = CredentialSamples.full
    // The Kelvin sign, which Swift takes for a K.
    credential.issuer.id = "did:key:z6M\u{212A}"
    #expect(throws: CredentialFailure.identifier("issuer.id")) {
      try AchievementCredential(json: credential.json)
    }
  }

  @Test func anEnrolmentCoversWhatItSays() {
    let achievement = CredentialSamples.full.achievement
    var enrolment = CredentialSamples.enrolment
    #expect(enrolment.covers(achievement))
    for (scope, covers) in [
      (["*"], true), (["urn:rehearse:consulting:consultant"], true), (["other"], false),
      ([], false),
    ] {
      enrolment.scope = scope
      #expect(enrolment.covers(achievement) == covers)
    }
  }

  private static func paths(_ value: JSONValue, _ path: [String] = []) -> [[String]] {
    switch value {
    case .object(let members):
      return [path] + members.keys.sorted().flatMap { paths(members[$0] ?? .null, path + [$0]) }
    case .array(let items):
      return [path] + items.indices.flatMap { paths(items[$0], path + ["\($0)"]) }
    default: return [path]
    }
  }

  private static func value(_ value: JSONValue, _ path: [String]) -> JSONValue? {
    path.reduce(value) { inside, name in
      inside?[name] ?? Int(name).flatMap { inside?.array?[$0] }
    }
  }

  private static func changed(
    _ value: JSONValue, _ path: ArraySlice<String>, _ other: JSONValue?
  ) -> JSONValue {
    guard let name = path.first else { return other ?? .null }
    switch value {
    case .object(var members):
      if path.count == 1 {
        members[name] = other
      } else {
        members[name] = changed(members[name] ?? .null, path.dropFirst(), other)
      }
      return .object(members)
    case .array(var items):
      guard let index = Int(name) else { return value }
      if path.count == 1, other == nil {
        items.remove(at: index)
      } else {
        items[index] = changed(items[index], path.dropFirst(), other)
      }
      return .array(items)
    default: return other ?? .null
    }
  }
}

enum CredentialSamples {
  static let learner = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"

  static let full = AchievementCredential(
    id: "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33", level: .completed,
    issuer: .init(
      id: "did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169", name: "Northwind Academy"),
    learner: .init(name: "Zoë Ó Briain", id: learner),
    achievement: .init(
      course: "consulting", courseTitle: "Consulting", courseVersion: "2.1",
      certification: "consultant", title: "Certified Implementation Consultant",
      description: "Can lead a discovery, name a risk, and say “no” and keep the customer."),
    validFrom: "2026-11-22T14:00:00Z", validUntil: "2027-11-22T23:59:59Z",
    outcomes: [
      .init(
        kind: .requirement, name: "Final assessment, at least 80%",
        percent: Percent(hundredths: 8_650), required: Percent(80)),
      .init(kind: .requirement, name: "The discovery call, passed", percent: nil),
      .init(kind: .skill, name: "discovery", percent: Percent(100)),
      .init(kind: .skill, name: "negotiation", percent: nil, required: Percent(50)),
    ],
    evidence: [
      .init(
        attempt: "00000000-0000-4000-8000-000000000001", unit: "final.md",
        title: "Final assessment", courseDigest: String(repeating: "0a", count: 32),
        transcriptDigest: String(repeating: "f9", count: 32), finished: "2026-11-22T13:59:00Z")
    ],
    status: .init(list: "urn:uuid:11111111-0000-4000-8000-000000000001", index: 94_567),
    replaces: "urn:uuid:22222222-0000-4000-8000-000000000001")

  static let bare = AchievementCredential(
    id: "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc34", level: .provisional,
    issuer: .init(id: learner, name: "松本 行弘"), learner: .init(name: "松本 行弘", id: learner),
    achievement: .init(
      course: "c", courseTitle: "", courseVersion: nil, certification: "d", title: "D",
      description: ""),
    validFrom: "2024-02-29T00:00:00Z", validUntil: nil, outcomes: [], evidence: [])

  static let enrolment = LaptopEnrolment(
    id: "urn:uuid:33333333-0000-4000-8000-000000000001", issuer: full.issuer, laptop: learner,
    learner: "Zoë Ó Briain", scope: ["consultant", "other"], validFrom: "2026-01-01T00:00:00Z",
    validUntil: "2027-01-01T00:00:00Z")

  static let endorsement = Endorsement(
    id: "urn:uuid:44444444-0000-4000-8000-000000000001",
    issuer: .init(id: "https://body.example", name: "Institute"), credential: full.id,
    digest: String(repeating: "5c", count: 32), comment: "Meets our standard.",
    validFrom: "2026-11-23T00:00:00Z", validUntil: "2027-11-22T23:59:59Z",
    status: .init(list: "urn:uuid:55555555-0000-4000-8000-000000000001", index: 0))
}
