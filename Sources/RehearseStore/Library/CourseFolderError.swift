/// Why a folder of a course, or a file in it, is not read.
package enum CourseFolderError: Error, Equatable, Sendable {
  case noFolder(path: String)
  /// The path begins with a slash.
  case absolute(path: String)
  /// The path leaves the folder.
  case outside(path: String)
  /// A symbolic link leads out of the folder.
  case linkOut(path: String)
  /// A symbolic link leads back to a folder that it stands in.
  case loop(path: String)
  /// A part of the path begins with a dot.
  case hidden(path: String)
  /// The name has control characters, a backslash, or bytes that are not UTF-8.
  case unusableName(path: String)
  /// A folder, a pipe or a device.
  case notRegular(path: String)
  case fileTooLarge(path: String, limit: Int)
  case tooManyFiles(path: String, limit: Int)
  case folderTooLarge(path: String, limit: Int)
  case tooDeep(path: String, limit: Int)
  case noPermission(path: String)
  case cannotRead(path: String, detail: String)
}

extension CourseFolderError: ExplainedError {
  package var message: String {
    switch self {
    case .noFolder(let path): "There is no folder \(path)."
    case .absolute(let path): "\(path) begins at the root of the disk."
    case .outside(let path): "\(path) leads out of the course folder."
    case .linkOut(let path): "\(path) is a link that leads out of the course folder."
    case .loop(let path): "\(path) is a link to a folder that it stands in."
    case .hidden(let path): "\(path) begins with a dot, and hidden files are no part of a course."
    case .unusableName(let path): "\(path) is a name that other systems cannot keep."
    case .notRegular(let path): "\(path) is not a file."
    case .fileTooLarge(let path, let limit):
      "\(path) is larger than \(limit >> 20) MiB."
    case .tooManyFiles(let path, let limit): "\(path) has more than \(limit) files."
    case .folderTooLarge(let path, let limit):
      "The files in \(path) are larger than \(limit >> 20) MiB together."
    case .tooDeep(let path, let limit): "\(path) lies more than \(limit) folders deep."
    case .noPermission(let path): "You have no permission to read \(path)."
    case .cannotRead(let path, let detail): "\(path) cannot be read (\(detail))."
    }
  }

  package var help: String {
    switch self {
    case .noFolder: "Check the path of the course."
    case .absolute: "Write the path from the file that links to it."
    case .outside, .linkOut: "Copy the file into the course folder, and link to the copy."
    case .loop: "Remove the link."
    case .hidden: "Rename it without the dot if it belongs to the course."
    case .unusableName: "Rename it with letters, digits, hyphens and spaces."
    case .notRegular: "Link to a file."
    case .fileTooLarge: "Make it smaller, or link to it on the web."
    case .tooManyFiles, .folderTooLarge: "Check that this is the folder of one course."
    case .tooDeep: "Move it up."
    case .noPermission: "Make the file readable."
    case .cannotRead: "Check the disk, and try again."
    }
  }

  package var exitCode: Int32 {
    switch self {
    case .noFolder, .noPermission, .cannotRead: 74
    default: 65
    }
  }
}
