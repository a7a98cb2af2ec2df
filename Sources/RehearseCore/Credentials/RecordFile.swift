/// What a learner sends to the organisation: transcripts, the certificates that rest on them, and the
/// courses they belong to. Notes stay on the laptop. Its text is JSON that the laptop signs as a whole
/// (`docs/exchange-of-records.md`).
package struct RecordFile: Equatable, Sendable {
  /// The content of a course that a transcript was made on.
  package struct CourseContent: Equatable, Sendable {
    package var id: String
    /// The course's `version:`, as written; nil where it has none.
    package var version: String?
    /// 64 hexadecimal digits.
    package var digest: String

    package init(id: String, version: String?, digest: String) {
      self.id = id
      self.version = version
      self.digest = digest
    }
  }

  package var learner: AchievementCredential.Learner
  /// ISO 8601, UTC, seconds.
  package var created: String
  package var courses: [CourseContent]
  /// Each as `rehearse export-transcript` writes it.
  package var transcripts: [String]
  /// Certificates, each as it was signed: canonical JSON or a compact JWT.
  package var credentials: [String]

  package static let maximumBytes = JSONReader.maximumBytes
  /// More than a lifetime of attempts.
  package static let maximumTranscripts = 10_000

  package init(
    learner: AchievementCredential.Learner, created: String, courses: [CourseContent],
    transcripts: [String], credentials: [String]
  ) {
    self.learner = learner
    self.created = created
    self.courses = courses
    self.transcripts = transcripts
    self.credentials = credentials
  }

  /// Without a signature.
  package var json: JSONValue {
    [
      "rehearse": "record 1",
      "created": .string(created),
      "learner": ["id": .string(learner.id), "name": .string(learner.name)],
      "courses": .array(
        courses.map { course in
          var members: [String: JSONValue] = [
            "id": .string(course.id), "digest": .string("sha256:" + course.digest),
          ]
          if let version = course.version { members["version"] = .string(version) }
          return .object(members)
        }),
      "attempts": .array(transcripts.map { ["transcript": .string($0)] }),
      "credentials": .array(credentials.map { .string($0) }),
    ]
  }

  /// Whether a value says of itself that it is a record file, so that another kind of file is not
  /// taken for a broken one.
  package static func isRecord(_ json: JSONValue) -> Bool { json["rehearse"] == "record 1" }

  /// - Parameter json: signed or not; the signature is looked at elsewhere.
  package init(_ json: JSONValue) throws(ExchangeFailure) {
    guard Self.isRecord(json) else { throw .notThisKind("a record file") }
    try ExchangeFailure.refuseOthers(
      in: json,
      than: ["rehearse", "created", "learner", "courses", "attempts", "credentials", "proof"])
    created = try ExchangeFailure.time(json["created"], "created")
    learner = AchievementCredential.Learner(
      name: try ExchangeFailure.text(json["learner"]?["name"], "learner.name"),
      id: try ExchangeFailure.text(json["learner"]?["id"], "learner.id"))
    courses = []
    for course in try ExchangeFailure.list(json["courses"], "courses", Self.maximumTranscripts) {
      courses.append(
        CourseContent(
          id: try ExchangeFailure.text(course["id"], "courses.id"),
          version: try ExchangeFailure.optional(course["version"], "courses.version"),
          digest: try ExchangeFailure.digest(course["digest"], "courses.digest")))
    }
    transcripts = []
    for attempt in try ExchangeFailure.list(json["attempts"], "attempts", Self.maximumTranscripts) {
      transcripts.append(try ExchangeFailure.text(attempt["transcript"], "attempts.transcript"))
    }
    credentials = []
    for body in try ExchangeFailure.list(
      json["credentials"], "credentials", Self.maximumTranscripts)
    {
      credentials.append(try ExchangeFailure.text(body, "credentials"))
    }
  }
}

/// Why a file that travels between learner and organisation cannot be used.
package enum ExchangeFailure: Error, Equatable, Sendable {
  case notThisKind(String)
  /// A member that is missing, or is not what belongs there.
  case member(String)
  case tooMany(String, limit: Int)

  static func refuseOthers(
    in json: JSONValue, than names: Set<String>
  ) throws(ExchangeFailure) {
    let others = (json.object ?? [:]).keys.filter { !names.contains($0) }.sorted()
    if let other = others.first { throw .member(other) }
  }

  static func text(_ value: JSONValue?, _ name: String) throws(ExchangeFailure) -> String {
    guard let text = value?.string, !text.isEmpty else { throw .member(name) }
    return text
  }

  static func optional(
    _ value: JSONValue?, _ name: String
  ) throws(ExchangeFailure) -> String? {
    value == nil ? nil : try text(value, name)
  }

  /// Without its `sha256:`.
  static func digest(_ value: JSONValue?, _ name: String) throws(ExchangeFailure) -> String {
    let bytes = Array(try text(value, name).utf8)
    let prefix = Array("sha256:".utf8)
    let digits = bytes.dropFirst(prefix.count)
    guard bytes.starts(with: prefix), digits.count == 64,
      digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { throw .member(name) }
    return String(decoding: digits, as: UTF8.self)
  }

  static func time(_ value: JSONValue?, _ name: String) throws(ExchangeFailure) -> String {
    let text = try text(value, name)
    guard Transcript.isTime(text) else { throw .member(name) }
    return text
  }

  static func list(
    _ value: JSONValue?, _ name: String, _ limit: Int
  ) throws(ExchangeFailure) -> [JSONValue] {
    guard let items = value?.array else { throw .member(name) }
    guard items.count <= limit else { throw .tooMany(name, limit: limit) }
    return items
  }
}
