import Testing

@testable import RehearseCore

@Suite struct StatusListTests {
  static func list(_ revoked: [Int], until: String? = "2027-05-22T23:59:59Z") -> StatusList {
    StatusList(
      id: "urn:rehearse:status:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169",
      issuer: .init(
        id: "did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169", name: "Northwind Academy"),
      validFrom: "2026-11-22T14:00:00Z", validUntil: until, revoked: revoked)
  }

  @Test func everyBitIsItsOwn() {
    let last = StatusList.minimumCount - 1
    let revoked = [0, 7, 8, 94_567, last]
    let list = Self.list(revoked)
    for index in [0, 1, 6, 7, 8, 9, 15, 94_566, 94_567, 94_568, last - 1, last] {
      #expect(list.isRevoked(index) == revoked.contains(index), "\(index)")
    }
    for index in [-1, StatusList.minimumCount, .max, .min] {
      #expect(list.isRevoked(index) == nil)
    }
    // Places that the list does not have are no reason to stop.
    #expect(Self.list([-1, StatusList.minimumCount, .max]) == Self.list([]))
  }

  @Test func thereAndBack() throws {
    for list in [Self.list([]), Self.list([3, 94_567]), Self.list([0], until: nil)] {
      let read = try StatusList(json: try JSONReader.read(CanonicalJSON.bytes(of: list.json)))
      #expect(read == list)
    }
  }

  /// 16 KiB with the first and the last bit set, packed by Python.
  @Test func theListOfAnotherProgram() throws {
    let encoded =
      "H4sIAAAAAAACA-3BMQEAAAwCoNl80Y3hA_wBAAAAAAAAAAAAAAAAAAAAYylyaUQQAEAAAA"
    let list = try StatusList(
      json: with("credentialSubject", "encodedList", .string("u" + encoded)))
    #expect(list.isRevoked(0) == true && list.isRevoked(StatusList.minimumCount - 1) == true)
    #expect(list.isRevoked(1) == false && list.isRevoked(StatusList.minimumCount) == nil)
  }

  private func with(_ path: String..., value: JSONValue?) -> JSONValue {
    changed(Self.list([1]).json, path[...], value)
  }

  private func with(_ outer: String, _ inner: String, _ value: JSONValue?) -> JSONValue {
    with(outer, inner, value: value)
  }

  private func changed(
    _ json: JSONValue, _ path: ArraySlice<String>, _ value: JSONValue?
  ) -> JSONValue {
    guard let name = path.first, var members = json.object else { return value ?? .null }
    members[name] =
      path.count == 1 ? value : changed(members[name] ?? .null, path.dropFirst(), value)
    return .object(members)
  }

  @Test func whatIsMissingOrWrongIsNamed() {
    let subject = "credentialSubject"
    for path in [
      ["@context"], ["id"], ["type"], ["issuer"], ["issuer", "id"], ["issuer", "name"],
      ["validFrom"], [subject], [subject, "type"], [subject, "statusPurpose"],
      [subject, "encodedList"],
    ] {
      for value in [nil, .null, 7, "", "x", ["x"], [:]] as [JSONValue?] {
        // A name may be any text, an id any that is not empty.
        if path == ["issuer", "name"], value?.string != nil { continue }
        if path.last == "id", value == "x" { continue }
        let json = changed(Self.list([1]).json, path[...], value)
        do {
          _ = try StatusList(json: json)
          Issue.record("\(path) may be \(String(describing: value))")
        } catch {
          // A type may be the type of the whole or of the part; its path is in the message.
          #expect(error.message.contains(path[0]), "\(path): \(error.message)")
        }
      }
    }
    #expect(throws: CredentialFailure.self) {
      try StatusList(json: with(subject, "statusPurpose", "suspension"))
    }
    #expect(throws: CredentialFailure.self) {
      try StatusList(json: with("validUntil", value: "tomorrow"))
    }
  }

  /// Too short a list would say whose a place is; too long a one fills the memory.
  @Test func theSizeIsLimited() throws {
    func encoded(_ count: Int) -> JSONValue {
      .string("u" + Base64URL.text(of: Gzip.file(of: [UInt8](repeating: 0, count: count))))
    }
    func read(_ count: Int) throws -> StatusList {
      try StatusList(json: with("credentialSubject", "encodedList", encoded(count)))
    }
    #expect(try read(16_384).isRevoked(131_071) == false)
    #expect(try read(16_385).isRevoked(131_079) == false)
    #expect(try read(1 << 20).isRevoked((1 << 23) - 1) == false)
    for count in [0, 16_383, 1 << 20 + 1] {
      #expect(throws: CredentialFailure.self, "\(count)") { try read(count) }
    }
    // Of the same bytes, plain and damaged.
    let plain = Gzip.file(of: [UInt8](repeating: 0, count: 16_384))
    for text in [
      Base64URL.text(of: plain), "z" + Base64URL.text(of: plain), "u",
      "u" + Base64URL.text(of: plain) + "=", "u" + Base64URL.text(of: plain.dropLast()),
    ] {
      #expect(throws: CredentialFailure.self) {
        try StatusList(json: with("credentialSubject", "encodedList", .string(text)))
      }
    }
  }
}
