/// The digest that names the content of a course.
///
/// It is the SHA-256 of the manifest, which is what `sha256sum` prints for all files: for each the
/// SHA-256 of its bytes in lower-case hexadecimal digits, two spaces, its path and a line feed,
/// sorted by the bytes of the paths. In the folder of the course, anybody can work it out:
///
///     find * -type f -not -path '*/.*' | LC_ALL=C sort | tr '\n' '\0' \
///       | xargs -0 sha256sum | sha256sum
package struct CourseDigest: Equatable, Sendable {
  package struct File: Equatable, Sendable {
    package var path: String
    /// The SHA-256 of its bytes, in hexadecimal digits.
    package var digest: String
  }

  /// Sorted by the bytes of the paths.
  package let files: [File]

  package init(files: [File]) {
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Reads every file.
  package init(of source: some CourseSource) throws {
    var files: [File] = []
    for path in try source.paths() {
      guard let bytes = try source.bytes(of: path) else { continue }
      files.append(File(path: path, digest: SHA256Digest.hex(of: bytes)))
    }
    self.init(files: files)
  }

  /// Leaves out the files that cannot be read.
  ///
  /// - Throws: `CourseFolderError` where the folder itself cannot be read.
  package init(ofReadableIn folder: CourseFolder) throws(CourseFolderError) {
    var files: [File] = []
    for path in try folder.files() {
      guard let bytes = (try? folder.read(path)) ?? nil else { continue }
      files.append(File(path: path, digest: SHA256Digest.hex(of: bytes)))
    }
    self.init(files: files)
  }

  package var manifest: String {
    files.map { "\($0.digest)  \($0.path)\n" }.joined()
  }

  /// 64 hexadecimal digits in lower case.
  package var hex: String { SHA256Digest.hex(of: Array(manifest.utf8)) }
}
