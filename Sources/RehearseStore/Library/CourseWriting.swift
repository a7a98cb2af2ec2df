#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Writing courses: new files, whole, and never over what is there.
extension CourseFolder {
  /// True also for a link whose target is gone.
  package static func isTaken(_ path: String) -> Bool { DiskFile.isTaken(path) }
  package func holds(_ relative: String) -> Bool { DiskFile.isTaken(root + "/" + relative) }

  /// Writes a new file, with the folders above it.
  /// - Throws: `.exists`, and what can go wrong in writing.
  package func create(_ relative: String, _ text: String) throws(StoreError) {
    let path = root + "/" + relative
    let folder = DiskFile.folder(of: path)
    if !DiskFile.exists(folder) { try Self.makeFolder(folder) }
    try TravellingFile.write(Array(text.utf8), to: path, replacing: false)
  }

  /// Puts other content into a file, in one step.
  package func replace(_ relative: String, _ bytes: [UInt8]) throws(StoreError) {
    let path = root + "/" + relative
    // Through a link, and with the rights that the file had.
    let target = Self.resolved(path) ?? path
    let mode = DiskFile.status(target)?.st_mode
    try TravellingFile.write(bytes, to: target, replacing: true)
    if let mode { chmod(target, mode & 0o777) }
  }

  /// Makes the folder of a new course with all its files, in one step.
  /// - Throws: `.exists` if there is anything of that name.
  package static func create(
    _ path: String, files: [(path: String, text: String)]
  ) throws(StoreError) {
    guard !DiskFile.isTaken(path) else { throw .exists(path: path) }
    let temporary = DiskFile.temporary(path)
    do {
      try makeFolder(temporary)
      let folder = try CourseFolder(temporary)
      for file in files { try folder.create(file.path, file.text) }
      try DiskFile.rename(temporary, to: path)
      try DiskFile.synchronizeFolder(of: path)
    } catch {
      for file in files.reversed() {
        DiskFile.remove(temporary + "/" + file.path)
        rmdir(DiskFile.folder(of: temporary + "/" + file.path))
      }
      rmdir(temporary)
      if let error = error as? SystemError {
        throw StoreError(SystemError(code: error.code, path: path), .writing)
      }
      throw StoreError(error, at: path, .writing)
    }
  }

  private static func makeFolder(_ path: String) throws(StoreError) {
    guard mkdir(path, 0o777) == 0 else { throw StoreError(SystemError.last(path), .writing) }
  }
}
