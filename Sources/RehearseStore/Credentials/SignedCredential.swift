package import RehearseCore

/// Why a certificate file is not to be believed; the message says which check failed.
package enum SignedCredentialFailure: ExplainedError, Equatable {
  case tooLarge(bytes: Int)
  case notUTF8
  case notJSON(JSONReader.Failure)
  /// The JSON is spelled in another way than the one that was signed.
  case spelling
  case proof(ProofFailure)
  /// The proof is of another key than the issuer's.
  case issuer
  case token(JWTFailure)
  case credential(CredentialFailure)

  package var message: String {
    switch self {
    case .tooLarge(let bytes): "A certificate of \(bytes) bytes is too large."
    case .notUTF8: "The file is not text in UTF-8."
    case .notJSON(let failure): "The file holds no JSON that can be used (\(failure))."
    case .spelling:
      "The file is not spelled as it was signed (RFC 8785, at most a line feed after it)."
    case .proof(let failure): "The proof does not hold. \(failure.message)"
    case .issuer: "The issuer named in it is not the one whose key signed it."
    case .token(let failure): "The token does not hold. \(failure.message)"
    case .credential(let failure): "It is not the credential that it should be. \(failure.message)"
    }
  }

  package var help: String { "Ask for the file again, as it was issued." }
  package var exitCode: Int32 { 65 }
}

/// One signed credential as a file has it, looked at as far as that goes without knowing anybody: the
/// form, the signature, and that the issuer named in it is the one who signed. Whether to believe that
/// issuer is for the trust file to say.
///
/// A JSON credential has one spelling only, that of RFC 8785 with at most one line feed after it:
/// blanks, another order or another escape would be changes that its proof does not see.
package struct SignedCredential: Equatable, Sendable {
  package enum Form: Equatable, Sendable {
    /// JSON with an `eddsa-jcs-2022` proof.
    case json
    /// A compact JWS in ES256.
    case jwt(JWK)
  }

  package static let maximumBytes = CompactJWS.maximumBytes

  package let form: Form
  /// The file without a line feed after it.
  package let text: String
  package let document: JSONValue
  /// Whose signature it is.
  package let signer: DIDKey

  /// - Parameter now: ISO 8601, UTC, seconds: a proof from after this moment is refused.
  package init(
    _ bytes: [UInt8], now: String? = nil
  ) throws(SignedCredentialFailure) {
    guard bytes.count <= Self.maximumBytes else { throw .tooLarge(bytes: bytes.count) }
    let bytes = bytes.last == 0x0A ? Array(bytes.dropLast()) : bytes
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    self.text = text
    if bytes.first == UInt8(ascii: "{") {
      do { document = try JSONReader.read(bytes) } catch { throw .notJSON(error) }
      guard CanonicalJSON.bytes(of: document) == bytes else { throw .spelling }
      do { signer = try DataIntegrityProof.verify(document, now: now) } catch {
        throw .proof(error)
      }
      // Contexts after those that the proof covers would be signed by nobody.
      guard
        document["@context"].map({ CanonicalJSON.bytes(of: $0) })
          == document["proof"]?["@context"].map({ CanonicalJSON.bytes(of: $0) })
      else { throw .proof(.context) }
      guard let issuer = document["issuer"]?["id"]?.string,
        issuer.utf8.elementsEqual(signer.text.utf8)
      else { throw .issuer }
      form = .json
    } else {
      let token: CredentialJWT
      do { token = try CredentialJWT(text) } catch { throw .token(error) }
      document = token.document
      signer = token.key.did
      form = .jwt(token.key)
    }
  }

  /// A certificate that this installation signs itself.
  /// - Parameter created: ISO 8601, UTC, seconds.
  package static func sign(
    _ credential: AchievementCredential, with key: LaptopKey, created: String
  ) -> String {
    CanonicalJSON.text(
      of: DataIntegrityProof.sign(credential.json, with: key, created: created))
  }

  /// Whether the document says of itself that it is such a credential.
  package func holds(_ type: (some CredentialDocument).Type) -> Bool {
    document["type"]?.items.contains(.string(type.type)) == true
  }

  package func credential<Document: CredentialDocument>(
    as type: Document.Type = Document.self
  ) throws(SignedCredentialFailure) -> Document {
    do { return try Document(json: document) } catch { throw .credential(error) }
  }

  /// The SHA-256 of the text, by which an endorsement names it.
  package var digest: String { SHA256Digest.hex(of: Array(text.utf8)) }
}

extension SignedCredential {
  /// Where a status list says whether it was revoked, whatever kind of credential it is.
  package var statusEntry: AchievementCredential.StatusEntry? {
    guard let entry = document["credentialStatus"] else { return nil }
    return AchievementCredential.StatusEntry(json: entry)
  }
}
