import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

struct ReceiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive", abstract: "Take in what the training group sent back.",
    discussion: "The same file again changes nothing. Exit status 1: something was not taken.")

  @Argument(help: "A file that `rehearse endorse` wrote, or a certificate.")
  var file: String

  func run() throws {
    let tookAll = try reporting {
      let directory = DataDirectory(environment: ProcessInfo.processInfo.environment)
      let records = try RecordsDatabase(in: directory)
      let key = try LaptopKey(in: directory)
      let outcome = try Receiving(records, holder: key.did.text).receive(
        TravellingFile.read(file, limit: RecordFile.maximumBytes), at: Timestamp.text(Date()))
      for line in Self.lines(outcome) { print(line.printable) }
      return outcome.refused.isEmpty
    }
    if !tookAll { throw ExitCode(1) }
  }

  static func lines(_ outcome: Receiving.Outcome) -> [String] {
    var lines = outcome.certificates.map { certificate in
      let until = certificate.validUntil.flatMap(CalendarDay.init(of:)).map {
        ", valid until \($0.words)"
      }
      return outcome.hasTrust
        ? "Received: “\(certificate.achievement.title)”, confirmed by"
          + " \(certificate.issuer.name)\(until ?? "")."
        : "Received: “\(certificate.achievement.title)”\(until ?? ""), from somebody who goes by"
          + " “\(certificate.issuer.name)”. A trust file would say who that is: rehearse trust add FILE"
    }
    lines += outcome.enrolments.map {
      "\($0.issuer.name) vouches for this laptop, until \($0.validUntil.prefix(10))."
    }
    lines += outcome.endorsements.map { "Endorsed by \($0.issuer.name): \($0.comment)" }
    lines += outcome.revoked.map { "Revoked: \($0). The training group can tell you why." }
    if outcome.statusLists > 0 {
      lines.append("A newer list of revoked certificates was taken in.")
    }
    lines += outcome.marks.map(\.words)
    lines += outcome.refused.map { "Not taken: \($0)" }
    lines += outcome.findings.map { finding in
      "The training group found: " + (finding.about.map { "\($0): " } ?? "") + finding.text
    }
    if lines.isEmpty { lines = ["Nothing new: everything in it was received before."] }
    if !outcome.certificates.isEmpty {
      lines.append("To hang it up: rehearse certificates export ID --format html")
    }
    return lines
  }
}
