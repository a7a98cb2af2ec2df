import Testing

@testable import RehearseCore

@Suite struct EventChecksTests {
  private let whole = Transcript.make(EventChecksTests.events)

  private static let events = (0..<30).map { Event.choose($0 % 4) }

  private func difference(_ events: [Event]) -> Int? {
    Transcript.make(events).firstDifference(from: whole.eventChecks)
  }

  @Test func fourCharactersAnEvent() {
    #expect(whole.eventChecks.utf8.count == 30 * 4)
    #expect(Transcript.make([]).eventChecks == "")
    let bytes = Base64URL.bytes(of: whole.eventChecks)
    #expect(
      bytes?.prefix(3).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        == whole.entries.first.map { String($0.hash.prefix(6)) })
  }

  @Test func theSameDoesNotDiffer() { #expect(difference(Self.events) == nil) }

  @Test func whereItBeginsToDiffer() {
    for place in Self.events.indices {
      var altered = Self.events
      altered[place] = .choose(9)
      #expect(difference(altered) == place + 1)
      var added = Self.events
      added.insert(.hint, at: place)
      #expect(difference(added) == place + 1)
      var removed = Self.events
      removed.remove(at: place)
      // No event is like the one after it; the last one is simply missing.
      #expect(difference(removed) == place + 1)
      guard place > 0 else { continue }
      var moved = Self.events
      moved.swapAt(place - 1, place)
      #expect(difference(moved) == place)
    }
    #expect(difference(Self.events + [.finish]) == 31)
    #expect(difference([]) == 1)
  }

  /// The checks of another time or another header are others from the first event on.
  @Test func theHeaderCountsToo() {
    var header = TranscriptTests.header
    header.seed = 5
    let other = Transcript.make(Self.events, header)
    #expect(other.firstDifference(from: whole.eventChecks) == 1)
  }

  @Test func whatIsNoChecks() {
    #expect(whole.firstDifference(from: "*") == nil)
    #expect(whole.firstDifference(from: "") == 1)
    // Less than one event's worth more says nothing.
    #expect(whole.firstDifference(from: whole.eventChecks + "AA") == nil)
  }
}

extension Transcript {
  static func make(_ events: [Event], _ header: Header = TranscriptTests.header) -> Transcript {
    var transcript = Transcript(header, hash: SHA256.hash)
    for event in events { transcript.append(event, at: "2026-11-22T07:40:00Z") }
    return transcript
  }
}
