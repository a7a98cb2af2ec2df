/// An organisation's word that a laptop's key belongs to a learner: a `LaptopEnrolmentCredential`.
package struct LaptopEnrolment: CredentialDocument {
  package static let type = "LaptopEnrolmentCredential"

  /// `urn:uuid:` and a UUID in lower case.
  package var id: String
  package var issuer: AchievementCredential.Issuer
  /// The did:key of the laptop.
  package var laptop: String
  /// The learner's name, which every certificate of the laptop has to bear.
  package var learner: String
  /// For which certifications it holds: their ids, the ids of their achievements
  /// (`urn:rehearse:COURSE:CERTIFICATION`), or `*` for all.
  package var scope: [String]
  /// ISO 8601, UTC, seconds.
  package var validFrom: String
  package var validUntil: String
  package var status: AchievementCredential.StatusEntry?

  package init(
    id: String, issuer: AchievementCredential.Issuer, laptop: String, learner: String,
    scope: [String], validFrom: String, validUntil: String,
    status: AchievementCredential.StatusEntry? = nil
  ) {
    self.id = id
    self.issuer = issuer
    self.laptop = laptop
    self.learner = learner
    self.scope = scope
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.status = status
  }

  package func covers(_ achievement: AchievementCredential.Achievement) -> Bool {
    scope.contains { $0 == "*" || $0 == achievement.certification || $0 == achievement.id }
  }

  package var json: JSONValue {
    var document: [String: JSONValue] = [
      "@context": [.string(CredentialContext.credentials), CredentialContext.ownTerms],
      "id": .string(id),
      "type": ["VerifiableCredential", .string(Self.type)],
      "issuer": ["id": .string(issuer.id), "name": .string(issuer.name)],
      "validFrom": .string(validFrom),
      "validUntil": .string(validUntil),
      "credentialSubject": [
        "id": .string(laptop), "name": .string(learner),
        "scope": .array(scope.map { .string($0) }),
      ],
    ]
    if let status { document["credentialStatus"] = status.json }
    return .object(document)
  }

  package init(json: JSONValue) throws(CredentialFailure) {
    let document = CredentialMember(json)
    try CredentialContext.check(document, begins: [CredentialContext.credentials])
    try document.require(type: "VerifiableCredential")
    try document.require(type: Self.type)
    let subject = try document.member("credentialSubject")
    var scope: [String] = []
    for item in try subject.member("scope").items() { scope.append(try item.text()) }
    var status: AchievementCredential.StatusEntry?
    if let entry = document.optional("credentialStatus") { status = try .init(entry) }
    self.init(
      id: try document.identifier("id"),
      issuer: try AchievementCredential.Issuer(try document.member("issuer")),
      laptop: try subject.identifier("id"), learner: try subject.text("name"), scope: scope,
      validFrom: try document.time("validFrom"), validUntil: try document.time("validUntil"),
      status: status)
  }
}
