/// Which certificates of an organisation were revoked: the bits of a Bitstring Status List (W3C
/// Recommendation of 15 May 2025), and the credential around them before it is signed.
package struct StatusList: Equatable, Sendable {
  package static let type = "BitstringStatusListCredential"
  /// Section 6.1: the smallest list, so that a place says little about whose it is.
  package static let minimumCount = 131_072
  /// A list of more is refused: 1 MiB of bits.
  package static let maximumCount = 1 << 23

  /// The id of the credential.
  package var id: String
  package var issuer: AchievementCredential.Issuer
  /// ISO 8601, UTC, seconds: the list says how things stood then.
  package var validFrom: String
  /// After this it is old.
  package var validUntil: String?
  private var bytes: [UInt8]

  package init(
    id: String, issuer: AchievementCredential.Issuer, validFrom: String, validUntil: String?,
    revoked: some Sequence<Int>
  ) {
    self.id = id
    self.issuer = issuer
    self.validFrom = validFrom
    self.validUntil = validUntil
    bytes = [UInt8](repeating: 0, count: Self.minimumCount / 8)
    for index in revoked where index / 8 < bytes.count && index >= 0 {
      bytes[index / 8] |= 0x80 >> UInt8(index % 8)
    }
  }

  /// Whether the bit of a place is set; nil where the list has no such place.
  package func isRevoked(_ index: Int) -> Bool? {
    guard index >= 0, index / 8 < bytes.count else { return nil }
    return bytes[index / 8] & (0x80 >> UInt8(index % 8)) != 0
  }

  package var json: JSONValue {
    var document: [String: JSONValue] = [
      "@context": [.string(CredentialContext.credentials)],
      "id": .string(id),
      "type": ["VerifiableCredential", .string(Self.type)],
      "issuer": ["id": .string(issuer.id), "name": .string(issuer.name)],
      "validFrom": .string(validFrom),
      "credentialSubject": [
        "id": .string(id + "#list"), "type": "BitstringStatusList",
        "statusPurpose": "revocation",
        "encodedList": .string("u" + Base64URL.text(of: Gzip.file(of: bytes))),
      ],
    ]
    if let validUntil { document["validUntil"] = .string(validUntil) }
    return .object(document)
  }
}

extension StatusList: CredentialDocument {
  package init(json: JSONValue) throws(CredentialFailure) {
    let document = CredentialMember(json)
    try CredentialContext.check(document, begins: [CredentialContext.credentials])
    try document.require(type: "VerifiableCredential")
    try document.require(type: Self.type)
    id = try document.identifier("id")
    issuer = try AchievementCredential.Issuer(try document.member("issuer"))
    validFrom = try document.time("validFrom")
    validUntil =
      document.optional("validUntil") == nil ? nil : try document.time("validUntil")
    let subject = try document.member("credentialSubject")
    try subject.require(type: "BitstringStatusList")
    let purpose = try subject.member("statusPurpose")
    guard purpose.value == "revocation" else { throw purpose.wrong("“revocation”") }
    let list = try subject.member("encodedList")
    guard let text = list.value.string, text.utf8.first == UInt8(ascii: "u"),
      let file = Base64URL.bytes(of: Substring(text.utf8.dropFirst()))
    else { throw list.wrong("multibase text in base64url") }
    do {
      bytes = try Gzip.read(file, limit: Self.maximumCount / 8)
    } catch {
      throw list.wrong("a gzip file of at most \(Self.maximumCount / 8) bytes")
    }
    guard bytes.count * 8 >= Self.minimumCount else {
      throw list.wrong("a list of at least \(Self.minimumCount) places")
    }
  }
}
