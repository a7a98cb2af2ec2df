#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that goes by mail or on a stick: read whole with a limit, written whole or not at all.
package enum TravellingFile {
  package static func read(_ path: String, limit: Int) throws(UnreadableFile) -> [UInt8] {
    do {
      return try DiskFile.bytes(of: path, limit: limit)
    } catch {
      switch error {
      case .tooLarge:
        throw UnreadableFile(path: path, detail: "it is larger than \(limit >> 20) MB")
      case .notRegular: throw UnreadableFile(path: path, detail: "it is not a file")
      case .system(let error): throw UnreadableFile(path: path, detail: error.detail)
      }
    }
  }

  /// - Throws: `.exists` unless `replacing`; what can go wrong in writing.
  package static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool
  ) throws(StoreError) {
    if !replacing, DiskFile.isTaken(path) { throw .exists(path: path) }
    let temporary = DiskFile.temporary(path)
    DiskFile.remove(temporary)
    do {
      try DiskFile.save(bytes, as: temporary)
      guard try DiskFile.place(temporary, at: path, replacing: replacing) else {
        throw StoreError.exists(path: path)
      }
    } catch {
      DiskFile.remove(temporary)
      if let error = error as? SystemError {
        throw StoreError(SystemError(code: error.code, path: path), .writing)
      }
      throw StoreError(error, at: path, .writing)
    }
  }

  /// The files of a folder by name, or the one file that the path is; hidden files and folders in it
  /// are passed over.
  package static func files(at path: String) throws(UnreadableFile) -> [String] {
    guard let status = DiskFile.status(path) else {
      throw UnreadableFile(path: path, detail: "it is not there")
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { return [path] }
    guard let directory = opendir(path) else {
      throw UnreadableFile(path: path, detail: SystemError.last(path).detail)
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(path + "/" + name) }
    }
    return names.sorted().filter { name in
      DiskFile.status(name).map { $0.st_mode & S_IFMT == S_IFREG } ?? false
    }
  }
}

/// A file that was named cannot be read.
package struct UnreadableFile: ExplainedError, Equatable {
  package var path: String
  package var detail: String

  package var message: String { "“\(path)” cannot be read: \(detail)." }
  package var help: String { "Check its name, and the folder that you are in." }
  package var exitCode: Int32 { 74 }
}
