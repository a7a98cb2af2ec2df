import ArgumentParser
import Foundation
import RehearseCore
import RehearseStore

/// The files that `import` and `export` have in common.
enum QuestionFiles {
  struct Source {
    var name: String
    var bytes: [UInt8]
    /// What other files of the same package are read from.
    var folder: CourseFolder
  }

  /// One file of a course, which must read without errors.
  static func unit(_ path: String) throws -> RehearseCore.Unit {
    let source = try source(path, isPackage: false)
    let reading = UnitReader.read(path: path, bytes: source.bytes)
    guard !reading.hasErrors else {
      let errors = reading.diagnostics.filter { $0.severity == .error }
      FileHandle.standardError.write(Data(FindingsText.text(errors).utf8))
      throw fail("“\(path)” has errors.", "Mend them, and try again.", 65)
    }
    return reading.value
  }

  /// The file that was named; of a folder, the manifest of the package.
  static func source(_ path: String, isPackage: Bool = true) throws -> Source {
    var name = path
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      guard isPackage else { throw fail("“\(path)” is a folder.", "Name a file.", 65) }
      name = (path.hasSuffix("/") ? path : path + "/") + "imsmanifest.xml"
    }
    let url = URL(fileURLWithPath: name)
    let folder = try CourseFolder(url.deletingLastPathComponent().path)
    guard let bytes = try folder.read(url.lastPathComponent) else {
      throw fail(
        "There is no file “\(name)”.",
        isFolder.boolValue
          ? "Name the item, or the test, in the folder." : "Check the path.", 74)
    }
    if bytes.starts(with: Array("PK".utf8)) {
      throw fail(
        "“\(path)” is a ZIP archive, and archives are not opened.",
        "Unpack it (unzip), and name the folder.", 65)
    }
    return Source(name: name, bytes: bytes, folder: folder)
  }

  /// Another file of a package; nothing outside its folder.
  static func file(
    _ path: String, in folder: CourseFolder
  ) -> Result<[UInt8], CourseFileFailure> {
    do {
      guard let bytes = try folder.read(path.removingPercentEncoding ?? path) else {
        return .failure(CourseFileFailure(reason: "it is not there"))
      }
      return .success(bytes)
    } catch {
      let message = error.message
      return .failure(
        CourseFileFailure(reason: message.hasSuffix(".") ? String(message.dropLast()) : message))
    }
  }

  static func write(_ data: Data, to path: String, isNew: Bool = false) throws {
    do {
      let options: Data.WritingOptions = isNew ? .withoutOverwriting : .atomic
      try data.write(to: URL(fileURLWithPath: path), options: options)
    } catch CocoaError.fileWriteFileExists {
      throw fail("“\(path)” exists already.", "Choose another name, or remove it.", 73)
    } catch {
      throw fail("“\(path)” cannot be written.", "Choose a folder that you can write to.", 73)
    }
  }

  /// A folder that is new or empty, or a `.zip` file.
  static func write(package files: [QTI3Export.File], to path: String) throws {
    if path.lowercased().hasSuffix(".zip") {
      let archive = StoredZIP.archive(files.map { ($0.path, Array($0.text.utf8)) })
      return try write(Data(archive), to: path)
    }
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    if let names = try? FileManager.default.contentsOfDirectory(atPath: path), !names.isEmpty {
      throw fail("The folder “\(path)” is not empty.", "Name a new folder.", 73)
    }
    do {
      for file in files {
        let url = folder.appendingPathComponent(file.path)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.text.utf8).write(to: url)
      }
    } catch {
      throw fail("“\(path)” cannot be written.", "Choose a folder that you can write to.", 73)
    }
  }

  static func show(_ notes: [ExchangeNote]) {
    let text = notes.map { $0.text.printable + "\n" }.joined()
    FileHandle.standardError.write(Data(text.utf8))
  }

  static func report(_ notes: [ExchangeNote], strict: Bool) throws {
    show(notes)
    if strict, !notes.isEmpty { throw ExitCode(1) }
  }
}
