/// Marks a transcript again: the events through a new session. Resuming is the same thing.
package enum Replay {
  /// The session after all events.
  package static func session(of transcript: Transcript, program: Program)
    throws(ReplayFailure) -> Session
  {
    guard transcript.header.engine == Transcript.engineVersion else {
      throw .otherEngine(transcript.header.engine)
    }
    var session = Session(
      program: program,
      setup: Setup(
        seed: transcript.header.seed, mode: transcript.header.mode,
        passed: Set(transcript.header.passed)))
    for (index, entry) in transcript.entries.enumerated() {
      do {
        try session.handle(entry.event)
      } catch {
        throw .refused(event: index + 1, entry.event.text, error)
      }
    }
    return session
  }
}

package enum ReplayFailure: Error, Equatable, Sendable {
  case otherEngine(Int)
  /// The course's rules do not allow this event where it stands; numbered from 1.
  case refused(event: Int, String, EventRefusal)
}

extension Program {
  /// The unit at `entry` and all that its choices can come to. `unit` reads one by its path.
  package static func load(
    entry: String, names: UnitNames, unit: (String) throws -> Unit?
  ) rethrows -> Program {
    var units: [String: Unit] = [:]
    var waiting = [entry]
    while let path = waiting.popLast() {
      guard units[path] == nil, let read = try unit(path) else { continue }
      units[path] = read
      waiting += read.calls.map(\.path)
    }
    return Program(entry: entry, units: units, names: names)
  }

  /// The paths of the units that conditions ask about with `passed`.
  package var unitsAskedFor: Set<String> {
    Set(units.values.flatMap(\.unitReferences).compactMap { names.path(of: $0.name) })
  }
}
