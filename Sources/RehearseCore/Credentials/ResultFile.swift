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

  /// Compact JWTs: certificates, enrolments, endorsements.
  package var credentials: [String]
  /// Compact JWTs.
  package var statusLists: [String]
  package var findings: [Finding]

  package static let maximumItems = 10_000

  package init(credentials: [String] = [], statusLists: [String] = [], findings: [Finding] = []) {
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
    ]
  }

  package static func isResult(_ json: JSONValue) -> Bool { json["rehearse"] == "result 1" }

  package init(_ json: JSONValue) throws(ExchangeFailure) {
    guard Self.isResult(json) else { throw .notThisKind("a result file") }
    try ExchangeFailure.refuseOthers(
      in: json, than: ["rehearse", "credentials", "statusLists", "findings"])
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
