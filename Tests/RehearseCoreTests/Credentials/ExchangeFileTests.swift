import Testing

@testable import RehearseCore

/// Record files and result files, as they come from outside.
@Suite struct ExchangeFileTests {
  static let record = RecordFile(
    learner: .init(name: "Zoë Ó Briain", id: CredentialSamples.learner),
    created: "2026-11-22T14:00:00Z",
    courses: [
      .init(id: "consulting", version: "2.1", digest: String(repeating: "0a", count: 32)),
      .init(id: "plain", version: nil, digest: String(repeating: "f9", count: 32)),
    ],
    transcripts: ["rehearse transcript 1\n…", "another"], credentials: ["{}", "a.b.c"])
  static let result = ResultFile(
    credentials: ["a.b.c"], statusLists: ["d.e.f"],
    findings: [.init(about: "x", text: "Not so."), .init(about: nil, text: "Nor so.")])

  @Test func thereAndBack() throws {
    func read(_ json: JSONValue) throws -> JSONValue {
      try JSONReader.read(CanonicalJSON.bytes(of: json))
    }
    #expect(try RecordFile(try read(Self.record.json)) == Self.record)
    #expect(try ResultFile(try read(Self.result.json)) == Self.result)
    #expect(try ResultFile(try read(ResultFile().json)) == ResultFile())
  }

  @Test func oneKindIsNotTheOther() {
    #expect(throws: ExchangeFailure.notThisKind("a record file")) {
      try RecordFile(Self.result.json)
    }
    #expect(throws: ExchangeFailure.notThisKind("a result file")) {
      try ResultFile(Self.record.json)
    }
    for json in [.null, [], "record 1", ["rehearse": "record 2"], ["rehearse": 1]] as [JSONValue] {
      #expect(!RecordFile.isRecord(json) && !ResultFile.isResult(json))
      #expect(throws: ExchangeFailure.self) { try RecordFile(json) }
      #expect(throws: ExchangeFailure.self) { try ResultFile(json) }
    }
  }

  private static let wrong: [JSONValue] = [
    .null, 7, "", [], [:], true, ["x": 1], [7], [.null], "sha256:0a", "2026-11-22",
  ]

  /// A member is either optional, or refused by its name where it is missing or another thing.
  private func check(
    _ whole: JSONValue, _ path: [String], _ name: String, isOptional: Bool = false,
    fits: [JSONValue] = [], _ read: (JSONValue) throws -> Void
  ) {
    func changed(_ json: JSONValue, _ path: ArraySlice<String>, _ value: JSONValue?) -> JSONValue {
      guard let step = path.first else { return value ?? .null }
      if var items = json.array {
        items[0] = changed(items[0], path.dropFirst(), value)
        return .array(items)
      }
      var members = json.object ?? [:]
      members[step] =
        path.count == 1 ? value : changed(members[step] ?? .null, path.dropFirst(), value)
      return .object(members)
    }
    for value in Self.wrong + (isOptional ? [] : [nil]) as [JSONValue?] {
      if let value, fits.contains(value) { continue }
      #expect(throws: ExchangeFailure.member(name), "\(String(describing: value))") {
        try read(changed(whole, path[...], value))
      }
    }
  }

  @Test func everyMemberOfARecordIsNeeded() {
    // Lists may be empty, but not hold other things; text may be any text.
    let texts: [JSONValue] = ["sha256:0a", "2026-11-22"]
    let cases: [([String], String, Bool, [JSONValue])] = [
      (["created"], "created", false, []),
      (["learner", "name"], "learner.name", false, texts),
      (["learner", "id"], "learner.id", false, texts),
      (["courses"], "courses", false, [[], [7], [.null]]),
      (["courses", "0", "id"], "courses.id", false, texts),
      (["courses", "0", "digest"], "courses.digest", false, []),
      (["courses", "0", "version"], "courses.version", true, texts),
      (["attempts"], "attempts", false, [[], [7], [.null]]),
      (["attempts", "0", "transcript"], "attempts.transcript", false, texts),
      (["credentials"], "credentials", false, [[]]),
      (["more"], "more", true, []),
    ]
    for (path, name, isOptional, fits) in cases {
      check(Self.record.json, path, name, isOptional: isOptional, fits: fits) {
        _ = try RecordFile($0)
      }
    }
  }

  @Test func everyMemberOfAResultIsNeeded() {
    let texts: [JSONValue] = ["sha256:0a", "2026-11-22"]
    let cases: [([String], String, Bool, [JSONValue])] = [
      (["credentials"], "credentials", false, [[]]),
      (["statusLists"], "statusLists", false, [[]]),
      (["findings"], "findings", false, [[], [7], [.null]]),
      (["findings", "0", "text"], "findings.text", false, texts),
      (["findings", "0", "about"], "findings.about", true, texts),
      (["trust"], "trust", true, []),
    ]
    for (path, name, isOptional, fits) in cases {
      check(Self.result.json, path, name, isOptional: isOptional, fits: fits) {
        _ = try ResultFile($0)
      }
    }
  }

  @Test func aDigestIsHexadecimal() {
    for digest in [
      "sha256:" + String(repeating: "0A", count: 32),
      "sha256:" + String(repeating: "zz", count: 32),
      "sha512:" + String(repeating: "0a", count: 32),
      "sha256:" + String(repeating: "0a", count: 33),
    ] {
      var json = Self.record.json.object ?? [:]
      json["courses"] = [["id": "x", "digest": .string(digest)]]
      #expect(throws: ExchangeFailure.member("courses.digest")) { try RecordFile(.object(json)) }
    }
  }

  @Test func theNumberIsLimited() throws {
    for name in ["attempts", "credentials", "courses"] {
      var json = Self.record.json.object ?? [:]
      json[name] = .array([JSONValue](repeating: "x", count: RecordFile.maximumTranscripts + 1))
      #expect(throws: ExchangeFailure.tooMany(name, limit: 10_000)) {
        try RecordFile(.object(json))
      }
    }
    for name in ["credentials", "statusLists", "findings"] {
      var json = Self.result.json.object ?? [:]
      json[name] = .array([JSONValue](repeating: "x", count: ResultFile.maximumItems + 1))
      #expect(throws: ExchangeFailure.tooMany(name, limit: 10_000)) {
        try ResultFile(.object(json))
      }
    }
  }
}
