/// What stands in a certificate that the program kept itself, without looking whether it is signed:
/// enough for lists and dates. Verifying is another matter.
package struct CredentialGlance: Equatable, Sendable {
  /// The name of the achievement.
  package var title: String?
  /// The version of the course.
  package var version: String?
  package var issuer: String?
  package var learner: String?
  /// The UUIDs of the attempts behind it.
  package var evidence: [String]

  /// - Parameter body: the JSON credential, or the compact JWT. What is not found is left out.
  package init(_ body: String) {
    let json = BakedCredential(body)?.document
    let achievement = json?["credentialSubject"]?["achievement"]
    title = achievement?["name"]?.string
    version = achievement?["version"]?.string
    issuer = json?["issuer"]?["name"]?.string
    learner =
      json?["credentialSubject"]?["identifier"]?.items.lazy
      .compactMap { $0["identityHash"]?.string }.first
    evidence = (json?["evidence"]?.items ?? []).compactMap { item in
      guard let id = item["id"]?.string, id.hasPrefix("urn:uuid:") else { return nil }
      return String(id.dropFirst("urn:uuid:".count))
    }
  }
}
