import RehearseCore

/// What the finished attempts at a course show to its certifications.
struct AttemptFacts {
  let records: RecordsDatabase
  let course: OpenCourse

  /// In the order in which the attempts began.
  func facts(of units: Set<String>) throws -> [AttemptFact] {
    let attempts = try records.attempts(AttemptFilter(course: course.id)).filter {
      units.contains($0.attempt.unit) && $0.outcome?.status == .finished
    }
    var contents: [String: AttemptFact.Content] = [:]
    return try attempts.compactMap { overview in
      let key = overview.attempt.snapshot + " " + overview.attempt.unit
      let content = try contents[key] ?? content(of: overview.attempt)
      contents[key] = content
      return try fact(overview, content)
    }
  }

  private func fact(
    _ overview: AttemptOverview, _ content: AttemptFact.Content
  ) throws -> AttemptFact? {
    let attempt = overview.attempt
    guard let outcome = overview.outcome, let kind = UnitKind(rawValue: attempt.kind),
      let mode = Mode(rawValue: attempt.mode)
    else { return nil }
    let summary = try ResultSummary(outcome.summary) ?? summaryByReplay(attempt)
    var fact = AttemptFact(
      attempt: attempt.id, unit: attempt.unit, kind: kind, mode: mode, ended: outcome.endedAt,
      passed: outcome.passed, points: Points(units: Int64(outcome.points)),
      outOf: outcome.outOf.map { Points(units: Int64($0)) },
      isFailed: outcome.ending == Directive.Ending.failure.rawValue
        || summary?.hasCriticalMistake == true,
      sections: summary?.sections ?? [], skills: summary?.skills ?? [],
      digest: attempt.snapshot, content: content)
    fact.isSelfMarked = summary?.isSelfMarked ?? false
    return fact
  }

  /// Earlier versions kept no summary. What cannot be played again has none either.
  private func summaryByReplay(_ attempt: AttemptRecord) throws -> ResultSummary? {
    guard attempt.mode == Mode.assessed.rawValue,
      let kept = try? OpenCourse(SnapshotSource(attempt.snapshot, in: Library(records))),
      let program = try? kept.program(attempt.unit),
      let transcript = try? records.transcript(of: attempt),
      let session = try? Replay.session(of: transcript, program: program)
    else { return nil }
    return session.result.map(ResultSummary.init)
  }

  /// Whether an attempt was played on what the course holds now.
  private func content(of attempt: AttemptRecord) throws -> AttemptFact.Content {
    try AttemptFact.Content(
      of: attempt.unit, in: SnapshotSource(attempt.snapshot, in: Library(records)), now: course)
  }
}

extension AttemptFact.Content {
  /// How a unit in the content that an attempt was played on compares with the course of now.
  init(of unit: String, in kept: any CourseSource, now course: OpenCourse) throws {
    guard let cover = try kept.bytes(of: "course.md"),
      case .outline(let outline) = UnitReader.read(path: "course.md", bytes: cover).value.content,
      CourseVersion.isNewer(course.outline.version, than: outline.version)
    else {
      self = .sameVersion
      return
    }
    guard let program = try? OpenCourse(kept).program(unit) else {
      self = .changed
      return
    }
    for path in program.units.keys {
      if try kept.bytes(of: path) != course.source.bytes(of: path) {
        self = .changed
        return
      }
    }
    self = .unchanged
  }
}
