import Testing

@testable import RehearseCore

/// A preview of a course in memory.
func preview(_ files: [String: String], date: String? = nil) throws -> CoursePreview {
  let reading = readCourse(files)
  let review = CourseReview(try #require(reading.value))
  let diagnostics = review.diagnostics(of: reading) { path in
    files[path].map { .success(Array($0.utf8)) } ?? .failure(CourseFileFailure(reason: "is gone"))
  }
  return CoursePreview(
    review, diagnostics: diagnostics, digest: String(repeating: "0a", count: 32), date: date)
}

/// A course of one unit, at `unit.md`, and what lies beside it.
func coursePages(
  _ unit: String, cover: String = "- [It](unit.md)", front: String = "",
  and files: [String: String] = [:]
) throws -> [String: PreviewPageText] {
  var all = files
  all["unit.md"] = unit
  all["course.md"] = unitText("course", cover, front: front)
  return try pages(of: preview(all))
}

func pages(
  of preview: CoursePreview, drawings: [String: String] = [:]
) throws -> [String: PreviewPageText] {
  var pages: [String: PreviewPageText] = [:]
  for page in preview.pages(drawings: drawings) {
    pages[page.path] = try PreviewPageText(page.text)
  }
  return pages
}

/// A page as a strict reader of XML takes it, so that it is well-formed.
struct PreviewPageText {
  let text: String
  let root: MarkupElement

  init(_ text: String) throws {
    self.text = text
    let type = "<!DOCTYPE html>\n"
    try #require(text.hasPrefix(type))
    root = try XMLReader.read(Array(text.utf8.dropFirst(type.utf8.count)))
  }

  var elements: [MarkupElement] { [root] + root.descendants }

  func all(_ name: String) -> [MarkupElement] { elements.filter { $0.name == name } }

  func element(_ id: String) throws -> MarkupElement {
    try #require(elements.first { $0.attributes["id"] == id }, "There is no #\(id).")
  }

  /// All words of the page's main part.
  var words: String { all("main").first?.words ?? "" }

  var ids: [String] { elements.compactMap { $0.attributes["id"] } }

  /// Where links lead, in the order of the text.
  var addresses: [String] { all("a").compactMap { $0.attributes["href"] } }
}

extension MarkupElement {
  /// Its words as they are read: what is no part of a line stands apart, and each blank is one.
  var words: String {
    spaced.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private var spaced: String {
    let inline: Set<String> = ["a", "span", "code", "em", "strong", "del", "img", "text"]
    let inside = children.map { child in
      switch child {
      case .text(let text): text
      case .element(let element): element.spaced
      }
    }.joined()
    return inline.contains(name) ? inside : " \(inside) "
  }

  /// Where its first link with these words leads.
  func address(of words: String) -> String? {
    descendants.first { $0.name == "a" && $0.words == words }?.attributes["href"]
  }
}
