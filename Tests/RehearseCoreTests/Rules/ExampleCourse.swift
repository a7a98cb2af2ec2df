import RehearseCore

/// A course around an example of the reference, which is as short as it can be: the rest of the
/// file, the scenes and the files that it links, and a cover.
struct ExampleCourse {
  private var files: [String: String] = [:]

  init(_ example: String) {
    let isCover = example.contains("`after ")
    let text = example.hasPrefix("---") ? example + "\n" : Self.file(example, isCover: isCover)
    files[isCover ? "course.md" : "unit.md"] = text
    if !isCover {
      files["course.md"] = unitText("course", "- [It](unit.md)", front: "why: You can.")
    }
    for target in Self.links(in: text) where !target.hasPrefix("#") {
      files[target] =
        files[target] ?? (target.hasSuffix(".md") ? unitText("lesson", "Text.") : "")
    }
  }

  var errors: [String] {
    lines(readCourse(files).diagnostics.filter { $0.severity == .error })
  }

  func review(by rule: Rule) -> [Diagnostic] {
    reviewCourse(files, by: [rule]).filter { $0.rule == rule.id }
  }

  private static func file(_ example: String, isCover: Bool) -> String {
    if isCover { return unitText("course", example) }
    if example.contains("](#") {
      var text = example.hasPrefix("#") ? example : "## Opening\n\n" + example
      for target in links(in: example) where target.hasPrefix("#") {
        let id = String(target.dropFirst())
        let isThere = text.split(separator: "\n").contains {
          $0.hasPrefix("## ") && Slug.of(String($0.dropFirst(3))) == id
        }
        if !isThere { text += "\n\n## \(id)\n\n`ending success`" }
      }
      return scenarioText(text)
    }
    if example.contains("`passed`") || example.contains("`completed`") {
      return unitText("certification", example)
    }
    if example.contains("- ( )") || example.contains("- (x)") || example.contains("Answer:")
      || example.hasPrefix("### ")
    {
      return unitText("assessment", example)
    }
    if example.contains("- [ ]") || example.contains("- [x]") {
      return unitText("checklist", example)
    }
    return unitText("lesson", example)
  }

  private static func links(in text: String) -> [String] {
    text.split(separator: "](", omittingEmptySubsequences: false).dropFirst().map { rest in
      String(rest.prefix { $0 != ")" })
    }
  }
}
