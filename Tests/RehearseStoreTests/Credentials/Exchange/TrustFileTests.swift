import RehearseCore
import Testing

@testable import RehearseStore

enum TrustSamples {
  static func key(_ byte: UInt8, name: String? = nil, id: String? = nil) throws -> TrustFile.Key {
    let jwk = try CompactJWSTests.key(byte).jwk
    return TrustFile.Key(name: name ?? "Key \(byte)", id: id ?? jwk.did.text, jwk: jwk)
  }

  /// Keys by their bytes: which are roots, of which how many sign; and the other roles.
  static func file(
    version: Int = 1, roots: [UInt8] = [11], threshold: Int = 1, issuers: [UInt8] = [1],
    endorsers: [UInt8] = [], status: [UInt8] = [], expires: String = "2027-12-31T23:59:59Z",
    signedBy signers: [UInt8]? = nil
  ) throws -> TrustFile {
    var roles: [TrustFile.Role: TrustFile.Delegation] = [:]
    for (role, bytes) in [
      (TrustFile.Role.root, roots), (.issuer, issuers), (.endorser, endorsers), (.status, status),
    ] where !bytes.isEmpty {
      roles[role] = .init(
        keys: try bytes.map { try key($0).jwk.thumbprint }, threshold: role == .root ? threshold : 1
      )
    }
    var file = TrustFile(
      version: version, expires: expires,
      keys: try Set(roots + issuers + endorsers + status).sorted().map { try key($0) }, roles: roles
    )
    for signer in signers ?? roots { try file.sign(with: try CompactJWSTests.key(signer)) }
    return file
  }
}

@Suite struct TrustFileTests {
  private func read(_ json: JSONValue) throws -> TrustFile {
    try TrustFile(CanonicalJSON.bytes(of: json))
  }

  /// The file with a value changed, not signed again.
  private func changed(
    _ json: JSONValue, _ path: [String], _ value: JSONValue?
  ) -> JSONValue {
    func step(_ json: JSONValue, _ path: ArraySlice<String>) -> JSONValue {
      guard let name = path.first else { return value ?? .null }
      if let index = Int(name), var items = json.array {
        if path.count == 1, value == nil {
          items.remove(at: index)
        } else {
          items[index] = step(items[index], path.dropFirst())
        }
        return .array(items)
      }
      var members = json.object ?? [:]
      members[name] = path.count == 1 ? value : step(members[name] ?? .null, path.dropFirst())
      return .object(members)
    }
    return step(json, path[...])
  }

  @Test func thereAndBack() throws {
    let file = try TrustSamples.file(
      roots: [11, 12, 13], threshold: 2, endorsers: [2], status: [3])
    let read = try TrustFile(file.bytes)
    #expect(read == file && read.bytes == file.bytes)
    #expect(read.isSigned(by: read) && read.signatureCount(of: read) == 3)
  }

  @Test func twoOfThree() throws {
    for (signers, count) in [
      ([], 0), ([11], 1), ([11, 11], 1), ([11, 12], 2), ([13, 11], 2), ([11, 12, 13], 3),
      // Whoever is no root does not count, whatever else the key may do.
      ([11, 1], 1), ([1, 2, 9], 0),
    ] as [([UInt8], Int)] {
      let file = try TrustSamples.file(
        roots: [11, 12, 13], threshold: 2, endorsers: [2], signedBy: signers)
      let read = try TrustFile(file.bytes)
      #expect(read.signatureCount(of: read) == count, "\(signers)")
      #expect(read.isSigned(by: read) == (count >= 2), "\(signers)")
    }
  }

  @Test func twoSignaturesOfOneKeyCountOnce() throws {
    let file = try TrustSamples.file(roots: [11, 12], threshold: 2, signedBy: [11])
    let json = try JSONReader.read(file.bytes)
    let one = try #require(json["signatures"]?.array?.first)
    #expect(throws: TrustFailure.member("signatures")) {
      try read(changed(json, ["signatures"], [one, one]))
    }
    // The same signature under another key's name is none of that key.
    let other = changed(one, ["key"], .string(try TrustSamples.key(12).jwk.thumbprint))
    let both = try read(changed(json, ["signatures"], [one, other]))
    #expect(both.signatureCount(of: both) == 1 && !both.isSigned(by: both))
    // A threshold cannot be met by naming a key twice.
    let id = try TrustSamples.key(11).jwk.thumbprint
    #expect(throws: TrustFailure.member("roles.root")) {
      try read(changed(json, ["signed", "roles", "root", "keys"], [.string(id), .string(id)]))
    }
  }

  /// Whatever is changed in what is signed, it is refused or no longer signed.
  @Test func whatIsSignedIsAllOfIt() throws {
    let file = try TrustSamples.file(roots: [11], endorsers: [2], status: [3])
    let json = try JSONReader.read(file.bytes)
    let issuer = try TrustSamples.key(1).jwk.thumbprint
    let stranger = try TrustSamples.key(9)
    let cases: [(path: [String], value: JSONValue?)] = [
      (["version"], 2),
      (["expires"], "2037-12-31T23:59:59Z"),
      (["keys", issuer, "name"], "Somebody"),
      (["keys", issuer, "id"], "https://example.org"),
      (
        ["keys", stranger.jwk.thumbprint],
        ["name": "S", "id": .string(stranger.id), "jwk": stranger.jwk.json]
      ),
      (["roles", "endorser", "keys", "0"], .string(issuer)),
      (["roles", "status"], nil),
      (["roles", "status", "keys", "0"], nil),
    ]
    for (path, value) in cases {
      let other = try read(changed(json, ["signed"] + path, value))
      #expect(other.signatureCount(of: other) == 0, "\(path)")
      #expect(!other.isSigned(by: file), "\(path)")
    }
  }

  @Test func everyByteOfTheSignedPartCounts() throws {
    let file = try TrustSamples.file(roots: [11])
    let bytes = file.bytes
    var refused = 0
    for place in bytes.indices {
      for other in [bytes[place] ^ 1, 0x20] where other != bytes[place] {
        var changed = bytes
        changed[place] = other
        guard let read = try? TrustFile(changed) else {
          refused += 1
          continue
        }
        // What is read either says the same, or is not signed.
        #expect(read.signed == file.signed || !read.isSigned(by: file), "byte \(place): \(other)")
      }
    }
    #expect(refused > bytes.count / 2)
  }

  @Test func everyMemberIsNamed() throws {
    let file = try TrustSamples.file(roots: [11, 12], endorsers: [2])
    let json = try JSONReader.read(file.bytes)
    let id = try TrustSamples.key(1).jwk.thumbprint
    let wrong: [JSONValue?] = [nil, .null, true, .number(7.5), "", "x", [], [7], ["x": 1]]
    let cases: [(path: [String], name: String, fits: [JSONValue])] = [
      (["version"], "version", []),
      (["expires"], "expires", []),
      (["keys"], "keys", []),
      (["keys", id, "name"], "keys.\(id)", ["x"]),
      (["keys", id, "id"], "keys.\(id)", ["x"]),
      (["keys", id, "jwk"], "keys.\(id)", []),
      (["keys", id], "keys.\(id)", []),
      (["roles"], "roles", []),
      (["roles", "root"], "roles.root", []),
      (["roles", "root", "keys"], "roles.root", []),
      (["roles", "root", "threshold"], "roles.root", []),
      (["roles", "endorser", "keys"], "roles.endorser", [[]]),
      (["roles", "endorser", "threshold"], "roles.endorser", []),
    ]
    for (path, name, fits) in cases {
      for value in wrong {
        if let value, fits.contains(value) { continue }
        // What is not there at all is not wrong in itself.
        if value == nil, path == ["keys", id] { continue }
        do {
          _ = try read(changed(json, ["signed"] + path, value))
          Issue.record("\(path) may be \(String(describing: value))")
        } catch TrustFailure.member(let member) {
          let isOfTheWhole = path.count == 1 && value == nil && member == "signed"
          // Without keys the roles name none.
          let isOfTheKeys =
            path == ["keys"] && (member.hasPrefix("roles.") || member.hasPrefix("keys"))
          #expect(
            member == name || path == ["roles"] && member.hasPrefix("roles.") || isOfTheWhole
              || isOfTheKeys, "\(path): \(member)")
        }
      }
    }
    for value in [nil, .null, "x", ["x"], [["key": "x"]], [["key": 7, "signature": "AA"]]]
      as [JSONValue?]
    {
      #expect(throws: TrustFailure.self) { try read(changed(json, ["signatures"], value)) }
    }
    #expect(throws: TrustFailure.member("signed")) {
      try read(changed(json, ["signed", "more"], 1))
    }
    #expect(throws: TrustFailure.notATrustFile) { try read(changed(json, ["more"], 1)) }
    #expect(throws: TrustFailure.notATrustFile) {
      try read(changed(json, ["signed", "rehearse"], "trust 2"))
    }
  }

  @Test func numbersThatCannotBe() throws {
    let json = try JSONReader.read(try TrustSamples.file(roots: [11, 12], endorsers: [2]).bytes)
    for value in [0, -1, .number(1.5), .number(1e300)] as [JSONValue] {
      #expect(throws: TrustFailure.member("version")) {
        try read(changed(json, ["signed", "version"], value))
      }
    }
    for value in [0, -1, 3, .number(1.5), .number(1e18)] as [JSONValue] {
      #expect(throws: TrustFailure.member("roles.root")) {
        try read(changed(json, ["signed", "roles", "root", "threshold"], value))
      }
    }
    // Only the root may ask for more than one.
    let two = changed(
      json, ["signed", "roles", "endorser"],
      [
        "keys": .array(try [1, 2].map { .string(try TrustSamples.key($0).jwk.thumbprint) }),
        "threshold": 2,
      ])
    #expect(throws: TrustFailure.member("roles.endorser")) { try read(two) }
    for day in ["2027-02-29T00:00:00Z", "2027-12-31", "2027-12-31T23:59:59+01:00", "9999"] {
      #expect(throws: TrustFailure.member("expires")) {
        try read(changed(json, ["signed", "expires"], .string(day)))
      }
    }
  }

  @Test func aDIDBelongsToItsOwnKey() throws {
    let json = try JSONReader.read(try TrustSamples.file(roots: [11]).bytes)
    let id = try TrustSamples.key(1).jwk.thumbprint
    let other = try TrustSamples.key(9)
    for uri in [other.id, other.id + "#x", "did:key:", "did:key:z6Mk"] {
      #expect(throws: TrustFailure.member("keys.\(id).id")) {
        try read(changed(json, ["signed", "keys", id, "id"], .string(uri)))
      }
    }
    #expect(throws: TrustFailure.member("keys.\(id)")) {
      try read(changed(json, ["signed", "keys", id, "jwk"], other.jwk.json))
    }
    // Another URI is what the trust file is for.
    #expect(
      try read(changed(json, ["signed", "keys", id, "id"], "https://northwind.example"))
        .keys[id]?.id == "https://northwind.example")
  }

  @Test func aRoleIsARole() throws {
    let file = try TrustSamples.file(roots: [11], issuers: [1], endorsers: [2])
    let jwk = try (1...4).map { try CompactJWSTests.key($0).jwk }
    #expect(file.holder(of: jwk[0], as: .issuer)?.name == "Key 1")
    for (place, role) in [(0, TrustFile.Role.endorser), (1, .issuer), (2, .issuer), (0, .status)] {
      #expect(file.holder(of: jwk[place], as: role) == nil)
    }
  }

  @Test func itEnds() throws {
    let file = try TrustSamples.file(expires: "2027-12-31T23:59:59Z")
    #expect(!file.isExpired(at: "2027-12-31T23:59:59Z"))
    #expect(file.isExpired(at: "2028-01-01T00:00:00Z"))
  }

  @Test func tooMuch() throws {
    #expect(throws: TrustFailure.self) {
      try TrustFile([UInt8](repeating: 0x20, count: TrustFile.maximumBytes + 1))
    }
    let json = try JSONReader.read(try TrustSamples.file().bytes)
    let many = (0...TrustFile.maximumKeys).map { ("k\($0)", JSONValue.null) }
    #expect(throws: TrustFailure.member("keys")) {
      try read(
        changed(json, ["signed", "keys"], .object(Dictionary(many, uniquingKeysWith: { $1 }))))
    }
  }

  /// No trap, no hang, and nothing that was changed is signed.
  @Test func damagedFiles() throws {
    let file = try TrustSamples.file(roots: [11, 12, 13], threshold: 2, endorsers: [2])
    let corpus = file.bytes
    let pieces = [
      "{", "}", "[", "]", ",", "\"", "1e999", "-0", "null", "did:key:z", "\u{212A}", "AA",
    ]
    var random = Generator(seed: 4)
    var read = 0
    for round in 0..<3_000 {
      var bytes = corpus
      for _ in 0...random.next(below: 3) {
        let place = random.next(below: bytes.count)
        switch random.next(below: 5) {
        case 0: bytes[place] ^= 1 << UInt8(random.next(below: 8))
        case 1: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 2:
          bytes.insert(contentsOf: Array(pieces[random.next(below: pieces.count)].utf8), at: place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.next(below: 60)))
        default: bytes.removeLast(random.next(below: bytes.count / 2))
        }
      }
      guard let other = try? TrustFile(bytes) else { continue }
      read += 1
      #expect(other.signed == file.signed || !other.isSigned(by: file), "round \(round)")
    }
    #expect(read > 50)
  }
}

@Suite struct TrustStoreTests {
  private let records: RecordsDatabase
  private let store: TrustStore

  init() throws {
    records = try .inMemory()
    store = TrustStore(records)
  }

  @Test func theFirstAndTheNext() throws {
    let first = try TrustSamples.file(roots: [11])
    #expect(try store.current() == nil && store.highestVersion() == 0)
    #expect(try store.change(by: first) == .first)
    // Asking changes nothing.
    #expect(try store.current() == nil)
    #expect(try store.add(first, at: time(1)) == .first)
    #expect(try store.current() == first && store.highestVersion() == 1)
    #expect(try store.add(first, at: time(2)) == .same)
    let second = try TrustSamples.file(version: 2, roots: [12], signedBy: [11, 12])
    #expect(try store.add(second, at: time(3)) == .updated(from: 1))
    #expect(try store.current() == second && store.highestVersion() == 2)
  }

  @Test func theFirstHasToBeSignedByItself() throws {
    let file = try TrustSamples.file(roots: [11, 12, 13], threshold: 2, signedBy: [11, 1])
    #expect(throws: TrustFailure.notSigned(by: 1, has: 1, needs: 2)) {
      try store.add(file, at: time(1))
    }
    #expect(try store.current() == nil)
  }

  /// Version 2 needs two of the old three and one of the new two.
  @Test func bothThresholdsCount() throws {
    _ = try store.add(
      try TrustSamples.file(roots: [11, 12, 13], threshold: 2, signedBy: [11, 12]), at: time(1))
    for (signers, by, has, needs) in [
      ([], 2, 0, 1), ([11, 12, 13], 2, 0, 1), ([21], 1, 0, 2), ([21, 22, 11], 1, 1, 2),
      ([11, 11, 21], 1, 1, 2), ([11, 12], 2, 0, 1),
    ] as [([UInt8], Int, Int, Int)] {
      let next = try TrustSamples.file(version: 2, roots: [21, 22], signedBy: signers)
      #expect(throws: TrustFailure.notSigned(by: by, has: has, needs: needs), "\(signers)") {
        try store.add(next, at: time(2))
      }
    }
    #expect(try store.highestVersion() == 1)
    let next = try TrustSamples.file(version: 2, roots: [21, 22], signedBy: [13, 11, 22])
    #expect(try store.add(next, at: time(2)) == .updated(from: 1))
    // The old roots have no say any more.
    let back = try TrustSamples.file(version: 3, roots: [11], signedBy: [11, 12, 13])
    #expect(throws: TrustFailure.notSigned(by: 2, has: 0, needs: 1)) {
      try store.add(back, at: time(3))
    }
  }

  @Test func neitherBackNorTooFar() throws {
    for version in 1...3 { _ = try store.add(try TrustSamples.file(version: version), at: time(1)) }
    #expect(throws: TrustFailure.older(version: 2, seen: 3)) {
      try store.add(try TrustSamples.file(version: 2), at: time(2))
    }
    #expect(throws: TrustFailure.gap(version: 5, seen: 3)) {
      try store.add(try TrustSamples.file(version: 5), at: time(2))
    }
    #expect(throws: TrustFailure.other(version: 3)) {
      try store.add(try TrustSamples.file(version: 3, issuers: [9]), at: time(2))
    }
    #expect(try store.highestVersion() == 3)
    #expect(try store.current()?.holder(of: CompactJWSTests.key(9).jwk, as: .issuer) == nil)
  }

  @Test func removingForgetsNoVersion() throws {
    for version in 1...2 { _ = try store.add(try TrustSamples.file(version: version), at: time(1)) }
    try store.remove(at: time(2))
    #expect(try store.current() == nil && store.highestVersion() == 2)
    #expect(throws: TrustFailure.none) { try store.remove(at: time(3)) }
    #expect(throws: TrustFailure.older(version: 1, seen: 2)) {
      try store.add(try TrustSamples.file(version: 1), at: time(3))
    }
    #expect(try store.add(try TrustSamples.file(version: 2), at: time(3)) == .first)
    #expect(try store.highestVersion() == 2)
  }

  /// What expired is still the one before the next.
  @Test func anExpiredOneIsFollowed() throws {
    let old = try TrustSamples.file(expires: "2020-12-31T23:59:59Z")
    #expect(try store.add(old, at: time(1)) == .first)
    #expect(try store.current()?.isExpired(at: time(1)) == true)
    #expect(try store.add(try TrustSamples.file(version: 2), at: time(2)) == .updated(from: 1))
  }
}
