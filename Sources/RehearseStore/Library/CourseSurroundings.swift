#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension CourseFolder {
  /// The course that the working directory lies in, as a path from there: `.`, `..`, `../..`.
  package static func around() -> String? {
    guard let here = resolved(".") else { return nil }
    let depth = here.utf8.count { $0 == UInt8(ascii: "/") }
    var path = "."
    for _ in 0...depth {
      if DiskFile.exists(path + "/course.md") { return path }
      path = path == "." ? ".." : path + "/.."
    }
    return nil
  }

  /// Whether a file that is to be written would lie in the folder.
  package func encloses(_ path: String) -> Bool {
    guard let folder = Self.resolved(DiskFile.folder(of: path)) else { return false }
    return contains(folder)
  }

  /// Where a bundle goes that nobody named: the working directory, or beside the course where that
  /// lies in it. Its name is the course's id and version.
  package func bundlePath(for course: PackedCourse) -> String {
    let version = course.version.map { "-" + Self.plain($0) } ?? ""
    let name = Self.plain(course.id) + version + ".rehearse"
    guard encloses(name), let course = Self.around() else { return name }
    return (course == "." ? "" : course + "/") + "../" + name
  }

  /// With nothing in it that a name of a file cannot have.
  private static func plain(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      let isKept =
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-_.".unicodeScalars.contains(scalar)
      return isKept ? scalar : "-"
    }
    return String(String.UnicodeScalarView(scalars.prefix(60)))
  }
}
