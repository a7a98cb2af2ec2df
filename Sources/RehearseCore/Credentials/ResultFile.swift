/// What the organisation sends back: credentials, status lists, and what was found. The file itself
/// is not signed; each credential in it is.
package struct ResultFile: Equatable, Sendable {
  /// What did not agree, or is to be known, in words.
  package struct Finding: Equatable, Sendable {
    /// The attempt's id, or the certificate's; nil where it is about the whole record.
    package var about: String?
    package var text: String

    package init(about: String?, text: String) {
      self.about = about
      self.text = text
    }
  }

  /// What came of a sealed exam.
  package struct Mark: Equatable, Sendable {
    package var attempt: String
    /// Of the unit.
    package var title: String
    /// In hundredths of a percent, rounded down.
    package var percent: Percent?
    /// Nil where there is nothing to pass.
    package var passed: Bool?

    package init(attempt: String, title: String, percent: Percent?, passed: Bool?) {
      self.attempt = attempt
      self.title = title
      self.percent = percent
      self.passed = passed
    }
  }

  /// Compact JWTs: certificates, enrolments, endorsements.
  package var credentials: [String]
  /// Compact JWTs.
  package var statusLists: [String]
  package var findings: [Finding]
  package var marks: [Mark]

  package static let maximumItems = 10_000

  package init(
    credentials: [String] = [], statusLists: [String] = [], findings: [Finding] = [],
    marks: [Mark] = []
  ) {
    self.marks = marks
    self.credentials = credentials
    self.statusLists = statusLists
    self.findings = findings
  }

  package var json: JSONValue {
    [
      "rehearse": "result 1",
      "credentials": .array(credentials.map { .string($0) }),
      "statusLists": .array(statusLists.map { .string($0) }),
      "findings": .array(
        findings.map { finding in
          var members: [String: JSONValue] = ["text": .string(finding.text)]
          if let about = finding.about { members["about"] = .string(about) }
          return .object(members)
        }),
      "marks": .array(
        marks.map { mark in
          var members: [String: JSONValue] = [
            "attempt": .string(mark.attempt), "title": .string(mark.title),
          ]
          if let percent = mark.percent {
            members["hundredths"] = .number(Double(percent.hundredths))
          }
          if let passed = mark.passed { members["passed"] = .bool(passed) }
          return .object(members)
        }),
    ]
  }

  package static func isResult(_ json: JSONValue) -> Bool { json["rehearse"] == "result 1" }

  package init(_ json: JSONValue) throws(ExchangeFailure) {
    guard Self.isResult(json) else { throw .notThisKind("a result file") }
    try ExchangeFailure.refuseOthers(
      in: json, than: ["rehearse", "credentials", "statusLists", "findings", "marks"])
    marks = []
    for mark in try ExchangeFailure.list(json["marks"], "marks", Self.maximumItems) {
      let hundredths = mark["hundredths"]?.integer
      guard hundredths.map({ (0...10_000).contains($0) }) ?? true else {
        throw .member("marks.hundredths")
      }
      marks.append(
        Mark(
          attempt: try ExchangeFailure.text(mark["attempt"], "marks.attempt"),
          title: try ExchangeFailure.text(mark["title"], "marks.title"),
          percent: hundredths.map { Percent(hundredths: $0) }, passed: mark["passed"]?.bool))
    }
    credentials = []
    for body in try ExchangeFailure.list(json["credentials"], "credentials", Self.maximumItems) {
      credentials.append(try ExchangeFailure.text(body, "credentials"))
    }
    statusLists = []
    for body in try ExchangeFailure.list(json["statusLists"], "statusLists", Self.maximumItems) {
      statusLists.append(try ExchangeFailure.text(body, "statusLists"))
    }
    findings = []
    for finding in try ExchangeFailure.list(json["findings"], "findings", Self.maximumItems) {
      findings.append(
        Finding(
          about: try ExchangeFailure.optional(finding["about"], "findings.about"),
          text: try ExchangeFailure.text(finding["text"], "findings.text")))
    }
  }
}
