/// What the pages of a preview have in common.
struct PreviewCourse {
  let review: CourseReview
  var course: Course { review.course }
  let links: PreviewLinks
  /// The findings of each file, in the order of the text.
  let findings: [String: [Diagnostic]]
  /// The SHA-256 that names the content of the course, in hexadecimal digits.
  let digest: String
  /// The day that the preview is of, as it is to be shown; nil for none.
  let date: String?
  /// The units with a page: the cover, the outline's in its order, then the others by path.
  let order: [String]
  /// The language of the course as BCP 47 has it, such as `en` or `pt-BR`.
  let language: String

  init(_ review: CourseReview, diagnostics: [Diagnostic], digest: String, date: String?) {
    self.review = review
    self.digest = digest
    self.date = date
    let course = review.course
    links = PreviewLinks(course)
    findings = Dictionary(grouping: diagnostics, by: \.file)
    var order = ["course.md"]
    var seen: Set<String> = ["course.md"]
    let rest = course.units.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for path in course.outline.entries.map(\.path) + rest
    where course.units[path] != nil && seen.insert(path).inserted {
      order.append(path)
    }
    self.order = order
    language = course.outline.language.flatMap(Self.languageTag) ?? "en"
  }

  /// A language as a browser understands it; nil for other words.
  private static func languageTag(_ text: String) -> String? {
    let parts = Words.trim(text).split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count),
      first.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }),
      parts.dropFirst().allSatisfy({ part in
        (1...8).contains(part.utf8.count)
          && part.utf8.allSatisfy {
            (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
          }
      })
    else { return nil }
    return parts.joined(separator: "-")
  }

  private var primaryLanguage: String {
    String(language.split(separator: "-").first ?? "en").lowercased()
  }

  /// For what is in the words of this program, where the course speaks another language.
  var english: HTML {
    primaryLanguage == "en" ? "" : direction.isEmpty ? " lang=\"en\"" : " lang=\"en\" dir=\"ltr\""
  }

  var direction: HTML {
    ["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(primaryLanguage)
      ? " dir=\"rtl\"" : ""
  }

  func title(of path: String) -> String { course.units[path]?.about.title ?? path }

  func text(of path: String) -> PreviewText { PreviewText(links: links, path: path) }

  /// The author's words for a skill.
  func skill(_ name: String) -> String {
    course.outline.skills.first { $0.name == name }?.title ?? name
  }

  /// A link to a unit by its path, on the page of another.
  func link(_ unit: String, from path: String, _ words: String? = nil) -> HTML {
    let words = words.flatMap { $0.isEmpty ? nil : $0 } ?? title(of: unit)
    guard let url = links.url(ofUnit: unit, from: path) else {
      return "\(words) <span class=\"inert\" lang=\"en\">(\(unit) cannot be shown)</span>"
    }
    return "<a href=\"\(url)\">\(words)</a>"
  }

  /// `version 1.0, content 3f9a2c…, 22 November 2026`
  var edition: HTML {
    let version: HTML = course.outline.version.map { "version \($0), " } ?? ""
    let day: HTML = date.map { ", \($0)" } ?? ""
    return "\(version)content <span class=\"digest\">\(String(digest.prefix(12)))</span>\(day)"
  }

  func count(_ severity: Diagnostic.Severity, in path: String) -> Int {
    findings[path]?.count { $0.severity == severity } ?? 0
  }
}

extension UnitKind {
  var previewName: String {
    switch self {
    case .course: "Course"
    case .lesson: "Lesson"
    case .scenario: "Role-play"
    case .checklist: "Checklist"
    case .assessment: "Assessment"
    case .aid: "Job aid"
    case .certification: "Certification"
    }
  }
}
