import Foundation
import Testing

@testable import RehearseCore

/// The units of the courses that ship, as they are read from their folders.
enum ShippedCourses {
  struct Shipped: CustomTestStringConvertible {
    var course: String
    var unit: RehearseCore.Unit

    var testDescription: String { "\(course)/\(unit.about.path)" }
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "courses")

  /// The files of all courses, by course and path.
  private static let texts: [(course: String, path: String, text: String)] = {
    let paths =
      FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".md") }.sorted().compactMap { path in
      guard let slash = path.firstIndex(of: "/"),
        let data = try? Data(contentsOf: root.appending(path: path))
      else { return nil }
      return (
        String(path[..<slash]), String(path[path.index(after: slash)...]),
        String(decoding: data, as: UTF8.self)
      )
    }
  }()

  static let names = Set(texts.map(\.course)).sorted()

  static func files(of course: String) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: texts.filter { $0.course == course }.map { ($0.path, $0.text) })
  }

  static let units: [Shipped] = texts.map { course, path, text in
    Shipped(course: course, unit: UnitReader.read(path: path, bytes: Array(text.utf8)).value)
  }

  static var scenarios: [Shipped] { units.filter { $0.unit.scenario != nil } }

  /// Each graph is explored once, for all tests.
  private static let analyses = Dictionary(
    uniqueKeysWithValues: scenarios.compactMap { shipped in
      shipped.unit.scenario.map { (shipped.testDescription, ScenarioAnalysis($0)) }
    })

  static func analysis(of shipped: Shipped) -> ScenarioAnalysis? {
    analyses[shipped.testDescription]
  }

  /// Without those that hold nothing but free answers: there learners compare their own words with
  /// a rubric, and nobody passes or fails for anyone else.
  static var assessments: [Shipped] {
    units.filter { shipped in
      shipped.unit.assessment?.sections.flatMap(\.questions).contains { question in
        if case .free = question.form { false } else { true }
      } ?? false
    }
  }
}
