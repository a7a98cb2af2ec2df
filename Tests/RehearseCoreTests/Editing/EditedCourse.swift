import RehearseCore

/// A course in an editor. In the text of one file, `⟦` and `⟧` mark places.
struct EditedCourse {
  let manuscript: Manuscript
  let path: String
  let marks: [Range<Int>]

  init(_ marked: String, path: String = "talk.md", others: [String: String] = [:]) {
    let text = MarkedText(marked)
    var files = others
    files[path] = text.text
    if files["course.md"] == nil { files["course.md"] = Self.cover }
    var manuscript = Manuscript()
    manuscript.update(files)
    self.manuscript = manuscript
    self.path = path
    let page = EditorText(text.text)
    marks = text.ranges.map { page.offsets(ofDiagnostic: $0) }
  }

  static let cover = unitText(
    "course", "- [A](talk.md)\n- [B](units/page.md)",
    front: "skills: price = Talking about price; risk = Naming risks")

  /// The beginning of the first mark.
  var cursor: Int { marks.first?.lowerBound ?? 0 }

  var text: EditorText { manuscript.pages[path]?.text ?? EditorText("") }

  var completions: [String] {
    manuscript.completions(at: marks.first?.upperBound ?? 0, in: path).map(\.text)
  }

  /// `path:text` of each place.
  func words(_ mentions: [Mention]) -> [String] {
    mentions.map { "\($0.path):\(manuscript.pages[$0.path]?.text[$0.range] ?? "")" }
  }
}

extension Manuscript {
  mutating func update(_ files: [String: String]) {
    update(paths: files.keys.sorted()) { path in
      files[path].map { .success(Array($0.utf8)) } ?? .failure(CourseFileFailure(reason: "is gone"))
    }
  }
}

/// A lesson that the samples link to, and the front matter that makes it one.
let lessonPage = unitText("lesson", "## First words\n\nText.", front: "id: reading")
