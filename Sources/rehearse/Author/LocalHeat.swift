import RehearseCore
import RehearseStore

/// The attempts at a scenario that this machine has a record of. Only those that were made on the
/// same text of the unit count: elsewhere a choice may have been another one.
struct LocalHeat {
  private(set) var heat: ScenarioHeat
  /// Nil for all.
  let mode: Mode?
  /// Attempts on another text of the unit.
  private(set) var otherText = 0
  /// Attempts whose record or content cannot be played again.
  private(set) var unreadable = 0

  init(_ authored: AuthoredScenario, mode: Mode?, in records: RecordsDatabase) throws {
    heat = ScenarioHeat(authored.scenario)
    self.mode = mode
    let library = Library(records)
    var programs: [String: Program] = [:]
    let filter = AttemptFilter(
      course: authored.course, unit: authored.path, mode: mode?.rawValue)
    for overview in try records.attempts(filter) {
      let snapshot = overview.attempt.snapshot
      guard let kept = try? library.file(authored.path, inSnapshot: snapshot) else {
        unreadable += 1
        continue
      }
      guard kept == authored.bytes else {
        otherText += 1
        continue
      }
      do {
        let program =
          try programs[snapshot]
          ?? OpenCourse(SnapshotSource(snapshot, in: library)).program(authored.path)
        programs[snapshot] = program
        let attempt = try Attempt.resume(overview.attempt, program: program, in: records)
        heat.add(attempt.session, from: overview.attempt.branchingDecision)
      } catch {
        unreadable += 1
      }
    }
  }

  var skippedWords: [String] {
    var lines: [String] = []
    if otherText > 0 {
      lines.append("\(otherText) more on another text of this unit, left out.")
    }
    if unreadable > 0 {
      lines.append("\(unreadable) more that cannot be read any more, left out.")
    }
    return lines
  }
}

extension AttemptRecord {
  /// Where an attempt that went on from another one did so: the place of the decision, from 0.
  var branchingDecision: Int? {
    guard let number = branchedFrom?.split(separator: " ").last.flatMap({ Int($0) }) else {
      return nil
    }
    return number - 1
  }
}
