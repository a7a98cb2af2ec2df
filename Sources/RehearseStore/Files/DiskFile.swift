#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The few things that are done with whole files. Nothing here follows up on its own: what returns
/// has happened, and what was synchronised is on the disk.
enum DiskFile {
  /// False also for a link whose target is gone.
  static func exists(_ path: String) -> Bool { status(path) != nil }

  /// True for anything that has the name, also a link whose target is gone.
  static func isTaken(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  /// True if both paths lead to one file.
  static func isSame(_ one: String, _ other: String) -> Bool {
    guard let first = status(one), let second = status(other) else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// Creates an empty file that only its owner may read, and fails if the name is taken.
  static func create(_ path: String) throws(SystemError) {
    close(try open(path, O_WRONLY | O_CREAT | O_EXCL))
  }

  /// Copies to a name that is not taken, readable by its owner alone, and waits for the disk.
  static func copy(_ source: String, to destination: String) throws(SystemError) {
    let input = try open(source, O_RDONLY)
    defer { close(input) }
    let output = try open(destination, O_WRONLY | O_CREAT | O_EXCL)
    defer { close(output) }
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(input, &chunk, chunk.count)
      guard count >= 0 else { throw .last(source) }
      guard count > 0 else { break }
      try put(chunk[..<count], into: output, destination)
    }
    guard fsync(output) == 0 else { throw .last(destination) }
  }

  enum ReadError: Error {
    case tooLarge
    case notRegular
    case system(SystemError)
  }

  /// The whole content of a regular file.
  static func bytes(of path: String, limit: Int) throws(ReadError) -> [UInt8] {
    let input: Int32
    // Opening a pipe would wait for a writer without O_NONBLOCK.
    do { input = try open(path, O_RDONLY | O_NONBLOCK) } catch { throw .system(error) }
    defer { close(input) }
    var status = stat()
    guard fstat(input, &status) == 0 else { throw .system(.last(path)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    guard status.st_size <= limit else { throw .tooLarge }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var count = 0
    while count < bytes.count {
      let step = bytes.withUnsafeMutableBytes {
        read(input, $0.baseAddress.map { $0 + count }, $0.count - count)
      }
      guard step >= 0 else { throw .system(.last(path)) }
      guard step > 0 else { break }
      count += step
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Writes a file under a name that is not taken, with the rights that files usually get unless
  /// others are asked for, and waits for the disk.
  static func save(
    _ bytes: [UInt8], as path: String, mode: mode_t = 0o666
  ) throws(SystemError) {
    let output = try open(path, O_WRONLY | O_CREAT | O_EXCL, mode: mode)
    defer { close(output) }
    try put(bytes[...], into: output, path)
    guard fsync(output) == 0 else { throw .last(path) }
  }

  private static func put(
    _ bytes: ArraySlice<UInt8>, into output: Int32, _ path: String
  ) throws(SystemError) {
    var rest = bytes
    while !rest.isEmpty {
      let step = rest.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
      guard step > 0 else { throw .last(path) }
      rest = rest.dropFirst(step)
    }
  }

  /// A name beside `path` for a file that is not finished yet.
  static func temporary(_ path: String) -> String { "\(path).partial-\(getpid())" }

  /// Waits until the content of a file, or the names in a folder, are on the disk.
  static func synchronize(_ path: String) throws(SystemError) {
    let descriptor = try open(path, O_RDONLY)
    defer { close(descriptor) }
    // Some file systems cannot synchronise a folder, and say so; there is nothing more to do then.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .last(path) }
  }

  static func synchronizeFolder(of path: String) throws(SystemError) {
    try synchronize(folder(of: path))
  }

  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func rename(_ source: String, to destination: String) throws(SystemError) {
    #if canImport(Glibc)
      let result = Glibc.rename(source, destination)
    #elseif canImport(Musl)
      let result = Musl.rename(source, destination)
    #else
      let result = Darwin.rename(source, destination)
    #endif
    guard result == 0 else { throw .last(destination) }
  }

  /// Gives a finished file its final name in one step. Without `replacing`, a file that already has
  /// the name stays, and the answer is false; the temporary name is gone either way.
  static func place(
    _ temporary: String, at path: String, replacing: Bool
  ) throws(SystemError) -> Bool {
    if replacing {
      try rename(temporary, to: path)
    } else if link(temporary, path) == 0 {
      remove(temporary)
    } else if errno == EEXIST {
      remove(temporary)
      return false
    } else if exists(path) {
      remove(temporary)
      return false
    } else {
      // Memory sticks with FAT know no second name for a file.
      try rename(temporary, to: path)
    }
    try synchronizeFolder(of: path)
    return true
  }

  /// A second name for the file, or a copy where the file system knows no second names.
  static func keep(_ path: String, as other: String) throws(SystemError) {
    if link(path, other) != 0 { try copy(path, to: other) }
  }

  /// Removes the file if it is there.
  static func remove(_ path: String) { unlink(path) }

  /// The bytes that an ordinary user may still write on the file system of `path`.
  static func freeBytes(at path: String) -> UInt64? {
    var status = statvfs()
    guard statvfs(path, &status) == 0 || statvfs(folder(of: path), &status) == 0 else {
      return nil
    }
    return UInt64(status.f_bavail) * UInt64(status.f_frsize)
  }

  /// True if the file system of `path` is mounted for reading only.
  static func isOnReadOnlyMount(_ path: String) -> Bool {
    var status = statvfs()
    guard statvfs(path, &status) == 0 || statvfs(folder(of: path), &status) == 0 else {
      return false
    }
    return UInt(status.f_flag) & UInt(ST_RDONLY) != 0
  }

  private static func open(
    _ path: String, _ flags: Int32, mode: mode_t = 0o600
  ) throws(SystemError) -> Int32 {
    #if canImport(Glibc)
      let descriptor = Glibc.open(path, flags | O_CLOEXEC, mode)
    #elseif canImport(Musl)
      let descriptor = Musl.open(path, flags | O_CLOEXEC, mode)
    #else
      let descriptor = Darwin.open(path, flags | O_CLOEXEC, mode)
    #endif
    guard descriptor >= 0 else { throw .last(path) }
    return descriptor
  }
}
