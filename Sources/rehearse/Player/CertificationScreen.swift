import RehearseCore
import RehearseStore

/// What a certification asks for, how much of it is met, and how the certificate stands.
struct CertificationScreen {
  let room: CourseRoom
  private var place: Workplace { room.place }

  func show(_ path: String) throws {
    guard let unit = try room.course.unit(path)?.value,
      case .certification(let certification) = unit.content
    else { throw CourseProblem.noUnit(path) }
    place.heading(unit.about.title)
    place.write(certification.text)
    if let valid = certification.valid { place.write("It is valid for \(valid.words).") }
    let standings = try Awarding(place.records, course: room.course).standings(at: place.now)
    guard let standing = standings.first(where: { $0.path == path }),
      let today = CalendarDay(of: place.now)
    else {
      place.write("This certification has a mistake in it, and is not awarded.", .caution)
      return
    }
    if let certificate = standing.certificate {
      place.blank()
      place.write(
        StyledText("Your certificate \(certificate.shortID): ", .strong)
          + StyledText(CertificateWords.level(certificate) + "."))
      if let words = CertificateWords.standing(standing, today: today) {
        place.write(words, standing.isHeld ? .good : .caution)
      }
    }
    place.blank()
    switch standing.task.kind {
    case .nothing: return place.write("There is nothing to do.")
    case .award: place.write("What it asks for, in attempts on record:", .strong)
    case .renewal: place.write("What renewal asks for, in attempts on record:", .strong)
    case .update:
      place.write("What is asked for, where nothing that you showed has changed:", .strong)
    }
    for item in standing.task.evaluation.items { try line(item, indent: 0) }
  }

  private func line(_ item: CertificationEvaluation.Item, indent: Int) throws {
    let glyphs = place.theme.glyphs
    let mark =
      StyledText.blanks(indent)
      + (item.isMet ? StyledText("[\(glyphs.right)] ", .good) : StyledText("[ ] "))
    var text = StyledText(item.requirement.words)
    switch item.requirement {
    case .any: text += ":"
    case .unit(let path, _, _, _):
      if let metAt = item.metAt {
        let share = (item.evidence?.percent).map { "\($0.description), " } ?? ""
        text += StyledText(": \(share)\(Timestamp.day(item.evidence?.ended ?? metAt))", .good)
      } else if try isAwaited(path) {
        text += StyledText(": awaiting marking; send your record: rehearse submit", .caution)
      } else if let wait = try waiting(path) {
        text += StyledText(". \(wait)", .dim)
      }
    }
    place.write(text, first: mark, rest: .blanks(indent + 4))
    for inner in item.inner { try line(inner, indent: indent + 4) }
  }

  /// Whether the unit was handed in sealed and its result is not known yet.
  private func isAwaited(_ path: String) throws -> Bool {
    let confirmed = try Certificates(place.records).confirmedAttempts()
    return try place.records.attempts(
      AttemptFilter(course: room.course.id, unit: path, mode: Mode.assessed.rawValue)
    ).contains { $0.outcome?.isAwaitingMarking == true && !confirmed.contains($0.id) }
  }

  /// Why a unit cannot be begun just now, where its attempts are counted.
  private func waiting(_ path: String) throws -> String? {
    guard let unit = try room.course.unit(path)?.value, unit.countsAttempts else { return nil }
    return try AttemptAllowance(room).refusal(unit, .assessed)
  }
}
