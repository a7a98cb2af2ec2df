import RehearseCore
import Testing

@Suite struct CertificateTermTests {
  private func certification(_ front: String) throws -> Certification {
    let text = unitText("certification", "## Requirements\n\n- [A](a.md) `passed`", front: front)
    return try #require(UnitReader.read(text).value.certification)
  }

  private func term(_ front: String, _ completed: String, old: (String, String)? = nil) throws
    -> CertificateTerm
  {
    let certification = try certification(front)
    let renewed = try old.map {
      CertificateTerm(
        from: try #require(CalendarDay($0.0)), until: CalendarDay($0.1),
        certification)
    }
    return CertificateTerm(
      certification, completed: try #require(CalendarDay(completed)), renewing: renewed)
  }

  @Test(arguments: [
    ("valid: 12 months", "2026-11-22", "2027-11-22"),
    ("valid: 12 months", "2028-02-29", "2029-02-28"),
    ("valid: 1 year", "2027-02-28", "2028-02-28"),
    ("valid: 1 month", "2027-01-31", "2027-02-28"),
    ("valid: 90 days", "2026-11-22", "2027-02-20"),
    ("valid: 2 weeks", "2026-12-31", "2027-01-14"),
    ("title2: none", "2026-11-22", nil),
    // The last such day in the period, or the next where that leaves less than half of it.
    ("valid: 12 months\nexpires: on 31 December", "2026-05-10", "2026-12-31"),
    ("valid: 12 months\nexpires: on 31 December", "2026-07-01", "2026-12-31"),
    ("valid: 12 months\nexpires: on 31 December", "2026-07-02", "2027-12-31"),
    ("valid: 12 months\nexpires: on 31 December", "2026-12-31", "2027-12-31"),
    ("valid: 12 months\nexpires: on 31 December", "2027-01-01", "2027-12-31"),
    ("valid: 3 years\nexpires: on 31 December", "2026-02-01", "2028-12-31"),
    ("valid: 3 months\nexpires: on 31 December", "2026-03-01", "2026-12-31"),
    ("expires: on 29 February", "2026-11-22", "2028-02-29"),
    ("valid: 2 years\nexpires: on 29 February", "2026-11-22", "2028-02-29"),
  ])
  func aFirstTerm(front: String, completed: String, until: String?) throws {
    #expect(try term(front, completed).until?.description == until)
  }

  @Test(arguments: [
    // In the window no day is lost, and in grace none is gained.
    ("from the old expiry", "2027-10-01", "2028-11-22"),
    ("from the old expiry", "2027-12-10", "2028-11-22"),
    // Before the window (a new version of the course) and after the grace it is counted anew.
    ("from the old expiry", "2027-05-01", "2028-05-01"),
    ("from the old expiry", "2028-01-05", "2029-01-05"),
    ("from completion", "2027-10-01", "2028-10-01"),
    ("on 31 December", "2027-10-01", "2028-12-31"),
  ])
  func aRenewedTerm(expires: String, completed: String, until: String) throws {
    let front = "valid: 12 months\nrenew: from 60 days before\ngrace: 30 days\nexpires: \(expires)"
    #expect(
      try term(front, completed, old: ("2026-11-22", "2027-11-22")).until?.description == until)
  }

  @Test func aFixedEndIsKeptYearAfterYear() throws {
    let front = "valid: 12 months\nrenew: from 60 days before\nexpires: on 31 December"
    for day in ["2027-11-02", "2027-12-30", "2027-12-31"] {
      #expect(
        try term(front, day, old: ("2026-11-22", "2027-12-31")).until?.description == "2028-12-31")
    }
  }

  @Test(arguments: [
    ("2026-11-22", CertificateTerm.Standing.held), ("2027-09-22", .held),
    ("2027-09-23", .renewable), ("2027-11-22", .renewable), ("2027-11-23", .inGrace),
    ("2027-12-22", .inGrace), ("2027-12-23", .lapsed), ("2099-01-01", .lapsed),
  ])
  func standsOnADay(day: String, standing: CertificateTerm.Standing) throws {
    let term = try term(
      "valid: 12 months\nrenew: from 60 days before\ngrace: 30 days", "2026-11-22")
    #expect(term.standing(on: try #require(CalendarDay(day))) == standing)
    #expect(term.renewalOpens?.description == "2027-09-23")
    #expect(term.graceEnds?.description == "2027-12-22")
    #expect(term.freshFrom == term.renewalOpens)
  }

  @Test func withoutAWindowItIsHeldToItsEndAndThenLapsed() throws {
    let term = try term("valid: 1 month", "2026-11-22")
    let until = try #require(term.until)
    #expect(term.standing(on: until) == .held)
    #expect(term.standing(on: until.adding(days: 1)) == .lapsed)
    #expect(term.freshFrom == until.adding(days: 1))
  }

  @Test func withoutAnEndItIsHeldForEver() throws {
    let term = try term("renew: from 60 days before", "2026-11-22")
    #expect(term.standing(on: CalendarDay(daysSince1970: .max)) == .held)
    #expect(term.freshFrom == nil)
  }

  @Test func theWindowOpensAtTheEarliestWithTheTerm() throws {
    let term = try term("valid: 30 days\nrenew: from 60 days before", "2026-11-22")
    #expect(term.renewalOpens?.description == "2026-11-22")
  }
}
