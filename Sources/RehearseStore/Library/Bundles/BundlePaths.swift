/// Which names may stand in a bundle: those that any disk can keep, each for one file.
enum BundlePaths {
  /// What common file systems allow for a name, and Linux for a path.
  static let longestName = 255
  static let longestPath = 1024

  static func check(_ paths: [String]) throws(BundleError) {
    var files: [String: String] = [:]
    for path in paths {
      try check(path)
      if let other = files.updateValue(path, forKey: folded(path)) {
        throw .collision(path: path, other: other)
      }
    }
    for path in paths {
      var folder = path[...]
      while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
        folder = folder[..<slash]
        if let file = files[folded(folder)] { throw .fileAndFolder(path: file) }
      }
    }
  }

  private static func check(_ path: String) throws(BundleError) {
    let plain: String
    do { plain = try CoursePath.normalized(path) } catch { throw .path(error) }
    guard !path.unicodeScalars.contains(where: hidesOrReorders) else {
      throw .path(.unusableName(path: path))
    }
    guard plain.utf8.elementsEqual(path.utf8), !plain.isEmpty else {
      throw .roundabout(path: path)
    }
    guard path.utf8.count <= longestPath else {
      throw .pathTooLong(path: path, limit: longestPath)
    }
    let names = path.utf8.split(separator: UInt8(ascii: "/"))
    guard names.allSatisfy({ $0.count <= longestName }) else {
      throw .pathTooLong(path: path, limit: longestName)
    }
    guard names.count <= CourseFolder.maximumDepth else {
      throw .path(.tooDeep(path: path, limit: CourseFolder.maximumDepth))
    }
  }

  /// Equal for names that are one where case or Unicode form does not count. Upper case first: it
  /// takes apart what has no single lower case, such as `ß` and `ﬁ`. Strings compare by canonical
  /// equivalence.
  private static func folded(_ path: some StringProtocol) -> String {
    path.uppercased().lowercased()
  }

  /// A name that shows in another order than it is written, or with nothing to see, deceives.
  private static func hidesOrReorders(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0x9F, 0xAD, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB:
      true
    default: false
    }
  }
}
