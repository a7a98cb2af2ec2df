/// A further party's name under a certificate: an `EndorsementCredential` of Open Badges 3.0.
package struct Endorsement: CredentialDocument {
  package static let type = "EndorsementCredential"

  /// `urn:uuid:` and a UUID in lower case.
  package var id: String
  package var issuer: AchievementCredential.Issuer
  /// The id of the certificate.
  package var credential: String
  /// The SHA-256 of the certificate's text, 64 hexadecimal digits: an id alone could be given to
  /// another certificate afterwards. It stands in the document as `relatedResource` of the
  /// Verifiable Credentials Data Model 2.0 (section 5.3).
  package var digest: String
  /// In the endorser's words.
  package var comment: String
  /// ISO 8601, UTC, seconds.
  package var validFrom: String
  /// Nil where it does not lapse.
  package var validUntil: String?
  package var status: AchievementCredential.StatusEntry?

  package init(
    id: String, issuer: AchievementCredential.Issuer, credential: String, digest: String,
    comment: String, validFrom: String, validUntil: String? = nil,
    status: AchievementCredential.StatusEntry? = nil
  ) {
    self.id = id
    self.issuer = issuer
    self.credential = credential
    self.digest = digest
    self.comment = comment
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.status = status
  }

  package var json: JSONValue {
    var document: [String: JSONValue] = [
      "@context": CredentialContext.ofBadges,
      "id": .string(id),
      "type": ["VerifiableCredential", .string(Self.type)],
      "name": "Endorsement",
      "issuer": issuer.json,
      "validFrom": .string(validFrom),
      "credentialSubject": [
        "id": .string(credential), "type": ["EndorsementSubject"],
        "endorsementComment": .string(comment),
      ],
      "relatedResource": [
        [
          "id": .string(credential),
          "digestMultibase": .string(Multihash.text(of: digest)),
        ]
      ],
    ]
    if let validUntil { document["validUntil"] = .string(validUntil) }
    if let status { document["credentialStatus"] = status.json }
    return .object(document)
  }

  package init(json: JSONValue) throws(CredentialFailure) {
    let document = CredentialMember(json)
    try CredentialContext.check(
      document, begins: [CredentialContext.credentials, CredentialContext.openBadges])
    try document.require(type: "VerifiableCredential")
    try document.require(type: Self.type)
    let subject = try document.member("credentialSubject")
    try subject.require(type: "EndorsementSubject")
    let credential = try subject.identifier("id")
    let related = try document.member("relatedResource")
    let resources = try related.items()
    guard resources.count == 1, try resources[0].identifier("id") == credential,
      let digest = Multihash.digest(in: try resources[0].text("digestMultibase"))
    else { throw related.wrong("the SHA-256 of the endorsed credential") }
    var status: AchievementCredential.StatusEntry?
    if let entry = document.optional("credentialStatus") { status = try .init(entry) }
    self.init(
      id: try document.identifier("id"),
      issuer: try AchievementCredential.Issuer(try document.member("issuer")),
      credential: credential, digest: digest, comment: try subject.text("endorsementComment"),
      validFrom: try document.time("validFrom"),
      validUntil: document.optional("validUntil") == nil ? nil : try document.time("validUntil"),
      status: status)
  }
}

/// A SHA-256 as Multihash (0x12, the length, the digest) in Multibase's base64url (`u`).
enum Multihash {
  static func text(of digest: String) -> String {
    let digits = Array(digest.utf8).map { Character(Unicode.Scalar($0)).hexDigitValue ?? 0 }
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).map {
      UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
    return "u" + Base64URL.text(of: [0x12, 0x20] + bytes)
  }

  /// 64 hexadecimal digits; nil where it is anything else than a SHA-256.
  static func digest(in text: String) -> String? {
    guard text.utf8.first == UInt8(ascii: "u"), text.utf8.count < 100,
      let bytes = Base64URL.bytes(of: String(text.unicodeScalars.dropFirst())), bytes.count == 34,
      bytes[0] == 0x12, bytes[1] == 0x20
    else { return nil }
    return Transcript.hexadecimal(Array(bytes.dropFirst(2)))
  }
}
