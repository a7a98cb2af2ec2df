import Foundation
import RehearseCore
import RehearseStore

/// What a file that is to be verified holds, whatever kind it is.
struct VerifiedFile {
  enum Kind: String { case certificate, record, result }

  var kind = Kind.certificate
  /// JSON or compact JWTs.
  var certificates: [String] = []
  /// Enrolments and endorsements that stand beside them.
  var companions: [String] = []
  var statusLists: [String] = []
  var transcripts: [String] = []
  private var record: [UInt8]?

  /// - Throws: `RecordRefused`, `BakedCredential.Failure`.
  init(_ bytes: [UInt8]) throws {
    if bytes.first == UInt8(ascii: "{"), let json = try? JSONReader.read(bytes),
      json["rehearse"] != nil
    {
      if ResultFile.isResult(json) {
        kind = .result
        let result: ResultFile
        do { result = try ResultFile(json) } catch { throw RecordRefused.notARecord(error) }
        statusLists = result.statusLists
        sort(result.credentials)
      } else {
        kind = .record
        let file: RecordFile
        do { file = try RecordFile(json) } catch { throw RecordRefused.notARecord(error) }
        transcripts = file.transcripts
        record = bytes
        sort(file.credentials)
      }
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if StatusLists.isStatusList(text.trimmingBlanks) {
      statusLists = [text.trimmingBlanks]
    } else {
      certificates = [try BakedCredential.extract(bytes).text]
    }
  }

  private mutating func sort(_ credentials: [String]) {
    for body in credentials {
      let signed = try? SignedCredential(Array(body.utf8))
      if let signed, signed.holds(LaptopEnrolment.self) || signed.holds(Endorsement.self) {
        companions.append(body)
      } else {
        certificates.append(body)
      }
    }
  }

  /// Of a record: whose signature it has, or why it does not hold.
  func recordSignature(now: String) -> VerificationReport.Record? {
    guard let record, let signed = try? SignedRecord(record, now: now) else { return nil }
    return VerificationReport.Record(signed)
  }
}
