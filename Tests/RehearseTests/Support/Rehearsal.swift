import Foundation
import RehearseCore
import RehearseStore

@testable import rehearse

/// A learner with a record in memory, at a time that the test sets, whose attempts have ids and
/// seeds that are the same each time.
final class Rehearsal {
  let records: RecordsDatabase
  let course: String
  var now: String
  var seed: UInt64 = 7
  private let size: (columns: Int, rows: Int?)
  private let theme: Theme
  private var ids = 0
  /// All that stood on the screen so far.
  private(set) var screen = ""
  private(set) var typed: Set<String> = []

  init(
    columns: Int = 80, rows: Int? = nil, theme: Theme = .unstyled,
    course: String = EveryConstruct.path, now: String = "2026-11-22T09:00:00Z"
  ) throws {
    Self.setTimeZone
    records = try .inMemory()
    self.course = course
    self.now = now
    self.theme = theme
    size = (columns, rows)
  }

  /// Times on the screen are local ones.
  private static let setTimeZone: Void = {
    setenv("TZ", "UTC", 1)
    NSTimeZone.resetSystemTimeZone()
  }()

  /// Does something on a screen at which these lines are typed.
  @discardableResult
  func typing(
    _ lines: String..., asPerson isInteractive: Bool = true,
    _ work: (CourseRoom) throws -> Void
  ) throws -> String {
    try typing(lines.map { .line($0) }, asPerson: isInteractive, work)
  }

  @discardableResult
  func typing(
    _ inputs: [Input], asPerson isInteractive: Bool = true, _ work: (CourseRoom) throws -> Void
  ) throws -> String {
    let console = LineConsole(
      .script(inputs), output: TextOutput(), theme: theme, echoes: true,
      isInteractive: isInteractive, size: size)
    defer { screen += console.transcript }
    for case .line(let line) in inputs { typed.insert(line) }
    try work(try room(console))
    return console.transcript
  }

  func room(_ console: LineConsole) throws -> CourseRoom {
    let place = Workplace(
      console: console, records: records, environment: [:],
      clock: { [unowned self] in Timestamp.date(now) ?? .distantPast },
      newID: { [unowned self] in
        ids += 1
        let digits = String(ids, radix: 16)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count)
          + digits
      },
      newSeed: { [unowned self] in seed })
    let folder = try CourseFolder(course)
    return try CourseRoom(
      place, CourseFinder.Found(source: FolderSource(folder), folder: folder))
  }

  /// Plays a unit, from its beginning or from where it stands.
  @discardableResult
  func play(_ unit: String, _ mode: Mode? = .practice, typing lines: String...) throws -> String {
    try typing(lines.map { .line($0) }) { room in
      _ = try room.play(try room.path(ofUnit: unit), mode: mode)
    }
  }
}
