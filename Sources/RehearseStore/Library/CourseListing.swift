#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The files of a course folder, and what in it was left out.
package struct CourseListing: Equatable, Sendable {
  /// Paths from the folder, sorted by their bytes.
  package var files: [String]
  /// Why something is not among the files, sorted by path.
  package var refused: [CourseFolderError]
  /// How many bytes the files are together.
  package var size: Int
}

extension CourseFolder {
  package func files() throws(CourseFolderError) -> [String] { try listing().files }

  /// All regular files, without those whose name, or a folder's above them, begins with a dot. Links
  /// are followed where they stay in the folder. What cannot be part of the course is reported.
  ///
  /// - Throws: `.tooManyFiles`, `.folderTooLarge`, or why the folder itself cannot be read.
  package func listing() throws(CourseFolderError) -> CourseListing {
    var walk = Walk(folder: self)
    try walk.visit("", real: root, above: [root])
    return CourseListing(
      files: walk.files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
      refused: walk.refused.sorted {
        $0.place.utf8.lexicographicallyPrecedes($1.place.utf8)
      }.map(\.reason),
      size: walk.size)
  }
}

private struct Walk {
  let folder: CourseFolder
  var files: [String] = []
  var refused: [(place: String, reason: CourseFolderError)] = []
  private(set) var size = 0

  init(folder: CourseFolder) { self.folder = folder }

  /// - Parameters:
  ///   - place: the path of this folder from the course, empty or with a slash at its end.
  ///   - real: its path without links.
  ///   - above: the folders that it stands in and itself, without links.
  mutating func visit(
    _ place: String, real: String, above: [String]
  ) throws(CourseFolderError) {
    guard above.count <= CourseFolder.maximumDepth else {
      return refuse(place, .tooDeep(path: place, limit: CourseFolder.maximumDepth))
    }
    guard let names = Self.names(in: real) else {
      let reason: CourseFolderError =
        errno == EACCES
        ? .noPermission(path: place.isEmpty ? folder.path : place)
        : .cannotRead(
          path: place.isEmpty ? folder.path : place, detail: SystemError.last(place).detail)
      if place.isEmpty { throw reason }
      return refuse(place, reason)
    }
    for name in names where name.first != UInt8(ascii: ".") {
      guard let text = String(validating: name, as: UTF8.self), CoursePath.isUsable(text) else {
        let path = place + String(decoding: name, as: UTF8.self)
        refuse(path, .unusableName(path: path))
        continue
      }
      try visit(entry: text, of: place, real: real, above: above)
    }
  }

  private mutating func visit(
    entry name: String, of place: String, real: String, above: [String]
  ) throws(CourseFolderError) {
    let path = place + name
    guard let target = CourseFolder.resolved(real + "/" + name),
      let status = DiskFile.status(target)
    else {
      let detail = errno == ENOENT ? "it is a link to nothing" : SystemError.last(path).detail
      return refuse(path, .cannotRead(path: path, detail: detail))
    }
    guard folder.contains(target) else { return refuse(path, .linkOut(path: path)) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      guard !above.contains(where: { $0.utf8.elementsEqual(target.utf8) }) else {
        return refuse(path, .loop(path: path))
      }
      try visit(path + "/", real: target, above: above + [target])
    case S_IFREG:
      guard status.st_size <= CourseFolder.maximumFileSize else {
        return refuse(path, .fileTooLarge(path: path, limit: CourseFolder.maximumFileSize))
      }
      files.append(path)
      size += Int(status.st_size)
      guard files.count <= CourseFolder.maximumFiles else {
        throw .tooManyFiles(path: folder.path, limit: CourseFolder.maximumFiles)
      }
      guard size <= CourseFolder.maximumSize else {
        throw .folderTooLarge(path: folder.path, limit: CourseFolder.maximumSize)
      }
    default:
      refuse(path, .notRegular(path: path))
    }
  }

  private mutating func refuse(_ place: String, _ reason: CourseFolderError) {
    refused.append((place, reason))
  }

  /// The names as bytes, for they need not be text. Nil, with the reason in `errno`, on failure.
  private static func names(in folder: String) -> [[UInt8]]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      names.append(name)
    }
    return names
  }
}
