/// How paths in a course are written and compared. Byte by byte, as the system does it: to Swift, a
/// slash before a combining mark is another character than a slash.
enum CoursePath {
  /// The path without `.`, `..` and doubled slashes.
  /// - Throws: `.absolute`, `.outside`, `.hidden` or `.unusableName`.
  static func normalized(_ path: String) throws(CourseFolderError) -> String {
    guard path.utf8.first != UInt8(ascii: "/") else { throw .absolute(path: path) }
    guard isUsable(path) else { throw .unusableName(path: path) }
    var parts: [Substring] = []
    for bytes in path.utf8.split(separator: UInt8(ascii: "/")) {
      let part = Substring(bytes)
      switch part {
      case ".": continue
      case "..":
        guard parts.popLast() != nil else { throw .outside(path: path) }
      default: parts.append(part)
      }
    }
    guard !parts.contains(where: { $0.utf8.first == UInt8(ascii: ".") }) else {
      throw .hidden(path: path)
    }
    return parts.joined(separator: "/")
  }

  /// Control characters and backslashes stand in no name: `sha256sum` would write them in a way of
  /// its own, and other systems cannot keep such a file.
  static func isUsable(_ path: String) -> Bool {
    !path.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }
  }
}
