import RehearseCore
import RehearseStore

/// What `rehearse verify` found, for people and for programs.
struct VerificationReport {
  /// Whose record it is, and whether its signature holds.
  struct Record {
    var learner: String
    var failure: String?

    init(_ signed: SignedRecord) {
      learner = signed.file.learner.name
      if case .failure(let reason) = signed.signature { failure = reason.message }
    }
  }

  var kind: VerifiedFile.Kind
  var verifications: [Verification]
  var record: Record?
  var statusLists = 0

  init(kind: VerifiedFile.Kind, verifications: [Verification]) {
    self.kind = kind
    self.verifications = verifications
  }

  /// Whether the trust file vouches for all of it.
  var isVouchedFor: Bool {
    !verifications.isEmpty && verifications.allSatisfy(\.isVouchedFor) && record?.failure == nil
  }

  // MARK: For people

  func show(on console: any Console) {
    let printer = Printer(console: console)
    if let record {
      printer.line("A record of \(record.learner.printable).", .strong)
      printer.line(record.failure ?? "Its signature holds.", record.failure == nil ? .good : .bad)
    }
    if verifications.isEmpty {
      printer.line(
        statusLists > 0
          ? "A list of revoked certificates. It says something of a certificate: `rehearse verify"
            + " CERTIFICATE --with FILE`, or take it in with `rehearse receive FILE`."
          : "There is no certificate in the file.")
    }
    for verification in verifications { show(verification, printer) }
  }

  private struct Printer {
    let console: any Console

    func line(_ text: String, _ role: Theme.Role? = nil, rest: StyledText = "") {
      console.writeParagraph(StyledText(text, role), first: "", rest: rest)
    }

    func item(_ mark: StyledText, _ text: String) {
      console.writeParagraph(StyledText(text), first: mark, rest: "  ")
    }
  }

  private func show(_ verification: Verification, _ printer: Printer) {
    let glyphs = printer.console.theme.glyphs
    if let certificate = verification.certificate {
      printer.line(certificate.achievement.title.printable, .heading)
      printer.line(
        "Awarded to \(certificate.learner.name.printable), on the laptop with the key"
          + " …\(certificate.learner.id.suffix(8)). \(verification.level.words)")
      printer.line("Id: \(certificate.id.printable)", .dim)
      for outcome in certificate.outcomes {
        let share = outcome.percent.map { ": \($0.description)" } ?? ""
        printer.item("  ", outcome.name.printable + share)
      }
      printer.console.writeLine()
    }
    for check in verification.checks {
      let mark: StyledText =
        switch check.state {
        case .passed: StyledText("\(glyphs.right) ", .good)
        case .failed: StyledText("\(glyphs.wrong) ", .bad)
        case .notChecked: StyledText("? ", .caution)
        }
      printer.item(mark, check.text.printable)
    }
    printer.console.writeLine()
    printer.line(
      verification.verdict.printable, verification.isVouchedFor ? .good : .caution)
  }

  // MARK: For programs

  var json: JSONValue {
    var members: [String: JSONValue] = [
      "kind": .string(kind.rawValue), "vouchedFor": .bool(isVouchedFor),
      "certificates": .array(verifications.map(\.json)),
    ]
    if let record {
      members["record"] = [
        "learner": .string(record.learner), "signature": .bool(record.failure == nil),
      ]
    }
    return .object(members)
  }
}

extension Verification {
  /// What it comes to, in a sentence.
  var verdict: String {
    if let failed = checks.first(where: { $0.state == .failed }) {
      return "Do not rely on it: \(failed.name.rawValue). \(failed.text)"
    }
    guard let trust, isVouchedFor else {
      return "Nobody whom you trust vouches for it. It may be as it says; nothing here shows it."
    }
    let open =
      certificate?.level == .completed
      && checks.contains { $0.state == .notChecked && $0.name == .status }
    return "\(level.words) So says your trust file, version \(trust.version)."
      + (open ? " Whether it was revoked since is not known here." : "")
  }

  var json: JSONValue {
    var members: [String: JSONValue] = [
      "vouchedFor": .bool(isVouchedFor), "level": .string(level.name),
      "checks": .array(
        checks.map {
          [
            "check": .string($0.name.rawValue), "state": .string($0.state.rawValue),
            "text": .string($0.text),
          ]
        }),
    ]
    if let certificate {
      members["id"] = .string(certificate.id)
      members["title"] = .string(certificate.achievement.title)
      members["learner"] = .string(certificate.learner.name)
      members["validFrom"] = .string(certificate.validFrom)
      members["validUntil"] = certificate.validUntil.map(JSONValue.string) ?? .null
    }
    if let trust { members["trustVersion"] = .number(Double(trust.version)) }
    return .object(members)
  }
}

extension TrustLevel {
  var words: String {
    switch self {
    case .selfIssued: "Self-issued: signed by the learner's own laptop."
    case .unknownIssuer(let name):
      "Signed by somebody who goes by “\(name)”; nobody known here vouches for that key."
    case .enrolledLaptop(let organisation):
      "Provisional: signed by a laptop that \(organisation) vouches for."
    case .organisation(let name): "Confirmed by \(name), which played the evidence again."
    case .coSigned(let name, let others):
      "Confirmed by \(name), which played the evidence again, and endorsed by"
        + " \(others.joined(separator: " and "))."
    }
  }

  var name: String {
    switch self {
    case .selfIssued: "self-issued"
    case .unknownIssuer: "unknown-issuer"
    case .enrolledLaptop: "enrolled-laptop"
    case .organisation: "organisation"
    case .coSigned: "co-signed"
    }
  }
}
