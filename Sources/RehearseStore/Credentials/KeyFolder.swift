#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The folder `DATA/keys`: for its owner alone, and each file in it too.
enum KeyFolder {
  static let laptop = "laptop"
  /// Keys are small; anything larger is something else.
  static let maximumBytes = 16 * 1024

  static func path(of directory: DataDirectory) -> String { directory.path + "/keys" }

  static func path(of name: String, in directory: DataDirectory) -> String {
    "\(path(of: directory))/\(name).pem"
  }

  static func create(in directory: DataDirectory) throws(KeyFailure) {
    do { try directory.create() } catch { throw .store(error) }
    let folder = path(of: directory)
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      throw .store(StoreError(SystemError.last(folder), .writing))
    }
    guard DiskFile.status(folder).map({ $0.st_mode & S_IFMT == S_IFDIR }) == true else {
      throw .store(.cannotWrite(path: folder, detail: "it is not a folder"))
    }
    // What others could list before, they cannot any more.
    _ = chmod(folder, 0o700)
  }

  /// Whole or not at all. False where the name is taken and may not be replaced.
  static func write(
    _ text: String, as path: String, replacing: Bool
  ) throws(KeyFailure) -> Bool {
    let temporary = "\(path).partial-\(getpid())-\(UInt64.random(in: .min ... .max))"
    do {
      try DiskFile.save(Array(text.utf8), as: temporary, mode: 0o600)
      return try DiskFile.place(temporary, at: path, replacing: replacing)
    } catch {
      DiskFile.remove(temporary)
      throw .store(StoreError(error, .writing))
    }
  }

  static func text(_ path: String) throws(KeyFailure) -> String {
    let bytes: [UInt8]
    do { bytes = try DiskFile.bytes(of: path, limit: maximumBytes) } catch {
      switch error {
      case .tooLarge: throw .damaged(path: path, detail: "it is too large")
      case .notRegular: throw .damaged(path: path, detail: "it is no ordinary file")
      case .system(let error): throw .store(StoreError(error, .reading))
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .damaged(path: path, detail: "it is not text")
    }
    return text
  }
}

extension KeyFolder {
  /// The names of the files without `.pem`, in order; none where there is no folder.
  static func names(in directory: DataDirectory) -> [String] {
    guard let folder = opendir(path(of: directory)) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".pem") { names.append(String(name.dropLast(4))) }
    }
    return names.sorted()
  }
}
