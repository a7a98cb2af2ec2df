import RehearseCore
import Testing

@testable import RehearseStore

/// A thousand transcripts with one event altered, removed, moved, added or dated otherwise, with and
/// without new hashes. The record is signed again each time, for the laptop is the attacker's; the
/// certificate is the one that was given. None is endorsed, and each time the event is named.
@Suite struct AlteredTranscriptTests {
  enum Change: CaseIterable { case altered, removed, moved, added, dated }

  private func other(_ event: Event, _ random: inout Generator) -> Event {
    let strays: [Event] = [.hint, .finish, .say("No."), .choose(7), .answer(.skipped), .timeUp]
    if random.next(below: 4) == 0 { return strays[random.next(below: strays.count)] }
    switch event {
    case .choose(let choice): return .choose((choice + 1 + random.next(below: 2)) % 3)
    case .answer(.truth(let value)): return .answer(.truth(!value))
    default: return .hint
    }
  }

  /// - Returns: the events with the hashes that they had; nil where nothing changes.
  private func changed(
    _ entries: [Transcript.Entry], _ change: Change, _ random: inout Generator
  ) -> [Transcript.Entry]? {
    var next = entries
    let place = random.next(below: entries.count)
    switch change {
    case .altered: next[place].event = other(next[place].event, &random)
    case .removed: next.remove(at: place)
    case .moved:
      let target = random.next(below: entries.count)
      // The times stay, so that they do not give it away.
      let event = next.remove(at: place).event
      next.insert(entries[place], at: target)
      next[target].event = event
      for index in next.indices { next[index].time = entries[index].time }
    case .added:
      var added = entries[place]
      added.event = other(added.event, &random)
      next.insert(added, at: place)
    case .dated:
      // As far as neither the event before nor the one after it is passed.
      guard place + 1 < entries.count else { return nil }
      next[place].time = entries[place + 1].time
    }
    return next.map(Said.init) == entries.map(Said.init) ? nil : next
  }

  private struct Said: Equatable {
    var event: Event
    var time: String
    init(_ entry: Transcript.Entry) { (event, time) = (entry.event, entry.time) }
  }

  /// The number of the first entry that is another.
  private func firstDifference(_ entries: [Transcript.Entry], _ others: [Transcript.Entry]) -> Int {
    let first = zip(entries, others).enumerated().first { $1.0 != $1.1 }?.offset
    return (first ?? min(entries.count, others.count)) + 1
  }

  /// As an editor would do it, with the numbers put right and the hashes left as they are.
  private func edited(
    _ transcript: Transcript, _ entries: [Transcript.Entry]
  ) -> String {
    transcript.header.text
      + entries.enumerated().map { "\($0 + 1) \($1.hash) \($1.time) \($1.event.text)\n" }.joined()
  }

  @Test func noneOfAThousandIsEndorsed() throws {
    let organisation = try ExchangeOrganisation()
    var endorsing = try organisation.endorsing(MemoryCourse())
    var count = 0
    var named: [Change: Int] = [:]
    for learnerNumber in 1...20 {
      let learner = try ExchangeLearner.certified(learnerNumber, seed: UInt64(learnerNumber))
      _ = try organisation.enrol(learner)
      let file = try learner.record(at: time(400))
      let transcripts = try file.transcripts.map {
        try Transcript.read(Array($0.utf8), hash: SHA256Digest.bytes)
      }
      try #require(transcripts.map(\.entries.count) == [40, 30])
      var random = Generator(seed: UInt64(learnerNumber), stream: "changes")
      var round = 0
      while round < 50 {
        let change = Change.allCases[round % Change.allCases.count]
        let which = random.next(below: 2)
        let transcript = transcripts[which]
        guard let entries = changed(transcript.entries, change, &random) else { continue }
        let hashesFit = random.next(below: 2) == 0
        let remade = transcript.remade(entries)
        let event = firstDifference(hashesFit ? remade.entries : entries, transcript.entries)
        var altered = file
        altered.transcripts[which] = hashesFit ? remade.text : edited(transcript, entries)
        let outcome = try endorsing.endorse(learner.signed(altered), at: time(500))
        let about = "\(change) \(hashesFit) event \(event) of learner \(learnerNumber)"
        #expect(outcome.issued.isEmpty && outcome.known.isEmpty, "\(about)")
        #expect(outcome.credentials.isEmpty && outcome.isAltered, "\(about)")
        let words = outcome.findings.filter { $0.about == transcript.header.attempt }.map(\.text)
        // Of a transcript without its last event nothing but the end is missing.
        let isCut = !hashesFit && entries.count == event - 1
        let name = isCut ? "after event \(entries.count) nothing follows" : "vent \(event) "
        #expect(words.contains { $0.contains(name) }, "\(about): \(words)")
        named[change, default: 0] += 1
        count += 1
        round += 1
      }
      // What was not altered is endorsed, also after all that.
      let whole = try endorsing.endorse(learner.signed(file), at: time(500))
      #expect(whole.issued.count == 1 && whole.findings.isEmpty, "\(whole.findings)")
    }
    #expect(count == 1_000)
    #expect(named.values.allSatisfy { $0 == 200 } && named.count == 5)
  }

  /// A header says what was played, with what chance: another one is another attempt.
  @Test func aHeaderThatWasChanged() throws {
    let organisation = try ExchangeOrganisation()
    var endorsing = try organisation.endorsing(MemoryCourse())
    let learner = try ExchangeLearner.certified(1)
    _ = try organisation.enrol(learner)
    let file = try learner.record(at: time(400))
    let transcript = try Transcript.read(Array(file.transcripts[0].utf8), hash: SHA256Digest.bytes)
    let changes: [(inout Transcript.Header) -> Void] = [
      { $0.seed += 1 }, { $0.mode = .practice }, { $0.begun = time(90) }, { $0.unit = "talk.md" },
      { $0.attempt = uuid(99) }, { $0.client = "Ana" }, { $0.passed = ["talk.md"] },
      { $0.course = "other" }, { $0.digest = String(repeating: "0", count: 64) }, { $0.engine = 2 },
    ]
    for (number, change) in changes.enumerated() {
      var header = transcript.header
      change(&header)
      var altered = file
      altered.transcripts[0] = transcript.remade(transcript.entries, header: header).text
      let outcome = try endorsing.endorse(learner.signed(altered), at: time(500))
      #expect(outcome.issued.isEmpty && !outcome.findings.isEmpty, "change \(number)")
    }
    #expect(try endorsing.endorse(learner.signed(file), at: time(500)).issued.count == 1)
  }
}
