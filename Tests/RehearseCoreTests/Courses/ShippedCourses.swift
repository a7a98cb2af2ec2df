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

  static let units: [Shipped] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "courses")
    let paths =
      FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".md") }.sorted().compactMap { path in
      guard let slash = path.firstIndex(of: "/"),
        let data = try? Data(contentsOf: root.appending(path: path))
      else { return nil }
      let reading = UnitReader.read(
        path: String(path[path.index(after: slash)...]), bytes: Array(data))
      return Shipped(course: String(path[..<slash]), unit: reading.value)
    }
  }()

  static var scenarios: [Shipped] { units.filter { $0.unit.scenario != nil } }
}
