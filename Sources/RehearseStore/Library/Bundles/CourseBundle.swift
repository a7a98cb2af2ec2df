/// A course in one file that can be mailed: an SQLite archive with a manifest. `docs/bundle.md`
/// describes it.
package enum CourseBundle {
  /// The largest course, with what SQLite needs for each of its files.
  static let maximumSize = CourseFolder.maximumSize + (64 << 20)

  /// The same for the same files, on every machine.
  package static func bytes(of course: PackedCourse) -> [UInt8] {
    let manifest = BundleManifest(course)
    return SQLiteArchive.bytes(
      of: course.files.map { ($0.path, $0.bytes) }
        + [(BundleManifest.path, Array(manifest.text.utf8))])
  }

  /// Writes a bundle under its name in one step. False if the file holds this very bundle already.
  ///
  /// - Throws: `.exists` unless `replacing`, and what can go wrong in writing.
  package static func write(
    _ course: PackedCourse, to path: String, replacing: Bool
  ) throws(StoreError) -> Bool {
    let bytes = bytes(of: course)
    if DiskFile.exists(path) {
      if (try? DiskFile.bytes(of: path, limit: bytes.count)) == bytes { return false }
      guard replacing else { throw .exists(path: path) }
    }
    try TravellingFile.write(bytes, to: path, replacing: replacing)
    return true
  }

  /// Reads a bundle that anybody may have made. Nothing of it is believed before it was checked, and
  /// nothing is written.
  package static func read(_ path: String) throws(BundleError) -> PackedCourse {
    let bytes: [UInt8]
    do {
      bytes = try DiskFile.bytes(of: path, limit: maximumSize)
    } catch {
      switch error {
      case .tooLarge: throw .tooLarge(limit: maximumSize)
      case .notRegular: throw .notABundle
      case .system(let error): throw .cannotRead(detail: error.detail)
      }
    }
    return try course(in: bytes)
  }

  static func course(in bytes: [UInt8]) throws(BundleError) -> PackedCourse {
    var entries = try BundleDatabase(bytes).entries()
    guard let place = entries.firstIndex(where: { $0.path == BundleManifest.path }) else {
      throw .noManifest
    }
    let manifest = try BundleManifest(entries.remove(at: place).bytes)
    try BundlePaths.check(entries.map(\.path))
    try compare(entries, with: manifest)
    let course = try PackedCourse(entries)
    try compare(course, with: manifest)
    return course
  }

  private static func compare(
    _ entries: [PackedCourse.File], with manifest: BundleManifest
  ) throws(BundleError) {
    var digests: [String: String] = [:]
    for file in manifest.files.files {
      guard digests.updateValue(file.digest, forKey: file.path) == nil else {
        throw .collision(path: file.path, other: file.path)
      }
    }
    for entry in entries {
      guard let digest = digests.removeValue(forKey: entry.path) else {
        throw .unlisted(path: entry.path)
      }
      guard SHA256Digest.hex(of: entry.bytes) == digest else { throw .changed(path: entry.path) }
    }
    if let path = digests.keys.min() { throw .missing(path: path) }
  }

  private static func compare(
    _ course: PackedCourse, with manifest: BundleManifest
  ) throws(BundleError) {
    for (field, said, found) in [
      ("id", manifest.id, course.id), ("title", manifest.title, course.title),
      ("version", manifest.version ?? "", course.version ?? ""),
    ] where !said.utf8.elementsEqual(found.utf8) {
      throw .otherCourse(field: field, said: said, found: found)
    }
    guard BundleManifest(course) == manifest else { throw .wrongDigest }
  }
}
