import RehearseCore
import Testing

@testable import RehearseStore

/// A course in memory: forty questions and a role-play of thirty scenes, and what is awarded for both.
struct MemoryCourse: CourseSource {
  var files: [String: String]

  func bytes(of path: String) -> [UInt8]? { files[path].map { Array($0.utf8) } }
  func paths() -> [String] { files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  static let certification = """
    ---
    kind: certification
    title: Plain speaker
    id: plain-speaker
    valid: 12 months
    renew: from 60 days before
    grace: 30 days
    expires: from the old expiry
    ---

    Awarded to those who say it plainly.

    ## Requirements

    - [Forty questions](exam.md) `at least 50%`
    - [The talk](talk.md) `passed`

    ## Renewal

    - [Forty questions](exam.md) `at least 50%`

    """

  init(id: String = "plain", version: String = "1.0") {
    let questions = (1...40).map { "### Is it number \($0)? `skill candour`\n\nAnswer: true\n" }
    let scenes = (1...30).map { number in
      let next = number == 30 ? "good" : "step-\(number + 1)"
      return """
        ## Step \(number)

        **Bo:** What of number \(number)?

        - [“Here it is.”](#\(next)) `points 2 candour`
        - [“Perhaps.”](#\(next)) `points 1 candour`
        - [“I would not know.”](#\(next))

        """
    }
    files = [
      "course.md": """
      ---
      kind: course
      title: Plain words
      id: \(id)
      version: \(version)
      skills: candour = Candour
      ---

      1. [Forty questions](exam.md)
      2. [The talk](talk.md)
      3. [Plain speaker](certificate.md)

      """,
      "exam.md": """
      ---
      kind: assessment
      title: Forty questions
      pass: 50%
      ---

      \(questions.joined(separator: "\n"))
      """,
      "talk.md": """
      ---
      kind: scenario
      title: The talk
      cast: Bo = Bo Lindqvist, support; You = Project consultant
      pass: 20%
      ---

      \(scenes.joined(separator: "\n"))
      ## Good

      `ending success`

      **Bo:** Thank you.

      """,
      "certificate.md": Self.certification,
    ]
  }
}

/// A learner with a laptop: a record in memory and a key.
struct ExchangeLearner {
  let records: RecordsDatabase
  let key: LaptopKey
  let source: MemoryCourse
  let course: OpenCourse
  let snapshot: String
  let number: Int
  var name = "Zoë Ó Briain"

  var profile: AchievementCredential.Learner { .init(name: name, id: key.did.text) }

  init(_ number: Int, course source: MemoryCourse = MemoryCourse()) throws {
    records = try .inMemory()
    key = try #require(
      LaptopKey(seed: (0..<32).map { UInt8(truncatingIfNeeded: number &* 31 &+ $0 &+ 1) }))
    self.source = source
    self.number = number
    course = try OpenCourse(source)
    try Library(records).register(course.id, title: course.title, folder: nil, at: time(0))
    snapshot = try Library(records).takeSnapshot(of: source, course: course.id, at: time(0))
  }

  /// The same learner on the content of the course as it is then.
  func onto(_ source: MemoryCourse) throws -> ExchangeLearner { try .init(self, source) }

  private init(_ other: ExchangeLearner, _ source: MemoryCourse) throws {
    (records, key, number, name) = (other.records, other.key, other.number, other.name)
    self.source = source
    course = try OpenCourse(source)
    snapshot = try Library(records).takeSnapshot(of: source, course: course.id, at: time(0))
  }

  /// Plays a unit to its end, an event a second, most of it well.
  @discardableResult
  func play(_ unit: String, attempt: Int, seed: UInt64 = 7, at start: String) throws -> String {
    let begun = try #require(NumericDate.seconds(of: start))
    var random = Generator(seed: seed, stream: unit)
    var attempt = try Attempt.begin(
      try course.program(unit), course: course.id, snapshot: snapshot, mode: .assessed, seed: seed,
      id: uuid(number << 16 + attempt), passed: [], now: start, in: records)
    var second = 0
    while !attempt.session.isOver {
      second += 1
      let isGood = random.next(below: 5) > 0
      let event: Event
      switch attempt.session.prompt {
      case .choices(let choices): event = .choose(isGood ? 0 : choices.count - 1)
      case .question: event = .answer(.truth(isGood))
      default: event = .finish
      }
      let now = try #require(NumericDate.text(of: begun + second))
      _ = try attempt.record(event, now: now)
    }
    #expect(attempt.session.result?.passed == true)
    return attempt.record.id
  }

  /// The certificates that are due, as the player awards them.
  func award(_ number: Int, at now: String) throws -> [AchievementCredential] {
    let awarding = Awarding(records, course: course)
    let key = key
    return try awarding.standings(at: now).compactMap { standing in
      try awarding.award(
        standing, to: name, id: uuid(0xA000_0000 + self.number << 8 + number),
        signer: CertificateSigner(
          holder: { key.did.text },
          sign: { SignedCredential.sign($0, with: key, created: now) }), at: now
      )?.credential
    }
  }

  func record(at now: String) throws -> RecordFile {
    try Submission(records).record(of: profile, at: now)
  }

  func signed(_ file: RecordFile) -> [UInt8] { SignedRecord.sign(file, with: key) }

  /// Exam, talk and provisional certificate on the first day.
  static func certified(
    _ number: Int, seed: UInt64 = 7, course: MemoryCourse = MemoryCourse()
  ) throws -> ExchangeLearner {
    let learner = try ExchangeLearner(number, course: course)
    try learner.play("exam.md", attempt: 1, seed: seed, at: time(100))
    try learner.play("talk.md", attempt: 2, seed: seed, at: time(200))
    try #require(try learner.award(1, at: time(300)).count == 1)
    return learner
  }
}

/// The training group, with a record in memory.
struct ExchangeOrganisation {
  let records: RecordsDatabase
  var issuer: Endorsing.Issuer

  init(key: UInt8 = 1, name: String = "Northwind Academy") throws {
    records = try .inMemory()
    issuer = try Self.issuer(key, name)
  }

  static func issuer(_ byte: UInt8, _ name: String = "Northwind Academy") throws -> Endorsing.Issuer
  {
    let key = try CompactJWSTests.key(byte)
    return Endorsing.Issuer(profile: .init(id: key.did.text, name: name), key: key)
  }

  func enrol(
    _ learner: ExchangeLearner, name: String? = nil, scope: [String] = ["*"],
    at now: String = time(0),
    until: String = "2028-11-22T23:59:59Z", id number: Int = 0
  ) throws -> LaptopEnrolment {
    let id = "urn:uuid:" + uuid(0xE000_0000 + learner.number << 8 + number)
    let enrolment = LaptopEnrolment(
      id: id, issuer: issuer.profile, laptop: learner.key.did.text, learner: name ?? learner.name,
      scope: scope, validFrom: now, validUntil: until,
      status: try StatusRegister(records, issuer: issuer.profile).allot(id))
    try Certificates(records).add(
      CredentialRecord(
        enrolment, body: try CredentialJWT.sign(enrolment, with: issuer.key).text, at: now),
      status: enrolment.status)
    return enrolment
  }

  func endorsing(_ sources: any CourseSource..., from: Int = 1) throws -> Endorsing {
    let ids = IDs(from)
    return try Endorsing(
      records, issuer: issuer, evidence: try EvidenceReplay(records, sources: sources),
      newID: { ids.next() })
  }

  func lists(
    earlier: [AchievementCredential.Issuer] = [], at now: String
  ) throws -> [String] {
    try StatusRegister(records, issuer: issuer.profile).lists(
      signedWith: issuer.key, earlier: earlier, at: now)
  }

  /// UUIDs in a row.
  private final class IDs {
    private var last: Int
    init(_ first: Int) { last = 0xF000_0000 + first << 16 }
    func next() -> String {
      last += 1
      return uuid(last)
    }
  }
}

extension Transcript {
  /// The same header with other events, and hashes that fit: what the owner of a laptop can make.
  func remade(_ entries: [Entry], header other: Header? = nil) -> Transcript {
    var transcript = Transcript(other ?? header, hash: SHA256Digest.bytes)
    for entry in entries { transcript.append(entry.event, at: entry.time) }
    return transcript
  }
}
