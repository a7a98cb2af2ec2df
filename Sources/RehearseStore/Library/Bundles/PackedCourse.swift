package import RehearseCore

/// A course as it travels: all its files, complete and without errors.
package struct PackedCourse: CourseSource {
  package struct File: Equatable, Sendable {
    package var path: String
    package var bytes: [UInt8]
  }

  /// Sorted by the bytes of their paths.
  package let files: [File]
  package let digest: CourseDigest
  package let id: String
  package let title: String
  package let version: String?
  /// What reading it found: no errors.
  package let reading: Reading<Course?>
  private let places: [String: Int]

  package var size: Int { files.reduce(0) { $0 + $1.bytes.count } }

  /// - Throws: what is wrong with a name or a size; `.courseErrors` where a part of the course
  ///   could not be played.
  init(_ files: [File], refused: [Diagnostic] = []) throws(BundleError) {
    let files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    try BundlePaths.check(files.map(\.path))
    try Self.checkSizes(files)
    let places = Dictionary(uniqueKeysWithValues: files.enumerated().map { ($1.path, $0) })
    var reading = Course.read(paths: files.map(\.path)) { path in
      guard let place = places[path] else {
        return .failure(CourseFileFailure(reason: "it is gone"))
      }
      return .success(files[place].bytes)
    }
    reading.diagnostics += refused
    let errors = reading.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw .courseErrors(errors) }
    self.files = files
    self.places = places
    self.reading = reading
    digest = CourseDigest(
      files: files.map { .init(path: $0.path, digest: SHA256Digest.hex(of: $0.bytes)) })
    guard let course = reading.value else { throw .courseErrors(reading.diagnostics) }
    id = OpenCourse.id(of: course.about)
    title = course.about.title
    version = course.outline.version
  }

  /// Reads all files of a folder, each of them once.
  ///
  /// - Throws: `BundleError`; `CourseFolderError` where the folder or a file cannot be read.
  package init(_ folder: CourseFolder) throws {
    let listing = try folder.listing()
    var files: [File] = []
    for path in listing.files {
      guard let bytes = try folder.read(path) else { continue }
      files.append(File(path: path, bytes: bytes))
    }
    try self.init(files, refused: listing.findings)
  }

  private static func checkSizes(_ files: [File]) throws(BundleError) {
    guard files.count <= CourseFolder.maximumFiles else {
      throw .tooManyFiles(limit: CourseFolder.maximumFiles)
    }
    var size = 0
    for file in files {
      guard file.bytes.count <= CourseFolder.maximumFileSize else {
        throw .fileTooLarge(path: file.path, limit: CourseFolder.maximumFileSize)
      }
      size += file.bytes.count
    }
    guard size <= CourseFolder.maximumSize else {
      throw .filesTooLarge(limit: CourseFolder.maximumSize)
    }
  }

  /// Everything there is to say about the course, as `rehearse check` says it.
  package var findings: [Diagnostic] {
    CourseReview.diagnostics(of: reading) { path in
      bytes(of: path).map { .success($0) }
        ?? .failure(CourseFileFailure(reason: "it is gone"))
    }
  }

  package func bytes(of path: String) -> [UInt8]? { places[path].map { files[$0].bytes } }
  package func paths() -> [String] { files.map(\.path) }
}
