/// The findings about one file, each with its place and its mend.
struct PreviewFindings {
  /// A place on the page: from this line of the file on.
  struct Landmark {
    var line: Int32
    var id: String
    var title: String
  }

  let course: PreviewCourse
  let path: String
  /// In the order of the text.
  var landmarks: [Landmark] = []

  private var all: [Diagnostic] { course.findings[path] ?? [] }

  var html: HTML {
    guard !all.isEmpty else {
      return "<p>Nothing was found in <code>\(path)</code>.</p>\n"
    }
    var html: HTML = """
      <p>What was found in <code>\(path)</code>: \(Self.counts(all)). The lines are those of that \
      file.</p>

      """
    for diagnostic in all { html += finding(diagnostic) }
    return html
  }

  /// What was found between two lines, in short, for the place that it is about.
  func notes(from start: Int32, before end: Int32?) -> HTML {
    let here = all.filter { $0.range.start.line >= start && $0.range.start.line < end ?? .max }
    return here.map { diagnostic -> HTML in
      """
      <p class="finding \(diagnostic.severity.rawValue)"\(course.english)><span class="label">\
      \(Self.name(diagnostic.severity)), line \(Int(diagnostic.range.start.line)):</span> \
      \(PreviewWords.sentence(diagnostic.message)) <a href="#findings">All findings</a></p>

      """
    }.joined()
  }

  private func finding(_ diagnostic: Diagnostic) -> HTML {
    let line = diagnostic.range.start.line
    // What is about the whole file stands in its first lines.
    let place = landmarks.last { $0.line <= line }.map { landmark -> HTML in
      ", in <a href=\"#\(PercentEncoding.path(landmark.id))\">\(landmark.title)</a>"
    }
    return """
      <div class="finding \(diagnostic.severity.rawValue)">
      <p><span class="label">\(Self.name(diagnostic.severity)), line \(Int(line))</span>\
      \(place ?? "") (<code>\(diagnostic.rule)</code>)</p>
      <p>\(PreviewWords.sentence(diagnostic.message))</p>
      <p>\(PreviewWords.sentence(diagnostic.help))</p>
      </div>

      """
  }

  static func name(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "Error"
    case .warning: "Warning"
    case .advice: "Advice"
    }
  }

  /// `2 errors, 1 warning`
  static func counts(_ diagnostics: [Diagnostic]) -> String {
    Diagnostic.Severity.allCases.compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      guard count > 0 else { return nil }
      return PreviewWords.count(
        count, severity == .advice ? "piece" : severity.rawValue)
        + (severity == .advice ? " of advice" : "")
    }.joined(separator: ", ")
  }
}
