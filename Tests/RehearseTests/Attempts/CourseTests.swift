import Foundation
import RehearseCore
import RehearseStore
import Testing

@testable import rehearse

@Suite struct OpenCourseTests {
  @Test func readsTheCoverAndWhatUnitsSayOfThemselves() throws {
    let course = try OpenCourse(FolderSource(try CourseFolder(EveryConstruct.path)))
    #expect(course.id == "handover" && course.title == "The handover")
    #expect(course.units.count == 11)
    #expect(course.units["scenarios/last-call.md"]?.minutes == 6)
    #expect(course.names.path(of: "quiet-word") == "scenarios/quiet-word.md")
    let program = try course.program("scenarios/last-call.md")
    #expect(
      program.units.keys.sorted() == [
        "checklists/handover.md", "scenarios/last-call.md", "scenarios/quiet-word.md",
      ])
  }

  @Test func saysWhyItCannotBePlayed() throws {
    let folder = try Folder()
    let path = try folder.copyCourse()
    func course() throws -> OpenCourse { try OpenCourse(FolderSource(try CourseFolder(path))) }
    #expect(throws: CourseProblem.noUnit("certificate.md")) {
      try course().program("certificate.md")
    }
    #expect(throws: CourseProblem.noUnit("none.md")) { try course().program("none.md") }
    #expect(try folder.replace("kind: aid", with: "kind: ade", in: "course/aids/phrases.md"))
    // What is wrong in one unit keeps nobody from playing another.
    _ = try course().program("scenarios/last-call.md")
    #expect(try folder.replace("`once`", with: "`onec`", in: "course/scenarios/last-call.md"))
    #expect { try course().program("scenarios/last-call.md") } throws: {
      guard case CourseProblem.unreadable(let error) = $0 else { return false }
      return error.file == "scenarios/last-call.md"
    }
    // A unit that is gone is missing from the outline's units, and nothing more.
    try FileManager.default.removeItem(atPath: path + "/renewal.md")
    #expect(try course().units["renewal.md"] == nil)
    try FileManager.default.removeItem(atPath: path + "/course.md")
    #expect(throws: CourseProblem.noCover) { try course() }
  }
}

@Suite struct CourseFinderTests {
  private let folder: Folder
  private let library: Library
  private let finder: CourseFinder

  init() throws {
    folder = try Folder()
    _ = try folder.copyCourse(to: "shelf/one")
    library = Library(try .inMemory())
    finder = CourseFinder(library: library, shelves: [folder.path + "/shelf"])
  }

  @Test(arguments: [
    ("%/shelf/one", nil), ("%/shelf/one/", nil), ("%/shelf/one/final.md", "final.md"),
    ("%/shelf/one/scenarios/last-call", "scenarios/last-call"), ("one", nil),
    ("one/final", "final"), ("one/scenarios/last-call.md", "scenarios/last-call.md"),
  ])
  func finds(_ words: String, _ unit: String?) throws {
    let found = try finder.find(words.replacingOccurrences(of: "%", with: folder.path))
    #expect(found.folder?.root.hasSuffix("/shelf/one") == true)
    #expect(found.unit == unit)
  }

  @Test func doesNotFind() throws {
    for words in ["two", "two/final", "", ".."] {
      #expect(throws: CourseNotFound.self, "\(words)") { try finder.find(words) }
    }
    for (words, exists) in [("/nowhere", false), ("/", true), (folder.path, true)] {
      let error = #expect(throws: NoCourseAround.self) { try finder.find(words) }
      #expect(error?.path == words && error?.exists == exists)
    }
  }

  @Test func knowsWhatWasOpenedBefore() throws {
    let path = try folder.copyCourse(to: "elsewhere")
    try library.register(
      "handover", title: "The handover", folder: path, at: "2026-11-22T09:00:00Z")
    #expect(try finder.find("handover/final").folder?.root.hasSuffix("/elsewhere") == true)
    let digest = try library.takeSnapshot(
      of: try CourseFolder(path), course: "handover", at: "2026-11-22T09:00:00Z")
    try FileManager.default.removeItem(atPath: path)
    let kept = try finder.find("handover")
    #expect(kept.folder == nil && (kept.source as? SnapshotSource)?.digest == digest)
    #expect(try OpenCourse(kept.source).title == "The handover")
  }

  @Test func looksThroughTheShelves() throws {
    _ = try folder.copyCourse(to: "shelf/.hidden")
    try folder.write("no course", to: "shelf/two/readme.md")
    #expect(finder.onShelves().map { $0.root.split(separator: "/").last } == ["one"])
    let shelves = CourseFinder.shelves(environment: ["REHEARSE_COURSES": "/a:/b"])
    #expect(shelves.prefix(3) == ["/a", "/b", "courses"])
    #expect(shelves.last?.hasSuffix("/../share/rehearse/courses") == true)
  }
}

@Suite struct CourseProgressTests {
  private let course: OpenCourse

  init() throws {
    course = try OpenCourse(FolderSource(try CourseFolder(EveryConstruct.path)))
  }

  private func attempt(
    _ unit: String, _ outcome: OutcomeRecord?, mode: Mode = .practice
  ) -> AttemptOverview {
    AttemptOverview(
      attempt: AttemptRecord(
        id: unit, course: "handover", unit: unit, kind: "", snapshot: "", mode: mode.rawValue,
        header: "", begunAt: "2026-11-22T09:00:00Z"),
      events: 1, lastActivity: "2026-11-22T09:00:00Z", outcome: outcome)
  }

  private func outcome(_ passed: Bool?, percent: Int? = nil, ending: String? = nil) -> OutcomeRecord
  {
    OutcomeRecord(
      endedAt: "2026-11-22T09:00:00Z", status: .finished, passed: passed, points: percent ?? 0,
      outOf: percent.map { _ in 10_000 }, percentHundredths: percent, ending: ending)
  }

  private func states(_ attempts: [AttemptOverview]) -> [String: CourseProgress.State] {
    let progress = CourseProgress(course, attempts: attempts)
    return Dictionary(uniqueKeysWithValues: progress.units.map { ($0.path, $0.state) })
  }

  @Test func countsWhatIsToBeDone() {
    let progress = CourseProgress(course, attempts: [])
    // Neither job aids nor certificates are something to get done, nor what no number leads to.
    #expect(progress.counted.count == 6 && progress.units.count == 11)
    #expect(progress.minutesLeft == 38 && progress.doneCount == 0)
    #expect(progress.next?.path == "check-in.md")
    let lastCall = progress.units.first { $0.path == "scenarios/last-call.md" }
    #expect(lastCall?.waitsFor == ["Why handovers fail"])
  }

  /// Where no list has numbers, everything is a step.
  @Test func anOutlineWithoutNumbers() throws {
    let files = try Folder()
    let plain = try files.copyCourse()
    let cover = try files.text(of: "course/course.md")
    try files.write(
      cover.replacing(#/(?m)^\d+\. /#, with: "- "), to: "course/course.md")
    let course = try OpenCourse(FolderSource(CourseFolder(plain)))
    let progress = CourseProgress(course, attempts: [])
    #expect(progress.counted.count == 8 && progress.minutesLeft == 46)
  }

  @Test func followsAttempts() {
    let path = "scenarios/last-call.md"
    #expect(states([attempt(path, nil)])[path] == .inProgress)
    #expect(states([attempt(path, outcome(true))])[path] == .done)
    #expect(states([attempt(path, outcome(false))])[path] == .notPassed)
    #expect(states([attempt(path, outcome(nil, ending: "partial"))])[path] == .done)
    #expect(states([attempt(path, outcome(nil, ending: "failure"))])[path] == .notPassed)
    // Playing again what was passed takes nothing away.
    #expect(states([attempt(path, outcome(true)), attempt(path, nil)])[path] == .done)
    let left = OutcomeRecord(endedAt: "2026-11-22T09:00:00Z", status: .abandoned)
    #expect(states([attempt(path, left)])[path] == .notBegun)
    // Work for a customer is no exercise.
    let list = "checklists/first-week.md"
    #expect(states([attempt(list, outcome(true), mode: .engagement)])[list] == .notBegun)
  }

  @Test(arguments: [(8_000, true), (7_999, false)])
  func leavesOutWhatIsKnown(_ share: Int, _ isSkipped: Bool) {
    let path = "lessons/why-handovers-fail.md"
    let progress = CourseProgress(
      course, attempts: [attempt("check-in.md", outcome(true, percent: share))])
    #expect(
      progress.units.first { $0.path == path }?.state == (isSkipped ? .mayBeSkipped : .notBegun))
    #expect(progress.doneCount == (isSkipped ? 2 : 1))
    #expect(progress.minutesLeft == (isSkipped ? 29 : 33))
  }

  @Test func waitsForWhatComesFirst() {
    let lesson = attempt("lessons/why-handovers-fail.md", outcome(nil))
    let progress = CourseProgress(course, attempts: [lesson])
    #expect(progress.units.first { $0.path == "scenarios/last-call.md" }?.waitsFor == [])
    #expect(progress.units.first { $0.path == "final.md" }?.waitsFor == ["The last call"])
    #expect(progress.passed(for: .practice).isEmpty)
    let passed = CourseProgress(course, attempts: [attempt("renewal.md", outcome(true))])
    #expect(passed.passed(for: .practice) == ["renewal.md"])
    // An attempt for the record counts on what was passed on record.
    #expect(passed.passed(for: .assessed).isEmpty)
    // `skip if passed renewal and not check-in < 50%`: no result is not under 50%.
    #expect(passed.units.first { $0.path == "final.md" }?.state == .mayBeSkipped)
  }
}

@Suite struct AttemptAllowanceTests {
  private func refusal(
    _ limit: String, _ begun: [String], now: String = "2026-11-22T09:00:00Z"
  ) throws -> String? {
    let text = "---\nkind: assessment\ntitle: T\nattempts: \(limit)\n---\n\n### Q\n\nAnswer: true\n"
    let unit = UnitReader.read(path: "t.md", bytes: Array(text.utf8)).value
    guard case .assessment(let assessment) = unit.content else { return "no assessment" }
    return AttemptAllowance.refusal(
      try #require(assessment.attempts), begun: begun, now: try #require(Timestamp.date(now)))
  }

  @Test func countsInRounds() throws {
    _ = try Rehearsal()
    let days = ["2026-11-20T09:00:00Z", "2026-11-15T10:30:00Z"]
    #expect(try refusal("2, then wait 7 days", []) == nil)
    #expect(try refusal("2, then wait 7 days", [days[0]]) == nil)
    #expect(
      try refusal("2, then wait 7 days", days)
        == "All 2 attempts are used. The next is open from 27 November 2026, 09:00.")
    #expect(try refusal("2, then wait 7 days", days, now: "2026-11-27T08:59:59Z") != nil)
    #expect(try refusal("2, then wait 7 days", days, now: "2026-11-27T09:00:00Z") == nil)
    // A new round: one is used again, and one is left.
    let third = days + ["2026-11-27T09:00:00Z"]
    #expect(try refusal("2, then wait 7 days", third, now: "2026-11-27T09:30:00Z") == nil)
    #expect(
      try refusal("1", days)
        == "The one attempt is used. Please ask the training group what comes next.")
  }
}
