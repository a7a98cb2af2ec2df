import RehearseCore
import Testing

/// What a certification makes of attempts.
@Suite struct CertificationTests {
  static let text = """
    ## Requirements

    - [Exam](exam.md) `at least 80%` `each section 60%`
    - [Talk](talk.md) `passed`
    - Any 2 of
      - [B](b.md) `completed`
      - [C](c.md) `passed`
      - Any 1 of
        - [D](d.md) `at least 50%`
        - [E](e.md) `at least 66.67%`

    ## Renewal

    - [Drill](drill.md) `passed`
    """
  static let front = "valid: 12 months\nrenew: from 60 days before\ngrace: 30 days"

  func certification(_ body: String = text, front: String = front) throws -> Certification {
    let unit = UnitReader.read(unitText("certification", body, front: front)).value
    #expect(unit.isSound)
    return try #require(unit.certification)
  }

  /// `exam` on a day, with points of 100 and those of its sections of 10.
  func fact(
    _ unit: String, _ day: String, _ points: Int = 100, of outOf: Int? = 100, passed: Bool? = true,
    sections: [Int] = [], mode: Mode = .assessed, kind: UnitKind = .assessment,
    content: AttemptFact.Content = .sameVersion, failed: Bool = false
  ) -> AttemptFact {
    AttemptFact(
      attempt: "\(unit) \(day) \(points)", unit: unit + ".md", kind: kind, mode: mode,
      ended: day + "T09:00:00Z", passed: passed, points: Points(points),
      outOf: outOf.map { Points($0) }, isFailed: failed,
      sections: sections.map { .init(title: "S", points: Points($0), outOf: Points(10)) },
      skills: [.init(skill: "candour", points: Points(points), outOf: outOf.map { Points($0) })],
      digest: String(repeating: "0", count: 64), content: content)
  }

  var allMet: [AttemptFact] {
    [
      fact("exam", "2026-01-01", 85, sections: [6, 10]), fact("talk", "2026-01-03"),
      fact("b", "2026-01-02", passed: nil, mode: .practice, kind: .lesson),
      fact("e", "2026-01-05", 70),
    ]
  }

  func task(
    _ facts: [AttemptFact], _ today: String, _ certificate: CertificationTask.Certificate? = nil,
    version: String? = "1.0", held: [String: String] = [:], body: String = text,
    front: String = front
  ) throws -> CertificationTask {
    CertificationTask(
      try certification(body, front: front), certificate: certificate, facts: facts, held: held,
      courseVersion: version, today: try #require(CalendarDay(today)))
  }

  /// Earned on 5 January 2026 by `allMet`: it holds until 5 January 2027, and can be renewed from
  /// 6 November 2026 to 4 February 2027.
  func certificate(revoked: String? = nil) -> CertificationTask.Certificate {
    .init(
      id: "first", validFrom: "2026-01-05T09:00:00Z", validUntil: "2027-01-05T23:59:59Z",
      courseVersion: "1.0", revokedAt: revoked, evidence: Set(allMet.map(\.attempt)))
  }

  // MARK: Requirements

  @Test func itIsMetAtTheMomentInWhichTheLastThatWasNeededWas() throws {
    let facts = allMet
    let task = try task(facts, "2026-03-01")
    #expect(task.kind == .award && task.isDue)
    #expect(task.evaluation.completedAt == "2026-01-05T09:00:00Z")
    #expect(task.evaluation.evidence.map(\.attempt) == facts.map(\.attempt))
    #expect(task.evaluation.items.map(\.isMet) == [true, true, true])
    for missing in facts.indices {
      var fewer = facts
      fewer.remove(at: missing)
      let task = try self.task(fewer, "2026-03-01")
      #expect(!task.isDue && task.evaluation.completedAt == nil)
    }
  }

  @Test func theBestAttemptBeforeTheCompletionIsTheEvidence() throws {
    let talks = [("2026-01-02", 60), ("2026-01-04", 90), ("2026-01-05", 90), ("2026-02-01", 100)]
    let facts =
      talks.map { fact("talk", $0.0, $0.1) } + allMet.filter { $0.unit != "talk.md" }
    let evaluation = try task(facts, "2026-03-01").evaluation
    #expect(evaluation.completedAt == "2026-01-05T09:00:00Z")
    #expect(evaluation.items[1].metAt == "2026-01-02T09:00:00Z")
    #expect(evaluation.items[1].evidence?.attempt == "talk 2026-01-04 90")
  }

  /// Of three that two are asked of, the second that was met counts.
  @Test func anyCountsThoseThatWereMetFirst() throws {
    let facts = allMet + [fact("c", "2026-01-04"), fact("d", "2026-02-01")]
    let any = try task(facts, "2026-03-01").evaluation.items[2]
    #expect(any.metAt == "2026-01-04T09:00:00Z")
  }

  @Test(arguments: [
    // Two thirds of 3 are 66.666…%: not 66.67%, and more than 66.66%.
    ("at least 66.67%", 2, 3, false), ("at least 66.66%", 2, 3, true),
    ("at least 80%", 4, 5, true), ("at least 80%", 79, 100, false),
    ("at least 100%", 999_999, 1_000_000, false), ("at least 0%", 0, 5, true),
  ])
  func sharesAreComparedExactly(demand: String, points: Int, outOf: Int, isMet: Bool) throws {
    let body = "## Requirements\n\n- [Exam](exam.md) `\(demand)`"
    #expect(
      try task([fact("exam", "2026-01-01", points, of: outOf)], "2026-01-01", body: body).isDue
        == isMet)
  }

  @Test(arguments: [
    ([6, 6], true), ([10, 5], false), ([10], true), ([], false),
  ])
  func sectionsAreLookedAt(sections: [Int], isMet: Bool) throws {
    let body = "## Requirements\n\n- [Exam](exam.md) `each section 60%`"
    // Whether the exam itself was passed is another question.
    let facts = [fact("exam", "2026-01-01", passed: false, sections: sections)]
    #expect(try task(facts, "2026-01-01", body: body).isDue == isMet)
  }

  @Test(arguments: Certification.Demand.samples)
  func whatIsPractisedDoesNotCount(demand: Certification.Demand) {
    let facts = [
      fact("a", "2026-01-01", sections: [10], mode: .practice),
      fact("a", "2026-01-01", sections: [10], mode: .practice, kind: .scenario),
    ]
    for fact in facts { #expect(!fact.meets(demand)) }
    #expect(fact("a", "2026-01-01", sections: [10]).meets(demand))
  }

  @Test func whatIsReadOrWorkedThroughIsCompleted() {
    let demand = Certification.Demand.completed
    #expect(fact("a", "2026-01-01", mode: .practice, kind: .lesson).meets(demand))
    #expect(fact("a", "2026-01-01", passed: false, mode: .practice, kind: .checklist).meets(demand))
    #expect(fact("a", "2026-01-01", mode: .engagement, kind: .checklist).meets(demand))
    // Closed with critical points open.
    #expect(
      !fact("a", "2026-01-01", passed: false, mode: .engagement, kind: .checklist).meets(demand))
    #expect(fact("a", "2026-01-01", passed: false).meets(demand))
  }

  @Test func noPointsMakeACriticalMistakeGood() {
    let failed = fact("a", "2026-01-01", 100, passed: false, kind: .scenario, failed: true)
    #expect(!failed.meets(.atLeast(Percent(50))))
    #expect(!fact("a", "2026-01-01", 100, of: nil).meets(.atLeast(Percent(0))))
    #expect(!fact("a", "2026-01-01", 0, of: 0).meets(.atLeast(Percent(50))))
  }

  @Test func skillsAreAddedUpOverTheEvidence() throws {
    let skills = try task(allMet, "2026-03-01").evaluation.skills
    #expect(skills.map(\.name) == ["candour"])
    #expect(skills.first?.points == Points(85 + 100 + 100 + 70))
    #expect(skills.first?.outOf == Points(400))
  }

  // MARK: Another certification

  @Test func anotherCertificationIsARequirement() throws {
    let body = "## Requirements\n\n- [Basics](basics.md) `passed`\n- [Talk](talk.md) `passed`"
    let facts = [fact("talk", "2026-01-03")]
    #expect(try !task(facts, "2026-03-01", body: body).isDue)
    let held = try self.task(
      facts, "2026-03-01", held: ["basics.md": "2026-02-01T10:00:00Z"], body: body)
    #expect(held.isDue)
    #expect(held.evaluation.completedAt == "2026-02-01T10:00:00Z")
    #expect(held.evaluation.evidence.map(\.unit) == ["talk.md"])
  }

  @Test func whatAsksForOthersAloneIsRenewedWithThem() throws {
    let body = "## Requirements\n\n- [Basics](basics.md) `passed`"
    let early = ["basics.md": "2026-02-01T10:00:00Z"]
    let late = ["basics.md": "2026-12-01T10:00:00Z"]
    #expect(try task([], "2026-03-01", held: early, body: body).isDue)
    #expect(try !task([], "2026-12-05", certificate(), held: early, body: body).isDue)
    #expect(try task([], "2026-12-05", certificate(), held: late, body: body).isDue)
  }

  @Test func certificationsThatAskForOneAnotherAreFound() throws {
    func asking(_ requirements: String) -> String {
      unitText("certification", "## Requirements\n\n\(requirements)")
    }
    let found = reviewCourse(
      [
        "course.md": unitText("course", "- [A](a.md)\n- [B](b.md)\n- [C](c.md)\n- [D](d.md)"),
        "a.md": asking("- [B](b.md) `passed`"), "b.md": asking("- [C](c.md) `passed`"),
        "c.md": asking(
          "- Any 2 of\n  - [D](d.md) `passed`\n  - [A](a.md) `passed`\n  - [B](b.md) `passed`"),
        "d.md": asking(
          "- Any 1 of\n  - [A](a.md) `passed`\n  - [E](e.md) `completed`"),
        "e.md": unitText("lesson", "Text."),
      ], by: Rule.all.filter { $0.id == "circular-certification" })
    #expect(
      found.filter { $0.rule == "circular-certification" }.map(\.file) == [
        "a.md", "b.md", "c.md", "c.md",
      ])
  }

  // MARK: Renewal

  @Test func whatIsHeldAsksForNothing() throws {
    let better = allMet + [fact("exam", "2026-05-01", 100, sections: [10, 10])]
    let task = try task(better, "2026-06-01", certificate())
    #expect(task.kind == .nothing && !task.isDue && task.standing == .held)
  }

  /// The drill, on a day, as seen on a later one.
  @Test(arguments: [
    // Before the window it shows nothing new.
    ("2026-11-05", "2026-11-06", CertificationTask.Kind.renewal, false),
    ("2026-11-06", "2026-11-06", .renewal, true),
    ("2027-01-05", "2027-01-05", .renewal, true),
    ("2027-01-20", "2027-02-04", .renewal, true),
    ("2027-02-04", "2027-02-04", .renewal, true),
    // Shown in time, and looked at only later: the program was killed, or not opened.
    ("2027-02-04", "2027-06-01", .renewal, true),
    ("2027-02-05", "2027-02-05", .award, false),
  ])
  func renewalSufficesInWindowAndGrace(
    day: String, today: String, kind: CertificationTask.Kind, isDue: Bool
  ) throws {
    let task = try task(allMet + [fact("drill", day)], today, certificate())
    #expect(task.kind == kind)
    #expect(task.isDue == isDue)
    if isDue {
      #expect(task.evaluation.evidence.map(\.unit) == ["drill.md"])
      #expect(
        try task.earned(certification())?.until
          == CalendarDay(day).map { $0 + .init(count: 12, unit: .months) })
    }
  }

  @Test func afterGraceEverythingIsAskedForAgain() throws {
    let again = [
      fact("exam", "2026-12-01", 85, sections: [6, 10]), fact("talk", "2027-03-03"),
      fact("b", "2027-03-02", passed: nil, mode: .practice, kind: .lesson),
      fact("e", "2027-03-05", 70),
    ]
    let old = try task(allMet, "2027-03-10", certificate())
    #expect(old.kind == .award && !old.isDue)
    #expect(old.evaluation.items.map(\.isMet) == [false, false, false])
    let new = try task(allMet + again, "2027-03-10", certificate())
    #expect(new.isDue)
    #expect(new.evaluation.completedAt == "2027-03-05T09:00:00Z")
    #expect(try new.earned(certification())?.until?.description == "2028-03-05")
    let missing = try task(allMet + again.dropLast(), "2027-03-10", certificate())
    #expect(!missing.isDue)
  }

  @Test func withoutARenewalEverythingIsAskedForInTheWindow() throws {
    let body = "## Requirements\n\n- [Talk](talk.md) `passed`"
    #expect(try task(allMet, "2026-12-01", certificate(), body: body).kind == .renewal)
    #expect(try !task(allMet, "2026-12-01", certificate(), body: body).isDue)
    let again = allMet + [fact("talk", "2026-11-30")]
    #expect(try task(again, "2026-12-01", certificate(), body: body).isDue)
  }

  @Test func whatWasWithdrawnIsEarnedAnew() throws {
    let certificate = certificate(revoked: "2026-02-01T00:00:00Z")
    let task = try task(allMet, "2026-06-01", certificate)
    #expect(task.kind == .award && !task.isDue)
    let again = [
      fact("exam", "2026-05-01", 85, sections: [6, 10]), fact("talk", "2026-05-03"),
      fact("b", "2026-05-02", passed: nil, mode: .practice, kind: .lesson),
      fact("e", "2026-05-05", 70),
    ]
    #expect(try self.task(allMet + again, "2026-06-01", certificate).isDue)
  }

  // MARK: A new major version

  /// The facts of version 1 as a course of version 2 sees them.
  func earlier(changed: Set<String>) -> [AttemptFact] {
    allMet.map { fact in
      var fact = fact
      fact.content = changed.contains(fact.unit) ? .changed : .unchanged
      return fact
    }
  }

  @Test func onlyWhatChangedIsAskedAgain() throws {
    let facts = earlier(changed: ["talk.md"])
    let open = try task(facts, "2026-06-01", certificate(), version: "2.0")
    #expect(open.kind == .update && !open.isDue)
    #expect(open.evaluation.items.map(\.isMet) == [true, false, true, false])
    let new = facts + [fact("talk", "2026-05-20"), fact("drill", "2026-05-21")]
    let done = try task(new, "2026-06-01", certificate(), version: "2.0")
    #expect(done.isDue)
    #expect(done.evaluation.completedAt == "2026-05-21T09:00:00Z")
    #expect(done.evaluation.evidence.count == 5)
    // Long before the window, the new term begins with the completion.
    #expect(try done.earned(certification())?.until?.description == "2027-05-21")
    // What was played before the certificate was given, and on the old text, shows nothing.
    var onOld = fact("talk", "2026-05-20")
    onOld.content = .changed
    #expect(
      try !task(
        facts + [onOld, fact("drill", "2026-05-21")], "2026-06-01", certificate(), version: "2.0"
      ).isDue)
  }

  @Test func aNewVersionThatChangedNothingAsksForNothing() throws {
    let facts = earlier(changed: [])
    #expect(try task(facts, "2026-06-01", certificate(), version: "2.0").kind == .nothing)
    #expect(try task(allMet, "2026-06-01", certificate(), version: "1.9").kind == .nothing)
    #expect(try task(allMet, "2026-06-01", certificate(), version: nil).kind == .nothing)
    // In the window the drill is asked for, as always.
    let drill = facts + [fact("drill", "2026-12-01")]
    let task = try self.task(drill, "2026-12-01", certificate(), version: "2.0")
    #expect(task.kind == .update && task.isDue)
  }

  @Test func beforeTheFirstAwardWhatChangedIsAskedAgainToo() throws {
    let facts = earlier(changed: ["talk.md"])
    #expect(try !task(facts, "2026-06-01", version: "2.0").isDue)
    #expect(try task(facts + [fact("talk", "2026-05-20")], "2026-06-01", version: "2.0").isDue)
  }

  @Test func versions() {
    for (new, old) in [("2.0", "1.9"), ("10", "9.1"), ("2", "1"), (" 3 .0", "2.9.9")] {
      #expect(CourseVersion.isNewer(new, than: old), "\(new) \(old)")
      #expect(!CourseVersion.isNewer(old, than: new), "\(new) \(old)")
    }
    #expect(!CourseVersion.isNewer("1.1", than: "1.0"))
    #expect(!CourseVersion.isNewer("two", than: "1.0"))
    #expect(!CourseVersion.isNewer(nil, than: "1.0"))
    #expect(!CourseVersion.isNewer("2.0", than: nil))
  }
}

extension Certification.Demand {
  static let samples: [Self] = [
    .passed, .completed, .atLeast(Percent(50)), .eachSection(Percent(50)),
    .both(Percent(50), eachSection: Percent(50)),
  ]
}
