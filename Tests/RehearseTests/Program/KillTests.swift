import Foundation
import RehearseCore
import RehearseStore
import Testing

@testable import rehearse

/// No answer is ever lost: the program is killed at random moments while it is played, and after
/// each of them the record opens, is whole, and holds every answer that was followed by a prompt.
@Suite(.serialized) struct KillTests {
  static let kills =
    ProcessInfo.processInfo.environment["REHEARSE_KILLS"].flatMap { Int($0) } ?? 200

  @Test func everyConfirmedAnswerSurvives() throws {
    let home = try Folder()
    let files = try Folder()
    var chance = Chance(state: UInt64(Self.kills))
    var known: [String: [EventRecord]] = [:]
    var confirmed = 0
    var inFlight = 0
    for number in 1...Self.kills {
      let before = known.values.reduce(0) { $0 + $1.count }
      let (acknowledged, sent) = try play(home.path, number, &chance)
      let records = try RecordsDatabase(in: DataDirectory(path: home.path))
      var after = 0
      var words: [String] = []
      for attempt in try records.attempts() {
        let events = try records.events(of: attempt.id)
        let earlier = known[attempt.id] ?? []
        try #require(Array(events.prefix(earlier.count)) == earlier, "kill \(number)")
        // Reads the transcript back, and with it every hash.
        _ = try records.transcript(of: attempt.attempt)
        known[attempt.id] = events
        after += events.count
        words += events.dropFirst(earlier.count).map(\.body)
      }
      // What was sent last may have been kept or not; no prompt had said so.
      let new = after - before
      try #require(
        (acknowledged.count...sent).contains(new),
        "kill \(number): \(acknowledged.count) confirmed, \(sent) sent, \(new) kept: \(words)")
      for text in acknowledged where text.hasPrefix("Kill") {
        try #require(words.contains { $0.contains(text) }, "kill \(number): \(text)")
      }
      // Copies the record, checks the copy's integrity, and follows every reference.
      if number % 10 == 0 || number == Self.kills {
        try records.backup(to: files.path + "/copy", replacing: true)
      }
      confirmed += acknowledged.count
      inFlight += sent - acknowledged.count
    }
    #expect(confirmed > Self.kills, "There was too little to lose.")
    print(
      "\(Self.kills) kills: \(confirmed) answers confirmed and kept, \(inFlight) in flight,"
        + " \(known.count) attempts")
  }

  /// Plays on until the moment that chance picks. Returns the answers that a prompt followed, and
  /// how many were sent.
  private func play(
    _ home: String, _ number: Int, _ chance: inout Chance
  ) throws -> (acknowledged: [String], sent: Int) {
    let session = try PipeSession(
      ["play", EveryConstruct.path + "/last-call", "--practice"], home: home)
    let last = Int(chance.next(below: 7))
    // Sometimes while it starts, before it asks anything.
    guard last > 0 else {
      usleep(UInt32(chance.next(below: 120_000)))
      return ([], 0)
    }
    var acknowledged: [String] = []
    var sent: [String] = []
    for step in 1...last {
      guard let screen = session.prompt() else {
        // The attempt came to its end: the debrief followed the last answer.
        return (sent, sent.count)
      }
      if screen.contains("nothing to take back") { sent.removeLast() }
      acknowledged = sent
      let answer = answer(to: screen, "Kill \(number) step \(step)", &chance)
      sent.append(answer)
      session.answer(answer)
      if step == last { usleep(UInt32(chance.next(below: 15_000))) }
    }
    session.child.kill()
    try session.child.waitForEnd()
    return (acknowledged, sent.count)
  }

  private func answer(to screen: String, _ words: String, _ chance: inout Chance) -> String {
    if screen.hasSuffix("You: ") { return words }
    if chance.next(below: 6) == 0 { return ":undo" }
    if screen.hasSuffix(", ?) ") { return "" }
    let choices = screen.split(separator: "\n").reversed().drop { !$0.contains(#/^\d\. /#) }
      .prefix { $0.contains(#/^\d\. |^   /#) }
    let count = choices.count { $0.contains(#/^\d\. /#) }
    // The gate has a screen of its own; the rest of the course is enough to lose.
    let choice = 1 + Int(chance.next(below: UInt64(max(1, count))))
    return screen.contains("Work the handover") && choice == 2 ? "1" : String(choice)
  }
}

/// The same moments each time, as far as the machine allows (SplitMix64).
private struct Chance {
  var state: UInt64

  mutating func next(below limit: UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return (mixed ^ (mixed >> 31)) % limit
  }
}
