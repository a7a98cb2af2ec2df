import Glibc
import RehearseCore
import RehearseStore

/// The courses that open files belong to, and what the editor was told about each.
struct CourseDesk {
  /// Where a file belongs: the folder of its course, or itself where there is none.
  struct Place: Hashable {
    var folder: String
    var isCourse: Bool
    /// From the folder.
    var path: String
  }

  struct OpenCourse {
    var isCourse: Bool
    var manuscript = Manuscript()
    /// What the editor was told last, by the file's path.
    var told: [String: PublishDiagnosticsParams] = [:]
    var isStale = true
    /// Why the folder cannot be read.
    var failure: CourseFolderError?
  }

  private(set) var courses: [String: OpenCourse] = [:]

  // MARK: Where files belong

  /// The nearest folder above with a cover, on the disk or in the editor.
  static func place(of path: String, _ documents: OpenDocuments) -> Place {
    let parts = path.split(separator: "/").map(String.init)
    for count in stride(from: parts.count - 1, through: 0, by: -1) {
      let folder = "/" + parts[..<count].joined(separator: "/")
      let cover = (count == 0 ? "" : folder) + "/course.md"
      guard documents.at(path: cover) != nil || access(cover, F_OK) == 0 else { continue }
      let rest = parts[count...]
      // What is hidden is no part of a course.
      if rest.contains(where: { $0.hasPrefix(".") }) { break }
      return Place(folder: folder, isCourse: true, path: rest.joined(separator: "/"))
    }
    return Place(folder: path, isCourse: false, path: parts.last ?? path)
  }

  /// Opens the courses that open files belong to and closes all others. Returns what the editor has
  /// to forget, and the folders that are new.
  mutating func arrange(
    _ documents: OpenDocuments
  ) -> (forget: [PublishDiagnosticsParams], closed: [String], opened: [String]) {
    var wanted: [String: Bool] = [:]
    for document in documents.byURI.values {
      let place = Self.place(of: document.path, documents)
      wanted[place.folder] = place.isCourse
    }
    var forget: [PublishDiagnosticsParams] = []
    var closed: [String] = []
    for (folder, course) in courses where wanted[folder] != course.isCourse {
      forget += course.told.values.filter { !$0.diagnostics.isEmpty }.map {
        PublishDiagnosticsParams(uri: $0.uri, version: nil, diagnostics: [])
      }
      closed.append(folder)
      courses[folder] = nil
    }
    var opened: [String] = []
    for (folder, isCourse) in wanted where courses[folder] == nil {
      courses[folder] = OpenCourse(isCourse: isCourse)
      opened.append(folder)
    }
    return (forget.sorted { $0.uri < $1.uri }, closed, opened.sorted())
  }

  // MARK: Reading

  mutating func makeStale(_ folder: String) { courses[folder]?.isStale = true }

  /// The folders that a file on the disk lies in.
  func folders(with path: String) -> [String] {
    courses.keys.filter { path == $0 || path.hasPrefix($0 == "/" ? $0 : $0 + "/") }.sorted()
  }

  /// The course as it is now; read again only if something changed.
  mutating func manuscript(of folder: String, _ documents: OpenDocuments) -> Manuscript? {
    guard var course = courses.removeValue(forKey: folder) else { return nil }
    defer { courses[folder] = course }
    guard course.isStale else { return course.manuscript }
    course.isStale = false
    course.failure = nil
    guard course.isCourse else {
      if let document = documents.at(path: folder) {
        course.manuscript.update(
          alone: Self.place(of: folder, documents).path, bytes: document.text.bytes)
      }
      return course.manuscript
    }
    var open: [String: [UInt8]] = [:]
    for document in documents.byURI.values {
      let place = Self.place(of: document.path, documents)
      if place.folder == folder { open[place.path] = document.text.bytes }
    }
    do throws(CourseFolderError) {
      try course.manuscript.update(from: CourseFolder(folder), open: open)
    } catch {
      course.failure = error
    }
    return course.manuscript
  }

  // MARK: Telling the editor

  /// What the editor does not know yet about a course, file by file.
  mutating func news(
    of folder: String, _ documents: OpenDocuments, _ encoding: PositionEncoding
  ) -> [PublishDiagnosticsParams] {
    guard let manuscript = manuscript(of: folder, documents), var course = courses[folder] else {
      return []
    }
    var found: [String: [LSPDiagnostic]] = [:]
    for path in manuscript.pages.keys { found[path] = [] }
    for path in course.told.keys { found[path] = [] }
    for diagnostic in manuscript.diagnostics {
      let text = manuscript.pages[diagnostic.file]?.text
      found[diagnostic.file, default: []].append(LSPDiagnostic(diagnostic, in: text, encoding))
    }
    if let failure = course.failure {
      found["course.md", default: []].append(
        LSPDiagnostic(
          range: LSPRange(.beginning, .beginning), severity: 1, code: "cannot-read",
          message: failure.message + "\n" + failure.help))
    }
    var news: [PublishDiagnosticsParams] = []
    for (path, diagnostics) in found.sorted(by: { $0.key < $1.key }) {
      let whole = course.isCourse ? (folder == "/" ? "" : folder) + "/" + path : folder
      let document = documents.at(path: whole)
      let params = PublishDiagnosticsParams(
        uri: document?.uri ?? FileURI.uri(whole), version: document?.version,
        diagnostics: diagnostics)
      let before = course.told[path]
      // What is open is told with each version; all else only when it is another thing than before.
      let isNew = document != nil ? params != before : diagnostics != before?.diagnostics ?? []
      guard isNew else { continue }
      course.told[path] = params
      news.append(params)
    }
    courses[folder] = course
    return news
  }
}

extension LSPPosition {
  static let beginning = LSPPosition(line: 0, character: 0)
}

extension LSPRange {
  init(_ start: LSPPosition, _ end: LSPPosition) { self.init(start: start, end: end) }

  /// The bytes of a file as the editor counts them.
  init(_ range: Swift.Range<Int>, in text: EditorText, _ encoding: PositionEncoding) {
    let start = text.position(of: range.lowerBound, encoding)
    let end = text.position(of: range.upperBound, encoding)
    self.init(
      LSPPosition(line: start.line, character: start.character),
      LSPPosition(line: end.line, character: end.character))
  }
}

extension LSPDiagnostic {
  init(_ diagnostic: Diagnostic, in text: EditorText?, _ encoding: PositionEncoding) {
    range =
      text.map { LSPRange($0.offsets(ofDiagnostic: diagnostic.range), in: $0, encoding) }
      ?? LSPRange(.beginning, .beginning)
    severity =
      switch diagnostic.severity {
      case .error: 1
      case .warning: 2
      case .advice: 3
      }
    code = diagnostic.rule
    message = diagnostic.message + "\n" + diagnostic.help
  }
}
