package import RehearseCore

/// Why the files of a course are not taken as a bundle, or not out of one.
package enum BundleError: Error, Equatable, Sendable {
  case cannotRead(detail: String)
  /// No SQLite file, or one of another kind.
  case notABundle
  /// A later version of the format.
  case newer
  case tooLarge(limit: Int)
  case damaged(detail: String)
  /// A table, view, trigger or index that no bundle has, or the bundle's own in another form.
  case foreignSchema(name: String)

  case path(CourseFolderError)
  /// A path that is written in a roundabout way, such as `a//b` or `a/./b`.
  case roundabout(path: String)
  case pathTooLong(path: String, limit: Int)
  /// Two names that are one on some disks.
  case collision(path: String, other: String)
  /// A name that is a file and a folder at once.
  case fileAndFolder(path: String)
  /// A link, a folder, a device, or a file with special rights.
  case notPlain(path: String)
  /// A row that is not as the archive's are.
  case oddEntry(path: String)
  case fileTooLarge(path: String, limit: Int)
  case tooManyFiles(limit: Int)
  case filesTooLarge(limit: Int)
  case compressed(path: String)
  case wrongSize(path: String, said: Int, found: Int)

  case noManifest
  case manifestLine(Int)
  case missing(path: String)
  case unlisted(path: String)
  case changed(path: String)
  /// The digest of the course is not the one that its files make.
  case wrongDigest
  /// The manifest says something else of the course than the course itself.
  case otherCourse(field: String, said: String, found: String)

  /// The course has errors: all of them.
  case courseErrors([Diagnostic])
}

extension BundleError {
  package var message: String {
    switch self {
    case .cannotRead(let detail): "It cannot be read (\(detail))."
    case .notABundle: "It is not a course bundle."
    case .newer: "It was written by a later version of Rehearse."
    case .tooLarge(let limit): "It is larger than \(limit >> 20) MiB."
    case .damaged(let detail): "It is damaged (\(detail))."
    case .foreignSchema(let name): "It holds “\(name)”, which is no part of a bundle."
    case .path(let error): error.message
    case .roundabout(let path): "“\(path)” is not the plain form of a path."
    case .pathTooLong(let path, let limit):
      "The name “\(path.prefix(40))…” has more than \(limit) bytes."
    case .collision(let path, let other):
      "“\(path)” and “\(other)” are one name on some disks."
    case .fileAndFolder(let path): "“\(path)” is a file, and a folder with files in it."
    case .notPlain(let path): "“\(path)” is not a plain file, but a link, a folder or the like."
    case .oddEntry(let path): "The entry “\(path)” is not as an archive has them."
    case .fileTooLarge(let path, let limit): "“\(path)” is larger than \(limit >> 20) MiB."
    case .tooManyFiles(let limit): "It has more than \(limit) files."
    case .filesTooLarge(let limit): "Its files are larger than \(limit >> 20) MiB together."
    case .compressed(let path): "“\(path)” is compressed, and files in a bundle are not."
    case .wrongSize(let path, let said, let found):
      "“\(path)” should have \(said) bytes and has \(found)."
    case .noManifest: "It has no manifest, the list of its files with their digests."
    case .manifestLine(let line): "Line \(line) of its manifest is not understood."
    case .missing(let path): "“\(path)” is in the manifest, and not in the bundle."
    case .unlisted(let path): "“\(path)” is in the bundle, and not in its manifest."
    case .changed(let path): "“\(path)” is not the file that was packed: its digest is another."
    case .wrongDigest: "The digest of the course is not the one that its files make."
    case .otherCourse(let field, let said, let found):
      "The manifest gives the \(field) “\(said)”, and the course “\(found)”."
    case .courseErrors(let errors):
      errors.count == 1
        ? "The course has an error." : "The course has \(errors.count) errors."
    }
  }

  /// What an author can do about it in the course's folder.
  fileprivate var mend: String {
    switch self {
    case .path(let error): error.help
    case .roundabout, .pathTooLong, .collision, .fileAndFolder: "Rename one of the files."
    case .fileTooLarge: "Make it smaller, or link to it on the web."
    case .tooManyFiles, .filesTooLarge, .tooLarge: "Check that this is the folder of one course."
    case .courseErrors: "Mend the errors first: `rehearse check` shows them with the way to do it."
    default: "Check the files of the course, and try again."
    }
  }

  fileprivate var exitCode: Int32 {
    if case .cannotRead = self { 74 } else { 65 }
  }
}

/// A course that was not packed, or not installed, and why.
package struct CourseRefused: ExplainedError, Equatable {
  package enum Act: Sendable { case packing, installing, installingFolder }

  package var path: String
  package var act: Act
  package var reason: BundleError

  package init(path: String, act: Act, reason: BundleError) {
    self.path = path
    self.act = act
    self.reason = reason
  }

  package var message: String {
    "\(path) is not \(act == .packing ? "packed" : "installed"). \(reason.message)"
  }

  package var help: String {
    if act != .installing { return reason.mend }
    switch reason {
    case .cannotRead: return "Check the path of the bundle."
    case .notABundle:
      return "Name a file that `rehearse pack` wrote, or the folder of a course."
    case .newer: return "Install the latest Rehearse, and try again. Nothing was changed."
    default:
      return "Nothing was changed. Ask whoever sent it to pack it again with `rehearse pack`."
    }
  }

  package var exitCode: Int32 { reason.exitCode }
}
