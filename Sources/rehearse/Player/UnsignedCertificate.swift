import RehearseCore
import RehearseStore

extension CertificateSigner {
  /// A certificate without a signature, which nobody need believe.
  static let unsigned = CertificateSigner(
    holder: { "urn:rehearse:laptop" },
    sign: { credential in
      CanonicalJSON.text(
        of: [
          "id": .string(credential.id),
          "issuer": [
            "id": .string(credential.issuer.id), "name": .string(credential.issuer.name),
          ],
          "credentialSubject": [
            "id": .string(credential.learner.id),
            "identifier": [["identityHash": .string(credential.learner.name)]],
            "achievement": [
              "name": .string(credential.achievement.title),
              "version": credential.achievement.courseVersion.map(JSONValue.string) ?? .null,
            ],
          ],
          "evidence": .array(credential.evidence.map { ["id": .string("urn:uuid:" + $0.attempt)] }),
          "validFrom": .string(credential.validFrom),
        ])
    })
}
