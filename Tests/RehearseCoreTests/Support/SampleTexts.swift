import RehearseCore

/// A scenario with a cast of Maya and You and the meter trust; `front` adds lines of front matter.
func scenarioText(_ body: String, front: String = "") -> String {
  """
  ---
  kind: scenario
  title: A talk
  cast: Maya = Client; You = Consultant
  meters: trust = 50 of 100; pace = 0 from -5 to 5
  \(front.isEmpty ? "" : front + "\n")---

  \(body)

  """
}

/// A file of another kind with a title.
func unitText(_ kind: String, _ body: String, front: String = "") -> String {
  """
  ---
  kind: \(kind)
  title: A \(kind)
  \(front.isEmpty ? "" : front + "\n")---

  \(body)

  """
}

/// The scene that most samples end in.
let endScene = "\n\n## End\n\n`ending success`"

extension UnitReader {
  static func read(_ text: String, path: String = "talk.md") -> Reading<Unit> {
    read(path: path, bytes: Array(text.utf8))
  }
}

extension Unit {
  var scenario: Scenario? { if case .scenario(let scenario) = content { scenario } else { nil } }
  var checklist: Checklist? {
    if case .checklist(let checklist) = content { checklist } else { nil }
  }
  var assessment: Assessment? {
    if case .assessment(let assessment) = content { assessment } else { nil }
  }
  var outline: Outline? { if case .outline(let outline) = content { outline } else { nil } }
  var certification: Certification? {
    if case .certification(let certification) = content { certification } else { nil }
  }
}

extension Scenario.Scene {
  var choices: [Scenario.Choice] { if case .choices(let choices) = way { choices } else { [] } }
  var turns: [Scenario.Turn] { if case .story(let turns) = way { turns } else { [] } }
  var ending: Directive.Ending? { if case .ending(let ending) = way { ending } else { nil } }
}

/// The diagnostics as `rule line:column-line:column`, for messages that can be read.
func lines(_ diagnostics: [Diagnostic]) -> [String] {
  diagnostics.map { "\($0.rule) \(place($0.range))" }
}

func place(_ range: SourceRange) -> String {
  "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
}

/// A course in memory.
func readCourse(_ files: [String: String]) -> Reading<Course?> {
  Course.read(paths: Array(files.keys)) { path in
    files[path].map { .success(Array($0.utf8)) } ?? .failure(CourseFileFailure(reason: "is gone"))
  }
}
