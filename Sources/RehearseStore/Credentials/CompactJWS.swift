internal import Crypto
package import RehearseCore

/// Why a token does not hold.
package enum JWTFailure: Error, Equatable, Sendable {
  case tooLarge(bytes: Int)
  /// It is not three parts of base64url with full stops between them, in the one spelling there is.
  case form
  case header(String)
  case key
  case signature
  case payload(JSONReader.Failure)
  /// A claim is missing or is not what the credential says.
  case claim(String)
  /// The issuer is a did:key, and of another key than the one that signed.
  case issuer

  package var message: String {
    switch self {
    case .tooLarge(let bytes): "A token of \(bytes) bytes is too large."
    case .form: "It is not a compact JWS: three parts in base64url with full stops between them."
    case .header(let detail): "The token's header \(detail)."
    case .key: "The key in the token's header is not a public P-256 key."
    case .signature: "The signature does not fit: something was changed after it was signed."
    case .payload(let failure): "The token holds no JSON that can be used (\(failure))."
    case .claim(let name): "The claim \(name) is missing or does not agree with the credential."
    case .issuer: "The issuer named in it is not the one whose key signed it."
    }
  }
}

/// A JWS in compact serialisation (RFC 7515, section 7.1) as Open Badges 3.0 narrows it (section
/// 8.2.3): the header holds `alg`, `typ` and `jwk`, and nothing else, so there is no `none`, no
/// address to fetch a key from and nothing critical to be understood.
package struct CompactJWS: Equatable, Sendable {
  package static let maximumBytes = 1024 * 1024

  package let text: String
  package let payload: [UInt8]
  /// The key in the header, whose signature it is. Anybody has a key; whose it is, is another matter.
  package let key: JWK

  /// Reads a token and checks its signature.
  package init(_ text: String) throws(JWTFailure) {
    guard text.utf8.count <= Self.maximumBytes else { throw .tooLarge(bytes: text.utf8.count) }
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, let header = Base64URL.bytes(of: Substring(parts[0])),
      let payload = Base64URL.bytes(of: Substring(parts[1])),
      let signature = Base64URL.bytes(of: Substring(parts[2]))
    else { throw .form }
    key = try Self.key(inHeader: header)
    let signed = Array(text.utf8.prefix(parts[0].count + 1 + parts[1].count))
    guard key.isValid(signature, for: signed) else { throw .signature }
    self.text = text
    self.payload = payload
  }

  private init(text: String, payload: [UInt8], key: JWK) {
    self.text = text
    self.payload = payload
    self.key = key
  }

  package static func sign(_ payload: [UInt8], with key: OrganisationKey) throws -> CompactJWS {
    let header: JSONValue = ["alg": "ES256", "jwk": key.jwk.json, "typ": "JWT"]
    let signed =
      Base64URL.text(of: CanonicalJSON.bytes(of: header)) + "." + Base64URL.text(of: payload)
    let signature = try key.signature(for: Array(signed.utf8))
    return CompactJWS(
      text: signed + "." + Base64URL.text(of: signature), payload: payload, key: key.jwk)
  }

  private static func key(inHeader bytes: [UInt8]) throws(JWTFailure) -> JWK {
    let header: JSONValue
    do { header = try JSONReader.read(bytes, maximumBytes: 4_096) } catch {
      throw .header("is not JSON (\(error))")
    }
    guard let members = header.object else { throw .header("is no object") }
    guard members["alg"] == "ES256" else { throw .header("has another “alg” than ES256") }
    guard members["typ"] == "JWT" else { throw .header("has another “typ” than JWT") }
    guard let jwk = members["jwk"] else { throw .header("has no “jwk”") }
    if let other = members.keys.filter({ !["alg", "typ", "jwk"].contains($0) }).min() {
      throw .header("has a member “\(other.prefix(40))”, which has no place there")
    }
    guard let key = JWK(json: jwk) else { throw .key }
    return key
  }
}
