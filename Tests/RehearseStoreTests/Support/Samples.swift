import Foundation
import Testing

@testable import RehearseStore

struct OneFile: CourseSource {
  var text = "# Course\n"
  func bytes(of path: String) -> [UInt8]? { path == "course.md" ? Array(text.utf8) : nil }
  func paths() -> [String] { ["course.md"] }
}

extension RecordsDatabase {
  /// The digest of a snapshot that attempts may belong to.
  @discardableResult
  func withSnapshot() throws -> String {
    try Library(self).takeSnapshot(of: OneFile(), course: "course", at: time(0))
  }
}

/// So many seconds after the beginning.
func time(_ seconds: Int) -> String {
  let minutes = seconds / 60
  func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
  return "2026-11-\(two(22 + minutes / 1440))T\(two(minutes / 60 % 24)):\(two(minutes % 60)):"
    + "\(two(seconds % 60))Z"
}

func uuid(_ number: Int) -> String {
  let digits = String(number, radix: 16)
  return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
}

func attempt(
  _ number: Int, course: String = "course", unit: String = "call", kind: String = "scenario",
  snapshot: String, mode: String = "practice", client: String? = nil, at seconds: Int = 0
) -> AttemptRecord {
  AttemptRecord(
    id: uuid(number), course: course, unit: unit, kind: kind, snapshot: snapshot, mode: mode,
    client: client, header: "header \(number)", begunAt: time(seconds))
}

func events(_ range: ClosedRange<Int>, at seconds: Int = 0) -> [EventRecord] {
  range.map {
    EventRecord(sequence: $0, at: time(seconds + $0), body: "choose \($0)", hash: "hash \($0)")
  }
}

func outcome(
  at seconds: Int, _ status: OutcomeRecord.Status = .finished, passed: Bool? = true,
  points: Int = 70, outOf: Int? = 100
) -> OutcomeRecord {
  OutcomeRecord(
    endedAt: time(seconds), status: status, passed: passed, points: points, outOf: outOf)
}
