import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Say what is known of a certificate.",
    discussion: """
      Takes a certificate (JSON, JWT, or a picture or page that holds one), a record or a result file. \
      It needs no network: what it knows comes from your trust file, the lists of revoked certificates \
      that came to you, and what stands beside the certificate. With --course and --record it plays \
      the evidence again.

      Exit status 0: the trust file vouches for it. 1: it does not. 65: the file is none of these.
      """)

  @Argument(help: "The file.")
  var file: String

  @Option(help: "A trust file; without it, the one that `rehearse trust add` took in.")
  var trust: String?

  @Option(
    name: .customLong("with"),
    help: "A file with enrolments, endorsements or lists beside it; several times.")
  var companions: [String] = []

  @Option(help: "The record that holds its transcripts, to play them again.")
  var record: String?

  @Option(help: "The folder of a course that the evidence was made on; several times.")
  var course: [String] = []

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    let report = try reporting { try verify() }
    if json {
      print(CanonicalJSON.text(of: report.json))
    } else {
      try report.show(
        on: StandardConsole.make(
          plain: screen.plain, historyDirectory: nil,
          environment: ProcessInfo.processInfo.environment))
    }
    if !report.isVouchedFor { throw ExitCode(1) }
  }

  private func verify() throws -> VerificationReport {
    let now = Timestamp.text(Date())
    let surroundings = try VerifierSurroundings(trust: trust, companions: companions)
    let subject = try VerifiedFile(TravellingFile.read(file, limit: RecordFile.maximumBytes))
    let verifier = surroundings.verifier(
      companions: subject.companions, statusLists: subject.statusLists, now: now)
    var report = VerificationReport(
      kind: subject.kind, verifications: subject.certificates.map(verifier.verify))
    report.statusLists = subject.statusLists.count
    if let signature = subject.recordSignature(now: now) { report.record = signature }
    if !course.isEmpty || record != nil {
      try checkEvidence(of: subject, in: &report, now: now)
    }
    return report
  }

  private func checkEvidence(
    of subject: VerifiedFile, in report: inout VerificationReport, now: String
  ) throws {
    var transcripts = subject.transcripts
    if let record {
      let signed = try SignedRecord(
        TravellingFile.read(record, limit: RecordFile.maximumBytes), now: now)
      transcripts += signed.file.transcripts
    }
    var replay = try EvidenceReplay(
      .inMemory(), sources: try course.map { FolderSource(try CourseFolder($0)) })
    for index in report.verifications.indices {
      try report.verifications[index].checkEvidence(transcripts, with: &replay, now: now)
    }
  }
}
