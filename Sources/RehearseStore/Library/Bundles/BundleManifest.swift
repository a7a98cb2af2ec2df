/// What a bundle says of itself, in the file `.manifest`, which is no part of the course: hidden
/// files are none. Below the lines with `#` it is what `sha256sum` prints, so that anybody can check
/// the files; the digest of these lines is the digest of the course (see `CourseDigest`).
struct BundleManifest: Equatable {
  static let path = ".manifest"
  private static let first = "# rehearse bundle 1"

  var id: String
  var version: String?
  var title: String
  /// 64 hexadecimal digits.
  var digest: String
  var files: CourseDigest

  var text: String {
    var text = Self.first + "\n# id: \(id)\n"
    if let version { text += "# version: \(version)\n" }
    return text + "# title: \(title)\n# digest: \(digest)\n" + files.manifest
  }

  init(_ course: PackedCourse) {
    id = course.id
    version = course.version
    title = course.title
    digest = course.digest.hex
    files = course.digest
  }

  /// Reads it as strictly as it is written.
  /// - Throws: `.manifestLine` with the first line that is not as it should be.
  init(_ bytes: [UInt8]) throws(BundleError) {
    var lines = ManifestLines(bytes)
    guard lines.next() == Self.first else { throw .manifestLine(1) }
    id = try lines.field("id", isNeeded: true) ?? ""
    version = try lines.field("version", isNeeded: false)
    title = try lines.field("title", isNeeded: true) ?? ""
    digest = try lines.field("digest", isNeeded: true) ?? ""
    guard Self.isDigest(digest) else { throw .manifestLine(lines.number) }
    var files: [CourseDigest.File] = []
    while let line = lines.next() {
      let digest = line.utf8.prefix(64)
      let rest = line.utf8.dropFirst(64)
      guard Self.isDigest(Substring(digest)), rest.starts(with: "  ".utf8), rest.count > 2 else {
        throw .manifestLine(lines.number)
      }
      files.append(
        .init(path: String(Substring(rest.dropFirst(2))), digest: String(Substring(digest))))
    }
    guard lines.isAtEnd else { throw .manifestLine(lines.number + 1) }
    self.files = CourseDigest(files: files)
  }

  private static func isDigest(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }
}

/// The lines of a manifest, each with a line feed at its end.
private struct ManifestLines {
  private var rest: ArraySlice<UInt8>
  private(set) var number = 0

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }

  /// The next line, without taking it; nil at the end, and where it is not text.
  private var upcoming: (text: String, next: Int)? {
    guard let end = rest.firstIndex(of: 0x0A),
      let text = String(validating: rest[..<end], as: UTF8.self)
    else { return nil }
    return (text, end + 1)
  }

  mutating func next() -> String? {
    guard let (text, next) = upcoming else { return nil }
    rest = rest[next...]
    number += 1
    return text
  }

  /// The value of `# name: value`.
  mutating func field(_ name: String, isNeeded: Bool) throws(BundleError) -> String? {
    let start = "# \(name): "
    guard let line = upcoming?.text, line.utf8.starts(with: start.utf8) else {
      if isNeeded { throw .manifestLine(number + 1) }
      return nil
    }
    _ = next()
    return String(Substring(line.utf8.dropFirst(start.utf8.count)))
  }
}
