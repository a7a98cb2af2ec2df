import Foundation
import RehearseStore

/// The folder that a preview is written to. It appears whole or not at all, and takes the place of
/// nothing but an earlier preview that nobody has put anything into.
struct PreviewFolder {
  struct File {
    /// From the folder, with `/` between its parts.
    var path: String
    var bytes: [UInt8]
  }

  /// What a preview consists of, as `sha256sum -c` checks it.
  static let manifest = "preview.sha256"

  private let url: URL
  private var path: String { url.path }

  /// - Parameter course: the folder of the course, which no preview goes into.
  /// - Throws: `PreviewRefusal` where something else is there.
  init(_ path: String, course: CourseFolder) throws(PreviewRefusal) {
    let given = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
    let above = given.deletingLastPathComponent().resolvingSymlinksInPath()
    url = above.appendingPathComponent(given.lastPathComponent).resolvingSymlinksInPath()
    guard !(url.path + "/").hasPrefix(course.root + "/") else {
      throw .insideCourse(path: path)
    }
    try check(as: path)
  }

  private func check(as name: String) throws(PreviewRefusal) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else { throw .notAFolder(path: name) }
    guard let files = try? FileManager.default.subpathsOfDirectory(atPath: path) else {
      throw .cannotWrite(path: name)
    }
    guard !files.isEmpty else { return }
    guard let manifest = try? String(contentsOf: file(Self.manifest), encoding: .utf8) else {
      throw .notAPreview(path: name)
    }
    var known: [String: String] = [:]
    for line in manifest.split(separator: "\n") {
      known[String(line.dropFirst(66))] = String(line.prefix(64))
    }
    for relative in files.sorted() where relative != Self.manifest {
      if FileManager.default.fileExists(atPath: file(relative).path, isDirectory: &isFolder),
        isFolder.boolValue
      {
        continue
      }
      guard let digest = known[relative], let data = try? Data(contentsOf: file(relative)),
        SHA256Digest.hex(of: [UInt8](data)) == digest
      else { throw .changed(path: name, file: relative) }
    }
  }

  private func file(_ relative: String) -> URL { url.appendingPathComponent(relative) }

  /// Writes all files beside the folder, and gives them its name when all are there.
  func write(_ files: [File], as name: String) throws(PreviewRefusal) {
    let manager = FileManager.default
    let above = url.deletingLastPathComponent()
    let mark = UUID().uuidString.lowercased()
    let new = above.appendingPathComponent(".\(url.lastPathComponent)-\(mark)")
    let old = above.appendingPathComponent(".\(url.lastPathComponent)-\(mark)-old")
    do {
      try manager.createDirectory(at: new, withIntermediateDirectories: true)
      var manifest = ""
      for file in files {
        let place = new.appendingPathComponent(file.path)
        try manager.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: place, options: .withoutOverwriting)
        manifest += "\(SHA256Digest.hex(of: file.bytes))  \(file.path)\n"
      }
      try Data(manifest.utf8).write(to: new.appendingPathComponent(Self.manifest))
      let isReplaced = manager.fileExists(atPath: path)
      if isReplaced { try manager.moveItem(at: url, to: old) }
      do {
        try manager.moveItem(at: new, to: url)
      } catch {
        if isReplaced { try? manager.moveItem(at: old, to: url) }
        throw error
      }
      if isReplaced { try? manager.removeItem(at: old) }
    } catch {
      try? manager.removeItem(at: new)
      throw .cannotWrite(path: name)
    }
  }
}

/// Why a preview is not written to a folder.
enum PreviewRefusal: ExplainedError, Equatable {
  case notAFolder(path: String)
  case notAPreview(path: String)
  case insideCourse(path: String)
  /// Somebody changed a file of the preview there, or put one into it.
  case changed(path: String, file: String)
  case cannotWrite(path: String)
  /// The course, while it was read.
  case courseChanged(path: String)

  var message: String {
    switch self {
    case .notAFolder(let path): "“\(path)” is a file."
    case .notAPreview(let path): "The folder “\(path)” is not empty, and not a preview."
    case .insideCourse(let path): "“\(path)” lies in the folder of the course."
    case .changed(let path, let file):
      "In the preview “\(path)”, “\(file)” was changed or added by somebody."
    case .cannotWrite(let path): "“\(path)” cannot be written."
    case .courseChanged(let path): "The course “\(path)” was changed while it was read."
    }
  }

  var help: String {
    switch self {
    case .notAFolder, .notAPreview: "Name a new folder."
    case .insideCourse: "It would become a part of the course: name a folder elsewhere."
    case .changed: "Keep what is yours elsewhere, or name a new folder."
    case .cannotWrite: "Choose a folder that you can write to."
    case .courseChanged: "Try again."
    }
  }

  var exitCode: Int32 {
    if case .courseChanged = self { 74 } else { 73 }
  }
}
