import RehearseCore
import Testing

@testable import RehearseStore

func certificate(
  _ number: Int, from: Int = 0, level: String = "provisional", about: Int? = nil, at: Int = 1
) -> CredentialRecord {
  CredentialRecord(
    id: "urn:uuid:" + uuid(number), kind: .certificate, level: level, course: "course",
    certification: "lead", issuer: "did:key:z6Mk", subject: "did:key:z6Mk",
    about: about.map { "urn:uuid:" + uuid($0) }, validFrom: time(from), validUntil: time(from + 60),
    body: "{}", at: time(at))
}

@Suite struct CertificatesTests {
  let records: RecordsDatabase
  let certificates: Certificates

  init() throws {
    records = try .inMemory()
    certificates = Certificates(records)
  }

  @Test func whatWasKeptIsReadBack() throws {
    var enrolment = certificate(2)
    enrolment.kind = .enrolment
    enrolment.level = nil
    enrolment.course = nil
    enrolment.certification = nil
    enrolment.validUntil = nil
    #expect(try certificates.add(certificate(1)))
    #expect(try certificates.add(enrolment))
    #expect(try certificates.all() == [certificate(1), enrolment])
    #expect(try certificates.all(.enrolment) == [enrolment])
    #expect(
      try certificates.certificates(course: "course", certification: "lead") == [certificate(1)])
    #expect(try certificates.certificates(course: "course", certification: "other") == [])
  }

  /// A result that comes twice, by mail and by stick, is one.
  @Test func keepingItAgainChangesNothing() throws {
    #expect(try certificates.add(certificate(1)))
    var other = certificate(1)
    other.body = "something else"
    #expect(try !certificates.add(other))
    #expect(try certificates.all() == [certificate(1)])
  }

  @Test func theNewestCounts() {
    let first = certificate(1)
    let confirmed = certificate(2, level: "completed", about: 1, at: 2)
    let renewed = certificate(3, from: 30, about: 1, at: 3)
    #expect(Certificates.newest([]) == nil)
    #expect(Certificates.newest([first]) == first)
    #expect(Certificates.newest([confirmed, first]) == confirmed)
    #expect(Certificates.newest([first, renewed, confirmed]) == renewed)
    let reissued = certificate(4, level: "completed", at: 5)
    #expect(Certificates.newest([confirmed, reissued]) == reissued)
  }

  /// Two programs look at the same attempts; the second comes too late.
  @Test func anAwardIsMadeOnce() throws {
    #expect(try certificates.add(certificate(1), after: nil))
    #expect(try !certificates.add(certificate(2), after: nil))
    #expect(try certificates.add(certificate(3, from: 9), after: certificate(1).id))
    #expect(try !certificates.add(certificate(4, from: 9), after: certificate(1).id))
    #expect(try certificates.all().map(\.id) == [certificate(1).id, certificate(3).id])
  }

  @Test func theBeginningOfAnIdIsEnough() throws {
    for number in [0x1a, 0x1b, 0x20] { try certificates.add(certificate(number)) }
    let stem = "00000000-0000-4000-8000-0000000000"
    #expect(try certificates.find(stem + "20").id == certificate(0x20).id)
    #expect(try certificates.find("urn:uuid:" + stem + "1A").id == certificate(0x1a).id)
    #expect(throws: CredentialNotFound(prefix: stem + "1", count: 2)) {
      try certificates.find(stem + "1")
    }
    for unknown in ["", "zebra", stem + "3", "urn:uuid:"] {
      #expect(throws: CredentialNotFound(prefix: unknown, count: 0)) {
        try certificates.find(unknown)
      }
    }
    #expect(certificate(0x1a).shortID == "00000000")
  }

  @Test func theLastNameCounts() throws {
    #expect(try records.learnerName() == nil)
    for name in ["Ines", "  Ines Ortega ", "محمد بن سلمان", "王小明", "क्‍ष"] {
      try records.setLearnerName(name, at: time(1))
      #expect(try records.learnerName() == Words.trim(name))
    }
    try records.setLearnerName("王小明", at: time(2))
    try records.setLearnerName("王小明", at: time(3))
    let rows = try records.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM learner") }
    #expect(rows == 6)
  }

  @Test(arguments: [
    ("", LearnerNameRefused.empty), (" \t\u{A0}", .empty), ("a\nb", .control),
    ("a\u{202E}b", .control), ("a\u{0}b", .control), ("a\u{2028}b", .control),
    (String(repeating: "x", count: 201), .tooLong(201)),
  ])
  func namesThatCannotStand(name: String, refusal: LearnerNameRefused) throws {
    #expect(throws: refusal) { try records.setLearnerName(name, at: time(1)) }
    #expect(try records.learnerName() == nil)
  }
}
