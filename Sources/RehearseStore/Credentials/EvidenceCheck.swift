package import RehearseCore

extension Verification {
  /// Plays the evidence of the certificate again, as far as its transcripts and their courses are at
  /// hand.
  package mutating func checkEvidence(
    _ transcripts: [String], with replay: inout EvidenceReplay, now: String
  ) throws {
    guard let certificate else { return }
    var byAttempt: [String: String] = [:]
    for text in transcripts {
      if let attempt = EvidenceReplay.attempt(in: text) { byAttempt[attempt] = text }
    }
    for evidence in certificate.evidence {
      guard let text = byAttempt[evidence.attempt] else {
        add(.evidence, .notChecked, "\(evidence.title): its transcript is not at hand.")
        continue
      }
      do {
        let replayed = try replay.replay(text, now: now)
        guard replayed.digest == evidence.transcriptDigest else {
          let event = evidence.eventChecks.flatMap { replayed.transcript.firstDifference(from: $0) }
          let place = event.map { ", from event \($0) on" } ?? ""
          add(.evidence, .failed, "\(evidence.title): the transcript is another one\(place).")
          continue
        }
        let share = replayed.fact.percent.map { ", \($0.description)" } ?? ""
        add(.evidence, .passed, "\(evidence.title): played again\(share).")
      } catch let refusal as EvidenceReplay.Refusal {
        add(
          .evidence, refusal.isOfTheTranscript ? .failed : .notChecked,
          "\(evidence.title): \(refusal.message)")
      }
    }
  }
}
