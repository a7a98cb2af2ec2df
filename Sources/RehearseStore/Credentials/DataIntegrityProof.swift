internal import Crypto
package import RehearseCore

/// Why the proof in a document does not hold.
package enum ProofFailure: Error, Equatable, Sendable {
  case missing
  /// A member of the proof is missing or has another value than this suite has.
  case member(String)
  /// The proof's `@context` is not what the document begins with.
  case context
  case verificationMethod
  /// `created` is after this moment.
  case future(created: String)
  case signature

  package var message: String {
    switch self {
    case .missing: "It has no proof."
    case .member(let name): "The proof's \(name) is missing or not as eddsa-jcs-2022 has it."
    case .context: "The contexts in the proof are not those of the document."
    case .verificationMethod: "The proof's verificationMethod is not the did:key of an Ed25519 key."
    case .future(let created): "The proof was made in the future, on \(created)."
    case .signature: "The signature does not fit: something was changed after it was signed."
    }
  }
}

/// Data Integrity proofs with the suite `eddsa-jcs-2022` (W3C Recommendation “Data Integrity EdDSA
/// Cryptosuites v1.0”, 15 May 2025, section 3.3).
package enum DataIntegrityProof {
  static let suite = "eddsa-jcs-2022"
  /// What a clock may be ahead of the verifier's.
  static let tolerance = 600

  /// The document with a proof over all of it; a proof that it has is replaced.
  /// - Parameter created: ISO 8601, UTC, seconds.
  package static func sign(
    _ document: JSONValue, with key: LaptopKey, created: String
  ) -> JSONValue {
    var members = document.object ?? [:]
    members["proof"] = nil
    var proof: [String: JSONValue] = [
      "type": "DataIntegrityProof", "cryptosuite": .string(suite), "created": .string(created),
      "verificationMethod": .string(key.did.verificationMethod),
      "proofPurpose": "assertionMethod",
    ]
    proof["@context"] = members["@context"]
    let signature = key.signature(
      for: hashData(document: .object(members), configuration: .object(proof)))
    proof["proofValue"] = .string("z" + Base58.text(of: signature))
    members["proof"] = .object(proof)
    return .object(members)
  }

  /// Sections 3.3.2 to 3.3.6.
  /// - Parameter now: ISO 8601, UTC, seconds; without it `created` is not compared with the clock.
  /// - Returns: Whose signature it is. Whether that key has anything to do with what the document
  ///   says is for the caller to look at.
  package static func verify(
    _ document: JSONValue, now: String? = nil
  ) throws(ProofFailure) -> DIDKey {
    guard var members = document.object, let proof = members.removeValue(forKey: "proof"),
      var configuration = proof.object
    else { throw .missing }
    guard configuration["type"] == "DataIntegrityProof" else { throw .member("type") }
    guard configuration["cryptosuite"] == .string(suite) else { throw .member("cryptosuite") }
    guard configuration["proofPurpose"] == "assertionMethod" else { throw .member("proofPurpose") }
    guard let created = configuration["created"]?.string,
      let seconds = NumericDate.seconds(of: created)
    else { throw .member("created") }
    if let now = now.flatMap({ NumericDate.seconds(of: $0) }), seconds > now + tolerance {
      throw .future(created: created)
    }
    guard let method = configuration["verificationMethod"]?.string,
      let key = DIDKey(verificationMethod: method), key.algorithm == .ed25519
    else { throw .verificationMethod }
    let context = configuration["@context"]
    guard begins(members["@context"], with: context) else { throw .context }
    members["@context"] = context
    guard let value = configuration.removeValue(forKey: "proofValue")?.string,
      value.utf8.first == UInt8(ascii: "z"),
      let signature = Base58.bytes(of: String(decoding: value.utf8.dropFirst(), as: UTF8.self)),
      signature.count == 64
    else { throw .member("proofValue") }
    let known = [
      "type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "@context",
    ]
    if let other = configuration.keys.filter({ !known.contains($0) }).min() {
      throw .member(other)
    }
    let hash = hashData(document: .object(members), configuration: .object(configuration))
    guard let publicKey = try? Curve25519.Signing.PublicKey(rawRepresentation: key.publicKey),
      publicKey.isValidSignature(signature, for: hash)
    else { throw .signature }
    return key
  }

  /// Section 3.3.4: the hash of the proof's configuration, then that of the document.
  static func hashData(document: JSONValue, configuration: JSONValue) -> [UInt8] {
    SHA256Digest.bytes(of: CanonicalJSON.bytes(of: configuration))
      + SHA256Digest.bytes(of: CanonicalJSON.bytes(of: document))
  }

  /// Whether the document's contexts begin with those of the proof, byte by byte. A document without
  /// any, as a record file is, has none in its proof.
  private static func begins(_ document: JSONValue?, with proof: JSONValue?) -> Bool {
    guard let document, let proof else { return document == nil && proof == nil }
    if CanonicalJSON.bytes(of: document) == CanonicalJSON.bytes(of: proof) { return true }
    guard let all = document.array, let first = proof.array, first.count <= all.count else {
      return false
    }
    return zip(all, first).allSatisfy {
      CanonicalJSON.bytes(of: $0) == CanonicalJSON.bytes(of: $1)
    }
  }
}
