import Foundation
import RehearseCore
import RehearseStore

/// What a verifier has at hand beside the file: named files, or else what this data directory keeps.
struct VerifierSurroundings {
  var trust: TrustFile?
  var credentials: [String] = []
  var statusLists: [String] = []

  init(trust path: String?, companions: [String]) throws {
    for companion in companions {
      let file = try VerifiedFile(TravellingFile.read(companion, limit: RecordFile.maximumBytes))
      credentials += file.certificates + file.companions
      statusLists += file.statusLists
    }
    let directory = DataDirectory(environment: ProcessInfo.processInfo.environment)
    // Verifying leaves nothing behind where nothing was before.
    let records =
      FileManager.default.fileExists(atPath: directory.records)
      ? try RecordsDatabase(in: directory) : nil
    if let records { try take(records) }
    guard let path else { return }
    let named = try TrustFile(TravellingFile.read(path, limit: TrustFile.maximumBytes))
    let seen = try records.map { try TrustStore($0).highestVersion() } ?? 0
    guard named.version >= seen else {
      throw TrustFailure.older(version: named.version, seen: seen)
    }
    trust = named
  }

  init(_ records: RecordsDatabase) throws { try take(records) }

  private mutating func take(_ records: RecordsDatabase) throws {
    trust = try TrustStore(records).current()
    credentials += try Certificates(records).all(.enrolment).map(\.body)
    credentials += try Certificates(records).all(.endorsement).map(\.body)
    statusLists += try StatusLists(records).all()
  }

  func verifier(
    companions: [String] = [], statusLists: [String] = [], now: String
  ) -> Verifier {
    Verifier(
      trust: trust, companions: credentials + companions,
      statusLists: self.statusLists + statusLists, now: now)
  }
}
