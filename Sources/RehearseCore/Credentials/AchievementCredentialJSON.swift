/// The spelling of Open Badges 3.0 (section B.1, `AchievementCredential`) over the Verifiable
/// Credentials Data Model 2.0.
extension AchievementCredential: CredentialDocument {
  package static let type = "OpenBadgeCredential"

  package var json: JSONValue {
    var document: [String: JSONValue] = [
      "@context": CredentialContext.ofBadges,
      "id": .string(id),
      "type": ["VerifiableCredential", .string(Self.type)],
      "name": .string(achievement.title),
      "issuer": issuer.json,
      "validFrom": .string(validFrom),
      "credentialSubject": subject,
    ]
    if let validUntil { document["validUntil"] = .string(validUntil) }
    if !evidence.isEmpty { document["evidence"] = .array(evidence.map(\.json)) }
    if let status { document["credentialStatus"] = status.json }
    if let replaces { document["replaces"] = .string(replaces) }
    return .object(document)
  }

  private var subject: JSONValue {
    let names = resultNames
    return [
      "id": .string(learner.id),
      "type": ["AchievementSubject"],
      "identifier": [
        [
          "type": "IdentityObject", "hashed": false, "identityHash": .string(learner.name),
          "identityType": "name",
        ]
      ],
      "achievement": achievement.json(
        results: zip(names, outcomes).map { $1.description(id: $0) }),
      "result": .array(
        [
          [
            "type": ["Result"], "resultDescription": .string(achievement.statusID),
            "status": .string(level.status),
          ]
        ] + zip(names, outcomes).map { $1.result(id: $0) }),
    ]
  }

  /// `ACHIEVEMENT#requirement-1`, `ACHIEVEMENT#skill-1`: each kind is numbered for itself.
  private var resultNames: [String] {
    var counts: [Outcome.Kind: Int] = [:]
    return outcomes.map { outcome in
      counts[outcome.kind, default: 0] += 1
      return "\(achievement.id)#\(outcome.kind.rawValue)-\(counts[outcome.kind] ?? 0)"
    }
  }

  package init(json: JSONValue) throws(CredentialFailure) {
    let document = CredentialMember(json)
    try CredentialContext.check(
      document, begins: [CredentialContext.credentials, CredentialContext.openBadges])
    try document.require(type: "VerifiableCredential")
    try document.require(type: Self.type)
    let subject = try document.member("credentialSubject")
    let achievement = try Achievement(try subject.member("achievement"))
    let results = try CredentialResults(subject, achievement)
    var evidence: [Evidence] = []
    if let list = document.optional("evidence") {
      for item in try list.items() { evidence.append(try Evidence(item)) }
    }
    var status: StatusEntry?
    if let entry = document.optional("credentialStatus") { status = try StatusEntry(entry) }
    self.init(
      id: try document.identifier("id"), level: results.level,
      issuer: try Issuer(try document.member("issuer")),
      learner: Learner(
        name: try Self.learnerName(subject), id: try subject.identifier("id")),
      achievement: achievement,
      validFrom: try document.time("validFrom"),
      validUntil: document.optional("validUntil") == nil ? nil : try document.time("validUntil"),
      outcomes: results.outcomes, evidence: evidence, status: status,
      replaces: document.optional("replaces") == nil ? nil : try document.identifier("replaces"))
  }

  private static func learnerName(_ subject: CredentialMember) throws(CredentialFailure) -> String {
    let list = try subject.member("identifier")
    for item in try list.items() where item.value["identityType"] == "name" {
      let hashed = try item.member("hashed")
      guard hashed.value == false else { throw hashed.wrong("false") }
      return try item.text("identityHash")
    }
    throw list.wrong("a list with the learner's name")
  }
}

extension AchievementCredential.Level {
  /// `Result.status` of Open Badges.
  package var status: String {
    switch self {
    case .provisional: "Provisional"
    case .completed: "Completed"
    }
  }

  package init?(status: String) {
    switch status {
    case "Provisional": self = .provisional
    case "Completed": self = .completed
    default: return nil
    }
  }
}

extension AchievementCredential.Achievement {
  var statusID: String { id + "#status" }

  func json(results: [JSONValue]) -> JSONValue {
    var members: [String: JSONValue] = [
      "id": .string(id), "type": ["Achievement"], "achievementType": "Certification",
      "name": .string(title), "description": .string(description),
      "criteria": ["narrative": .string(description)],
      "course": .string(course), "courseTitle": .string(courseTitle),
      "certification": .string(certification),
      "resultDescription": .array(
        [
          [
            "id": .string(statusID), "type": ["ResultDescription"], "name": "Status",
            "resultType": "Status",
          ]
        ] + results),
    ]
    if let courseVersion { members["version"] = .string(courseVersion) }
    return .object(members)
  }

  init(_ member: CredentialMember) throws(CredentialFailure) {
    try member.require(type: "Achievement")
    self.init(
      course: try member.text("course"), courseTitle: try member.text("courseTitle"),
      courseVersion: try member.optional("version")?.text(),
      certification: try member.text("certification"), title: try member.text("name"),
      description: try member.text("description"))
    let id = try member.member("id")
    guard id.value == .string(self.id) else { throw id.wrong("“\(self.id)”") }
  }
}

extension AchievementCredential.Evidence {
  /// In the words of Open Badges a genre; verifiers look for no certain one.
  static let genre = "Rehearse transcript"

  var json: JSONValue {
    var members: [String: JSONValue] = [
      "id": .string("urn:uuid:\(attempt)"), "type": ["Evidence"], "name": .string(title),
      "genre": .string(Self.genre), "unit": .string(unit), "courseDigest": .string(courseDigest),
      "transcriptDigest": .string(transcriptDigest), "finished": .string(finished),
    ]
    if let eventChecks { members["eventChecks"] = .string(eventChecks) }
    return .object(members)
  }

  init(_ member: CredentialMember) throws(CredentialFailure) {
    try member.require(type: "Evidence")
    let id = try member.identifier("id")
    guard id.utf8.starts(with: "urn:uuid:".utf8) else {
      throw try member.member("id").wrong("the UUID of an attempt")
    }
    self.init(
      attempt: String(id.dropFirst(9)), unit: try member.text("unit"),
      title: try member.text("name"), courseDigest: try member.digest("courseDigest"),
      transcriptDigest: try member.digest("transcriptDigest"),
      finished: try member.time("finished"),
      eventChecks: try member.optional("eventChecks")?.text())
  }
}
