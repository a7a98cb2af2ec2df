package import RehearseCore

/// Whose keys count for what, as TUF's root metadata does it (The Update Framework, specification
/// 1.0, sections 4.3 and 5.3): a version, an end, keys with roles, and how many of the root keys have
/// to sign the next version.
package struct TrustFile: Equatable, Sendable {
  package enum Role: String, CaseIterable, Sendable {
    /// Signs the next trust file.
    case root
    /// Issues final certificates and enrols laptops.
    case issuer
    /// Endorses certificates of others.
    case endorser
    /// Signs lists of revoked certificates.
    case status
  }

  package struct Key: Equatable, Sendable {
    /// Of the organisation.
    package var name: String
    /// The URI that certificates have as their issuer.
    package var id: String
    package var jwk: JWK

    package init(name: String, id: String, jwk: JWK) {
      self.name = name
      self.id = id
      self.jwk = jwk
    }
  }

  package struct Delegation: Equatable, Sendable {
    /// The ids of the keys, each the thumbprint of its JWK (RFC 7638).
    package var keys: [String]
    /// How many of them have to sign. Only the root may ask for more than one.
    package var threshold: Int

    package init(keys: [String], threshold: Int) {
      self.keys = keys
      self.threshold = threshold
    }
  }

  package struct Signature: Equatable, Sendable {
    package var key: String
    package var bytes: [UInt8]
  }

  package static let maximumBytes = 256 * 1024
  package static let maximumKeys = 200

  package var version: Int
  /// ISO 8601, UTC, seconds.
  package var expires: String
  package var keys: [String: Key]
  package var roles: [Role: Delegation]
  /// One a key at most, by the ids of the keys.
  package private(set) var signatures: [Signature] = []

  package init(
    version: Int, expires: String, keys: [Key], roles: [Role: Delegation]
  ) {
    self.version = version
    self.expires = expires
    self.keys = Dictionary(keys.map { ($0.jwk.thumbprint, $0) }) { $1 }
    self.roles = roles
  }

  // MARK: Reading and writing

  /// What is signed.
  package var signed: JSONValue {
    [
      "rehearse": "trust 1",
      "version": .number(Double(version)),
      "expires": .string(expires),
      "keys": .object(
        keys.mapValues {
          ["name": .string($0.name), "id": .string($0.id), "jwk": $0.jwk.json]
        }),
      "roles": .object(
        Dictionary(
          roles.map { role, delegation in
            (
              role.rawValue,
              [
                "keys": .array(delegation.keys.map { .string($0) }),
                "threshold": .number(Double(delegation.threshold)),
              ]
            )
          }
        ) { $1 }),
    ]
  }

  package var bytes: [UInt8] {
    CanonicalJSON.bytes(
      of: [
        "signed": signed,
        "signatures": .array(
          signatures.map {
            ["key": .string($0.key), "signature": .string(Base64URL.text(of: $0.bytes))]
          }),
      ]) + [0x0A]
  }

  /// Reads a trust file. Whether it is signed is for `isSigned(by:)` to say.
  package init(_ bytes: [UInt8]) throws(TrustFailure) {
    let json: JSONValue
    do { json = try JSONReader.read(bytes, maximumBytes: Self.maximumBytes) } catch {
      throw .notJSON(error)
    }
    guard json.object?.keys.sorted() == ["signatures", "signed"], let signed = json["signed"],
      signed["rehearse"] == "trust 1"
    else { throw .notATrustFile }
    guard
      signed.object?.keys.sorted() == ["expires", "keys", "rehearse", "roles", "version"]
    else { throw .member("signed") }
    guard let version = signed["version"]?.integer, version >= 1 else { throw .member("version") }
    guard let expires = signed["expires"]?.string, NumericDate.seconds(of: expires) != nil else {
      throw .member("expires")
    }
    self.version = version
    self.expires = expires
    keys = try Self.keys(signed["keys"])
    roles = try Self.roles(signed["roles"], keys)
    guard let list = json["signatures"]?.array, list.count <= Self.maximumKeys else {
      throw .member("signatures")
    }
    for item in list {
      guard let key = item["key"]?.string,
        let bytes = item["signature"]?.string.flatMap({ Base64URL.bytes(of: $0) }),
        !signatures.contains(where: { $0.key == key })
      else { throw .member("signatures") }
      signatures.append(Signature(key: key, bytes: bytes))
    }
  }

  private static func keys(_ json: JSONValue?) throws(TrustFailure) -> [String: Key] {
    guard let members = json?.object, members.count <= maximumKeys else { throw .member("keys") }
    var keys: [String: Key] = [:]
    for (id, value) in members {
      guard let name = value["name"]?.string, !name.isEmpty, let uri = value["id"]?.string,
        !uri.isEmpty, uri.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
        let jwk = value["jwk"].flatMap({ JWK(json: $0) }), jwk.thumbprint == id
      else { throw .member("keys.\(id.prefix(50))") }
      // A did:key names its own key, and no other may go by it.
      if uri.utf8.starts(with: "did:key:".utf8), uri != jwk.did.text {
        throw .member("keys.\(id).id")
      }
      keys[id] = Key(name: name, id: uri, jwk: jwk)
    }
    return keys
  }

  private static func roles(
    _ json: JSONValue?, _ keys: [String: Key]
  ) throws(TrustFailure) -> [Role: Delegation] {
    guard let members = json?.object else { throw .member("roles") }
    var roles: [Role: Delegation] = [:]
    for (name, value) in members {
      guard let role = Role(rawValue: name), let list = value["keys"]?.array,
        let threshold = value["threshold"]?.integer
      else { throw .member("roles.\(name.prefix(50))") }
      let ids = list.compactMap(\.string)
      guard ids.count == list.count, Set(ids).count == ids.count,
        ids.allSatisfy({ keys[$0] != nil }), threshold >= 1, threshold <= max(ids.count, 1),
        role == .root || threshold == 1
      else { throw .member("roles.\(name)") }
      roles[role] = Delegation(keys: ids, threshold: threshold)
    }
    guard let root = roles[.root], !root.keys.isEmpty else { throw .member("roles.root") }
    return roles
  }

  // MARK: Signing and asking

  /// Adds the signature of a key, or puts a new one in its place.
  package mutating func sign(with key: OrganisationKey) throws {
    let id = key.jwk.thumbprint
    let signature = Signature(
      key: id, bytes: try key.signature(for: CanonicalJSON.bytes(of: signed)))
    signatures.removeAll { $0.key == id }
    signatures.append(signature)
    signatures.sort { $0.key < $1.key }
  }

  /// How many root keys of a trust file, this one or another, have signed this one.
  package func signatureCount(of other: TrustFile) -> Int {
    let message = CanonicalJSON.bytes(of: signed)
    return Set(other.roles[.root]?.keys ?? []).count { id in
      guard let jwk = other.keys[id]?.jwk,
        let signature = signatures.first(where: { $0.key == id })
      else { return false }
      return jwk.isValid(signature.bytes, for: message)
    }
  }

  /// Whether as many root keys of a trust file have signed this one as it asks for.
  package func isSigned(by other: TrustFile) -> Bool {
    guard let root = other.roles[.root] else { return false }
    return signatureCount(of: other) >= root.threshold
  }

  /// Whose key it is, if it has that role.
  package func holder(of jwk: JWK, as role: Role) -> Key? {
    let id = jwk.thumbprint
    guard roles[role]?.keys.contains(id) == true else { return nil }
    return keys[id]
  }

  /// - Parameter now: ISO 8601, UTC, seconds.
  package func isExpired(at now: String) -> Bool { now > expires }
}

/// Why a trust file is not taken.
package enum TrustFailure: ExplainedError, Equatable {
  case notJSON(JSONReader.Failure)
  case notATrustFile
  case member(String)
  /// Too few of the root keys of a version have signed it.
  case notSigned(by: Int, has: Int, needs: Int)
  /// Its version is lower than the highest that was seen here.
  case older(version: Int, seen: Int)
  /// The versions between are missing.
  case gap(version: Int, seen: Int)
  /// Another file with the version that is here.
  case other(version: Int)
  case none

  package var message: String {
    switch self {
    case .notJSON(let failure): "The trust file cannot be read: \(failure.message)"
    case .notATrustFile: "This is not a trust file."
    case .member(let name): "In the trust file, `\(name)` is missing or not as it should be."
    case .notSigned(let version, let has, let needs):
      "\(has) of the root keys of version \(version) have signed it;"
        + " \(needs) \(needs == 1 ? "is" : "are") asked for."
    case .older(let version, let seen):
      "It is version \(version); version \(seen) was seen here already."
    case .gap(let version, let seen):
      "It is version \(version), and version \(seen) is here: those between are missing."
    case .other(let version): "Another trust file with version \(version) is here already."
    case .none: "There is no trust file here."
    }
  }

  package var help: String {
    switch self {
    case .notJSON, .notATrustFile, .member: "Ask the training group for the file again."
    case .notSigned: "Whoever holds the root keys signs it: `rehearse trust sign FILE --key NAME`."
    case .older: "Use the newer one. If this is the newest that there is, ask the training group."
    case .gap: "Add them first, one after the other."
    case .other: "Ask the training group which one is theirs: there must be only one."
    case .none: "Take in the one that your training group gives out: `rehearse trust add FILE`."
    }
  }

  package var exitCode: Int32 { 65 }
}
