import ArgumentParser
import RehearseCore
import RehearseStore

struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: "Show where you stand in a course.")

  @Argument(help: "The course; without it, the one that was used last.")
  var course: String?

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    try reporting {
      let place = try Workplace.open(screen)
      let room = try place.room(course)
      let progress = try room.progress()
      if json {
        try printJSON(ProgressReport(room.course, progress))
      } else {
        ProgressText(place: place).show(room.course, progress)
      }
    }
  }
}

/// Progress as programs read it.
private struct ProgressReport: Encodable {
  struct UnitReport: Encodable {
    var unit: String
    var title: String
    var kind: String?
    var minutes: Int?
    var state: String
    var attempts: Int
    var percent: Double?
    var passed: Bool?
    var waitsFor: [String]

    /// What is not known is null; no key is left out.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(unit, forKey: .unit)
      try container.encode(title, forKey: .title)
      try container.encode(kind, forKey: .kind)
      try container.encode(minutes, forKey: .minutes)
      try container.encode(state, forKey: .state)
      try container.encode(attempts, forKey: .attempts)
      try container.encode(percent, forKey: .percent)
      try container.encode(passed, forKey: .passed)
      try container.encode(waitsFor, forKey: .waitsFor)
    }

    private enum CodingKeys: String, CodingKey {
      case unit, title, kind, minutes, state, attempts, percent, passed, waitsFor
    }
  }

  var course: String
  var title: String
  var done: Int
  var of: Int
  var minutesLeft: Int
  var units: [UnitReport]

  init(_ course: OpenCourse, _ progress: CourseProgress) {
    self.course = course.id
    title = course.title
    done = progress.doneCount
    of = progress.counted.count
    minutesLeft = progress.minutesLeft
    units = progress.units.map { unit in
      UnitReport(
        unit: unit.path, title: unit.title, kind: unit.about?.kind.rawValue,
        minutes: unit.about?.minutes, state: Self.word(unit.state), attempts: unit.attempts,
        percent: (unit.best?.percentHundredths).map { Double($0) / 100 },
        passed: unit.best?.passed, waitsFor: unit.waitsFor)
    }
  }

  private static func word(_ state: CourseProgress.State) -> String {
    switch state {
    case .notBegun: "not-begun"
    case .inProgress: "in-progress"
    case .done: "done"
    case .notPassed: "not-passed"
    case .awaitingMarking: "awaiting-marking"
    case .mayBeSkipped: "may-be-skipped"
    }
  }
}
