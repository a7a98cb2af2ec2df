import RehearseCore
import Testing

@testable import RehearseStore

@Suite struct StatusListsTests {
  private let records: RecordsDatabase
  private let lists: StatusLists
  private let entry = AchievementCredential.StatusEntry(
    list: "urn:rehearse:status:x", index: 94_567)

  init() throws {
    records = try .inMemory()
    lists = StatusLists(records)
  }

  private func list(
    _ revoked: [Int], at now: String, until: String? = nil, key byte: UInt8 = 1,
    id: String = "urn:rehearse:status:x"
  ) throws -> String {
    let key = try CompactJWSTests.key(byte)
    return try CredentialJWT.sign(
      StatusList(
        id: id, issuer: .init(id: key.did.text, name: "Northwind"), validFrom: now,
        validUntil: until, revoked: revoked), with: key
    ).text
  }

  @Test func whatIsKnown() throws {
    #expect(try lists.status(of: entry, at: time(9)) == .unknown)
    #expect(try lists.add(try list([1], at: time(1)), at: time(2)))
    #expect(try lists.status(of: entry, at: time(9)) == .good(asOf: time(1)))
    #expect(try lists.add(try list([1, 94_567], at: time(3)), at: time(4)))
    #expect(try lists.status(of: entry, at: time(9)) == .revoked(asOf: time(3)))
    let elsewhere = AchievementCredential.StatusEntry(list: "urn:rehearse:status:y", index: 94_567)
    #expect(try lists.status(of: elsewhere, at: time(9)) == .unknown)
    let outside = AchievementCredential.StatusEntry(list: entry.list, index: 1 << 22)
    #expect(try lists.status(of: outside, at: time(9)) == .unknown)
  }

  @Test func theNewestCountsInWhateverOrderTheyCome() throws {
    #expect(try lists.add(try list([94_567], at: time(5)), at: time(6)))
    #expect(try lists.add(try list([], at: time(1)), at: time(7)))
    #expect(try lists.status(of: entry, at: time(9)) == .revoked(asOf: time(5)))
    let bodies = try lists.all()
    for order in [bodies, bodies.reversed()] {
      #expect(
        StatusLists.status(of: entry, in: order, at: time(9)) { _, _ in true }
          == .revoked(asOf: time(5)))
    }
    // The same again is not new.
    #expect(try !lists.add(bodies[0], at: time(8)))
    #expect(try lists.all().count == 2)
  }

  /// A list that is written in the second in which something is revoked: the revocation counts.
  @Test func ofTheSameSecondTheRevocationCounts() throws {
    let bodies = [try list([], at: time(5)), try list([94_567], at: time(5))]
    for order in [bodies, bodies.reversed()] {
      let other = try RecordsDatabase.inMemory()
      for body in order { try StatusLists(other).add(body, at: time(6)) }
      #expect(try StatusLists(other).status(of: entry, at: time(9)) == .revoked(asOf: time(5)))
      #expect(
        StatusLists.status(of: entry, in: order, at: time(9)) { _, _ in true }
          == .revoked(asOf: time(5)))
    }
  }

  @Test func anOldListIsSaidToBeOld() throws {
    try lists.add(try list([], at: time(1), until: time(100)), at: time(2))
    #expect(try lists.status(of: entry, at: time(100)) == .good(asOf: time(1)))
    #expect(try lists.status(of: entry, at: time(101)) == .stale(asOf: time(1)))
    // What an old list revokes stays revoked.
    try lists.add(try list([94_567], at: time(3), until: time(100)), at: time(4))
    #expect(try lists.status(of: entry, at: time(101)) == .revoked(asOf: time(3)))
  }

  @Test func onlyWhoMaySayItIsHeard() throws {
    let body = try list([94_567], at: time(1), key: 9)
    try lists.add(body, at: time(2))
    let own = try list([], at: time(0))
    try lists.add(own, at: time(2))
    let stranger = try CompactJWSTests.key(9).jwk
    #expect(
      try lists.status(of: entry, at: time(9)) { key, _ in key != stranger } == .good(asOf: time(0))
    )
  }

  @Test func whoMaySayIt() throws {
    let issuer = try CompactJWSTests.key(1)
    let signed = try SignedCredential(
      Array(
        try CredentialJWT.sign(CertificateSamples.final(issuer), with: issuer).text.utf8))
    func counts(_ byte: UInt8, _ trust: TrustFile?) throws -> Bool {
      let (list, key) = try StatusLists.read(try list([], at: time(1), key: byte))
      return StatusLists.counts(key, for: list, of: signed, trust)
    }
    // Whoever signed it may always take it back.
    #expect(try counts(1, nil) && !counts(2, nil))
    let issuers = try TrustSamples.file(issuers: [1, 2], endorsers: [4])
    #expect(try counts(1, issuers) && counts(2, issuers))
    #expect(try !counts(3, issuers) && !counts(4, issuers) && !counts(11, issuers))
    // Where somebody is named for it, the other issuers have no say.
    let named = try TrustSamples.file(issuers: [1, 2], status: [3])
    #expect(try counts(1, named) && counts(3, named) && !counts(2, named))
  }

  @Test func whatIsNoListIsRefused() throws {
    let body = try list([1], at: time(1))
    for other in ["", "a.b.c", body + "x", String(body.dropLast()), "." + body] {
      #expect(throws: StatusListFailure.self) { try lists.add(other, at: time(2)) }
    }
    let certificate = try SignedCredentialTests.final()
    #expect(!StatusLists.isStatusList(certificate) && StatusLists.isStatusList(body))
    #expect(throws: StatusListFailure.self) { try lists.add(certificate, at: time(2)) }
    #expect(try lists.all().isEmpty)
  }

  @Test func theRegisterSaysWhatWasRevoked() throws {
    let organisation = try ExchangeOrganisation()
    var entries: [(AchievementCredential.StatusEntry, String)] = []
    for number in 1...6 {
      let learner = try ExchangeLearner(number)
      let enrolment = try organisation.enrol(learner)
      entries.append((try #require(enrolment.status), enrolment.id))
    }
    #expect(Set(entries.map(\.0.index)).count == 6)
    for (_, id) in entries.prefix(2) {
      #expect(
        try Certificates(organisation.records).revoke(id, reason: "lost", at: time(5)))
      #expect(
        try !Certificates(organisation.records).revoke(id, reason: "again", at: time(6)))
    }
    let bodies = try organisation.lists(at: time(7))
    #expect(bodies.count == 1)
    for (place, (entry, _)) in entries.enumerated() {
      #expect(
        StatusLists.status(of: entry, in: bodies, at: time(8)) { _, _ in true }
          == (place < 2 ? .revoked(asOf: time(7)) : .good(asOf: time(7))))
    }
    // Six months later it is old.
    #expect(
      StatusLists.status(of: entries[5].0, in: bodies, at: "2027-05-23T00:00:00Z") { _, _ in true }
        == .stale(asOf: time(7)))
  }
}
