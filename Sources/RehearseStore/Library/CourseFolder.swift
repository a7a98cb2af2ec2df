#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A course in a folder on the disk, which anybody may have written: nothing outside the folder is
/// read through it, and nothing that never ends.
package struct CourseFolder: Equatable, Sendable {
  package static let maximumFileSize = 16 << 20
  package static let maximumFiles = 10_000
  package static let maximumSize = 256 << 20
  package static let maximumDepth = 32

  /// The path as it was given.
  package let path: String
  /// The absolute path without links.
  package let root: String

  /// - Throws: `.noFolder`.
  package init(_ path: String) throws(CourseFolderError) {
    guard let root = Self.resolved(path), let status = DiskFile.status(root),
      status.st_mode & S_IFMT == S_IFDIR
    else { throw .noFolder(path: path) }
    self.path = path
    self.root = root
  }

  /// The bytes of a file; nil if there is none.
  ///
  /// - Parameter relative: a path with `/` between its parts. It may go up with `..` as long as it
  ///   stays in the folder.
  package func read(_ relative: String) throws(CourseFolderError) -> [UInt8]? {
    let normal = try CoursePath.normalized(relative)
    let whole = normal.isEmpty ? root : root + "/" + normal
    guard let target = Self.resolved(whole) else {
      switch errno {
      case ENOENT, ENOTDIR, ENAMETOOLONG: return nil
      case EACCES: throw .noPermission(path: relative)
      case ELOOP: throw .loop(path: relative)
      default: throw .cannotRead(path: relative, detail: SystemError.last(relative).detail)
      }
    }
    guard contains(target) else { throw .linkOut(path: relative) }
    return try contents(of: target, relative)
  }

  /// True for the folder and all that is in it; `target` has no links.
  func contains(_ target: String) -> Bool {
    target.utf8.elementsEqual(root.utf8)
      || target.utf8.starts(with: (root == "/" ? root : root + "/").utf8)
  }

  /// The path without links; nil, with the reason in `errno`, if it leads nowhere.
  static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private func contents(
    of target: String, _ relative: String
  ) throws(CourseFolderError) -> [UInt8] {
    // Opening a pipe would wait for a writer without O_NONBLOCK.
    let file = open(target, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else {
      switch errno {
      case EACCES, EPERM: throw .noPermission(path: relative)
      case ELOOP: throw .linkOut(path: relative)
      // Sockets and devices without a driver.
      case ENXIO, ENODEV: throw .notRegular(path: relative)
      default: throw .cannotRead(path: relative, detail: SystemError.last(relative).detail)
      }
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else {
      throw .cannotRead(path: relative, detail: SystemError.last(relative).detail)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular(path: relative) }
    let limit = Self.maximumFileSize
    guard status.st_size <= limit else { throw .fileTooLarge(path: relative, limit: limit) }

    // One byte more than the size, so that the end shows; a file that grows is read on to its limit.
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
    var count = 0
    while true {
      let step = bytes.withUnsafeMutableBytes {
        Self.read(file, $0.baseAddress.map { $0 + count }, $0.count - count)
      }
      guard step >= 0 else {
        throw .cannotRead(path: relative, detail: SystemError.last(relative).detail)
      }
      guard step > 0 else { break }
      count += step
      guard count <= limit else { throw .fileTooLarge(path: relative, limit: limit) }
      if count == bytes.count { bytes.append(contentsOf: repeatElement(0, count: 1 << 16)) }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  private static func read(_ file: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(file, start, count)
    #elseif canImport(Musl)
      Musl.read(file, start, count)
    #else
      Darwin.read(file, start, count)
    #endif
  }
}
