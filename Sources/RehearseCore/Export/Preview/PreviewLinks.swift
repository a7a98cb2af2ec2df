/// Where the pages of a preview lie, and what a link in a course's file becomes on them.
struct PreviewLinks: Sendable {
  /// The page of each unit, by the unit's path.
  private let pages: [String: String]
  /// The anchors that each unit's page has.
  private let anchors: [String: Set<String>]
  private let files: Set<String>

  static let imageEndings = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg"]

  init(_ course: Course) {
    var pages: [String: String] = ["course.md": "index.html"]
    // Names that differ in case alone are one file on many disks.
    var taken: Set<String> = ["index.html"]
    for path in course.units.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    where path != "course.md" {
      let stem = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
      var name = stem + ".html"
      var number = 1
      while !taken.insert(name.lowercased()).inserted {
        number += 1
        name = "\(stem)-\(number).html"
      }
      pages[path] = name
    }
    self.pages = pages
    anchors = course.units.mapValues(\.anchors)
    files = Set(course.files)
  }

  /// What a link leads to.
  enum Target: Equatable {
    /// Another page, or a place on this one, as it stands in `href`.
    case page(String)
    /// A file of the course that is copied along.
    case image(String)
    case web(String)
    /// Nothing that a preview can lead to, and why.
    case nothing(String)
  }

  func page(of unit: String) -> String? { pages[unit] }

  func target(_ destination: String, in path: String) -> Target {
    switch LinkTarget(destination, in: path) {
    case .anchor(let anchor): place(anchor, in: path, from: path)
    case .file(let file, let anchor):
      if pages[file] != nil {
        place(anchor, in: file, from: path)
      } else if !files.contains(file) {
        .nothing("there is no file \(file)")
      } else if Self.isImage(file), !file.lowercased().hasSuffix(".svg") {
        // A drawing in SVG can hold scripts: it is shown on a page, where they do not run, and not
        // opened by itself.
        .image(url(of: file, from: path))
      } else {
        .nothing("the file \(file) is not part of this preview")
      }
    case .external(let url): Self.isWeb(url) ? .web(url) : .nothing("not followed: \(url)")
    case .outside: .nothing("it leaves the course: \(destination)")
    }
  }

  /// The source of an image, and the file; nil for one that is missing, or not in the course.
  func image(_ source: String, in path: String) -> (url: String, file: String)? {
    guard case .file(let file, _) = LinkTarget(source, in: path), Self.isImage(file),
      files.contains(file)
    else { return nil }
    return (url(of: file, from: path), file)
  }

  private func place(_ anchor: String?, in unit: String, from path: String) -> Target {
    let page = unit == path ? "" : url(ofUnit: unit, from: path) ?? ""
    guard let anchor, !anchor.isEmpty else { return .page(page.isEmpty ? "#content" : page) }
    guard anchors[unit]?.contains(anchor) == true else {
      return page.isEmpty ? .nothing("there is no #\(anchor) here") : .page(page)
    }
    return .page(page + "#" + Self.fragment(anchor))
  }

  /// The address of a unit's page on the page of the unit at `path`.
  func url(ofUnit unit: String, from path: String) -> String? {
    pages[unit].map { url(of: $0, from: path) }
  }

  /// The address of a file on the page of the unit at `path`.
  func url(of file: String, from path: String) -> String {
    var from = (pages[path] ?? path).split(separator: "/").dropLast()[...]
    var to = file.split(separator: "/")[...]
    while let here = from.first, to.count > 1, here == to.first {
      from = from.dropFirst()
      to = to.dropFirst()
    }
    return String(repeating: "../", count: from.count)
      + PercentEncoding.path(to.joined(separator: "/"))
  }

  /// The id of an author's heading. Its own ids never begin like this.
  static func id(_ anchor: String) -> String {
    "s-" + String(anchor.map { $0.isWhitespace ? "_" : $0 })
  }

  static func fragment(_ anchor: String) -> String { PercentEncoding.path(id(anchor)) }

  static func isImage(_ file: String) -> Bool {
    guard let dot = file.lastIndex(of: ".") else { return false }
    return imageEndings.contains(file[file.index(after: dot)...].lowercased())
  }

  /// Only what a browser opens without running anything.
  private static func isWeb(_ url: String) -> Bool {
    let start = url.prefix(8).lowercased()
    return
      (start.hasPrefix("https://") || start.hasPrefix("http://")
      || start.hasPrefix("mailto:"))
      && url.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
  }
}
