import RehearseCore
import RehearseStore

/// An attempt as programs read it: what `--json` prints.
struct AttemptReport: Encodable {
  struct Ending: Encodable {
    var kind: String
    var scene: String
    var title: String
  }

  struct Skill: Encodable {
    var skill: String
    var points: Double
    var outOf: Double?

    /// What is not known is null; no key is left out.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(skill, forKey: .skill)
      try container.encode(points, forKey: .points)
      try container.encode(outOf, forKey: .outOf)
    }

    private enum CodingKeys: String, CodingKey {
      case skill, points, outOf
    }
  }

  struct Section: Encodable {
    var title: String
    var points: Double
    var outOf: Double
    var passed: Bool
  }

  var course: String
  var digest: String
  var unit: String
  var attempt: String
  var seed: UInt64
  var mode: String
  var client: String?
  var status: String
  var points: Double?
  var best: Double?
  var percent: Double?
  var passMark: Double?
  var passed: Bool?
  /// Whether it was sealed: then nothing is known of points, and of whether it was passed.
  var awaitingMarking: Bool
  var ending: Ending?
  var skills: [Skill]
  var sections: [Section]
  var events: Int

  init(_ attempt: Attempt) {
    self.init(attempt.transcript, attempt.session)
  }

  init(_ transcript: Transcript, _ session: Session) {
    let header = transcript.header
    let result = session.result
    course = header.course
    digest = header.digest
    unit = header.unit
    self.attempt = header.attempt
    seed = header.seed
    mode = header.mode.rawValue
    client = header.client
    status =
      result?.status.rawValue ?? (session.state.isAbandoned ? "abandoned" : "in-progress")
    awaitingMarking = result?.isAwaitingMarking ?? false
    points = awaitingMarking ? nil : (result?.points).map(Self.number)
    best = (result?.outOf).map(Self.number)
    percent = (result?.percent).map { Double($0.hundredths) / 100 }
    passMark = (result?.passMark).map { Double($0.hundredths) / 100 }
    passed = result?.passed
    ending = (result?.ending).map {
      Ending(kind: $0.kind.rawValue, scene: $0.scene, title: $0.title)
    }
    skills = (result?.skills ?? []).map {
      Skill(
        skill: $0.skill, points: Self.number($0.points), outOf: $0.outOf.map(Self.number))
    }
    sections = (result?.sections ?? []).map {
      Section(
        title: $0.title, points: Self.number($0.points), outOf: Self.number($0.outOf),
        passed: $0.isPassed)
    }
    events = transcript.entries.count
  }

  /// To four decimals, for reading; marking never uses it.
  private static func number(_ points: Points) -> Double {
    let scaled = Double(points.units) / Double(Points.unitsPerPoint) * 10_000
    return scaled.rounded() / 10_000
  }

  private enum CodingKeys: String, CodingKey {
    case course, digest, unit, attempt, seed, mode, client, status, points, best, percent, passMark
    case passed, awaitingMarking, ending, skills, sections, events
  }

  /// Every key stands in every object: what is not known is null.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(course, forKey: .course)
    try container.encode(digest, forKey: .digest)
    try container.encode(unit, forKey: .unit)
    try container.encode(attempt, forKey: .attempt)
    try container.encode(seed, forKey: .seed)
    try container.encode(mode, forKey: .mode)
    try container.encode(client, forKey: .client)
    try container.encode(status, forKey: .status)
    try container.encode(points, forKey: .points)
    try container.encode(best, forKey: .best)
    try container.encode(percent, forKey: .percent)
    try container.encode(passMark, forKey: .passMark)
    try container.encode(passed, forKey: .passed)
    try container.encode(awaitingMarking, forKey: .awaitingMarking)
    try container.encode(ending, forKey: .ending)
    try container.encode(skills, forKey: .skills)
    try container.encode(sections, forKey: .sections)
    try container.encode(events, forKey: .events)
  }
}
