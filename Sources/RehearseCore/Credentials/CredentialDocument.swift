/// A kind of credential that this program writes: its members as JSON, before anybody signed it.
package protocol CredentialDocument: Equatable, Sendable {
  /// The member of `type` that tells it from the others.
  static var type: String { get }
  var id: String { get }
  var issuer: AchievementCredential.Issuer { get }
  var json: JSONValue { get }
  /// Reads what `json` writes. Members that it does not know are passed over, also the claims of a
  /// JWT and a proof.
  init(json: JSONValue) throws(CredentialFailure)
}

/// The JSON-LD contexts of our credentials.
package enum CredentialContext {
  package static let credentials = "https://www.w3.org/ns/credentials/v2"
  package static let openBadges = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"

  /// The members that the standards have no name for, defined in the credential itself, so that
  /// nobody has to fetch them. `docs/certificates.md` says what each means.
  package static let ownTerms: JSONValue = {
    var terms: [String: JSONValue] = [
      "replaces": ["@id": "urn:rehearse:terms:replaces", "@type": "@id"],
      "finished": [
        "@id": "urn:rehearse:terms:finished",
        "@type": "http://www.w3.org/2001/XMLSchema#dateTime",
      ],
    ]
    for name in [
      "course", "courseTitle", "certification", "unit", "courseDigest", "transcriptDigest",
      "eventChecks", "scope",
      LaptopEnrolment.type,
    ] {
      terms[name] = .string("urn:rehearse:terms:\(name)")
    }
    return .object(terms)
  }()

  static let ofBadges: JSONValue = [.string(credentials), .string(openBadges), ownTerms]

  /// Checks that the contexts begin with ours; others may follow.
  static func check(
    _ document: CredentialMember, begins names: [String]
  ) throws(CredentialFailure) {
    let context = try document.member("@context")
    guard let items = context.value.array, items.count >= names.count,
      zip(items, names).allSatisfy({ $0 == .string($1) })
    else { throw context.wrong("a list that begins with \(names.joined(separator: ", "))") }
  }
}

extension AchievementCredential.Issuer {
  var json: JSONValue { ["id": .string(id), "type": ["Profile"], "name": .string(name)] }

  init(_ member: CredentialMember) throws(CredentialFailure) {
    self.init(id: try member.identifier("id"), name: try member.text("name"))
  }
}

extension AchievementCredential.StatusEntry {
  /// Bitstring Status List v1.0, section 2.1.
  var json: JSONValue {
    [
      "id": .string("\(list)#\(index)"), "type": "BitstringStatusListEntry",
      "statusPurpose": "revocation", "statusListIndex": .string("\(index)"),
      "statusListCredential": .string(list),
    ]
  }

  /// Nil where it is no entry of a list of revoked credentials.
  package init?(json: JSONValue) {
    guard let entry = try? Self(CredentialMember(json)) else { return nil }
    self = entry
  }

  init(_ member: CredentialMember) throws(CredentialFailure) {
    try member.require(type: "BitstringStatusListEntry")
    let purpose = try member.member("statusPurpose")
    guard purpose.value == "revocation" else { throw purpose.wrong("“revocation”") }
    let place = try member.member("statusListIndex")
    guard let text = place.value.string, let index = Int(text), index >= 0, "\(index)" == text
    else {
      throw place.wrong("a whole number as text")
    }
    self.init(list: try member.identifier("statusListCredential"), index: index)
  }
}
