/// The beginning of an attempt, up to one of its decisions: what a new attempt that plays on from
/// there takes over.
package struct Branch: Sendable {
  package var events: [Event]

  /// - Parameter decision: the place of the decision in the debrief, from 0.
  /// - Returns: nil where the attempt has no such decision.
  package init?(of transcript: Transcript, before decision: Int, program: Program) throws {
    var session = Session(
      program: program,
      setup: Setup(
        seed: transcript.header.seed, mode: transcript.header.mode,
        passed: Set(transcript.header.passed)))
    let events = transcript.entries.map(\.event)
    // How many decisions stood before each event, and in which unit it was made.
    var counts: [Int] = []
    var units: [String] = []
    for event in events {
      counts.append(session.state.decisions.count)
      units.append(session.currentUnit)
      try session.handle(event)
    }
    guard session.state.decisions.indices.contains(decision) else { return nil }
    let made = session.state.decisions[decision]
    // What was taken back and decided anew counts as it was decided last.
    let later =
      counts.indices.dropFirst().map { ($0 - 1, counts[$0]) }
      + [(events.count - 1, session.state.decisions.count)]
    guard
      let step = later.last(where: { counts[$0.0] <= decision && $0.1 > decision })?.0,
      let choice = (0...step).last(where: {
        events[$0] == .choose(made.chosen) && units[$0] == made.unit && counts[$0] <= decision
      })
    else { return nil }
    self.events = Array(events[..<choice])
  }
}
