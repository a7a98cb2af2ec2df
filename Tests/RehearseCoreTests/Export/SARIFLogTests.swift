import Foundation
import RehearseCore
import Testing

@Suite struct SARIFLogTests {
  private func log(
    _ files: [String: String], folder: String = "courses/my course"
  ) throws -> [String: Any] {
    let log = SARIFLog(reviewCourse(files), folder: folder, version: "1.2.3")
    let object = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(log))
    return try #require(object as? [String: Any])
  }

  private let files = [
    "course.md": unitText("course", "- [A](å/a.md)\n- [Gone](gone.md)", front: "why: You can."),
    "å/a.md": unitText("lesson", "“é” ![](../x.png)", front: "minutes: 1"), "x.png": "",
  ]

  /// What the schema of the standard requires, and what it allows.
  @Test func hasWhatTheSchemaRequires() throws {
    let log = try log(files)
    #expect(Set(log.keys) == ["$schema", "version", "runs"])
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("/sarif-schema-2.1.0.json") == true)
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect(Set(run.keys) == ["tool", "results", "columnKind"])
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
    #expect(driver["name"] as? String == "rehearse" && driver["version"] as? String == "1.2.3")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let ids = rules.compactMap { $0["id"] as? String }
    #expect(ids == ["image-without-text", "missing-file", "no-why"])
    for rule in rules {
      #expect((rule["shortDescription"] as? [String: String])?["text"]?.isEmpty == false)
      let level = (rule["defaultConfiguration"] as? [String: String])?["level"] ?? ""
      #expect(["error", "warning", "note"].contains(level))
    }
    for result in try #require(run["results"] as? [[String: Any]]) {
      #expect(Set(result.keys) == ["ruleId", "ruleIndex", "level", "message", "locations"])
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(result["ruleId"] as? String == ids[index])
      #expect((result["message"] as? [String: String])?["text"]?.isEmpty == false)
    }
  }

  @Test func placesAreThoseOfTheFindings() throws {
    let run = try #require((try log(files)["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    let found = reviewCourse(files)
    #expect(results.count == found.count)
    #expect(results.map { $0["level"] as? String } == ["error", "note", "warning"])
    let image = try #require(results.last)
    let location = try #require((image["locations"] as? [[String: [String: Any]]])?.first)
    let place = try #require(location["physicalLocation"])
    let artifact = try #require(place["artifactLocation"] as? [String: String])
    #expect(artifact == ["uri": "courses/my%20course/%C3%A5/a.md"])
    let region = try #require(place["region"] as? [String: Int])
    #expect(region == ["startLine": 7, "startColumn": 5, "endLine": 7, "endColumn": 18])
  }

  @Test(arguments: [
    (".", "course.md"), ("./courses/a/", "courses/a/course.md"),
    ("/a b", "file:///a%20b/course.md"),
    ("../a", "../a/course.md"),
  ])
  func filesAreNamedFromTheWorkingDirectory(_ folder: String, _ uri: String) throws {
    let run = try #require((try log(files, folder: folder)["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    let place = (results[0]["locations"] as? [[String: [String: Any]]])?[0]["physicalLocation"]
    #expect(place?["artifactLocation"] as? [String: String] == ["uri": uri])
  }

  @Test func withoutFindingsItIsStillALog() throws {
    let log = try log([
      "course.md": unitText("course", "- [A](a.md)", front: "why: You can."),
      "a.md": unitText("aid", "Text."),
    ])
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect((run["results"] as? [Any])?.isEmpty == true)
  }
}
