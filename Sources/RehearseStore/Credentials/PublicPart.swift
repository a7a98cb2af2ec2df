package import RehearseCore

/// What may be known of a key, as `rehearse key export` prints it and the trust file takes it.
extension KeyRing.Entry {
  package var publicPart: JSONValue {
    var members: [String: JSONValue] = [
      "name": .string(name), "organisation": .string(organisation), "made": .string(made),
      "did": .string(jwk.did.text), "jwk": jwk.json, "thumbprint": .string(jwk.thumbprint),
    ]
    if let retired { members["retired"] = .string(retired) }
    return .object(members)
  }
}

extension LaptopKey {
  package static let name = KeyFolder.laptop

  package var publicPart: JSONValue {
    // RFC 8037, section 2.
    let jwk: JSONValue = [
      "crv": "Ed25519", "kty": "OKP", "x": .string(Base64URL.text(of: did.publicKey)),
    ]
    return [
      "name": .string(Self.name), "did": .string(did.text), "jwk": jwk,
      "thumbprint": .string(
        Base64URL.text(of: SHA256Digest.bytes(of: CanonicalJSON.bytes(of: jwk)))),
    ]
  }
}
