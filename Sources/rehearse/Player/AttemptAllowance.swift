import Foundation
import RehearseCore
import RehearseStore

/// Whether an assessment may be begun again: its author may count attempts, and make learners wait.
struct AttemptAllowance {
  private let room: CourseRoom

  init(_ room: CourseRoom) { self.room = room }

  /// Why not, in a sentence; nil if it may begin.
  func refusal(_ unit: RehearseCore.Unit, _ mode: Mode) throws -> String? {
    guard case .assessment(let assessment) = unit.content else { return nil }
    if assessment.isSealed, mode != .assessed {
      return "“\(unit.about.title)” is sealed: without its key it cannot be practised, only taken"
        + " for the record."
    }
    guard let limit = assessment.attempts else { return nil }
    guard mode == .assessed else {
      return "The attempts at “\(unit.about.title)” are counted, so it cannot be practised."
    }
    let since = try countsFrom(unit.about.path)
    let begun = try room.place.records.attempts(
      AttemptFilter(course: room.course.id, unit: unit.about.path, mode: Mode.assessed.rawValue)
    ).map(\.attempt.begunAt).filter { $0 > since }
    return Self.refusal(limit, begun: begun, now: room.place.clock())
  }

  /// A certificate begins the count anew, and so does the opening of its renewal: who used up the
  /// attempts of one term has those of the next.
  private func countsFrom(_ path: String) throws -> String {
    let now = room.place.now
    guard let today = CalendarDay(of: now) else { return "" }
    return Awarding.countsFrom(
      unit: path, try Awarding(room.place.records, course: room.course).standings(at: now),
      today: today) ?? ""
  }

  /// Attempts are counted in rounds: after the last of a round, the next begins when the days of
  /// waiting are over.
  static func refusal(
    _ limit: Assessment.AttemptLimit, begun: [String], now: Date
  ) -> String? {
    guard !begun.isEmpty, begun.count % limit.count == 0, let last = begun.max() else { return nil }
    let attempts = limit.count == 1 ? "The one attempt is" : "All \(limit.count) attempts are"
    guard let days = limit.waitDays else {
      return "\(attempts) used. Please ask the training group what comes next."
    }
    guard let lastDate = Timestamp.date(last) else { return nil }
    let again = lastDate.addingTimeInterval(Double(days) * 86_400)
    guard now < again else { return nil }
    return "\(attempts) used. The next is open from \(Timestamp.dayAndTime(Timestamp.text(again)))."
  }
}

extension RehearseCore.Unit {
  /// Whether there is no practice: attempts are counted, or the key is elsewhere.
  var isForTheRecordOnly: Bool { countsAttempts || isSealed }

  /// Whether the author limits the attempts at it, so that each is for the record.
  var countsAttempts: Bool {
    guard case .assessment(let assessment) = content else { return false }
    return assessment.attempts != nil
  }
}
