/// Where the files of a course come from: its folder, or a snapshot of it.
package protocol CourseSource: Sendable {
  /// The bytes of a file; nil if there is none. A path is relative to the course, with `/` between
  /// its parts.
  func bytes(of path: String) throws -> [UInt8]?
  /// All files, sorted by the bytes of their paths.
  func paths() throws -> [String]
}
