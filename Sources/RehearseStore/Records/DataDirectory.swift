#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The folder in which everything that belongs to one learner is kept.
package struct DataDirectory: Equatable, Sendable {
  /// An absolute path without a slash at its end.
  package let path: String

  package init(path: String) {
    var path = path
    if !path.hasPrefix("/") {
      path = Self.workingDirectory + "/" + path
    }
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// `REHEARSE_HOME`, or `rehearse` in `XDG_DATA_HOME`, or `~/.local/share/rehearse`.
  ///
  /// As the XDG Base Directory Specification wants it, a variable that is empty counts as not set,
  /// and so does an `XDG_DATA_HOME` that is not absolute. `REHEARSE_HOME` may be relative to the
  /// working directory.
  package init(environment: [String: String]) {
    if let own = environment["REHEARSE_HOME"], !own.isEmpty {
      self.init(path: own)
    } else if let shared = environment["XDG_DATA_HOME"], shared.hasPrefix("/") {
      self.init(path: shared + "/rehearse")
    } else {
      self.init(path: Self.home(environment) + "/.local/share/rehearse")
    }
  }

  /// The SQLite file with the record.
  package var records: String { path + "/records.sqlite" }
  var lock: String { path + "/records.lock" }

  /// Makes the folder, and those above it, for their owner alone. A folder that is there stays as
  /// it is.
  package func create() throws(StoreError) {
    guard !isFolder(path) else { return }
    var missing: [String] = []
    var folder = path
    while folder != "/", !DiskFile.exists(folder) {
      missing.append(folder)
      folder = DiskFile.folder(of: folder)
    }
    for folder in missing.reversed() {
      // Another program may have made it in the meantime.
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
        throw StoreError(SystemError.last(folder), .writing)
      }
      do {
        try DiskFile.synchronizeFolder(of: folder)
      } catch {
        throw StoreError(error, .writing)
      }
    }
    guard isFolder(path) else {
      throw .cannotWrite(path: path, detail: "it is not a folder")
    }
  }

  private func isFolder(_ path: String) -> Bool {
    guard let status = DiskFile.status(path) else { return false }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  private static func home(_ environment: [String: String]) -> String {
    if let home = environment["HOME"], home.hasPrefix("/") { return home }
    guard let user = getpwuid(getuid()), let home = user.pointee.pw_dir else { return "/" }
    return String(cString: home)
  }

  private static var workingDirectory: String {
    guard let folder = getcwd(nil, 0) else { return "" }
    defer { free(folder) }
    return String(cString: folder)
  }
}
