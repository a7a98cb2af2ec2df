/// A credential as the record keeps it: the signed text, and what is asked about it in queries.
package struct CredentialRecord: Equatable, Sendable, Identifiable {
  package enum Kind: String, Sendable { case certificate, enrolment, endorsement }

  /// `urn:uuid:` and a UUID in lower case.
  package var id: String
  package var kind: Kind
  /// Of a certificate: `provisional` or `completed`.
  package var level: String?
  package var course: String?
  /// The id of the certification's unit.
  package var certification: String?
  /// The issuer's URI.
  package var issuer: String
  /// The URI of whom it is about.
  package var subject: String
  /// The id of the credential that this one renews, confirms or endorses.
  package var about: String?
  /// ISO 8601, UTC, seconds.
  package var validFrom: String
  package var validUntil: String?
  /// What is signed: JSON, or a compact JWT.
  package var body: String
  /// When it came into the record.
  package var at: String

  package init(
    id: String, kind: Kind, level: String? = nil, course: String? = nil,
    certification: String? = nil, issuer: String, subject: String, about: String? = nil,
    validFrom: String, validUntil: String? = nil, body: String, at: String
  ) {
    self.id = id
    self.kind = kind
    self.level = level
    self.course = course
    self.certification = certification
    self.issuer = issuer
    self.subject = subject
    self.about = about
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.body = body
    self.at = at
  }

  /// The first digits of its UUID, by which people name it.
  package var shortID: String {
    let digits = id.hasPrefix("urn:uuid:") ? id.dropFirst("urn:uuid:".count) : id[...]
    return String(digits.prefix(8))
  }
}
